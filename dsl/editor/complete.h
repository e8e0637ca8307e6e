// What can be typed at a place: words of the language and names that are right there, and no others.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/ast/ast.h"
#include "dsl/editor/names.h"

namespace wegwijzer::editor {

struct Proposal {
    enum class Kind : std::uint8_t { word, name, value };
    Kind kind = Kind::word;
    std::string label;   // shown and typed
    std::string detail;  // what it is
    std::optional<ThingKind> thing = {};
};
struct Proposals {
    std::vector<Proposal> items;
    std::uint32_t begin = 0;  // what they take the place of: the part of a word before the cursor
    std::uint32_t end = 0;
};

// `text` is the file's own. `packs_beside` is asked for what `gebruik` can take in, where that is wanted.
[[nodiscard]] Proposals complete(std::string_view text, std::uint32_t cursor, const Names& names, Language written,
                                 Language language, const std::function<std::vector<std::string>()>& packs_beside);

}  // namespace wegwijzer::editor
