// `als ... dan ... anders`, and the value of a parameter among its `stel` lines.
#include <algorithm>

#include "engine/execute/operators.h"

namespace wegwijzer::execute {

namespace {

void select_tri(const Cells& when, const Cells& a, const Cells& b, std::size_t words, Cells& cells) {
    for (std::size_t i = 0; i < words; ++i) {
        // Unknown condition: what both agree on.
        const Word open = ~(when.yes[i] | when.no[i]);
        cells.yes[i] = (when.yes[i] & a.yes[i]) | (when.no[i] & b.yes[i]) | (open & a.yes[i] & b.yes[i]);
        cells.no[i] = (when.yes[i] & a.no[i]) | (when.no[i] & b.no[i]) | (open & a.no[i] & b.no[i]);
    }
}

void select_values(const Cells& when, const Cells& a, const Cells& b, std::size_t rows, Cells& cells) {
    for (std::size_t i = 0; i < words_for(rows); ++i) {
        const Word open = ~(when.yes[i] | when.no[i]);
        cells.known[i] = (when.yes[i] & a.known[i]) | (when.no[i] & b.known[i]) | (open & a.known[i] & b.known[i]);
    }
    for (std::size_t row = 0; row < rows; ++row) {
        const Tri chosen = tri_at(when.yes.data(), when.no.data(), row);
        cells.value[row] = chosen == Tri::no ? b.value[row] : a.value[row];
        if (chosen == Tri::unknown && a.value[row] != b.value[row]) {
            cells.known[row / word_bits] &= ~(Word{1} << (row % word_bits));
        }
    }
}

// A set of several severities is not known here.
void select_severities(const Cells& when, const Cells& a, const Cells& b, std::size_t rows, Cells& cells) {
    for (std::size_t row = 0; row < rows; ++row) {
        const Tri chosen = tri_at(when.yes.data(), when.no.data(), row);
        std::uint8_t set = chosen == Tri::no ? b.bytes[row] : a.bytes[row];
        if (chosen == Tri::unknown && a.bytes[row] != b.bytes[row]) set = 0;
        cells.bytes[row] = std::has_single_bit(set) ? set : std::uint8_t{0};
    }
}

// Where the value comes from: the last condition that holds, or 0 for the first value; none when a later condition is
// unknown and its value another.
class Source {
  public:
    Source(const Batch& batch, std::span<const Register> operands) : batch_(batch), operands_(operands) {}
    [[nodiscard]] Register at(std::size_t row) const {
        Register value = operands_[0];
        bool is_open = false;
        for (std::size_t i = 1; i < operands_.size(); i += 2) {
            const Cells& condition = batch_.cells(operands_[i]);
            const Tri holds = tri_at(condition.yes.data(), condition.no.data(), row);
            if (holds == Tri::yes) {
                value = operands_[i + 1];
                is_open = false;
            } else if (holds == Tri::unknown && operands_[i + 1] != value) {
                // The values are constants: the same value is the same register.
                is_open = true;
            }
        }
        return is_open ? Register{} : value;
    }

  private:
    const Batch& batch_;
    std::span<const Register> operands_;
};

void run_parameter(Batch& batch, Cells& cells, const Instruction& instruction, std::size_t rows) {
    const Source source(batch, batch.operands_of(instruction));
    for (std::size_t row = 0; row < rows; ++row) {
        const Register from = source.at(row);
        const bool known = from && batch.is_ordinary(from, row);
        const Word bit = Word{1} << (row % word_bits);
        const std::size_t at = row / word_bits;
        switch (instruction.kind) {
            case Kind::tri:
                cells.yes[at] &= ~bit;
                cells.no[at] &= ~bit;
                if (known) (bit_at(batch.cells(from).yes.data(), row) ? cells.yes : cells.no)[at] |= bit;
                break;
            case Kind::severities: cells.bytes[row] = known ? batch.cells(from).bytes[row] : std::uint8_t{0}; break;
            default:
                cells.known[at] = known ? cells.known[at] | bit : cells.known[at] & ~bit;
                if (known) cells.value[row] = batch.cells(from).value[row];
                break;
        }
    }
}

}  // namespace

void run_choice(Batch& batch, Register id, const Instruction& instruction) {
    Cells& cells = batch.cells(id);
    const std::size_t rows = batch.rows_of(instruction.domain);
    if (instruction.opcode == Opcode::parameter) return run_parameter(batch, cells, instruction, rows);
    const auto operands = batch.operands_of(instruction);
    const Cells& when = batch.cells(operands[0]);
    const Cells& a = batch.cells(operands[1]);
    const Cells& b = batch.cells(operands[2]);
    switch (instruction.kind) {
        case Kind::tri: return select_tri(when, a, b, words_for(rows), cells);
        case Kind::severities: return select_severities(when, a, b, rows, cells);
        default: return select_values(when, a, b, rows, cells);
    }
}

}  // namespace wegwijzer::execute
