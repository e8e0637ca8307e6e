// Another name for a thing, in all files of the packs that read it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/compile/compile.h"
#include "dsl/editor/names.h"
#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer::editor {

struct Edit {
    std::string file;  // its name in the compilation
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string text;
    friend auto operator<=>(const Edit&, const Edit&) = default;
};

// Why not; nothing when `name` can be the name of `thing`: it is a name, it is free, and no word that is reserved.
[[nodiscard]] std::optional<Localized> why_no_name(const Names& names, const Thing& thing, std::string_view name);

struct Renaming {
    std::vector<Edit> edits;  // by file and place
    Localized refusal;        // not empty: nothing can be changed, and why
};

// In one set of packs. What the data calls a field or a value stays so: it gets an `uit "…"` or its spelling behind it. Refuses where
// a part of a file could not be read (a name in it would be left behind), and where the name would come to mean something else.
// Precondition: `names` is of `compilation`.
[[nodiscard]] Renaming rename(const Compilation& compilation, const Names& names, ThingId id, std::string_view name);

}  // namespace wegwijzer::editor
