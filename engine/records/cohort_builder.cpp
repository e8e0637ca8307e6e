// Rows arrive in any order and are kept in that order; `finish` works out where each event belongs and moves the columns
// one by one, so that no more than one column is there twice at a time.
#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

#include "engine/records/cohort.h"

namespace wegwijzer {
struct SeriesRows {
    bool supplied = false;
    std::vector<std::uint32_t> students;          // per event, in the order of the input
    std::vector<std::uint64_t> not_supplied_for;  // as far as needed
    std::vector<ColumnBuilder> columns;           // shorter ones are padded when their next value comes
    std::optional<Date> complete_to;
};

namespace {

std::vector<ColumnBuilder> builders_for(const std::vector<Field>& fields) {
    std::vector<ColumnBuilder> result;
    result.reserve(fields.size());
    for (const Field& field : fields) result.emplace_back(field.type.kind);
    return result;
}

std::vector<Column> finish_all(std::vector<ColumnBuilder> builders, std::size_t rows,
                               std::span<const std::uint32_t> order) {
    std::vector<Column> result;
    result.reserve(builders.size());
    for (ColumnBuilder& builder : builders) {
        builder.pad_to(rows);
        result.push_back(std::move(builder).finish(order));
    }
    return result;
}

// Where an event comes among those of its student: by date, undated last.
class DayOf {
  public:
    explicit DayOf(const Column* dates) : dates_(dates) {}
    std::uint32_t operator()(std::uint32_t event) const {
        if (dates_ == nullptr || !dates_->is_known(event)) return std::numeric_limits<std::uint32_t>::max();
        return static_cast<std::uint32_t>(dates_->date_at(event).days()) ^ 0x8000'0000u;
    }

  private:
    const Column* dates_;
};

bool is_in_order(const std::vector<std::uint32_t>& students, const DayOf& day_of) {
    for (std::uint32_t event = 1; event < students.size(); ++event) {
        if (students[event] < students[event - 1]) return false;
        if (students[event] == students[event - 1] && day_of(event) < day_of(event - 1)) return false;
    }
    return true;
}

std::vector<std::uint32_t> offsets_of(const std::vector<std::uint32_t>& students, std::size_t count) {
    std::vector<std::uint32_t> offsets(count + 1, 0);
    for (const std::uint32_t student : students) ++offsets[student + 1];
    for (std::size_t student = 0; student < count; ++student) offsets[student + 1] += offsets[student];
    return offsets;
}

// The events by student and date, those of one day in the order of the input.
std::vector<std::uint32_t> order_of(const std::vector<std::uint32_t>& students,
                                    const std::vector<std::uint32_t>& offsets, const DayOf& day_of) {
    std::vector<std::uint32_t> order(students.size());
    std::vector<std::uint32_t> next(offsets.begin(), offsets.end() - 1);
    for (std::uint32_t event = 0; event < students.size(); ++event) order[next[students[event]]++] = event;

    std::vector<std::uint64_t> keys;  // day before number of the event, so that any sort is stable
    for (std::size_t student = 0; student + 1 < offsets.size(); ++student) {
        const std::span<std::uint32_t> own(order.data() + offsets[student], order.data() + offsets[student + 1]);
        keys.clear();
        for (const std::uint32_t event : own) keys.push_back((std::uint64_t{day_of(event)} << 32) | event);
        if (std::ranges::is_sorted(keys)) continue;
        std::ranges::sort(keys);
        for (std::size_t i = 0; i < own.size(); ++i) own[i] = static_cast<std::uint32_t>(keys[i]);
    }
    return order;
}

SeriesData finish_series(SeriesRows rows, const Series& definition, std::size_t students) {
    SeriesData result;
    result.supplied = rows.supplied;
    result.complete_to = rows.complete_to;
    if (rows.supplied && !rows.not_supplied_for.empty()) {
        rows.not_supplied_for.resize((students + 63) / 64, 0);
        result.not_supplied_for = std::move(rows.not_supplied_for);
    }
    const Column* dates = nullptr;
    if (definition.date_field) {
        ColumnBuilder& builder = rows.columns[definition.date_field.index()];
        builder.pad_to(rows.students.size());
        dates = &builder.so_far();
    }
    const DayOf day_of(dates);
    result.offsets = offsets_of(rows.students, students);
    std::vector<std::uint32_t> order;
    if (!is_in_order(rows.students, day_of)) order = order_of(rows.students, result.offsets, day_of);
    const std::size_t events = rows.students.size();
    rows.students = {};
    result.columns = finish_all(std::move(rows.columns), events, order);
    return result;
}

}  // namespace

struct CohortBuilder::State {
    std::shared_ptr<const Schema> schema;
    // INVARIANT: the key column's dictionary index of a student's key is the student's number.
    std::vector<ColumnBuilder> columns;
    std::vector<SeriesRows> series;

    // Precondition: there is a student, and the field is not set for it yet.
    ColumnBuilder& field_of_last(FieldId field) {
        const std::size_t students = columns[schema->key.index()].size();
        ColumnBuilder& column = columns[field.index()];
        assert(students > 0 && column.size() < students);
        column.pad_to(students - 1);
        return column;
    }
    ColumnBuilder& field_of_last(SeriesId id, SeriesFieldId field) {
        SeriesRows& rows = series[id.index()];
        ColumnBuilder& column = rows.columns[field.index()];
        assert(!rows.students.empty() && column.size() < rows.students.size());
        column.pad_to(rows.students.size() - 1);
        return column;
    }
};

CohortBuilder::CohortBuilder(std::shared_ptr<const Schema> schema) : state_(std::make_unique<State>()) {
    assert(schema != nullptr && schema->key);
    state_->columns = builders_for(schema->student_fields);
    state_->series.resize(schema->series.size());
    for (std::size_t i = 0; i < schema->series.size(); ++i) {
        state_->series[i].columns = builders_for(schema->series[i].fields);
    }
    state_->schema = std::move(schema);
}

CohortBuilder::~CohortBuilder() = default;
CohortBuilder::CohortBuilder(CohortBuilder&&) noexcept = default;
CohortBuilder& CohortBuilder::operator=(CohortBuilder&&) noexcept = default;

bool CohortBuilder::add_student(std::string_view key) {
    if (find_student(key)) return false;
    state_->columns[state_->schema->key.index()].append_text(key);
    return true;
}

std::optional<std::uint32_t> CohortBuilder::find_student(std::string_view key) const {
    return state_->columns[state_->schema->key.index()].so_far().dictionary().find(key);
}

std::size_t CohortBuilder::students() const { return state_->columns[state_->schema->key.index()].size(); }

std::size_t CohortBuilder::events(SeriesId series) const { return state_->series[series.index()].students.size(); }

void CohortBuilder::set(FieldId field, Decimal value) { state_->field_of_last(field).append(value); }
void CohortBuilder::set(FieldId field, Date value) { state_->field_of_last(field).append(value); }
void CohortBuilder::set_boolean(FieldId field, bool value) { state_->field_of_last(field).append_boolean(value); }
void CohortBuilder::set_choice(FieldId field, std::uint32_t choice) {
    state_->field_of_last(field).append_choice(choice);
}
void CohortBuilder::set_text(FieldId field, std::string_view text) { state_->field_of_last(field).append_text(text); }

void CohortBuilder::supply(SeriesId series) { state_->series[series.index()].supplied = true; }

void CohortBuilder::mark_not_supplied(SeriesId series, std::uint32_t student) {
    std::vector<std::uint64_t>& words = state_->series[series.index()].not_supplied_for;
    if (words.size() <= student / 64) words.resize(student / 64 + 1, 0);
    words[student / 64] |= std::uint64_t{1} << (student % 64);
}

void CohortBuilder::complete_to(SeriesId series, Date day) { state_->series[series.index()].complete_to = day; }

void CohortBuilder::add_event(SeriesId series, std::uint32_t student) {
    assert(student < students());
    SeriesRows& rows = state_->series[series.index()];
    rows.supplied = true;
    if (student / 64 < rows.not_supplied_for.size()) {
        rows.not_supplied_for[student / 64] &= ~(std::uint64_t{1} << (student % 64));
    }
    rows.students.push_back(student);
}

void CohortBuilder::set(SeriesId series, SeriesFieldId field, Decimal value) {
    state_->field_of_last(series, field).append(value);
}
void CohortBuilder::set(SeriesId series, SeriesFieldId field, Date value) {
    state_->field_of_last(series, field).append(value);
}
void CohortBuilder::set_boolean(SeriesId series, SeriesFieldId field, bool value) {
    state_->field_of_last(series, field).append_boolean(value);
}
void CohortBuilder::set_choice(SeriesId series, SeriesFieldId field, std::uint32_t choice) {
    state_->field_of_last(series, field).append_choice(choice);
}
void CohortBuilder::set_text(SeriesId series, SeriesFieldId field, std::string_view text) {
    state_->field_of_last(series, field).append_text(text);
}

Cohort CohortBuilder::finish() && {
    Cohort cohort;
    cohort.schema = state_->schema;
    cohort.students = students();
    cohort.series.reserve(state_->series.size());
    for (std::size_t i = 0; i < state_->series.size(); ++i) {
        cohort.series.push_back(finish_series(std::move(state_->series[i]), cohort.schema->series[i], cohort.students));
    }
    cohort.columns = finish_all(std::move(state_->columns), cohort.students, {});
    return cohort;
}

}  // namespace wegwijzer
