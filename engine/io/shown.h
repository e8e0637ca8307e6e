// What a reader may see of what was read (language.md section 3, "Who sees what"), and how it is said.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "engine/base/language.h"
#include "engine/diagnostics/render.h"
#include "engine/io/read.h"

namespace wegwijzer::io {

// Decided by who calls; every function must be set.
struct Visibility {
    std::function<bool(FieldId)> student_field;
    std::function<bool(SeriesId)> series;  // that there are events at all
    std::function<bool(SeriesId, SeriesFieldId)> series_field;

    [[nodiscard]] static Visibility everything();
};

enum class Shown : std::uint8_t {
    whole,
    place_only,  // without the value and the reason
    nothing,
};
[[nodiscard]] Shown shown(const DataFinding& finding, const Visibility& visibility);

// One finding, with a line end: "student.csv:12:7 G007 ongeldige datum `31-02-2026` in `startdatum`; ..." with its reason
// and its way out below, or a line of JSON. Empty when nothing of it is shown.
[[nodiscard]] std::string finding_text(const DataFinding& finding, Shown how, Language language, ErrorFormat format);
// All findings, and after `most` of them a line that says how many more there are (JSON: all). Errors come first where
// not all fit.
[[nodiscard]] std::string findings_text(const ReadReport& report, const Visibility& visibility,
                                        const RenderOptions& options);

// How every run ends.
struct ClosingCount {
    std::size_t students = 0;
    std::size_t events = 0;
    std::size_t invalid_cells = 0;
    std::size_t set_aside_rows = 0;
    bool leaves_out_series = false;  // depends on the schema alone, never on the data
};
[[nodiscard]] ClosingCount count_shown(const Schema& schema, const ReadReport& report, const Visibility& visibility);
// "40 studenten, 812 gebeurtenissen, 1 ongeldige cel, 0 apart gelegde rijen"
[[nodiscard]] std::string closing_line(const ClosingCount& count, Language language);

// A text that a rule compares with and that occurs in the data only in another case.
struct CaseOnlyMatch {
    std::string literal;
    std::string in_data;  // the first that differs in case only
};
// `literals` as the rules write them, NFC and trimmed. Lower case by simple mapping, not by any locale's rules.
[[nodiscard]] std::vector<CaseOnlyMatch> find_case_only_matches(const Column& column,
                                                                std::span<const std::string> literals);

}  // namespace wegwijzer::io
