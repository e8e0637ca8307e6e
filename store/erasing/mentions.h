// Whether a text names a student by the key.
#pragma once

#include <string>
#include <string_view>

namespace wegwijzer::store {

// As a word of its own: `12` is not in `500123`.
[[nodiscard]] bool mentions_key(std::string_view text, std::string_view key);

// The text with `…` in each such place.
[[nodiscard]] std::string without_key(std::string text, std::string_view key);

}  // namespace wegwijzer::store
