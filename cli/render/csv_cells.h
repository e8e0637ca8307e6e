// A row of a spreadsheet: separated by `;`. A cell that a spreadsheet would take for a formula gets a `'` in front; a number
// with a sign stays a number.
#pragma once

#include <string>
#include <vector>

namespace wegwijzer::cli {

// With a line end.
[[nodiscard]] std::string row_of(const std::vector<std::string>& cells);

}  // namespace wegwijzer::cli
