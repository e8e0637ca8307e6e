// From the typed rule set to one program.
#pragma once

#include "engine/model/rule_set.h"
#include "engine/program/program.h"

namespace wegwijzer::program {

// The rule set need not live as long as the program.
[[nodiscard]] Program lower(const model::RuleSet& rules);

// Of this signal alone, and of that how it comes out alone: what is live does not tell what is missing. Its registers stand
// in Program::signals under its own id; the others there are empty.
[[nodiscard]] Program lower_signal(const model::RuleSet& rules, model::SignalId signal);

}  // namespace wegwijzer::program
