// What a change of the rules does, and what each value of a parameter gives: for people, and as a spreadsheet.
#pragma once

#include <string>

#include "engine/compare/differences.h"
#include "engine/compare/sweep.h"

namespace wegwijzer::cli {

struct ComparisonFrame {
    Language language = Language::nl;
    std::size_t width = 80;
    bool colour = false;
    bool blocks = false;  // block characters in a chart; else plain ones
};

[[nodiscard]] std::string render_comparison(const explain::Visible<comparison::Comparison>& comparison,
                                            const ComparisonFrame& frame);
[[nodiscard]] std::string render_sweep(const explain::Visible<comparison::Sweep>& sweep, const ComparisonFrame& frame);

// One row per difference of one student; one row per value.
[[nodiscard]] std::string csv_of(const explain::Visible<comparison::Comparison>& comparison, Language language);
[[nodiscard]] std::string csv_of(const explain::Visible<comparison::Sweep>& shown, Language language);

// A chart per number, one bar per value; every bar says its number.
[[nodiscard]] std::string svg_of(const explain::Visible<comparison::Sweep>& sweep, Language language);

}  // namespace wegwijzer::cli
