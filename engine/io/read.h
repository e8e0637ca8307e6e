// Student data from bytes into a cohort (language.md section 8). Readers never open files and never fail silently: every
// invalid cell and set-aside row is in the report.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "engine/records/cohort.h"
#include "engine/records/schema.h"

namespace wegwijzer::io {

struct DataFile {
    std::string name;        // as shown in messages, e.g. "data/student.csv"
    std::string_view bytes;  // must outlive the call
};

// What a person may need to see, or may not see, of one finding: the field and the series behind it decide (language.md
// section 3). A row of a series that is set aside for its key has both the series and the student's key field.
struct DataFinding {
    Code code{};  // G...
    std::string file;
    std::uint32_t line = 0;    // 1-based; 0: about the file
    std::uint32_t column = 0;  // 1-based, in characters of that line; 0: about the row
    std::string column_name;   // as the source names it: {2} of the catalogue's text
    std::string value;         // as read; may not be shown to every reader: {1}
    Localized detail;          // what is wrong, which columns: {0}
    Localized reason;          // why, e.g. "31 februari bestaat niet"
    FieldId student_field;     // the field, or none
    SeriesId series;           // the series, or none: then the finding is about students
    SeriesFieldId series_field;
};

struct ReadReport {
    std::vector<DataFinding> findings;  // invalid cells, set-aside rows, warnings, in file and line order
    std::size_t students = 0;
    std::vector<std::size_t> events;                             // per series, as read into the cohort
    std::vector<std::size_t> invalid_cells;                      // by student field, then ...
    std::vector<std::vector<std::size_t>> invalid_series_cells;  // ... by series and field
    std::vector<std::size_t> invalid_completeness_cells;         // ... and per series in bijgewerkt.csv
    std::size_t set_aside_students = 0;
    std::vector<std::size_t> set_aside_events;  // per series
    std::size_t short_student_rows = 0;         // rows with fewer cells than columns
    std::vector<std::size_t> short_event_rows;  // per series
    bool unreadable = false;                    // a file cannot be used at all: see findings (exit status 2)

    [[nodiscard]] std::size_t event_count() const;
    [[nodiscard]] std::size_t invalid_cell_count() const;
    [[nodiscard]] std::size_t set_aside_count() const;
    // Is there an invalid cell, a set-aside row or a row with too few cells? (--strict)
    [[nodiscard]] bool fails_strict() const;
};

struct ReadResult {
    Cohort cohort;
    ReadReport report;
};

// Events that were recorded elsewhere: a CSV file of one series, read as a file of that series is. The data themselves must
// then not hold that series: two sources of one truth are refused (F336). What was recorded outlives who left: rows of
// students who are not in the data are named in one note and are not set aside.
struct RecordedSeries {
    SeriesId series;
    std::string name;                         // as shown in messages
    std::function<std::string_view()> bytes;  // asked for once, behind the data themselves; must outlive the call
    // A number that is higher the later this line of `bytes` was written down; none: lines stand in that order.
    std::function<std::size_t(std::size_t line)> written_as{};
};

// A folder of CSV files: student.csv or studenten.csv, one per series (singular or plural), bijgewerkt.csv. Where both
// names of one are there, both are read. Data files that belong to nothing in the schema are named in a finding.
[[nodiscard]] ReadResult read_csv_folder(std::shared_ptr<const Schema> schema, const std::vector<DataFile>& files,
                                         const std::vector<RecordedSeries>& recorded = {});
// One .jsonl file (an object per line) or .json file (an array of objects, or one object); the name decides.
[[nodiscard]] ReadResult read_json(std::shared_ptr<const Schema> schema, const DataFile& file,
                                   const std::vector<RecordedSeries>& recorded = {});

}  // namespace wegwijzer::io
