// All small changes of the rules that are declared in some sources, in order of the text.
#pragma once

#include <set>
#include <vector>

#include "dsl/compile/compile.h"
#include "dsl/mutation/change.h"

namespace wegwijzer::mutation {

// Of conditions, begrippen, tabellen, parameters and `tenzij`; only those that would still be a pack, and can be written down.
[[nodiscard]] std::vector<Change> find_changes(const Compilation& compilation, const std::set<SourceId>& sources);

}  // namespace wegwijzer::mutation
