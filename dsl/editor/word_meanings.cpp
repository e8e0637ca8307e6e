#include "dsl/editor/word_meanings.h"

namespace wegwijzer::editor {

std::string_view meaning_of(Word word, Language language) {
    const bool is_dutch = language == Language::nl;
    switch (word) {
#define MEANING(id, nl, en) \
    case Word::id: return is_dutch ? nl : en;
#include "dsl/editor/word_meanings.def"
        default: return {};
    }
}

}  // namespace wegwijzer::editor
