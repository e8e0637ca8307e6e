// A change of the text carried out on a copy. Internal to dsl/editor.
#pragma once

#include <string>
#include <vector>

#include "dsl/compile/compile.h"
#include "dsl/editor/rename.h"
#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer::editor {

// Precondition: by file and place, and none over another.
[[nodiscard]] std::vector<PackText> with_edits(std::vector<PackText> packs, const std::vector<Edit>& edits);

// Without the packs that were not given and that, as the texts are now, no pack takes in any more.
[[nodiscard]] std::vector<PackText> packs_in_use(std::vector<PackText> packs);

// The same mistake in other surroundings: without its place, which an edit above it moves.
[[nodiscard]] std::string mistake_of(const Diagnostic& finding);

}  // namespace wegwijzer::editor
