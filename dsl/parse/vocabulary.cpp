#include "dsl/parse/lexeme.h"

namespace wegwijzer::parsing {

const Vocabulary& Vocabulary::of(Language language) {
    static const Vocabulary dutch{Language::nl};
    static const Vocabulary english{Language::en};
    return language == Language::nl ? dutch : english;
}

Spelling Vocabulary::find(std::string_view nfc) const {
    const auto found = numbers_.find(nfc);
    return found == numbers_.end() ? no_spelling : found->second;
}

Spelling Vocabulary::intern(std::string_view part) {
    const auto [place, is_new] = numbers_.try_emplace(part, static_cast<Spelling>(texts_.size()));
    if (is_new) {
        texts_.push_back(part);
        reserved_.push_back(wegwijzer::is_reserved(part));
    }
    return place->second;
}

std::vector<Spelling> Vocabulary::split(std::string_view phrase) {
    std::vector<Spelling> parts;
    while (true) {
        const std::size_t space = phrase.find(' ');
        parts.push_back(intern(phrase.substr(0, space)));
        if (space == std::string_view::npos) return parts;
        phrase.remove_prefix(space + 1);
    }
}

Vocabulary::Vocabulary(Language language) : language_(language), phrases_(word_count) {
    for (std::size_t i = 0; i < word_count; ++i) phrases_[i].push_back(split(spelling(static_cast<Word>(i), language)));
#define ALIAS(id, alias_language, spelled) \
    if (language == Language::alias_language) phrases_[static_cast<std::size_t>(Word::id)].push_back(split(spelled));
#define RESERVED(reserved_language, word) intern(word);
#include "dsl/words/words.def"
    to_mark_ = find("t/m");
}

}  // namespace wegwijzer::parsing
