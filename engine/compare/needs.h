// The changed declarations behind a rule: what its conditions, phases and terms read, through begrippen and parameters.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/compare/declarations.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::comparison {

using ChangeNumbers = std::vector<std::size_t>;  // sorted, each once

void sort_out(ChangeNumbers& numbers);

[[nodiscard]] ChangeNumbers changes_behind(const model::RuleSet& rules, const ChangeIndex& index,
                                           const model::Signal& signal);
// Its own conditions and terms, not through signals.
[[nodiscard]] ChangeNumbers changes_behind(const model::RuleSet& rules, const ChangeIndex& index,
                                           const model::Policy& policy);
[[nodiscard]] ChangeNumbers changes_behind(const model::RuleSet& rules, const ChangeIndex& index,
                                           const model::Intervention& intervention);
[[nodiscard]] ChangeNumbers changes_behind(const model::RuleSet& rules, const ChangeIndex& index,
                                           model::ParameterId parameter);

}  // namespace wegwijzer::comparison
