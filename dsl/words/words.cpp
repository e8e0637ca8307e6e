#include "dsl/words/words.h"

#include <algorithm>
#include <array>

namespace wegwijzer {
namespace {

struct Entry {
    std::string_view nl;
    std::string_view en;
    WordPlace place;
};

constexpr std::array<Entry, word_count> entries = {{
#define WORD(id, nl, en, place) {nl, en, WordPlace::place},
#include "dsl/words/words.def"
}};

constexpr std::array reserved = {
#define RESERVED(language, word) std::string_view{word},
#include "dsl/words/words.def"
};

}  // namespace

std::string_view spelling(Word word, Language language) {
    const Entry& entry = entries[static_cast<std::size_t>(word)];
    return language == Language::nl ? entry.nl : entry.en;
}

WordPlace place_of(Word word) { return entries[static_cast<std::size_t>(word)].place; }

std::vector<Word> words_in(WordPlace place) {
    std::vector<Word> found;
    for (std::size_t i = 0; i < word_count; ++i)
        if (entries[i].place == place) found.push_back(static_cast<Word>(i));
    return found;
}

std::optional<Word> find_word(std::string_view spelled, WordPlace place, Language language) {
    for (std::size_t i = 0; i < word_count; ++i) {
        const auto word = static_cast<Word>(i);
        if (entries[i].place == place && spelling(word, language) == spelled) return word;
    }
    return std::nullopt;
}

bool is_reserved(std::string_view text) { return std::find(reserved.begin(), reserved.end(), text) != reserved.end(); }

}  // namespace wegwijzer
