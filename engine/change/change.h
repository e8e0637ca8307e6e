// Changes to the data of one student, and the cohort of one student that has them: what `--what-if` and the margins evaluate.
// The cohort that is changed stays as it is. All that is not changed is the same, order of events and `bijgewerkt` included.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "engine/model/example.h"
#include "engine/records/cohort.h"

namespace wegwijzer::change {

// A field of the student gets this value; none: it becomes unknown. Not the key.
struct FieldChange {
    FieldId field;
    std::optional<model::FieldValue> value;
};
// An event more, behind those of the same day, or some alike. It makes a series that was not supplied supplied, with this alone.
struct AddedEvent {
    SeriesId series;
    std::vector<std::optional<model::FieldValue>> values;  // one per field of the series; none: unknown
    std::size_t times = 1;
};
// All hold together. INVARIANT: of a field there is at most one change. What has happened stays: no event is taken away.
struct Changes {
    std::vector<FieldChange> fields;
    std::vector<AddedEvent> added;

    [[nodiscard]] bool empty() const { return fields.empty() && added.empty(); }
};

// What is taken along of the data: none means all. What is left out is unknown, and a series left out is not supplied.
struct Kept {
    std::function<bool(FieldId)> field;
    std::function<bool(SeriesId)> series;
    std::function<bool(SeriesId, SeriesFieldId)> series_field;
};

// A cohort of one: `student` of `cohort`, changed. Preconditions: ids and types are those of the cohort's schema, values lie
// within the bounds of their fields.
[[nodiscard]] Cohort apply(const Cohort& cohort, std::size_t student, const Changes& changes, const Kept& kept = {});

// The last day of an event that is added; none when there is none with a date.
[[nodiscard]] std::optional<Date> last_day(const Schema& schema, const Changes& changes);

// Sets a field of the student or of the event added last, whatever its type.
void set(CohortBuilder& builder, FieldId field, const model::FieldValue& value);
void set(CohortBuilder& builder, SeriesId series, SeriesFieldId field, const model::FieldValue& value);

// Puts a value, of the type of the column, behind those that are there; none: unknown.
void append(ColumnBuilder& builder, const std::optional<model::FieldValue>& value);

// The value of a field, as a change of it would give it; none: unknown.
[[nodiscard]] std::optional<model::FieldValue> value_of(const Column& column, std::size_t row);

}  // namespace wegwijzer::change
