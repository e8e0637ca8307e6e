#include "tests/mutation/rule_words.h"

#include <algorithm>

#include "engine/base/date.h"
#include "tests/mutation/marks.h"

namespace wegwijzer::test {
namespace {

std::size_t end_of_word(std::string_view text, std::size_t at) {
    return text[at] == '"' ? end_of_text(text, at) : end_of_mark(text, at, ",-");
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
