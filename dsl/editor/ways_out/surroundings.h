// A pack without what has nothing to do with a change, so that trying the change takes no longer in a large pack. Internal to dsl/editor.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "dsl/compile/compile.h"
#include "dsl/editor/names.h"

namespace wegwijzer::editor {

using Declarations = std::set<const ast::Declaration*>;

// What must be there to judge a change of `changed`: all that reads what they declare, and all that those read; data, calendar and model
// in any case. `needed` is what the change itself will read.
[[nodiscard]] Declarations surroundings(const Compilation& compilation, const Names& names, const Declarations& changed,
                                        const Declarations& needed);

// The packs with blanks in the place of every other declaration: every place stays where it is.
[[nodiscard]] std::vector<PackText> packs_with(const Compilation& compilation, const Declarations& kept);

}  // namespace wegwijzer::editor
