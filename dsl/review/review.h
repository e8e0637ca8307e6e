// What `check` says of packs, once they are compiled: what the compilation found, and what the guards
// find in what was written, less what the author allows with a reason.
// Other commands don't ask for it: a pack works the same with and without.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "dsl/compile/compile.h"
#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer::review {

struct Review {
    Diagnostics findings;              // sorted
    std::vector<Diagnostic> silenced;  // allowed, with a reason
};

[[nodiscard]] Review review(const Compilation& compilation);

// The same in two steps, for an editor: what is wrong with the thinking takes longer than all else together.
[[nodiscard]] Diagnostics think_through(const Compilation& compilation);
// Nothing: `stop`, which is asked every few tenths of a millisecond, said so.
[[nodiscard]] std::optional<Diagnostics> think_through(const Compilation& compilation,
                                                       const std::function<bool()>& stop);
enum class Thought : std::uint8_t {
    through,  // `thinking` is of this compilation
    earlier,  // it is of one before, as far as it still holds: which comments allow nothing is not known
};
[[nodiscard]] Review review(const Compilation& compilation, const Diagnostics& thinking, Thought thought);

}  // namespace wegwijzer::review
