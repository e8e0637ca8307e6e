// What looks at events in their order: windows that an event opens (`in enige`), and rows of events or of working days
// (`langste rij`).
#include <algorithm>
#include <limits>
#include <optional>

#include "engine/calendar/period.h"
#include "engine/execute/event_masks.h"
#include "engine/execute/operators.h"

namespace wegwijzer::execute {

namespace {

// Something that depends on a day up to the peildatum alone, worked out once per day.
template <class Value>
class ByDay {
  public:
    explicit ByDay(std::int64_t today) : today_(today) {}
    template <class Make>
    Value at(std::int64_t day, Make make) {
        const auto back = static_cast<std::size_t>(std::max<std::int64_t>(today_ - day, 0));
        if (back >= most_days) return make();
        if (values_.size() <= back) values_.resize(back + 1);
        std::optional<Value>& value = values_[back];
        if (!value) value = make();
        return *value;
    }
    void clear() { values_.clear(); }

  private:
    static constexpr std::size_t most_days = 20'000;
    std::int64_t today_;
    std::vector<std::optional<Value>> values_;
};

// Shared by both: the events of an aggregate, student by student.
class EventsInOrder {
  public:
    EventsInOrder(Batch& batch, const Instruction& instruction, Register filter, std::optional<std::uint32_t> field)
        : batch_(batch),
          events_(batch.events(instruction.series)),
          masks_(find_masks(batch, instruction.series, filter, field)),
          window_(batch.cells(batch.operands_of(instruction)[0])),
          today_(batch.bound().reference_date.days()) {
        if (events_.count == 0) return;
        const SeriesFieldId date = batch.program().schema->series_of(instruction.series).date_field;
        dates_ = &batch.bound().column(instruction.series, static_cast<std::uint32_t>(date.index()));
    }

  protected:
    [[nodiscard]] bool is_known(std::size_t student) const { return bit_at(window_.known.data(), student); }
    [[nodiscard]] std::size_t begin(std::size_t student) const {
        return static_cast<std::size_t>(window_.value[student]);
    }
    [[nodiscard]] std::size_t end(std::size_t student) const {
        return static_cast<std::size_t>(window_.upper[student]);
    }
    [[nodiscard]] std::int64_t day_of(std::size_t row) const { return dates_->raw_at(events_.first + row); }
    // How many undated events may pass.
    [[nodiscard]] std::int64_t undated(std::size_t student) const {
        if (!events_.has_undated) return 0;
        const std::size_t from = events_.undated_begin[student];
        const std::size_t to = events_.end[student];
        return count_bits(masks_.in, from, to) + count_bits(masks_.maybe, from, to);
    }

    Batch& batch_;
    const EventRows& events_;
    EventMasks masks_;
    const Cells& window_;
    std::int64_t today_;
    const Column* dates_ = nullptr;
};

// ---- in enige -------------------------------------------------------------------------------------------------------

class AnyWindow : EventsInOrder {
  public:
    AnyWindow(Batch& batch, const Instruction& instruction, Register filter, std::optional<std::uint32_t> field)
        : EventsInOrder(batch, instruction, filter, field),
          lengths_(batch.cells(batch.operands_of(instruction)[1])),
          last_days_(today_) {
        if (field && events_.count != 0) values_ = &batch.bound().column(instruction.series, *field);
    }

    void count(Cells& cells) {
        std::copy_n(window_.known.begin(), words_for(batch_.students()), cells.known.begin());
        for (std::size_t student = 0; student < batch_.students(); ++student) {
            cells.value[student] = 0;
            cells.upper[student] = 0;
            if (!is_known(student)) continue;
            const auto low = static_cast<std::int64_t>(highest(student, false));
            auto high = low;
            if (masks_.any_maybe) high = static_cast<std::int64_t>(highest(student, true));
            cells.value[student] = low;
            cells.upper[student] = bit_at(window_.open.data(), student) ? without_end : high + undated(student);
        }
    }

    void sum(Cells& cells) {
        fill_bits(cells.known.data(), batch_.students(), [&](std::size_t student) {
            if (!is_known(student) || undated(student) != 0) return false;
            if (masks_.any_maybe && count_bits(masks_.maybe, begin(student), end(student)) != 0) return false;
            const Int128 best = highest(student, false);
            const bool fits =
                best <= std::numeric_limits<std::int64_t>::max() && best >= std::numeric_limits<std::int64_t>::min();
            if (fits) cells.value[student] = static_cast<std::int64_t>(best);
            return fits;
        });
    }

  private:
    struct Passing {
        std::int64_t day;
        Int128 before;  // the sum of those before it
    };

    // The highest sum (or number) over the windows that the passing events open; all events of one day open the same one.
    Int128 highest(std::size_t student, bool with_maybe) {
        passing_.clear();
        Int128 sum = 0;
        for (std::size_t row = begin(student); row < end(student); ++row) {
            if (!bit_at(masks_.in, row) && !(with_maybe && bit_at(masks_.maybe, row))) continue;
            passing_.push_back({day_of(row), sum});
            sum += values_ == nullptr ? 1 : Int128{values_->raw_at(events_.first + row)} * values_->factor();
        }
        std::optional<Int128> best;
        std::size_t behind = 0;
        for (std::size_t first = 0; first < passing_.size(); ++first) {
            if (first > 0 && passing_[first].day == passing_[first - 1].day) continue;
            const std::int64_t last_day = this->last_day(student, passing_[first].day);
            while (behind < passing_.size() && passing_[behind].day <= last_day) ++behind;
            const std::size_t to = std::max(behind, first);
            const Int128 outcome = (to < passing_.size() ? passing_[to].before : sum) - passing_[first].before;
            if (!best || outcome > *best) best = outcome;
        }
        return best.value_or(0);
    }

    std::int64_t last_day(std::size_t student, std::int64_t from) {
        const std::int64_t packed = lengths_.value[student];
        if (packed != length_) {
            length_ = packed;
            last_days_.clear();
        }
        return last_days_.at(from, [&]() -> std::int64_t {
            const auto window =
                window_from(batch_.program().calendars, batch_.bound().reference_date, program::unpack_length(packed),
                            Date::from_days(static_cast<std::int32_t>(from)));
            return window ? window->to.days() : from - 1;
        });
    }

    const Cells& lengths_;
    const Column* values_ = nullptr;
    std::int64_t length_ = std::numeric_limits<std::int64_t>::min();
    ByDay<std::int64_t> last_days_;
    std::vector<Passing> passing_;
};

// ---- langste rij ----------------------------------------------------------------------------------------------------

class LongestRun : EventsInOrder {
  public:
    LongestRun(Batch& batch, const Instruction& instruction)
        : EventsInOrder(batch, instruction, operand(batch, instruction, 1), std::nullopt), working_days_(today_) {
        const Register last_counts = operand(batch, instruction, 2);
        if (last_counts && events_.count != 0) replaced_ = batch.cells(last_counts).no.data();
    }

    void run(Cells& cells, bool of_days) {
        fill_bits(cells.known.data(), batch_.students(), [&](std::size_t student) {
            cells.value[student] = 0;
            cells.upper[student] = 0;
            if (!is_known(student) || undated(student) != 0) return false;
            cells.value[student] = of_days ? days(student, false) : events(student, false);
            cells.upper[student] = cells.value[student];
            if (masks_.any_maybe) cells.upper[student] = of_days ? days(student, true) : events(student, true);
            return true;
        });
    }

  private:
    [[nodiscard]] static Register operand(const Batch& batch, const Instruction& instruction, std::size_t index) {
        const auto operands = batch.operands_of(instruction);
        return index < operands.size() ? operands[index] : Register{};
    }
    [[nodiscard]] bool passes(std::size_t row, bool with_maybe) const {
        return bit_at(masks_.in, row) || (with_maybe && bit_at(masks_.maybe, row));
    }
    // Under `geldt laatste per` a row that was replaced is none of the events: it breaks no row of them.
    [[nodiscard]] std::int64_t events(std::size_t student, bool with_maybe) const {
        std::int64_t best = 0;
        std::int64_t now = 0;
        for (std::size_t row = begin(student); row < end(student); ++row) {
            if (replaced_ != nullptr && bit_at(replaced_, row)) continue;
            now = passes(row, with_maybe) ? now + 1 : 0;
            best = std::max(best, now);
        }
        return best;
    }
    [[nodiscard]] std::int64_t days(std::size_t student, bool with_maybe) {
        std::int64_t best = 0;
        std::int64_t now = 0;
        std::optional<std::int64_t> previous;
        for (std::size_t row = begin(student); row < end(student); ++row) {
            const std::int64_t day = day_of(row);
            if (!passes(row, with_maybe) || day == previous || !is_working_day(day)) continue;
            now = previous && follows(*previous, day) ? now + 1 : 1;
            previous = day;
            best = std::max(best, now);
        }
        return best;
    }
    [[nodiscard]] bool follows(std::int64_t previous, std::int64_t day) {
        std::int64_t next = previous + 1;
        while (next < day && !is_working_day(next)) ++next;
        return next == day;
    }
    bool is_working_day(std::int64_t day) {
        return working_days_.at(day, [&] {
            return batch_.program().calendars.is_working_day(Date::from_days(static_cast<std::int32_t>(day)));
        });
    }

    ByDay<bool> working_days_;
    const Word* replaced_ = nullptr;  // known not to be among the events; or none at all
};

}  // namespace

void run_any(Batch& batch, Register id, const Instruction& instruction) {
    const auto operands = batch.operands_of(instruction);
    const Register filter = operands.size() > 2 ? operands[2] : Register{};
    if (instruction.opcode == Opcode::count_any) {
        AnyWindow(batch, instruction, filter, std::nullopt).count(batch.cells(id));
        return;
    }
    const bool is_supplied = batch.bound().cohort.series[instruction.series.index()].supplied;
    AnyWindow(batch, instruction, filter, is_supplied ? std::optional(instruction.field) : std::nullopt)
        .sum(batch.cells(id));
}

void run_longest_run(Batch& batch, Register id, const Instruction& instruction) {
    LongestRun(batch, instruction).run(batch.cells(id), instruction.opcode == Opcode::longest_run_days);
}

}  // namespace wegwijzer::execute
