// Which signals a rule reads: by name, and as `signalen` that may pass its filter.
#pragma once

#include <vector>

#include "engine/model/rule_set.h"

namespace wegwijzer::thinking {

using SignalSet = std::vector<bool>;  // by SignalId

// Through begrippen and tabellen. `signalen` are signals, not krachten or kansen; one that the filter leaves out by its factor,
// cluster, sterkte or the levels that it has is not read.
[[nodiscard]] SignalSet signals_read(const model::RuleSet& rules, const std::vector<model::ExprId>& roots);

// What makes a beleid count: its `als` and each `tenzij`.
[[nodiscard]] std::vector<model::ExprId> conditions_of(const model::Policy& policy);

}  // namespace wegwijzer::thinking
