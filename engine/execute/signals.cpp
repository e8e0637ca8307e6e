// The outcome of a signal (docs/semantics.md, "Signals"), and what a policy asks of it.
#include <algorithm>
#include <array>

#include "engine/execute/operators.h"
#include "engine/model/outcome.h"

namespace wegwijzer::execute {

namespace {

using model::SignalStatus;

constexpr std::uint8_t none_bit = 1;

std::uint8_t code(SignalStatus status) { return static_cast<std::uint8_t>(status); }

// The conditions of one signal, 64 students at a time.
class Conditions {
  public:
    Conditions(const Batch& batch, const Instruction& instruction)
        : batch_(batch), instruction_(instruction), operands_(batch.operands_of(instruction)) {}

    void put(std::size_t at, std::size_t rows, Cells& cells) const {
        std::uint8_t* status = &cells.bytes[at * word_bits];
        std::uint8_t* possible = &cells.upper_bytes[at * word_bits];
        const TriWord phase = instruction_.has_phase ? word(operands_[0], at) : TriWord{~Word{0}, 0};
        const std::size_t first_level = operands_.size() - instruction_.levels;
        Word stopped = 0;
        for (std::size_t i = instruction_.has_phase ? 1 : 0; i < first_level; ++i)
            stopped |= word(operands_[i], at).yes;
        std::array<TriWord, 3> levels{};
        Word quiet = ~Word{0};  // no level is true or unknown
        for (std::size_t i = 0; i < instruction_.levels; ++i) {
            levels[i] = word(operands_[first_level + i], at);
            quiet &= levels[i].no;
        }
        std::fill_n(status, rows, code(SignalStatus::not_active));
        std::fill_n(possible, rows, none_bit);
        TriWord active{0, ~Word{0}};
        Word open = 0;
        // Most students have nothing to tell.
        const Word telling = ~(phase.yes & (quiet | stopped));
        for_each_bit(&telling, 0, rows, [&](std::size_t i) {
            const Word bit = Word{1} << i;
            const bool outside = (phase.no & bit) != 0;
            const bool phase_open = ((phase.yes | phase.no) & bit) == 0;
            std::uint8_t set = 0;
            bool is_active = false;
            bool is_open = false;
            if (!outside && (stopped & bit) == 0) {
                for (std::size_t level = 0; level < instruction_.levels && !is_active; ++level) {
                    if ((levels[level].no & bit) != 0) continue;
                    is_active = (levels[level].yes & bit) != 0;
                    is_open = is_open || !is_active;
                    set |= static_cast<std::uint8_t>(1u << instruction_.severities[level]);
                }
            }
            if (!is_active || phase_open) set |= none_bit;
            const SignalStatus outcome = outside                ? SignalStatus::not_applicable
                                         : phase_open           ? SignalStatus::undetermined
                                         : (stopped & bit) != 0 ? SignalStatus::not_active
                                         : is_active            ? SignalStatus::active
                                         : is_open              ? SignalStatus::undetermined
                                                                : SignalStatus::not_active;
            possible[i] = set;
            status[i] = code(outcome);
            if (outcome == SignalStatus::active) active.yes |= bit;
            if (outcome == SignalStatus::active || outcome == SignalStatus::undetermined) active.no &= ~bit;
            if (outcome == SignalStatus::undetermined || (is_active && is_open && outcome == SignalStatus::active)) {
                open |= bit;
            }
        });
        cells.yes[at] = active.yes;
        cells.no[at] = active.no;
        cells.open[at] = open;
    }

  private:
    [[nodiscard]] TriWord word(Register id, std::size_t at) const {
        return {batch_.cells(id).yes[at], batch_.cells(id).no[at]};
    }
    const Batch& batch_;
    const Instruction& instruction_;
    std::span<const Register> operands_;
};

}  // namespace

void run_signal(Batch& batch, Register id, const Instruction& instruction) {
    Cells& cells = batch.cells(id);
    const std::size_t rows = batch.students();
    if (instruction.opcode == Opcode::signal) {
        const Conditions conditions(batch, instruction);
        for (std::size_t at = 0; at * word_bits < rows; ++at) {
            conditions.put(at, std::min(word_bits, rows - at * word_bits), cells);
        }
        return;
    }
    const Cells& signal = batch.cells(batch.operands_of(instruction)[0]);
    if (instruction.opcode == Opcode::signal_severity) {
        const std::uint8_t dropped = instruction.negated ? none_bit : 0;
        for (std::size_t row = 0; row < rows; ++row)
            cells.bytes[row] = static_cast<std::uint8_t>(signal.upper_bytes[row] & ~dropped);
        return;
    }
    std::copy_n(signal.yes.begin(), words_for(rows), cells.yes.begin());
    std::copy_n(signal.no.begin(), words_for(rows), cells.no.begin());
}

}  // namespace wegwijzer::execute
