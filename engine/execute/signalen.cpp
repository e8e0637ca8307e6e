// Aggregates over `signalen`: the signals of one student as its events.
#include "engine/execute/signalen.h"

#include <algorithm>
#include <bit>
#include <limits>

#include "engine/execute/operators.h"

namespace wegwijzer::execute {

namespace {

using model::SignalField;
using model::SignalStatus;

// What one student's signals come to.
class Signalen {
  public:
    Signalen(Batch& batch, const Instruction& instruction)
        : batch_(batch), instruction_(instruction), pairs_(batch.operands_of(instruction).size() / 2) {}

    void look(std::size_t row) {
        auto& certain = batch_.scratch().values;
        auto& possible = batch_.scratch().more_values;
        certain.clear();
        possible.clear();
        is_open_ = false;
        for (std::size_t i = 0; i < pairs_; ++i) {
            const SignalEvent event = signal_event(batch_, instruction_, i, row);
            if (event.is_skipped || event.passes == Tri::no) continue;
            is_open_ = is_open_ || event.is_open;
            (event.passes == Tri::yes ? certain : possible).push_back(event.value);
        }
    }

    void put(Cells& cells, std::size_t row) const {
        auto& certain = batch_.scratch().values;
        auto& possible = batch_.scratch().more_values;
        const Word bit = Word{1} << (row % word_bits);
        const auto put_known = [&](bool known) {
            Word& word = cells.known[row / word_bits];
            word = known ? word | bit : word & ~bit;
        };
        if (instruction_.opcode == Opcode::signals_distinct) {
            possible.insert(possible.end(), certain.begin(), certain.end());
            cells.value[row] = count_different(certain);
            cells.upper[row] = count_different(possible);
            return put_known(!is_open_);
        }
        const bool is_known = !is_open_ && possible.empty();
        if (instruction_.opcode == Opcode::signals_sum || instruction_.opcode == Opcode::signals_average) {
            Int128 sum = 0;
            for (const std::int64_t value : certain) sum += value;
            if (instruction_.opcode == Opcode::signals_average) {
                if (is_known && !certain.empty()) cells.ratio[row] = Ratio::average(sum, std::ssize(certain));
                return put_known(is_known && !certain.empty());
            }
            const bool fits =
                sum <= std::numeric_limits<std::int64_t>::max() && sum >= std::numeric_limits<std::int64_t>::min();
            cells.value[row] = fits ? static_cast<std::int64_t>(sum) : 0;
            return put_known(is_known && fits);
        }
        std::optional<std::int64_t> best;
        if (is_known && !certain.empty()) {
            best = instruction_.opcode == Opcode::signals_highest ? *std::ranges::max_element(certain)
                                                                  : *std::ranges::min_element(certain);
        }
        if (instruction_.kind == Kind::severities) {
            cells.bytes[row] = best ? static_cast<std::uint8_t>(1u << *best) : std::uint8_t{0};
            return;
        }
        cells.value[row] = best.value_or(0);
        put_known(best.has_value());
    }

  private:
    static std::int64_t count_different(std::vector<std::int64_t>& values) {
        std::ranges::sort(values);
        return std::ranges::unique(values).begin() - values.begin();
    }
    Batch& batch_;
    const Instruction& instruction_;
    std::size_t pairs_;
    bool is_open_ = false;
};

// One signal after the other, not one student: few are active.
void run_plain_count(const Batch& batch, Cells& cells, std::span<const Register> operands) {
    std::fill_n(cells.known.begin(), words_for(batch.students()), ~Word{0});
    std::fill_n(cells.value.begin(), batch.students(), 0);
    std::fill_n(cells.upper.begin(), batch.students(), 0);
    for (std::size_t i = 0; i < operands.size(); i += 2) {
        const Cells& signal = batch.cells(operands[i]);
        const Cells& filter = batch.cells(operands[i + 1]);
        for (std::size_t at = 0; at * word_bits < batch.students(); ++at) {
            const std::size_t rows = std::min(word_bits, batch.students() - at * word_bits);
            const Word in = signal.yes[at] & filter.yes[at];
            const Word possible = ~(signal.no[at] | filter.no[at]);
            for_each_bit(&in, 0, rows, [&](std::size_t row) { ++cells.value[at * word_bits + row]; });
            for_each_bit(&possible, 0, rows, [&](std::size_t row) { ++cells.upper[at * word_bits + row]; });
        }
    }
}

}  // namespace

SignalEvent signal_event(const Batch& batch, const Instruction& instruction, std::size_t index, std::size_t row) {
    const auto operands = batch.operands_of(instruction);
    const Cells& signal = batch.cells(operands[index * 2]);
    const Cells& filter = batch.cells(operands[index * 2 + 1]);
    SignalEvent event;
    const auto status = static_cast<SignalStatus>(signal.bytes[row]);
    if (status == SignalStatus::not_active || status == SignalStatus::not_applicable) return event;
    const model::SignalId id(batch.instruction(operands[index * 2]).detail);
    event.passes = tri_at(filter.yes.data(), filter.no.data(), row);
    if (status == SignalStatus::undetermined && event.passes != Tri::no) {
        event.passes = Tri::unknown;
        event.undecided = id;
    }
    if (instruction.opcode == Opcode::signals_count) return event;
    const program::SignalProgram& program = batch.program().signals[id.index()];
    switch (static_cast<SignalField>(instruction.detail)) {
        case SignalField::severity: {
            const auto set = static_cast<std::uint8_t>(signal.upper_bytes[row] & ~1u);
            event.is_open = !std::has_single_bit(set);
            event.value = event.is_open ? 0 : std::countr_zero(set);
            break;
        }
        case SignalField::factor:
            event.is_skipped = program.factor == program::SignalProgram::no_choice;
            event.value = program.factor;
            break;
        case SignalField::cluster:
            event.is_skipped = program.cluster == program::SignalProgram::no_choice;
            event.value = program.cluster;
            break;
        case SignalField::weight: event.value = program.weight; break;
    }
    return event;
}

void run_signals(Batch& batch, Register id, const Instruction& instruction) {
    Cells& cells = batch.cells(id);
    if (instruction.opcode == Opcode::signals_count) {
        return run_plain_count(batch, cells, batch.operands_of(instruction));
    }
    Signalen signalen(batch, instruction);
    for (std::size_t row = 0; row < batch.students(); ++row) {
        signalen.look(row);
        signalen.put(cells, row);
    }
}

}  // namespace wegwijzer::execute
