// Where the events of a period lie, once per series and period; and which events count under `geldt laatste per`.
#include <algorithm>
#include <utility>

#include "engine/execute/operators.h"

namespace wegwijzer::execute {

namespace {

// The first of `rows` (relative to `first`) in [begin, end) whose day is not before `day`.
template <class Raw>
std::size_t first_from(const Raw* days, std::size_t begin, std::size_t end, std::int64_t day) {
    // A student has few events: most searches are a look or two from the back.
    while (end - begin > 8) {
        const std::size_t middle = begin + (end - begin) / 2;
        if (days[middle] < day) {
            begin = middle + 1;
        } else {
            end = middle;
        }
    }
    while (begin < end && days[begin] < day) ++begin;
    return begin;
}

template <class Raw>
void find_windows(const Batch& batch, const EventRows& events, const Raw* days, const Cells* interval, Cells& cells) {
    for (std::size_t student = 0; student < batch.students(); ++student) {
        std::size_t begin = events.begin[student];
        std::size_t end = events.dated_end[student];
        if (interval != nullptr && begin != end) {
            begin = first_from(days, begin, end, interval->value[student]);
            end = first_from(days, begin, end, interval->upper[student] + 1);
        }
        cells.value[student] = static_cast<std::int64_t>(begin);
        cells.upper[student] = static_cast<std::int64_t>(end);
    }
}

void run_plain_window(Batch& batch, Register id, const Instruction& instruction) {
    Cells& cells = batch.cells(id);
    const EventRows& events = batch.events(instruction.series);
    const SeriesData& data = batch.bound().cohort.series[instruction.series.index()];
    const auto operands = batch.operands_of(instruction);
    const Cells* interval = operands.empty() ? nullptr : &batch.cells(operands[0]);
    const std::int64_t today = batch.bound().reference_date.days();
    fill_bits(cells.known.data(), batch.students(), [&](std::size_t student) {
        return data.supplied_for(batch.first_student() + student) &&
               (interval == nullptr || bit_at(interval->known.data(), student));
    });
    fill_bits(cells.open.data(), batch.students(), [&](std::size_t student) {
        if (!data.complete_to) return false;
        const std::int64_t to = interval == nullptr ? today : interval->upper[student];
        const bool is_empty = interval != nullptr && to < interval->value[student];
        return !is_empty && data.complete_to->days() < to;
    });
    if (events.count == 0) {
        std::fill_n(cells.value.begin(), batch.students(), 0);
        std::fill_n(cells.upper.begin(), batch.students(), 0);
        return;
    }
    const std::size_t date_field = batch.program().schema->series_of(instruction.series).date_field.index();
    const Column& dates = data.columns[date_field];
    const auto find = [&](auto raw) {
        find_windows(batch, events, dates.raw<decltype(raw)>().data() + events.first, interval, cells);
    };
    switch (dates.width()) {
        case 1: return find(std::int8_t{});
        case 2: return find(std::int16_t{});
        case 4: return find(std::int32_t{});
        default: return find(std::int64_t{});
    }
}

// Of the dated events with the same value of the field only the last one counts; with an undated event of that value
// none is known to count or not to.
class LastCounts {
  public:
    LastCounts(const Column& column, std::size_t first, Cells& cells) : column_(column), first_(first), cells_(cells) {}

    void settle(const EventRows& events, std::size_t student, std::vector<std::pair<std::int64_t, std::size_t>>& rows) {
        rows.clear();
        const auto add = [&](std::size_t from, std::size_t to) {
            for (std::size_t row = from; row < to; ++row) {
                if (column_.is_known(first_ + row)) {
                    rows.emplace_back(column_.raw_at(first_ + row), row);
                } else {
                    put(row, Tri::yes);
                }
            }
        };
        const std::size_t undated = events.undated_begin[student];
        add(events.begin[student], events.dated_end[student]);
        add(undated, events.end[student]);
        std::ranges::sort(rows);
        for (std::size_t from = 0; from < rows.size();) {
            std::size_t to = from + 1;
            while (to < rows.size() && rows[to].first == rows[from].first) ++to;
            const bool has_undated = rows[to - 1].second >= undated;
            for (std::size_t i = from; i < to; ++i)
                put(rows[i].second, has_undated ? Tri::unknown : tri_of(i + 1 == to));
            from = to;
        }
    }

  private:
    void put(std::size_t row, Tri counts) {
        const Word bit = Word{1} << (row % word_bits);
        if (counts == Tri::yes) cells_.yes[row / word_bits] |= bit;
        if (counts == Tri::no) cells_.no[row / word_bits] |= bit;
    }
    const Column& column_;
    std::size_t first_;
    Cells& cells_;
};

void run_last_counts(Batch& batch, Register id, const Instruction& instruction) {
    const EventRows& events = batch.events(instruction.domain);
    if (events.count == 0) return;
    Cells& cells = batch.cells(id);
    std::fill_n(cells.yes.begin(), words_for(events.count), Word{0});
    std::fill_n(cells.no.begin(), words_for(events.count), Word{0});
    LastCounts counts(batch.bound().column(instruction.domain, instruction.field), events.first, cells);
    for (std::size_t student = 0; student < batch.students(); ++student)
        counts.settle(events, student, batch.scratch().pairs);
}

void run_counting(Batch& batch, Register id, const Instruction& instruction) {
    Cells& cells = batch.cells(id);
    const auto operands = batch.operands_of(instruction);
    const Cells& counts = batch.cells(operands[0]);
    const Cells& filter = batch.cells(operands[1]);
    for (std::size_t i = 0; i < words_for(batch.rows_of(instruction.domain)); ++i) {
        cells.yes[i] = counts.yes[i] & filter.yes[i];
        cells.no[i] = counts.no[i] | (counts.yes[i] & filter.no[i]);
    }
}

}  // namespace

void run_window(Batch& batch, Register id, const Instruction& instruction) {
    switch (instruction.opcode) {
        case Opcode::window: return run_plain_window(batch, id, instruction);
        case Opcode::last_counts: return run_last_counts(batch, id, instruction);
        default: return run_counting(batch, id, instruction);
    }
}

}  // namespace wegwijzer::execute
