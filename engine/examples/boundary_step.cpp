#include "engine/examples/boundary_step.h"

#include <algorithm>

#include "engine/model/walk.h"
#include "engine/trace/comparison.h"

namespace wegwijzer::examples {
namespace {

using model::ValueKind;

constexpr std::int64_t whole = Decimal::one_in_micros;

// The last decimal of a number: 45 goes by ones, 5,25 by hundredths.
std::int64_t last_decimal(std::int64_t micros) {
    std::int64_t step = whole;
    while (step > 1 && micros % step != 0) step /= 10;
    return step;
}

// Over the numbers that are written in it, and in the parameters that it names.
std::int64_t written_step(const model::RuleSet& rules, model::ExprId id) {
    const model::ExprNode& node = rules.expr(id).node;
    const auto of = [](const std::optional<model::Constant>& value) {
        const auto* number = value ? std::get_if<Decimal>(&*value) : nullptr;
        return number == nullptr ? whole : last_decimal(number->micros());
    };
    if (const auto* literal = std::get_if<model::Literal>(&node)) return of(literal->value);
    if (const auto* parameter = std::get_if<model::ParameterValue>(&node)) {
        return of(rules.parameter(parameter->parameter).value);
    }
    std::int64_t step = whole;
    if (const auto* named = std::get_if<model::ConceptValue>(&node); named == nullptr) {
        model::for_each_child(rules, node,
                              [&](model::ExprId child) { step = std::min(step, written_step(rules, child)); });
    }
    return step;
}

}  // namespace

std::int64_t boundary_step(const model::RuleSet& rules, const model::Comparison& comparison) {
    std::int64_t step = whole;
    for (const model::ExprId side : {comparison.left, comparison.right}) {
        switch (rules.expr(side).type.kind) {
            case ValueKind::date:
            case ValueKind::choice:
            case ValueKind::severity: return 1;
            case ValueKind::percentage:
            case ValueKind::points: step = std::min(step, whole / 100); break;
            case ValueKind::grade: step = std::min(step, whole / 10); break;
            default: break;
        }
    }
    if (step < whole) return step;
    return std::min(written_step(rules, comparison.left), written_step(rules, comparison.right));
}

std::optional<std::int64_t> position_of(const trace::Value& value) {
    if (const auto* day = std::get_if<Date>(&value)) return day->days();
    if (const auto* choice = std::get_if<model::ChoiceValue>(&value)) return choice->index;
    if (const auto* severity = std::get_if<model::Severity>(&value)) return static_cast<std::int64_t>(*severity);
    const std::optional<Decimal> number = trace::number_of(value);
    return number ? std::optional(number->micros()) : std::nullopt;
}

}  // namespace wegwijzer::examples
