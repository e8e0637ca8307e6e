#include "dsl/ast/silencing.h"

#include <algorithm>
#include <array>

#include "engine/base/ascii.h"

namespace wegwijzer::ast {

namespace {

constexpr std::array<std::string_view, 2> openings = {"sta toe", "allow"};
constexpr std::string_view blanks = " \t\r";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

void skip_blanks(std::string_view text, std::size_t& at) {
    while (at < text.size() && blanks.find(text[at]) != std::string_view::npos) ++at;
}

// The words of `opening`, in any case and with any blanks between them, and a blank behind them.
bool skip_opening(std::string_view text, std::size_t& at, std::string_view opening) {
    std::size_t here = at;
    for (const char c : opening) {
        const std::size_t before = here;
        if (c == ' ') {
            skip_blanks(text, here);
            if (here == before) return false;
        } else {
            if (here >= text.size() || lower(text[here]) != c) return false;
            ++here;
        }
    }
    const std::size_t end = here;
    skip_blanks(text, here);
    if (here == end) return false;
    at = here;
    return true;
}

// A letter and two to four digits: `W107`.
std::size_t code_length(std::string_view text) {
    if (text.empty() || !is_letter(text.front())) return 0;
    std::size_t length = 1;
    while (length < text.size() && is_digit(text[length])) ++length;
    const bool goes_on = length < text.size() && (is_letter(text[length]) || text[length] == '_');
    return length < 3 || length > 5 || goes_on ? 0 : length;
}

// What says something: `…` alone doesn't.
bool has_words(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return is_letter(c) || is_digit(c); });
}

}  // namespace

std::optional<Silencing> read_silencing(std::string_view comment) {
    std::size_t at = 0;
    while (at < comment.size() && comment[at] == '#') ++at;
    skip_blanks(comment, at);
    if (std::none_of(openings.begin(), openings.end(),
                     [&](std::string_view opening) { return skip_opening(comment, at, opening); })) {
        return std::nullopt;
    }
    const std::size_t length = code_length(comment.substr(at));
    if (length == 0) return std::nullopt;
    Silencing result;
    result.code = comment.substr(at, length);
    result.code_begin = static_cast<std::uint32_t>(at);
    result.code_end = static_cast<std::uint32_t>(at + length);
    at += length;
    skip_blanks(comment, at);
    if (at == comment.size() || comment[at] != ':') return result;
    std::string_view reason = comment.substr(at + 1);
    reason.remove_prefix(std::min(reason.find_first_not_of(blanks), reason.size()));
    reason.remove_suffix(reason.size() - (reason.find_last_not_of(blanks) + 1));
    if (has_words(reason)) result.reason = reason;
    return result;
}

}  // namespace wegwijzer::ast
