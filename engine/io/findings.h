// Collects the findings of one file for the report.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/source.h"
#include "engine/io/read.h"

namespace wegwijzer::io {

// Sizes the counts of a report.
[[nodiscard]] ReadReport empty_report(const Schema& schema);

class FileFindings {
  public:
    // `series` none: the file with the students, or one that belongs to nothing.
    FileFindings(ReadReport& report, std::string file, SeriesId series = {});

    // A finding about this file (and series); more can be filled in.
    DataFinding& add(Code code, LineColumn place = {0, 0});
    // The same, and the input can't be used.
    DataFinding& fail(Code code, LineColumn place = {0, 0});
    void count_set_aside();
    // Puts what was added for this file in the order of its lines.
    void sort();

  private:
    ReadReport& report_;
    std::string file_;
    SeriesId series_;
    std::size_t first_;
};

// A value as a finding holds it: its first 200 bytes.
[[nodiscard]] std::string shortened(std::string_view value);
// "`a`, `b`, `c`", at most a dozen of them.
[[nodiscard]] std::string name_list(std::span<const std::string> names);

}  // namespace wegwijzer::io
