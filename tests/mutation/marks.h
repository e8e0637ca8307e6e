// Where a word, a number, a text or a mark of a pack ends: what changes and slips are made of.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "engine/base/ascii.h"

namespace wegwijzer::test {

[[nodiscard]] constexpr bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (static_cast<unsigned char>(c) & 0x80u) != 0;
}

// Quotes inside the braces of an uitleg belong to the text; it ends with its line at last.
[[nodiscard]] inline std::size_t end_of_text(std::string_view text, std::size_t at) {
    int depth = 0;
    std::size_t end = at + 1;
    for (; end < text.size() && text[end] != '\n' && (text[end] != '"' || depth > 0); ++end) {
        if (text[end] == '{') ++depth;
        if (text[end] == '}') --depth;
    }
    return std::min(text.size(), end + 1);
}

// `within`: what may stand between digits, as in `5,5` and `2026-09-01`.
[[nodiscard]] inline std::size_t end_of_number(std::string_view text, std::size_t at, std::string_view within) {
    const auto digit_at = [&](std::size_t place) { return place < text.size() && is_digit(text[place]); };
    while (digit_at(at) || (at < text.size() && within.find(text[at]) != std::string_view::npos && digit_at(at + 1)))
        ++at;
    return at;
}

// A word, a number or a mark; a text is what the caller makes of it.
[[nodiscard]] inline std::size_t end_of_mark(std::string_view text, std::size_t at, std::string_view within_numbers) {
    if (text.substr(at, 3) == "t/m") return at + 3;
    if (is_digit(text[at])) return end_of_number(text, at, within_numbers);
    if (is_letter(text[at])) {
        while (at < text.size() && (is_letter(text[at]) || is_digit(text[at]))) ++at;
        return at;
    }
    for (const std::string_view mark : {"<=", ">=", "<>", "||", "----", "---", "--"})
        if (text.substr(at, mark.size()) == mark) return at + mark.size();
    return at + 1;
}

}  // namespace wegwijzer::test
