// Characters that leave no mark where they stand.
#pragma once

#include <string_view>

namespace wegwijzer {

// Does a text hold format characters (category Cf of Unicode): a zero-width space, a soft hyphen, a change of direction? `may_join`:
// but for the two joiners (U+200C, U+200D), which join characters into others that are seen. Precondition: valid UTF-8.
[[nodiscard]] bool holds_invisible(std::string_view utf8, bool may_join);

}  // namespace wegwijzer
