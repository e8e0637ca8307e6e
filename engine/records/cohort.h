// A cohort: students as columns, and their dated series in compressed sparse rows. A single student is a cohort of one.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/date.h"
#include "engine/records/column.h"
#include "engine/records/schema.h"

namespace wegwijzer {

// The events of one series for all students. Events of student s are rows [offsets[s], offsets[s+1]), sorted by date,
// events of one day in the order of the input, events without a date last (in the order of the input).
struct SeriesData {
    bool supplied = false;                        // was the series given at all (a file, or a key in some object)?
    std::vector<std::uint32_t> offsets;           // students + 1
    std::vector<std::uint64_t> not_supplied_for;  // bit per student: no key in that student's object; empty when none
    std::vector<Column> columns;                  // one per field of the series
    std::optional<Date> complete_to;              // `bijgewerkt`: the last day up to which the series is complete

    [[nodiscard]] bool supplied_for(std::size_t student) const {
        return supplied && (not_supplied_for.empty() || ((not_supplied_for[student / 64] >> (student % 64)) & 1u) == 0);
    }
};

struct Cohort {
    // The schema the columns follow: columns[i] belongs to schema->student_fields[i], series[i] to schema->series[i].
    std::shared_ptr<const Schema> schema;
    std::size_t students = 0;
    std::vector<Column> columns;
    std::vector<SeriesData> series;

    [[nodiscard]] const std::string& key_of(std::size_t student) const {
        return columns[schema->key.index()].text_at(student);
    }
    [[nodiscard]] std::size_t bytes_used() const;
};

// Builds a cohort row by row, in any order of events. Used by the readers and by programs that hand records over.
// Each field of a student and of an event is set at most once; ids are those of the schema.
class CohortBuilder {
  public:
    explicit CohortBuilder(std::shared_ptr<const Schema> schema);
    // Starts the next student; its fields are unknown until set. Returns false (and adds nothing) when the key exists.
    bool add_student(std::string_view key);
    [[nodiscard]] std::optional<std::uint32_t> find_student(std::string_view key) const;
    [[nodiscard]] std::size_t students() const;
    [[nodiscard]] std::size_t events(SeriesId series) const;
    // Fields of the student added last.
    void set(FieldId field, Decimal value);
    void set(FieldId field, Date value);
    void set_boolean(FieldId field, bool value);
    void set_choice(FieldId field, std::uint32_t choice);
    void set_text(FieldId field, std::string_view text);

    void supply(SeriesId series);  // the series is given, perhaps without rows
    // Of a series that others have: this student's is not known.
    void mark_not_supplied(SeriesId series, std::uint32_t student);
    void complete_to(SeriesId series, Date day);
    // Starts an event of `student`; its fields are unknown until set. Supplies the series, for this student too.
    void add_event(SeriesId series, std::uint32_t student);
    void set(SeriesId series, SeriesFieldId field, Decimal value);
    void set(SeriesId series, SeriesFieldId field, Date value);
    void set_boolean(SeriesId series, SeriesFieldId field, bool value);
    void set_choice(SeriesId series, SeriesFieldId field, std::uint32_t choice);
    void set_text(SeriesId series, SeriesFieldId field, std::string_view text);

    [[nodiscard]] Cohort finish() &&;

    ~CohortBuilder();
    CohortBuilder(CohortBuilder&&) noexcept;
    CohortBuilder& operator=(CohortBuilder&&) noexcept;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace wegwijzer
