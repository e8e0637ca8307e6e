// The one style sheet: calm on a screen, wide or narrow, light or dark, and on A4.
#pragma once

#include <string_view>

namespace wegwijzer::cli::html {

extern const std::string_view page_style;

}  // namespace wegwijzer::cli::html
