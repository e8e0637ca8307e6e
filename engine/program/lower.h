// From the typed rule set to one program.
#pragma once

#include "engine/model/rule_set.h"
#include "engine/program/program.h"

namespace wegwijzer::program {

// The rule set need not live as long as the program.
[[nodiscard]] Program lower(const model::RuleSet& rules);

}  // namespace wegwijzer::program
