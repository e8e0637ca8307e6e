// A parameter with another value, as a change of each rule that names it: with that value written where its name stands.
#pragma once

#include <vector>

#include "dsl/mutation/change.h"

namespace wegwijzer::mutation {

// In signals, policies and begrippen; not what reads it through those.
[[nodiscard]] std::vector<Change> where_it_is_read(const model::RuleSet& rules, model::ParameterId parameter,
                                                   const model::Constant& value);

}  // namespace wegwijzer::mutation
