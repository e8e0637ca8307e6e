// What `check` says of packs, once they are compiled: what the compilation found, and what the guards
// find in what was written, less what the author allows with a reason.
// Other commands don't ask for it: a pack works the same with and without.
#pragma once

#include <vector>

#include "dsl/compile/compile.h"
#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer::review {

struct Review {
    Diagnostics findings;              // sorted
    std::vector<Diagnostic> silenced;  // allowed, with a reason
};

[[nodiscard]] Review review(const Compilation& compilation);

}  // namespace wegwijzer::review
