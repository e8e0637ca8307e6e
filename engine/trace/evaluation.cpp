#include "engine/trace/evaluation.h"

#include <utility>

namespace wegwijzer::trace {

Evaluation::Evaluation(const model::RuleSet& rules, const Cohort& cohort, std::size_t student, Date reference_date)
    : rules_(rules),
      cohort_(cohort),
      student_(student),
      reference_date_(reference_date),
      parameters_(rules.parameters.size()),
      concepts_(rules.concepts.size()),
      tables_(rules.tables.size()) {}

StepId Evaluation::evaluate(model::ExprId id) {
    const model::Expr& expr = rules_.expr(id);
    Step step = std::visit([&](const auto& node) { return step_of(node, expr); }, expr.node);
    step.expr = id;
    return record(std::move(step));
}

StepId Evaluation::record(Step step) {
    if (is_known(step.value)) {
        step.missing.clear();
        step.faults.clear();
    }
    trace_.steps.push_back(std::move(step));
    return StepId(trace_.steps.size() - 1);
}

const Step& Evaluation::use(Step& step, StepId part) {
    step.children.push_back(part);
    const Step& used = trace_.step(part);
    add(step.missing, used.missing);
    add(step.faults, used.faults);
    return used;
}

void Evaluation::fail(Step& step, model::FaultKind kind, const model::Expr& expr) {
    step.value = Unknown{};
    step.exact.reset();
    add(step.faults, model::Fault{kind, expr.origin});
}

}  // namespace wegwijzer::trace
