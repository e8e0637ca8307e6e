// Some of what the slow evaluator says of a student, where the rest is known already.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/base/date.h"
#include "engine/model/outcome.h"
#include "engine/model/rule_set.h"
#include "engine/records/cohort.h"

namespace wegwijzer::trace {

// What conditions of policies and plans, and the terms of interventies, come to where the signals are known.
struct Pieces {
    std::vector<model::PolicyId> policies;
    std::vector<model::PlanId> plans;
    bool limits = false;  // of all interventies
};
// These alone, in the order in which they are asked. `signals`: of all signals; the same afterwards.
[[nodiscard]] model::StudentOutcome evaluate_pieces(const model::RuleSet& rules, const Cohort& cohort,
                                                    std::size_t student, Date reference_date, const Pieces& pieces,
                                                    std::vector<model::SignalOutcome>& signals);

}  // namespace wegwijzer::trace
