// What stands at a place, for who points at it: Markdown.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "dsl/compile/compile.h"
#include "dsl/editor/names.h"

namespace wegwijzer::editor {

struct Description {
    std::string markdown;
    Span span;
};

// Of a name: what it is, its own words and, of a parameter, its value and who sets it; of a word of the language: its meaning.
[[nodiscard]] std::optional<Description> describe(const Compilation& compilation, const Names& names, SourceId source,
                                                  std::uint32_t offset, Language language);
// What a name stands for.
[[nodiscard]] std::string describe(const Compilation& compilation, const Thing& thing, Language language);
// "begrip", "concept".
[[nodiscard]] std::string noun_of(ThingKind kind, Language language);
[[nodiscard]] std::string title_of(const Thing& thing);

}  // namespace wegwijzer::editor
