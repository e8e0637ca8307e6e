// Periods as days. What is the same for everyone is worked out once, when the program is bound.
#include <algorithm>
#include <optional>

#include "engine/calendar/period.h"
#include "engine/execute/operators.h"

namespace wegwijzer::execute {

namespace {

class PeriodOf {
  public:
    PeriodOf(const Batch& batch, const Instruction& instruction)
        : batch_(batch),
          instruction_(instruction),
          operands_(batch.operands_of(instruction)),
          calendars_(batch.program().calendars),
          reference_date_(batch.bound().reference_date) {}

    [[nodiscard]] std::optional<DateInterval> at(std::size_t row) const {
        switch (instruction_.opcode) {
            case Opcode::period_last:
                return is_known(0, row) ? last(calendars_, reference_date_, length_at(row)) : std::nullopt;
            case Opcode::period_last_before:
                return is_known(0, row) ? last_before(calendars_, reference_date_, length_at(row)) : std::nullopt;
            case Opcode::period_since_start: return since_start(date_at(0, row), reference_date_);
            case Opcode::period_study_weeks: return study_weeks_at(row);
            case Opcode::period_phase: return phase_days(phase(), start_at(row), reference_date_);
            case Opcode::period_between: {
                const auto from = date_at(0, row);
                const auto to = date_at(1, row);
                if (!from || !to) return std::nullopt;
                return DateInterval{*from, std::min(*to, reference_date_)};
            }
            case Opcode::period_since: {
                const auto from = date_at(0, row);
                if (!from) return std::nullopt;
                return DateInterval{*from, reference_date_};
            }
            case Opcode::period_any:
                return is_known(0, row) ? days_of_any(calendars_, reference_date_, length_at(row)) : std::nullopt;
            case Opcode::period_within_year:
                return within_academic_year(calendars_, reference_date_, interval_at(0, row));
            default: return this_academic_year(calendars_, reference_date_);
        }
    }

    [[nodiscard]] std::optional<bool> in_phase_at(std::size_t row) const {
        return is_in_phase(phase(), start_at(row), reference_date_);
    }

  private:
    [[nodiscard]] const PhaseSpan& phase() const { return batch_.program().phases[instruction_.detail]; }
    [[nodiscard]] const Cells& cells(std::size_t operand) const { return batch_.cells(operands_[operand]); }
    [[nodiscard]] bool is_known(std::size_t operand, std::size_t row) const {
        return bit_at(cells(operand).known.data(), row);
    }
    [[nodiscard]] Length length_at(std::size_t row) const { return program::unpack_length(cells(0).value[row]); }
    [[nodiscard]] std::optional<Date> date_at(std::size_t operand, std::size_t row) const {
        if (!is_known(operand, row)) return std::nullopt;
        return Date::from_days(static_cast<std::int32_t>(cells(operand).value[row]));
    }
    [[nodiscard]] std::optional<DateInterval> interval_at(std::size_t operand, std::size_t row) const {
        if (!is_known(operand, row)) return std::nullopt;
        return DateInterval{Date::from_days(static_cast<std::int32_t>(cells(operand).value[row])),
                            Date::from_days(static_cast<std::int32_t>(cells(operand).upper[row]))};
    }
    [[nodiscard]] std::optional<Date> start_at(std::size_t row) const {
        return operands_.empty() ? std::nullopt : date_at(0, row);
    }
    [[nodiscard]] std::optional<DateInterval> study_weeks_at(std::size_t row) const {
        if (!is_known(1, row) || !is_known(2, row)) return std::nullopt;
        const auto whole = [&](std::size_t operand) {
            return Decimal::from_micros(cells(operand).value[row]).rounded_to_integer();
        };
        return study_weeks(date_at(0, row), whole(1), whole(2), reference_date_);
    }

    const Batch& batch_;
    const Instruction& instruction_;
    std::span<const Register> operands_;
    const Calendars& calendars_;
    Date reference_date_;
};

}  // namespace

void run_period(Batch& batch, Register id, const Instruction& instruction) {
    Cells& cells = batch.cells(id);
    const std::size_t rows = batch.rows_of(instruction.domain);
    const PeriodOf period(batch, instruction);
    if (instruction.opcode == Opcode::in_phase) {
        std::optional<bool> inside;
        std::fill_n(cells.no.begin(), words_for(rows), Word{0});
        fill_bits(cells.yes.data(), rows, [&](std::size_t row) {
            if (row == 0 || !instruction.uniform) inside = period.in_phase_at(row);
            if (inside == false) cells.no[row / word_bits] |= Word{1} << (row % word_bits);
            return inside == true;
        });
        return;
    }
    std::optional<DateInterval> days;
    fill_bits(cells.known.data(), rows, [&](std::size_t row) {
        if (row == 0 || !instruction.uniform) days = period.at(row);
        cells.value[row] = days ? days->from.days() : 0;
        cells.upper[row] = days ? days->to.days() : -1;
        return days.has_value();
    });
}

}  // namespace wegwijzer::execute
