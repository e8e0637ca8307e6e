// What people write for a word or mark of the language: proposed, never read.
#pragma once

#include <string_view>
#include <vector>

#include "dsl/words/words.h"
#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer::parsing {

struct Synonym {
    std::vector<std::string_view> written;  // lower case
    char mark = '\0';                       // a lexeme code, or
    std::vector<Word> words;                // words of the language
    std::string_view right;                 // as it is written
    bool holds_one = false;                 // a 1 stands behind the first of `words`, or alone
    bool only_whole = false;                // a word of the language, meant otherwise: only when all can be read then
    Localized why{};
};

[[nodiscard]] const std::vector<Synonym>& synonyms(Language language);

}  // namespace wegwijzer::parsing
