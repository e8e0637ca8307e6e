#include "engine/trace/evaluate_pieces.h"

#include <utility>

#include "engine/trace/evaluation.h"

namespace wegwijzer::trace {

model::StudentOutcome evaluate_pieces(const model::RuleSet& rules, const Cohort& cohort, std::size_t student,
                                      Date reference_date, const Pieces& pieces,
                                      std::vector<model::SignalOutcome>& signals) {
    Evaluation evaluation(rules, cohort, student, reference_date);
    evaluation.exchange_signals(signals);
    for (const model::PolicyId id : pieces.policies) evaluation.evaluate_policy(rules.policy(id));
    for (const model::PlanId id : pieces.plans) evaluation.evaluate_plan(rules.plan(id));
    if (pieces.limits) evaluation.evaluate_limits();
    evaluation.exchange_signals(signals);
    return std::move(evaluation).take().outcome;
}

}  // namespace wegwijzer::trace
