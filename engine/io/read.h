// Student data from bytes into a cohort (language.md section 8). Readers never open files and never fail silently: every
// invalid cell and set-aside row is in the report.
#pragma once

#include <cstdint>
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

// What a person may need to see, or may not see, of one finding: the field behind it decides (language.md section 3).
struct DataFinding {
    Code code{};  // G...
    std::string file;
    std::uint32_t line = 0;    // 1-based; 0: about the file
    std::uint32_t column = 0;  // 1-based, in characters of that line; 0: about the row
    std::string column_name;   // as the source names it
    std::string value;         // as read; may not be shown to every reader
    Localized reason;          // why, e.g. "31 februari bestaat niet"
    FieldId student_field;     // the field, or none
    SeriesId series;           // the series, or none
    SeriesFieldId series_field;
};

struct ReadReport {
    std::vector<DataFinding> findings;  // invalid cells, set-aside rows, warnings, in file and line order
    std::size_t students = 0;
    std::vector<std::size_t> events;                             // per series, as read into the cohort
    std::vector<std::size_t> invalid_cells;                      // by student field, then ...
    std::vector<std::vector<std::size_t>> invalid_series_cells;  // ... by series and field
    std::size_t set_aside_students = 0;
    std::vector<std::size_t> set_aside_events;  // per series
    bool unreadable = false;                    // a file cannot be used at all: see findings (exit status 2)

    [[nodiscard]] std::size_t invalid_cell_count() const;
    [[nodiscard]] std::size_t set_aside_count() const;
};

struct ReadResult {
    Cohort cohort;
    ReadReport report;
};

// A folder of CSV files: student.csv or studenten.csv, one per series (singular or plural), bijgewerkt.csv. Files that
// belong to nothing in the schema are named in a finding.
[[nodiscard]] ReadResult read_csv_folder(std::shared_ptr<const Schema> schema, const std::vector<DataFile>& files);
// One .jsonl file (an object per line) or .json file (an array of objects, or one object).
[[nodiscard]] ReadResult read_json(std::shared_ptr<const Schema> schema, const DataFile& file);

}  // namespace wegwijzer::io
