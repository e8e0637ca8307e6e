// som, gemiddelde, hoogste, laagste, eerste, laatste, verandering, tijd sinds laatste: a known value or none at all.
#include <algorithm>
#include <limits>
#include <optional>

#include "engine/execute/event_masks.h"
#include "engine/execute/operators.h"

namespace wegwijzer::execute {

namespace {

struct Rows {
    std::size_t begin = 0;
    std::size_t end = 0;
};

// Of one window: nothing, or the exact sum and how many; in raw values of the column.
struct Total {
    Int128 sum = 0;
    std::int64_t count = 0;
};

// The aggregate of one instruction for one student after the other, on a column of this width.
template <class Raw>
class Aggregation {
  public:
    Aggregation(Batch& batch, const Instruction& instruction, const EventMasks& masks, const Column& column)
        : batch_(batch),
          instruction_(instruction),
          operands_(batch.operands_of(instruction)),
          events_(batch.events(instruction.series)),
          masks_(masks),
          raw_(column.raw<Raw>().data() + events_.first),
          factor_(column.factor()) {}

    // Does a maybe stand in the way: an unknown filter, or an undated event where a date is asked?
    [[nodiscard]] bool is_blocked(std::size_t student, Rows rows, bool dates_matter) const {
        if (masks_.any_maybe && count_bits(masks_.maybe, rows.begin, rows.end) != 0) return true;
        if (!events_.has_undated) return false;
        const std::size_t from = events_.undated_begin[student];
        const std::size_t to = events_.end[student];
        return count_bits(masks_.maybe, from, to) != 0 || (dates_matter && count_bits(masks_.in, from, to) != 0);
    }

    [[nodiscard]] Total total(std::size_t student, Rows rows, bool with_undated) const {
        Total total;
        std::int64_t partial = 0;
        const auto add = [&](std::size_t row) {
            ++total.count;
            if constexpr (sizeof(Raw) < sizeof(std::int64_t)) {
                partial += raw_[row];
            } else {
                total.sum += raw_[row];
            }
        };
        for_each_bit(masks_.in, rows.begin, rows.end, add);
        if (with_undated && events_.has_undated) {
            for_each_bit(masks_.in, events_.undated_begin[student], events_.end[student], add);
        }
        total.sum += partial;
        total.sum *= factor_;
        return total;
    }

    // The highest or lowest raw value, as micros, days or index.
    template <class Better>
    [[nodiscard]] std::optional<std::int64_t> best(std::size_t student, Rows rows, Better better) const {
        std::optional<std::int64_t> result;
        const auto look = [&](std::size_t row) {
            if (!result || better(raw_[row], *result)) result = raw_[row];
        };
        for_each_bit(masks_.in, rows.begin, rows.end, look);
        if (events_.has_undated) for_each_bit(masks_.in, events_.undated_begin[student], events_.end[student], look);
        if (result) *result *= factor_;
        return result;
    }

    [[nodiscard]] std::optional<std::size_t> first_row(Rows rows) const {
        std::optional<std::size_t> found;
        for (std::size_t row = rows.begin; row < rows.end && !found; ++row)
            if (bit_at(masks_.in, row)) found = row;
        return found;
    }
    [[nodiscard]] std::optional<std::size_t> last_row(Rows rows) const {
        for (std::size_t row = rows.end; row > rows.begin; --row)
            if (bit_at(masks_.in, row - 1)) return row - 1;
        return std::nullopt;
    }
    [[nodiscard]] std::int64_t value_of(std::size_t row) const {
        // NOLINTNEXTLINE(bugprone-signed-char-misuse): a number of one byte, no character
        const auto raw = static_cast<std::int64_t>(raw_[row]);
        if (instruction_.kind != Kind::text) return raw * factor_;
        return batch_.bound().texts(instruction_.series, instruction_.field)[static_cast<std::size_t>(raw)];
    }

    void run(Cells& cells) {
        const Cells& window = batch_.cells(operands_[0]);
        const bool has_period = batch_.instruction(operands_[0]).operand_count != 0;
        fill_bits(cells.known.data(), batch_.students(), [&](std::size_t student) {
            if (!bit_at(window.known.data(), student)) return false;
            return put(cells, student, rows_of(window, student), has_period);
        });
    }

  private:
    [[nodiscard]] static Rows rows_of(const Cells& window, std::size_t student) {
        return {static_cast<std::size_t>(window.value[student]), static_cast<std::size_t>(window.upper[student])};
    }
    static bool put(Cells& cells, std::size_t student, std::optional<std::int64_t> value) {
        if (value) cells.value[student] = *value;
        return value.has_value();
    }
    static std::optional<std::int64_t> as_micros(Int128 sum) {
        if (sum > std::numeric_limits<std::int64_t>::max() || sum < std::numeric_limits<std::int64_t>::min()) {
            return std::nullopt;
        }
        return static_cast<std::int64_t>(sum);
    }
    [[nodiscard]] std::optional<Decimal> average(std::size_t student, Rows rows) const {
        const Total all = total(student, rows, false);
        if (all.count == 0 || is_blocked(student, rows, true)) return std::nullopt;
        return Ratio::average(all.sum, all.count).rounded();
    }

    bool put(Cells& cells, std::size_t student, Rows rows, bool has_period) {
        switch (instruction_.opcode) {
            case Opcode::sum:
                if (is_blocked(student, rows, has_period)) return false;
                return put(cells, student, as_micros(total(student, rows, !has_period).sum));
            case Opcode::average: {
                if (is_blocked(student, rows, has_period)) return false;
                const Total all = total(student, rows, !has_period);
                if (all.count == 0) return false;
                cells.ratio[student] = Ratio::average(all.sum, all.count);
                return true;
            }
            case Opcode::highest:
                if (is_blocked(student, rows, has_period)) return false;
                return put(cells, student, best(student, rows, [](std::int64_t a, std::int64_t b) { return a > b; }));
            case Opcode::lowest:
                if (is_blocked(student, rows, has_period)) return false;
                return put(cells, student, best(student, rows, [](std::int64_t a, std::int64_t b) { return a < b; }));
            case Opcode::change: {
                const Cells& earlier = batch_.cells(operands_[1]);
                if (!bit_at(earlier.known.data(), student)) return false;
                const auto now = average(student, rows);
                const auto before = average(student, rows_of(earlier, student));
                if (!now || !before) return false;
                const auto difference = subtract(*now, *before);
                return put(cells, student, difference ? std::optional(difference->micros()) : std::nullopt);
            }
            case Opcode::first:
            case Opcode::last: {
                if (is_blocked(student, rows, true)) return false;
                const auto row = instruction_.opcode == Opcode::first ? first_row(rows) : last_row(rows);
                return put(cells, student, row ? std::optional(value_of(*row)) : std::nullopt);
            }
            default: {  // time_since_last; the column is that of the dates
                if (is_blocked(student, rows, true)) return false;
                const auto row = last_row(rows);
                if (!row) return false;
                const std::int64_t days = batch_.bound().reference_date.days() - raw_[*row];
                return put(cells, student, Decimal::from_integer(days).micros());
            }
        }
    }

    Batch& batch_;
    const Instruction& instruction_;
    std::span<const Register> operands_;
    const EventRows& events_;
    const EventMasks& masks_;
    const Raw* raw_;
    std::int64_t factor_;
};

}  // namespace

void run_aggregate(Batch& batch, Register id, const Instruction& instruction) {
    Cells& cells = batch.cells(id);
    const SeriesData& data = batch.bound().cohort.series[instruction.series.index()];
    const bool of_dates = instruction.opcode == Opcode::time_since_last;
    const auto operands = batch.operands_of(instruction);
    const std::size_t windows = instruction.opcode == Opcode::change ? 2 : 1;
    const Register filter = operands.size() > windows ? operands[windows] : Register{};
    const EventMasks masks = find_masks(batch, instruction.series, filter,
                                        of_dates || !data.supplied ? std::nullopt : std::optional(instruction.field));
    if (!data.supplied) {
        std::fill_n(cells.known.begin(), words_for(batch.students()), Word{0});
        return;
    }
    const std::size_t field =
        of_dates ? batch.program().schema->series_of(instruction.series).date_field.index() : instruction.field;
    const Column& column = data.columns[field];
    switch (column.width()) {
        case 1: return Aggregation<std::int8_t>(batch, instruction, masks, column).run(cells);
        case 2: return Aggregation<std::int16_t>(batch, instruction, masks, column).run(cells);
        case 4: return Aggregation<std::int32_t>(batch, instruction, masks, column).run(cells);
        default: return Aggregation<std::int64_t>(batch, instruction, masks, column).run(cells);
    }
}

}  // namespace wegwijzer::execute
