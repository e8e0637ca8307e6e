// Decision tables: which rows have a say for a student, and whether they give the same.
#include <algorithm>
#include <optional>

#include "engine/execute/operators.h"

namespace wegwijzer::execute {

namespace {

class TableRows {
  public:
    TableRows(const Batch& batch, const Instruction& instruction)
        : batch_(batch),
          operands_(batch.operands_of(instruction)),
          is_unique_(instruction.opcode == Opcode::table_unique) {}

    // The result for the student in `row`; none: unknown.
    [[nodiscard]] std::optional<std::int64_t> at(std::size_t row) const {
        bool some_true = false;
        for (std::size_t i = 0; i < operands_.size() && !some_true; i += 2) some_true = holds(i, row) == Tri::yes;
        if (!some_true) return std::nullopt;
        std::optional<std::int64_t> result;
        for (std::size_t i = 0; i < operands_.size(); i += 2) {
            const Tri holding = holds(i, row);
            // An unknown row has a say before the first true one; with `uniek` the true one is the one.
            if (holding == Tri::no || (holding == Tri::unknown && is_unique_)) continue;
            const auto value = value_of(operands_[i + 1], row);
            if (!value || (result && *result != *value)) return std::nullopt;
            result = value;
            if (holding == Tri::yes && !is_unique_) break;
        }
        return result;
    }

  private:
    [[nodiscard]] Tri holds(std::size_t operand, std::size_t row) const {
        const Cells& cells = batch_.cells(operands_[operand]);
        return tri_at(cells.yes.data(), cells.no.data(), row);
    }
    [[nodiscard]] std::optional<std::int64_t> value_of(Register id, std::size_t row) const {
        const Cells& cells = batch_.cells(id);
        if (batch_.instruction(id).kind == Kind::tri) {
            const Tri truth = tri_at(cells.yes.data(), cells.no.data(), row);
            return truth == Tri::unknown ? std::nullopt : std::optional<std::int64_t>(truth == Tri::yes ? 1 : 0);
        }
        return bit_at(cells.known.data(), row) ? std::optional(cells.value[row]) : std::nullopt;
    }

    const Batch& batch_;
    std::span<const Register> operands_;
    bool is_unique_;
};

}  // namespace

void run_table(Batch& batch, Register id, const Instruction& instruction) {
    Cells& cells = batch.cells(id);
    const TableRows rows(batch, instruction);
    const std::size_t count = batch.rows_of(instruction.domain);
    if (instruction.kind == Kind::tri) {
        std::fill_n(cells.no.begin(), words_for(count), Word{0});
        fill_bits(cells.yes.data(), count, [&](std::size_t row) {
            const auto result = rows.at(row);
            if (result == 0) cells.no[row / word_bits] |= Word{1} << (row % word_bits);
            return result == 1;
        });
        return;
    }
    fill_bits(cells.known.data(), count, [&](std::size_t row) {
        const auto result = rows.at(row);
        if (result) cells.value[row] = *result;
        return result.has_value();
    });
}

}  // namespace wegwijzer::execute
