// Sums, differences, products, quotients and dates moved by a length of time. An unknown side, a range or a set makes the
// result unknown; what can't be calculated is a fault at these words.
#include "engine/trace/evaluation.h"

namespace wegwijzer::trace {
namespace {

std::optional<Decimal> apply(model::ArithmeticOp op, Decimal left, Decimal right) {
    switch (op) {
        case model::ArithmeticOp::add: return add(left, right);
        case model::ArithmeticOp::subtract: return subtract(left, right);
        case model::ArithmeticOp::multiply: return multiply(left, right);
        case model::ArithmeticOp::divide: return divide(left, right);
    }
    return std::nullopt;
}

}  // namespace

Step Evaluation::step_of(const model::Negation& node, const model::Expr& expr) {
    Step step;
    const std::optional<Decimal> operand = number_of(use(step, evaluate(node.operand)).value);
    if (!operand) return step;
    if (const std::optional<Decimal> result = negate(*operand)) {
        step.value = *result;
    } else {
        fail(step, model::FaultKind::overflow, expr);
    }
    return step;
}

Step Evaluation::step_of(const model::Arithmetic& node, const model::Expr& expr) {
    Step step;
    const StepId left_step = evaluate(node.left);
    const StepId right_step = evaluate(node.right);
    const Value left = use(step, left_step).value;
    const Value right = use(step, right_step).value;
    const auto* left_date = std::get_if<Date>(&left);
    const auto* right_date = std::get_if<Date>(&right);
    const std::optional<Decimal> left_number = number_of(left);
    const std::optional<Decimal> right_number = number_of(right);

    if (left_date != nullptr && right_date != nullptr) {
        step.value = Decimal::from_integer(days_between(*right_date, *left_date));
        return step;
    }
    if ((left_date != nullptr && right_number) || (left_number && right_date != nullptr)) {
        const Date date = left_date != nullptr ? *left_date : *right_date;
        const std::int64_t days = (left_date != nullptr ? *right_number : *left_number).rounded_to_integer();
        const std::optional<Date> moved =
            wegwijzer::add_days(date, node.op == model::ArithmeticOp::subtract ? -days : days);
        if (moved) {
            step.value = *moved;
        } else {
            fail(step, model::FaultKind::overflow, expr);
        }
        return step;
    }
    if (!left_number || !right_number) return step;

    const bool divides = node.op == model::ArithmeticOp::divide;
    if (divides && *right_number == Decimal{}) {
        fail(step, model::FaultKind::division_by_zero, expr);
        return step;
    }
    const std::optional<Decimal> result = apply(node.op, *left_number, *right_number);
    if (!result) {
        fail(step, model::FaultKind::overflow, expr);
        return step;
    }
    step.value = *result;
    if (divides && node.single_division) step.exact = Ratio::quotient(*left_number, *right_number);
    return step;
}

Step Evaluation::step_of(const model::MonthShift& node, const model::Expr& expr) {
    Step step;
    const Value date = use(step, evaluate(node.date)).value;
    if (!std::holds_alternative<Date>(date)) return step;
    if (const std::optional<Date> moved = add_months(std::get<Date>(date), node.months)) {
        step.value = *moved;
    } else {
        fail(step, model::FaultKind::overflow, expr);
    }
    return step;
}

}  // namespace wegwijzer::trace
