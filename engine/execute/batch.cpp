#include "engine/execute/batch.h"

#include <algorithm>

#include "engine/execute/operators.h"

namespace wegwijzer::execute {

namespace {

template <class Value>
void grow(std::vector<Value>& values, std::size_t size) {
    if (values.size() < size) values.resize(size);
}

}  // namespace

void Cells::make_room(Kind kind, std::size_t rows) {
    const std::size_t words = words_for(rows);
    switch (kind) {
        case Kind::tri:
            grow(yes, words);
            grow(no, words);
            break;
        case Kind::number:
        case Kind::date:
        case Kind::choice:
        case Kind::text:
        case Kind::length:
            grow(known, words);
            grow(value, rows);
            break;
        case Kind::ratio:
            grow(known, words);
            grow(ratio, rows);
            break;
        case Kind::severities: grow(bytes, rows); break;
        case Kind::window: grow(open, words); [[fallthrough]];
        case Kind::range:
        case Kind::interval:
            grow(known, words);
            grow(value, rows);
            grow(upper, rows);
            break;
        case Kind::signal:
            grow(yes, words);
            grow(no, words);
            grow(open, words);
            grow(bytes, rows);
            grow(upper_bytes, rows);
            break;
    }
}

Batch::Batch(const Bound& bound, std::size_t most_students)
    : bound_(bound),
      cells_(bound.program.instructions.size()),
      events_(bound.cohort.series.size()),
      reads_series_(bound.cohort.series.size()) {
    for (const Instruction& instruction : bound.program.instructions) {
        if (!instruction.live) continue;
        if (instruction.domain) reads_series_[instruction.domain.index()] = true;
        if (instruction.series) reads_series_[instruction.series.index()] = true;
    }
    students_ = most_students;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        const Instruction& instruction = bound.program.instructions[i];
        if (instruction.live && instruction.uniform) run(Register(i));
    }
}

void Batch::run(std::size_t first_student, std::size_t students) {
    first_student_ = first_student;
    students_ = students;
    find_events();
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        const Instruction& instruction = bound_.program.instructions[i];
        if (instruction.live && !instruction.uniform) run(Register(i));
    }
}

void Batch::find_events() {
    for (std::size_t i = 0; i < events_.size(); ++i) {
        if (!reads_series_[i]) continue;
        EventRows& rows = events_[i];
        rows.begin.assign(students_, 0);
        rows.dated_end.assign(students_, 0);
        rows.undated_begin.assign(students_, 0);
        rows.end.assign(students_, 0);
        rows.count = 0;
        rows.first = 0;
        rows.has_undated = false;
        const SeriesData& data = bound_.cohort.series[i];
        if (!data.supplied) continue;
        rows.first = data.offsets[first_student_];
        rows.count = data.offsets[first_student_ + students_] - rows.first;
        const SeriesFieldId date_field = bound_.program.schema->series[i].date_field;
        const Column& dates = data.columns[date_field.index()];
        for (std::size_t student = 0; student < students_; ++student) {
            const std::size_t begin = data.offsets[first_student_ + student];
            const std::size_t end = data.offsets[first_student_ + student + 1];
            std::size_t undated = end;
            if (!dates.all_known()) {
                while (undated > begin && !dates.is_known(undated - 1)) --undated;
            }
            std::size_t dated_end = undated;
            while (dated_end > begin && dates.raw_at(dated_end - 1) > bound_.reference_date.days()) --dated_end;
            rows.begin[student] = static_cast<std::uint32_t>(begin - rows.first);
            rows.dated_end[student] = static_cast<std::uint32_t>(dated_end - rows.first);
            rows.undated_begin[student] = static_cast<std::uint32_t>(undated - rows.first);
            rows.end[student] = static_cast<std::uint32_t>(end - rows.first);
            rows.has_undated = rows.has_undated || undated != end;
        }
    }
}

void Batch::run(Register id) {
    const Instruction& one = instruction(id);
    cells_[id.index()].make_room(one.kind, std::max<std::size_t>(rows_of(one.domain), 1));
    switch (one.opcode) {
        case Opcode::constant:
        case Opcode::unknown:
        case Opcode::reference_date:
        case Opcode::field:
        case Opcode::spread: return run_source(*this, id, one);
        case Opcode::not_:
        case Opcode::and_:
        case Opcode::or_:
        case Opcode::quantified:
        case Opcode::is_known:
        case Opcode::truth:
        case Opcode::holds: return run_logic(*this, id, one);
        case Opcode::compare:
        case Opcode::between:
        case Opcode::one_of:
        case Opcode::compare_exact:
        case Opcode::between_exact:
        case Opcode::one_of_exact: return run_comparison(*this, id, one);
        case Opcode::compare_counted:
        case Opcode::between_counted:
        case Opcode::one_of_counted: return run_counted_comparison(*this, id, one);
        case Opcode::compare_severity:
        case Opcode::between_severity:
        case Opcode::one_of_severity: return run_severity_comparison(*this, id, one);
        case Opcode::compare_field:
        case Opcode::between_field:
        case Opcode::one_of_field: return run_field_test(*this, id, one);
        case Opcode::round:
        case Opcode::count_value:
        case Opcode::negate:
        case Opcode::add:
        case Opcode::subtract:
        case Opcode::multiply:
        case Opcode::divide:
        case Opcode::quotient:
        case Opcode::add_days:
        case Opcode::subtract_days:
        case Opcode::days_between:
        case Opcode::shift_months: return run_arithmetic(*this, id, one);
        case Opcode::select:
        case Opcode::parameter: return run_choice(*this, id, one);
        case Opcode::table_unique:
        case Opcode::table_first: return run_table(*this, id, one);
        case Opcode::period_last:
        case Opcode::period_last_before:
        case Opcode::period_since_start:
        case Opcode::period_study_weeks:
        case Opcode::period_phase:
        case Opcode::period_between:
        case Opcode::period_since:
        case Opcode::period_academic_year:
        case Opcode::period_any:
        case Opcode::period_within_year:
        case Opcode::in_phase: return run_period(*this, id, one);
        case Opcode::window:
        case Opcode::last_counts:
        case Opcode::counting: return run_window(*this, id, one);
        case Opcode::count:
        case Opcode::count_distinct: return run_count(*this, id, one);
        case Opcode::count_any:
        case Opcode::sum_any: return run_any(*this, id, one);
        case Opcode::longest_run:
        case Opcode::longest_run_days: return run_longest_run(*this, id, one);
        case Opcode::sum:
        case Opcode::average:
        case Opcode::highest:
        case Opcode::lowest:
        case Opcode::first:
        case Opcode::last:
        case Opcode::change:
        case Opcode::time_since_last: return run_aggregate(*this, id, one);
        case Opcode::signal:
        case Opcode::signal_active:
        case Opcode::signal_severity: return run_signal(*this, id, one);
        case Opcode::signals_count:
        case Opcode::signals_distinct:
        case Opcode::signals_sum:
        case Opcode::signals_average:
        case Opcode::signals_highest:
        case Opcode::signals_lowest: return run_signals(*this, id, one);
    }
}

bool Batch::is_ordinary(Register id, std::size_t row) const {
    const Instruction& one = instruction(id);
    const Cells& of = cells(id);
    if (one.opcode == Opcode::field && !one.live) {
        return bound_.column(one.domain, one.field).is_known(first_row_of(one.domain) + row);
    }
    switch (one.kind) {
        case Kind::tri: return bit_at(of.yes.data(), row) || bit_at(of.no.data(), row);
        case Kind::range: return bit_at(of.known.data(), row) && of.value[row] == of.upper[row];
        case Kind::severities: return std::has_single_bit(of.bytes[row]);
        case Kind::signal: return true;
        default: return bit_at(of.known.data(), row);
    }
}

}  // namespace wegwijzer::execute
