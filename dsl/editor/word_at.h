// The word of the language at a place: a phrase counts as one.
#pragma once

#include <optional>

#include "dsl/ast/ast.h"
#include "dsl/words/words.h"
#include "engine/diagnostics/source.h"

namespace wegwijzer::editor {

struct WordAt {
    Word word{};
    Span span;
};
// The longest that holds the place. Where one spelling is several words, the one of this kind of declaration.
[[nodiscard]] std::optional<WordAt> word_at(const ast::File& file, const SourceMap& sources, std::uint32_t offset);

// The place in the language of the clauses of a declaration; `declaration` for those that have none of their own.
[[nodiscard]] WordPlace place_of_clauses(const ast::Declaration& declaration);
// The declaration whose lines hold this place, up to the next one.
[[nodiscard]] const ast::Declaration* declaration_at(const ast::File& file, std::uint32_t offset);

}  // namespace wegwijzer::editor
