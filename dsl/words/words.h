// The words of the language, from the one table words.def. The grammar reads by it, the formatter writes by it, and
// messages propose from it: a word that isn't in it isn't in the language.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/base/language.h"

namespace wegwijzer {

enum class Word : std::uint16_t {
#define WORD(id, nl, en, place) id,
#include "dsl/words/words.def"
    count_of_words,
};
inline constexpr std::size_t word_count = static_cast<std::size_t>(Word::count_of_words);

// The place in the language where a word counts (language.md section 7).
enum class WordPlace : std::uint8_t {
    declaration,
    pack,
    data,
    type,
    calendar,
    model,
    value,
    signal,
    intervention,
    policy,
    plan,
    table,
    example,
    logic,
    comparison,
    term,
    period,
    unit,
    month,
    series,
    status,
    outcome,
};

// As the formatter writes it; a phrase has single spaces.
[[nodiscard]] std::string_view spelling(Word word, Language language);
[[nodiscard]] WordPlace place_of(Word word);
[[nodiscard]] std::vector<Word> words_in(WordPlace place);
// The word that is spelled so in this place and language.
[[nodiscard]] std::optional<Word> find_word(std::string_view spelled, WordPlace place, Language language);

// Reserved words of both languages: none of them is a name. `text` is in NFC.
[[nodiscard]] bool is_reserved(std::string_view text);

}  // namespace wegwijzer
