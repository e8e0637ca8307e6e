// Text of packs and data inside a page: none of it is markup, and none of it steers the page.
#pragma once

#include <string>
#include <string_view>

namespace wegwijzer::cli::html {

// Safe between tags and inside a quoted attribute. Control characters, NUL among them, and characters that turn the
// direction of what follows become U+FFFD; line ends and tabs become spaces; what is no UTF-8 becomes U+FFFD.
[[nodiscard]] std::string escape(std::string_view text);

}  // namespace wegwijzer::cli::html
