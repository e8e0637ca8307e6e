// What reading the data found, for one reader: where the reader may not see a value, its place stands without it; counts of
// what the reader may not see are left out.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/diagnostics/render.h"
#include "engine/explain/reader.h"
#include "engine/io/read.h"

namespace wegwijzer::run {

struct ShownFinding {
    Code code{};
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    Localized message;  // without code and place
    Localized why;
    Localized way_out;
};
[[nodiscard]] std::vector<ShownFinding> shown_findings(const Schema& schema, const explain::Reader& reader,
                                                       const io::ReadReport& report);
// One per line (and a line for the way out); as JSON, the keys of `render`.
[[nodiscard]] std::string render(const std::vector<ShownFinding>& findings, Language language, ErrorFormat format);

struct DataCounts {
    std::size_t students = 0;
    std::vector<std::pair<std::string, std::size_t>> events;  // per series the reader may see
    std::size_t invalid_cells = 0;
    std::size_t set_aside_rows = 0;
    bool leaves_out = false;  // the rules know data that this reader may not see; depends on the rules alone

    [[nodiscard]] std::size_t event_count() const;
};
[[nodiscard]] DataCounts shown_counts(const Schema& schema, const explain::Reader& reader,
                                      const io::ReadReport& report);
// "40 studenten, 812 gebeurtenissen (toetsen 400, presenties 412), 2 ongeldige cellen, 1 apart gelegde rij"
[[nodiscard]] std::string closing_line(const DataCounts& counts, Language language);
// {"kind":"counts","students":40,"events":{"toetsen":400},"invalid_cells":2,"set_aside_rows":1,"leaves_out":false}
[[nodiscard]] std::string closing_json(const DataCounts& counts);

}  // namespace wegwijzer::run
