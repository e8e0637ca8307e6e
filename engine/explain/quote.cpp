// The author's own words, on one line.
#include <string>
#include <string_view>

#include "engine/explain/report.h"

namespace wegwijzer::explain {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Comments out, white space outside texts to one space.
std::string on_one_line(std::string_view text) {
    std::string line;
    line.reserve(text.size());
    bool in_text = false;
    bool in_comment = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_comment) {
            in_comment = c != '\n';
            continue;
        }
        if (in_text) {
            line += c;
            if (c == '\\' && i + 1 < text.size())
                line += text[++i];
            else if (c == '"')
                in_text = false;
            continue;
        }
        if (c == '#') {
            in_comment = true;
        } else if (is_space(c)) {
            if (!line.empty() && line.back() != ' ') line += ' ';
        } else {
            in_text = c == '"';
            line += c;
        }
    }
    while (line.ends_with(' ')) line.pop_back();
    return line;
}

}  // namespace

std::string Redactor::words_of(const Span& origin) const {
    if (authorship_.sources == nullptr || !origin.has_place()) return {};
    return on_one_line(authorship_.sources->text(origin));
}

}  // namespace wegwijzer::explain
