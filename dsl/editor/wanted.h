// What can stand at the cursor: kinds of names, words, values. Internal to dsl/editor.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dsl/editor/names.h"
#include "dsl/editor/typed.h"
#include "dsl/words/words.h"

namespace wegwijzer::editor {

struct Wanted {
    std::vector<Word> words;
    std::vector<ThingKind> things;
    bool values = false;         // student fields (but those for audit only), parameters, begrippen, tabellen
    std::string fields_of;       // the fields of this series
    bool fields_of_any = false;  // of any series
    std::string with_field;      // series that have this field
    bool series = false;
    bool choice_types = false;
    Choices choices;
    bool packs = false;            // that `gebruik` can take in
    std::vector<Word> longer;      // that begin with a word before the cursor which is complete as it stands (`aantal`)
    std::size_t longer_begun = 0;  // how many tokens of them are there
    std::size_t begun = 0;         // so many tokens before the cursor are the beginning of the phrases among `words`
};

// In a condition or value. `tokens` are those behind the word that it follows.
struct ExpressionPlace {
    bool signals = false;  // in a beleid or an aanpak
    bool may_end = true;   // clauses of the declaration can follow
};
[[nodiscard]] Wanted wanted_in_expression(const Phrases& tokens, std::size_t first, const Names& names,
                                          const ExpressionPlace& place);

// At the cursor in a declaration.
[[nodiscard]] Wanted wanted_in_declaration(const Typed& typed, const Names& names, Language language);

}  // namespace wegwijzer::editor
