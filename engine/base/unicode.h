// Unicode as far as Wegwijzer needs it, by utf8proc: NFC, trimming, counting characters and columns on a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace wegwijzer {

struct CodePoint {
    char32_t value = 0;    // U+FFFD where the bytes are not UTF-8
    std::size_t size = 0;  // bytes; 1 for a byte that is not UTF-8
    bool is_valid = true;
};
// The first character of `bytes`. Precondition: not empty.
[[nodiscard]] CodePoint first_code_point(std::string_view bytes);
void append_utf8(std::string& text, char32_t code_point);
// Columns on a terminal: 0 for a combining mark or a control character, 2 for a wide character.
[[nodiscard]] std::size_t display_width(char32_t code_point);
[[nodiscard]] bool is_white_space(char32_t code_point);

[[nodiscard]] bool is_valid_utf8(std::string_view bytes);
// Precondition: valid UTF-8 (invalid sequences become U+FFFD).
[[nodiscard]] std::string to_nfc(std::string_view utf8);
// NFC and without white space at both ends: how a `tekst` is read (language.md section 3).
[[nodiscard]] std::string to_nfc_trimmed(std::string_view utf8);
[[nodiscard]] std::string windows_1252_to_utf8(std::string_view bytes);
[[nodiscard]] std::size_t count_characters(std::string_view utf8);  // code points
[[nodiscard]] std::size_t display_width(std::string_view utf8);     // terminal columns
[[nodiscard]] std::string to_lower(std::string_view utf8);  // simple case mapping, for did-you-mean and case notes
[[nodiscard]] bool equal_in_any_case(std::string_view left,
                                     std::string_view right);            // as to_lower() says, without a copy
[[nodiscard]] std::string replace_invalid_utf8(std::string_view bytes);  // U+FFFD for what is not UTF-8

}  // namespace wegwijzer
