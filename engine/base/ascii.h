// The characters that our own syntax is made of.
#pragma once

namespace wegwijzer {

[[nodiscard]] constexpr bool is_digit(char character) { return character >= '0' && character <= '9'; }

}  // namespace wegwijzer
