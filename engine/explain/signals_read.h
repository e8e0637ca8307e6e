// Which signals a condition reads by name.
#pragma once

#include <vector>

#include "engine/model/rule_set.h"

namespace wegwijzer::explain {

// `signaal X`, `kracht X`, `kans X` and `ernst van signaal X` below `root` (none: nothing). Sorted, each once.
[[nodiscard]] std::vector<model::SignalId> signals_read(const model::RuleSet& rules, model::ExprId root);

}  // namespace wegwijzer::explain
