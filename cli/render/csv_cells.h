// A row of a spreadsheet: separated by `;`. A cell that a spreadsheet would take for a formula gets a `'` in front; a number
// with a sign stays a number.
#pragma once

#include <string>
#include <vector>

#include "engine/advise/advice.h"
#include "engine/base/language.h"

namespace wegwijzer::cli {

// More than one in one cell.
[[nodiscard]] std::string joined_in_cell(const std::vector<std::string>& parts);
// In a column that says what the student thinks of the advice.
[[nodiscard]] std::string consent_words(advise::Consent consent, Language language);
// With a line end.
[[nodiscard]] std::string row_of(const std::vector<std::string>& cells);

}  // namespace wegwijzer::cli
