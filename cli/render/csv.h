// The advice as a spreadsheet: one row per recommendation, one row for a student without any, so that nobody is lost.
// Separated by `;`, dates as 2026-11-09, words in the language of the reader. A cell that a spreadsheet would take for a
// formula gets a `'` in front.
#pragma once

#include <string>

#include "engine/explain/report.h"

namespace wegwijzer::cli {

[[nodiscard]] std::string csv_header(bool is_beside, Language language);
[[nodiscard]] std::string csv_rows(const explain::Redactor& redactor,
                                   const explain::Visible<explain::StudentReport>& report, Language language);

}  // namespace wegwijzer::cli
