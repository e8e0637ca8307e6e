#include "cli/render/html/escape.h"

#include "engine/base/unicode.h"

namespace wegwijzer::cli::html {
namespace {

constexpr char32_t replacement = 0xFFFD;

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }
// Marks, embeddings, overrides and isolates of direction.
bool turns_direction(char32_t c) {
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}
bool is_no_character(char32_t c) { return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) || c == 0xFEFF; }

}  // namespace

std::string escape(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const CodePoint point = first_code_point(text);
        const char32_t c = point.value;
        if (c == '&') {
            result += "&amp;";
        } else if (c == '<') {
            result += "&lt;";
        } else if (c == '>') {
            result += "&gt;";
        } else if (c == '"') {
            result += "&quot;";
        } else if (c == '\'') {
            result += "&#39;";
        } else if (c == '\n' || c == '\t' || c == '\r' || c == 0x2028 || c == 0x2029) {
            result += ' ';
        } else if (!point.is_valid || is_control(c) || turns_direction(c) || is_no_character(c)) {
            append_utf8(result, replacement);
        } else {
            result += text.substr(0, point.size);
        }
        text.remove_prefix(point.size);
    }
    return result;
}

}  // namespace wegwijzer::cli::html
