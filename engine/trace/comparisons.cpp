// Conditions that compare values. `is bekend` and `is onbekend` are the only ones that an unknown value does not reach.
#include <algorithm>
#include <vector>

#include "engine/trace/evaluation.h"

namespace wegwijzer::trace {
Step Evaluation::step_of(const model::Comparison& node, const model::Expr& /*expr*/) {
    Step step;
    std::vector<Operand> operands;
    for (const model::ExprId side : {node.left, node.right}) operands.push_back(operand_of(use(step, evaluate(side))));
    answer(step,
           decide(operands, [&node](std::span<const Operand> chosen) { return holds(node.op, chosen[0], chosen[1]); }));
    return step;
}

Step Evaluation::step_of(const model::Between& node, const model::Expr& /*expr*/) {
    Step step;
    std::vector<Operand> operands;
    for (const model::ExprId part : {node.value, node.low, node.high}) {
        operands.push_back(operand_of(use(step, evaluate(part))));
    }
    answer(step, decide(operands, [&node](std::span<const Operand> chosen) {
               const bool inside = holds(model::CompareOp::greater_equal, chosen[0], chosen[1]) &&
                                   holds(model::CompareOp::less_equal, chosen[0], chosen[2]);
               return inside != node.negated;
           }));
    return step;
}

Step Evaluation::step_of(const model::OneOf& node, const model::Expr& /*expr*/) {
    Step step;
    std::vector<Operand> operands = {operand_of(use(step, evaluate(node.value)))};
    for (const model::ExprId option : node.options) operands.push_back(operand_of(use(step, evaluate(option))));
    answer(step, decide(operands, [&node](std::span<const Operand> chosen) {
               const bool found = std::any_of(chosen.begin() + 1, chosen.end(), [&chosen](const Operand& option) {
                   return holds(model::CompareOp::equal, chosen[0], option);
               });
               return found != node.negated;
           }));
    return step;
}

Step Evaluation::step_of(const model::Knownness& node, const model::Expr& /*expr*/) {
    Step step;
    step.value = is_known(use(step, evaluate(node.value)).value) == node.asks_known;
    return step;
}

}  // namespace wegwijzer::trace
