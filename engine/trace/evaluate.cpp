#include "engine/trace/evaluate.h"

#include <utility>

#include "engine/trace/evaluation.h"

namespace wegwijzer::trace {

Trace evaluate(const model::RuleSet& rules, const Cohort& cohort, std::size_t student, Date reference_date) {
    Evaluation evaluation(rules, cohort, student, reference_date);
    evaluation.evaluate_signals();
    evaluation.evaluate_policies();
    evaluation.evaluate_plans();
    evaluation.evaluate_limits();
    return std::move(evaluation).take();
}

Trace evaluate_signal(const model::RuleSet& rules, const Cohort& cohort, std::size_t student, Date reference_date,
                      model::SignalId signal) {
    Evaluation evaluation(rules, cohort, student, reference_date);
    evaluation.evaluate_signal(rules.signal(signal));
    return std::move(evaluation).take();
}

Trace evaluate_expr(const model::RuleSet& rules, const Cohort& cohort, std::size_t student, Date reference_date,
                    model::ExprId expr, StepId* root) {
    Evaluation evaluation(rules, cohort, student, reference_date);
    *root = evaluation.evaluate(expr);
    return std::move(evaluation).take();
}

Value parameter_value(const model::RuleSet& rules, const Cohort& cohort, std::size_t student, Date reference_date,
                      model::ParameterId parameter) {
    Evaluation evaluation(rules, cohort, student, reference_date);
    return evaluation.step(evaluation.evaluate(parameter)).value;
}

}  // namespace wegwijzer::trace
