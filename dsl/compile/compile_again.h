// For an editor: nearly the same packs, compiled after every key.
#pragma once

#include <vector>

#include "dsl/compile/compile.h"
#include "dsl/parse/read_before.h"

namespace wegwijzer {

// The same comes out as of `compile`, sooner where most of the texts are those of the time before with this `before`.
[[nodiscard]] Compilation compile_again(std::vector<PackText> packs, parsing::ReadBefore& before);

}  // namespace wegwijzer
