// In which language a pack is written, before anything of it is read.
#include <algorithm>
#include <string_view>
#include <vector>

#include "dsl/parse/lexer.h"
#include "dsl/parse/parse.h"

namespace wegwijzer {
namespace {

// What stands between blanks up to a comment; what stands in a text does not part words.
std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> words;
    bool quoted = false;
    std::size_t word = 0;
    const auto end_word = [&](std::size_t end) {
        if (end > word) words.push_back(line.substr(word, end - word));
        word = end + 1;
    };
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '#') {
            end_word(i);
            return words;
        }
        if (c == ' ' || c == '\t' || c == '\r') end_word(i);
    }
    if (!quoted) end_word(line.size());
    return words;
}

}  // namespace

Language find_language(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    // In the head of a pack: between its `regelpakket` (or `rulepack`) and the next declaration.
    bool in_pack = false;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        const bool opens_declaration = parsing::letter_length(line, 0, true) > 0;
        // Most lines are of other declarations.
        const std::vector<std::string_view> words =
            opens_declaration || in_pack ? words_of(line) : std::vector<std::string_view>();
        if (opens_declaration && !words.empty())
            in_pack = words.front() == "regelpakket" || words.front() == "rulepack";
        for (std::size_t i = 0; in_pack && i + 1 < words.size(); ++i) {
            if (words[i] != "taal" && words[i] != "language") continue;
            if (words[i + 1] == "en") return Language::en;
            if (words[i + 1] == "nl") return Language::nl;
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return Language::nl;
}

}  // namespace wegwijzer
