// The characters that our own syntax is made of.
#pragma once

namespace wegwijzer {

[[nodiscard]] constexpr bool is_digit(char character) { return character >= '0' && character <= '9'; }
[[nodiscard]] constexpr bool is_blank(char character) {
    return character == ' ' || character == '\t' || character == '\r';
}
[[nodiscard]] constexpr bool is_blank_or_line_end(char character) { return is_blank(character) || character == '\n'; }

}  // namespace wegwijzer
