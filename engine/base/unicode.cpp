#include "engine/base/unicode.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace wegwijzer {

namespace {

constexpr char32_t replacement = 0xFFFD;

// How many bytes at the start are ASCII, by eight at a time: most text is, and files of it are large.
std::size_t ascii_length(std::string_view bytes) {
    constexpr std::uint64_t high_bits = 0x8080'8080'8080'8080u;
    std::size_t length = 0;
    for (; length + 8 <= bytes.size(); length += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + length, sizeof(word));
        if ((word & high_bits) != 0) break;
    }
    while (length < bytes.size() && static_cast<unsigned char>(bytes[length]) < 0x80) ++length;
    return length;
}

const utf8proc_uint8_t* as_utf8proc(std::string_view bytes) {
    return reinterpret_cast<const utf8proc_uint8_t*>(bytes.data());
}

// Windows-1252 from 0x80 to 0x9F; the five bytes it leaves open become the control characters of that number.
constexpr std::array<char32_t, 32> windows_1252_high = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                                        0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

}  // namespace

CodePoint first_code_point(std::string_view bytes) {
    const auto first = static_cast<unsigned char>(bytes.front());
    if (first < 0x80) return {first, 1, true};
    utf8proc_int32_t value = 0;
    const utf8proc_ssize_t length = static_cast<utf8proc_ssize_t>(std::min<std::size_t>(bytes.size(), 4));
    const utf8proc_ssize_t read = utf8proc_iterate(as_utf8proc(bytes), length, &value);
    if (read <= 0 || value < 0) return {replacement, 1, false};
    return {static_cast<char32_t>(value), static_cast<std::size_t>(read), true};
}

void append_utf8(std::string& text, char32_t code_point) {
    std::array<utf8proc_uint8_t, 4> buffer{};
    const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), buffer.data());
    for (utf8proc_ssize_t index = 0; index < size; ++index) {
        text.push_back(static_cast<char>(buffer[static_cast<std::size_t>(index)]));
    }
}

std::size_t display_width(char32_t code_point) {
    if (code_point < 0x80) return code_point >= 0x20 && code_point != 0x7F ? 1 : 0;
    return static_cast<std::size_t>(std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point))));
}

bool is_white_space(char32_t code_point) {
    if (code_point < 0x80) return code_point == ' ' || (code_point >= '\t' && code_point <= '\r');
    if (code_point == 0x85) return true;
    const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

bool is_valid_utf8(std::string_view bytes) {
    while (!bytes.empty()) {
        bytes.remove_prefix(ascii_length(bytes));
        if (bytes.empty()) break;
        const CodePoint character = first_code_point(bytes);
        if (!character.is_valid) return false;
        bytes.remove_prefix(character.size);
    }
    return true;
}

std::string replace_invalid_utf8(std::string_view bytes) {
    std::string result;
    result.reserve(bytes.size());
    while (!bytes.empty()) {
        const CodePoint character = first_code_point(bytes);
        if (character.is_valid) {
            result.append(bytes.substr(0, character.size));
        } else {
            append_utf8(result, replacement);
        }
        bytes.remove_prefix(character.size);
    }
    return result;
}

std::string to_nfc(std::string_view utf8) {
    if (ascii_length(utf8) == utf8.size()) return std::string(utf8);
    std::string valid = replace_invalid_utf8(utf8);
    utf8proc_uint8_t* mapped = nullptr;
    const utf8proc_ssize_t size = utf8proc_map(as_utf8proc(valid), static_cast<utf8proc_ssize_t>(valid.size()), &mapped,
                                               static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    // NOLINTNEXTLINE(cppcoreguidelines-no-malloc): utf8proc hands over memory of malloc
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    if (size < 0) return valid;
    return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)};
}

std::string to_nfc_trimmed(std::string_view utf8) {
    const std::string composed = to_nfc(utf8);
    std::size_t begin = composed.size();
    std::size_t end = composed.size();
    for (std::size_t position = 0; position < composed.size();) {
        const CodePoint character = first_code_point(std::string_view(composed).substr(position));
        if (!is_white_space(character.value)) {
            begin = std::min(begin, position);
            end = position + character.size;
        }
        position += character.size;
    }
    return composed.substr(begin, end - begin);
}

std::string windows_1252_to_utf8(std::string_view bytes) {
    std::string result;
    result.reserve(bytes.size());
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        const bool is_high = value >= 0x80 && value <= 0x9F;
        append_utf8(result, is_high ? windows_1252_high[value - 0x80U] : char32_t{value});
    }
    return result;
}

std::size_t count_characters(std::string_view utf8) {
    std::size_t count = 0;
    while (!utf8.empty()) {
        utf8.remove_prefix(first_code_point(utf8).size);
        ++count;
    }
    return count;
}

std::size_t display_width(std::string_view utf8) {
    std::size_t width = 0;
    while (!utf8.empty()) {
        const CodePoint character = first_code_point(utf8);
        width += display_width(character.value);
        utf8.remove_prefix(character.size);
    }
    return width;
}

std::string to_lower(std::string_view utf8) {
    std::string result;
    result.reserve(utf8.size());
    while (!utf8.empty()) {
        const CodePoint character = first_code_point(utf8);
        append_utf8(result, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(character.value))));
        utf8.remove_prefix(character.size);
    }
    return result;
}

bool equal_in_any_case(std::string_view left, std::string_view right) {
    const auto lower = [](char32_t value) { return utf8proc_tolower(static_cast<utf8proc_int32_t>(value)); };
    while (!left.empty() && !right.empty()) {
        const CodePoint a = first_code_point(left);
        const CodePoint b = first_code_point(right);
        if (a.value != b.value && lower(a.value) != lower(b.value)) return false;
        left.remove_prefix(a.size);
        right.remove_prefix(b.size);
    }
    return left.empty() && right.empty();
}

}  // namespace wegwijzer
