#include "tests/mutation/rule_words.h"

#include <algorithm>

#include "engine/base/date.h"

namespace wegwijzer::test {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (static_cast<unsigned char>(c) & 0x80u) != 0;
}

// Quotes inside the braces of an uitleg belong to the text.
std::size_t end_of_text(std::string_view text, std::size_t at) {
    int depth = 0;
    std::size_t end = at + 1;
    for (; end < text.size() && text[end] != '\n' && (text[end] != '"' || depth > 0); ++end) {
        if (text[end] == '{') ++depth;
        if (text[end] == '}') --depth;
    }
    return std::min(text.size(), end + 1);
}

std::size_t end_of_number(std::string_view text, std::size_t at) {
    while (at < text.size() && is_digit(text[at])) {
        while (at < text.size() && is_digit(text[at])) ++at;
        if (at + 1 < text.size() && (text[at] == ',' || text[at] == '-') && is_digit(text[at + 1])) ++at;
    }
    return at;
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
    if (text[at] == '"') return end_of_text(text, at);
    if (text.substr(at, 3) == "t/m") return at + 3;
    if (is_digit(text[at])) return end_of_number(text, at);
    if (is_letter(text[at])) {
        while (at < text.size() && (is_letter(text[at]) || is_digit(text[at]))) ++at;
        return at;
    }
    for (const std::string_view mark : {"<=", ">=", "<>", "||", "----", "---", "--"})
        if (text.substr(at, mark.size()) == mark) return at + mark.size();
    return at + 1;
}

}  // namespace

bool RuleWord::is_number() const { return !text.empty() && is_digit(text.front()); }
bool RuleWord::is_date() const { return parse_iso_date(text).has_value(); }
bool RuleWord::is_name() const { return !text.empty() && is_letter(text.front()); }

std::vector<std::vector<RuleWord>> rule_words(std::string_view text) {
    std::vector<std::vector<RuleWord>> declarations;
    std::size_t line = 1;
    std::size_t line_begin = 0;
    std::size_t indent = 0;
    bool opens_line = true;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '\n') {
            ++line;
            line_begin = ++at;
            opens_line = true;
        } else if (c == ' ' || c == '\t' || c == '\r') {
            ++at;
        } else if (c == '#') {
            at = std::min(text.find('\n', at), text.size());
        } else {
            const std::size_t end = end_of_word(text, at);
            if (opens_line) indent = at - line_begin;
            if (declarations.empty() || (opens_line && indent == 0)) declarations.emplace_back();
            declarations.back().push_back({text.substr(at, end - at), at, end, line, indent, opens_line});
            opens_line = false;
            at = end;
        }
    }
    return declarations;
}

}  // namespace wegwijzer::test
