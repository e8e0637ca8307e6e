// Whether a text names a student by the key.
#pragma once

#include <string_view>

namespace wegwijzer::store {

// As a word of its own: `12` is not in `500123`.
[[nodiscard]] bool mentions_key(std::string_view text, std::string_view key);

}  // namespace wegwijzer::store
