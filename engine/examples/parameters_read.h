// Which parameters a voorbeeld hangs on: those behind what it expects.
#pragma once

#include <vector>

#include "engine/model/rule_set.h"

namespace wegwijzer::examples {

// In order of declaration. An expected advice hangs on every beleid: one may overrule another.
[[nodiscard]] std::vector<model::ParameterId> parameters_read(const model::RuleSet& rules,
                                                              const model::Example& example);

}  // namespace wegwijzer::examples
