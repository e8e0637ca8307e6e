// What the words of the language mean, in a sentence each.
#pragma once

#include <string_view>

#include "dsl/words/words.h"
#include "engine/base/language.h"

namespace wegwijzer::editor {

// Empty for a word that speaks for itself.
[[nodiscard]] std::string_view meaning_of(Word word, Language language);

}  // namespace wegwijzer::editor
