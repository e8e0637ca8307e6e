// Three-valued logic (Kleene), bullet lists that count, and `als ... dan ... anders`.
#include <vector>

#include "engine/trace/evaluation.h"

namespace wegwijzer::trace {
Step Evaluation::step_of(const model::Not& node, const model::Expr& /*expr*/) {
    Step step;
    answer(step, tri_not(truth_of(use(step, evaluate(node.operand)).value)));
    return step;
}

Step Evaluation::step_of(const model::And& node, const model::Expr& /*expr*/) {
    Step step;
    Tri all = Tri::yes;
    for (const model::ExprId operand : node.operands) all = tri_and(all, truth_of(use(step, evaluate(operand)).value));
    answer(step, all);
    return step;
}

Step Evaluation::step_of(const model::Or& node, const model::Expr& /*expr*/) {
    Step step;
    Tri any = Tri::no;
    for (const model::ExprId operand : node.operands) any = tri_or(any, truth_of(use(step, evaluate(operand)).value));
    answer(step, any);
    return step;
}

Step Evaluation::step_of(const model::Quantified& node, const model::Expr& /*expr*/) {
    Step step;
    Operand number;
    if (node.quantifier == model::Quantifier::all) {
        number.value = Decimal::from_integer(static_cast<std::int64_t>(node.operands.size()));
    } else if (!node.count.is_none()) {
        number = operand_of(use(step, evaluate(node.count)));
    }
    std::int64_t holding = 0;
    std::int64_t unknown = 0;
    for (const model::ExprId operand : node.operands) {
        const Tri truth = truth_of(use(step, evaluate(operand)).value);
        if (truth == Tri::yes) ++holding;
        if (truth == Tri::unknown) ++unknown;
    }
    Operand count;
    if (unknown == 0) {
        count.value = Decimal::from_integer(holding);
    } else {
        count.value = CountRange{holding, holding + unknown};
    }
    answer(step, decide_count(node.quantifier, count, number));
    return step;
}

Step Evaluation::step_of(const model::Conditional& node, const model::Expr& /*expr*/) {
    const StepId condition = evaluate(node.condition);
    const StepId if_true = evaluate(node.if_true);
    const StepId if_false = evaluate(node.if_false);
    const Tri truth = truth_of(step(condition).value);
    Step result;
    result.children = {condition, if_true, if_false};
    if (truth == Tri::unknown) {
        const Value& one = step(if_true).value;
        const Value& other = step(if_false).value;
        if (is_known(one) && is_known(other) && order({one, {}}, {other, {}}) == 0) result.value = one;
        for (const StepId part : result.children) {
            add(result.missing, step(part).missing);
            add(result.faults, step(part).faults);
        }
        return result;
    }
    const Step& branch = step(truth == Tri::yes ? if_true : if_false);
    if (is_known(branch.value)) result.value = branch.value;  // a range or a set is unknown from here on
    result.missing = branch.missing;
    result.faults = branch.faults;
    return result;
}

}  // namespace wegwijzer::trace
