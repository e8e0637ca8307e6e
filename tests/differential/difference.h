// The two evaluators side by side.
#pragma once

#include <optional>
#include <string>

#include "engine/execute/outcome_table.h"
#include "engine/model/rule_set.h"
#include "engine/records/cohort.h"

namespace wegwijzer::test {

// The first student for whom the table says something else than the tracing evaluator: what it is, with the rule.
// std::nullopt when they are equal in outcome, missing fields and faults for every student.
[[nodiscard]] std::optional<std::string> find_difference(const model::RuleSet& rules, const Cohort& cohort,
                                                         Date reference_date, const execute::OutcomeTable& table);
// All of it: verify, evaluate, compare.
[[nodiscard]] std::optional<std::string> find_difference(const model::RuleSet& rules, const Cohort& cohort,
                                                         Date reference_date);

}  // namespace wegwijzer::test
