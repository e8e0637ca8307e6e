#include "dsl/parse/lexer.h"

namespace wegwijzer::parsing {
namespace {

struct Character {
    std::uint32_t value = 0;
    std::size_t length = 1;
};

// The text is valid UTF-8 (checked before).
Character decode(std::string_view text, std::size_t offset) {
    const auto byte = [&](std::size_t i) -> std::uint32_t {
        return offset + i < text.size() ? static_cast<unsigned char>(text[offset + i]) : 0u;
    };
    const std::uint32_t first = byte(0);
    if (first < 0x80) return {first, 1};
    if (first < 0xE0) return {((first & 0x1Fu) << 6u) | (byte(1) & 0x3Fu), 2};
    if (first < 0xF0) return {((first & 0x0Fu) << 12u) | ((byte(1) & 0x3Fu) << 6u) | (byte(2) & 0x3Fu), 3};
    return {((first & 0x07u) << 18u) | ((byte(1) & 0x3Fu) << 12u) | ((byte(2) & 0x3Fu) << 6u) | (byte(3) & 0x3Fu), 4};
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_accented_latin(std::uint32_t c) {
    return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF);
}

// An accent as a character of its own: NFC joins it with its letter.
bool is_combining(std::uint32_t c) { return c >= 0x300 && c <= 0x36F; }

}  // namespace

std::size_t letter_length(std::string_view text, std::size_t offset, bool first) {
    if (offset >= text.size()) return 0;
    const char c = text[offset];
    if (is_ascii_letter(c)) return 1;
    if (!first && (is_digit(c) || c == '_')) return 1;
    if (static_cast<unsigned char>(c) < 0x80) return 0;
    const Character character = decode(text, offset);
    return is_accented_latin(character.value) || (!first && is_combining(character.value)) ? character.length : 0;
}

std::size_t blank_length(std::string_view text, std::size_t offset) {
    if (offset >= text.size()) return 0;
    const char c = text[offset];
    if (c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v') return 1;
    if (static_cast<unsigned char>(c) < 0x80) return 0;
    const Character character = decode(text, offset);
    const std::uint32_t value = character.value;
    const bool blank = value == 0xA0 || (value >= 0x2000 && value <= 0x200B) || value == 0x202F || value == 0x205F ||
                       value == 0x3000 || value == 0xFEFF;
    return blank ? character.length : 0;
}

}  // namespace wegwijzer::parsing
