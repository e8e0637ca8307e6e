#include "engine/analyse/axis.h"

#include <cstdlib>

namespace wegwijzer::analyse {

using model::ValueKind;

namespace {

constexpr std::int64_t whole = Decimal::one_in_micros;
constexpr int most_concepts = 100;  // begrippen in begrippen; circles are reported elsewhere
// Beyond this no bounds are worked out, so that nothing overflows.
constexpr std::int64_t far_away = 1'000'000'000'000'000;

Axis line(ValueKind kind, std::optional<std::int64_t> lowest = {}, std::int64_t step = 1) {
    Axis axis;
    axis.type.kind = kind;
    axis.lowest = lowest;
    axis.step = step;
    return axis;
}

class AxisFinder {
  public:
    AxisFinder(const model::RuleSet& rules, const Schema& schema) : rules_(rules), schema_(schema) {}

    [[nodiscard]] std::optional<Axis> find(model::ExprId id, int depth = 0) const {
        if (id.is_none() || depth > most_concepts) return std::nullopt;
        const model::Expr& expr = rules_.expr(id);
        auto axis = std::visit([&](const auto& node) { return of(node, expr, depth); }, expr.node);
        if (axis) axis->type = expr.type;
        return axis;
    }

  private:
    // Whatever the type holds; calculated.
    [[nodiscard]] static std::optional<Axis> by_type(const model::Expr& expr) {
        Axis axis;
        axis.is_exact = false;
        switch (expr.type.kind) {
            case ValueKind::boolean:
                axis.kind = Axis::Kind::boolean;
                axis.is_exact = true;
                break;
            case ValueKind::choice: axis.kind = Axis::Kind::choice; break;
            case ValueKind::text: axis.kind = Axis::Kind::text; break;
            case ValueKind::severity: return std::nullopt;
            case ValueKind::date:
                axis.lowest = Date::earliest().days();
                axis.highest = Date::latest().days();
                break;
            default: break;
        }
        return axis;
    }

    template <class Node>
    [[nodiscard]] std::optional<Axis> of(const Node& /*node*/, const model::Expr& expr, int /*depth*/) const {
        return by_type(expr);
    }
    [[nodiscard]] std::optional<Axis> of(const model::StudentFieldValue& node, const model::Expr& /*expr*/,
                                         int /*depth*/) const {
        return axis_of(schema_.field(node.field).type);
    }
    [[nodiscard]] std::optional<Axis> of(const model::EventFieldValue& node, const model::Expr& /*expr*/,
                                         int /*depth*/) const {
        return axis_of(schema_.series_of(node.series).fields[node.field.index()].type);
    }
    [[nodiscard]] std::optional<Axis> of(const model::ConceptValue& node, const model::Expr& /*expr*/,
                                         int depth) const {
        return find(rules_.concept_of(node.concept_id).expr, depth + 1);
    }
    [[nodiscard]] std::optional<Axis> of(const model::ReferenceDate& /*node*/, const model::Expr& expr,
                                         int /*depth*/) const {
        auto axis = by_type(expr);
        axis->is_exact = true;
        axis->can_be_unknown = false;
        return axis;
    }
    [[nodiscard]] std::optional<Axis> of(const model::Knownness& /*node*/, const model::Expr& expr,
                                         int /*depth*/) const {
        auto axis = by_type(expr);
        axis->can_be_unknown = false;
        return axis;
    }
    [[nodiscard]] std::optional<Axis> of(const model::Literal& node, const model::Expr& expr, int /*depth*/) const {
        auto axis = by_type(expr);
        if (axis) {
            axis->can_be_unknown = false;
            axis->lowest = axis->highest = place_on_line(node.value);
        }
        return axis;
    }
    [[nodiscard]] std::optional<Axis> of(const model::Negation& node, const model::Expr& expr, int depth) const {
        const auto inner = find(node.operand, depth + 1);
        auto axis = by_type(expr);
        if (!inner || !axis) return std::nullopt;
        if (inner->highest) axis->lowest = -*inner->highest;
        if (inner->lowest) axis->highest = -*inner->lowest;
        axis->step = inner->step;
        return axis;
    }
    [[nodiscard]] std::optional<Axis> of(const model::Arithmetic& node, const model::Expr& expr, int depth) const {
        using Op = model::ArithmeticOp;
        const auto left = find(node.left, depth + 1);
        const auto right = find(node.right, depth + 1);
        auto axis = by_type(expr);
        if (!left || !right || !axis) return std::nullopt;
        if (expr.type.kind == ValueKind::date) return axis;
        if (left->is_date() || right->is_date()) {  // the days from one to the other
            axis->step = whole;
            return axis;
        }
        const auto sum = [](std::optional<std::int64_t> a, std::optional<std::int64_t> b,
                            int sign) -> std::optional<std::int64_t> {
            if (!a || !b || std::abs(*a) > far_away || std::abs(*b) > far_away) return std::nullopt;
            return *a + sign * *b;
        };
        const bool is_never_negative = left->lowest && *left->lowest >= 0 && right->lowest && *right->lowest >= 0;
        const bool is_whole = left->step == whole && right->step == whole && !left->is_dense && !right->is_dense;
        switch (node.op) {
            case Op::add:
                axis->lowest = sum(left->lowest, right->lowest, 1);
                axis->highest = sum(left->highest, right->highest, 1);
                if (is_whole) axis->step = whole;
                break;
            case Op::subtract:
                axis->lowest = sum(left->lowest, right->highest, -1);
                axis->highest = sum(left->highest, right->lowest, -1);
                if (is_whole) axis->step = whole;
                break;
            case Op::multiply:
                if (is_whole) axis->step = whole;
                if (is_never_negative) axis->lowest = 0;
                break;
            case Op::divide:
                axis->is_dense = node.single_division;
                if (is_never_negative) axis->lowest = 0;
                break;
        }
        return axis;
    }
    [[nodiscard]] std::optional<Axis> of(const model::Aggregate& node, const model::Expr& expr, int /*depth*/) const {
        using Function = model::AggregateFunction;
        switch (node.function) {
            case Function::count_distinct:
            case Function::count:
            case Function::longest_run:
            case Function::longest_run_days: {
                Axis axis = line(ValueKind::number, 0, whole);
                axis.is_count = true;
                return axis;
            }
            case Function::time_since_last: return line(ValueKind::duration, 0, whole);
            case Function::change: {
                Axis axis = line(expr.type.kind);
                axis.is_exact = false;
                return axis;
            }
            default: break;
        }
        if (node.selection.of_signals() || node.field.is_none()) return std::nullopt;
        const Series& series = schema_.series_of(node.selection.series);
        Axis axis = axis_of(series.fields[node.field.index()].type);
        if (node.function == Function::average) {
            axis.is_dense = true;
        } else if (node.function == Function::sum) {
            if (axis.lowest && *axis.lowest >= 0) {
                axis.lowest = 0;
            } else {
                axis.lowest.reset();
            }
            axis.highest.reset();
        }
        return axis;
    }

    const model::RuleSet& rules_;
    const Schema& schema_;
};

}  // namespace

Axis axis_of(const FieldType& field) {
    Axis axis;
    if (field.lowest) axis.lowest = field.lowest->micros();
    if (field.highest) axis.highest = field.highest->micros();
    switch (field.kind) {
        case FieldKind::integer:
        case FieldKind::duration: axis.step = whole; break;
        case FieldKind::grade:
            axis.lowest = whole;
            axis.highest = 10 * whole;
            break;
        case FieldKind::number:
        case FieldKind::percentage: break;
        case FieldKind::date:
            axis.lowest = Date::earliest().days();
            axis.highest = Date::latest().days();
            break;
        case FieldKind::boolean: axis.kind = Axis::Kind::boolean; break;
        case FieldKind::choice: axis.kind = Axis::Kind::choice; break;
        case FieldKind::key:
        case FieldKind::text: axis.kind = Axis::Kind::text; break;
    }
    return axis;
}

std::optional<Axis> axis_of(const model::RuleSet& rules, const Schema& schema, model::ExprId term) {
    return AxisFinder(rules, schema).find(term);
}

std::optional<model::Constant> fixed_value(const model::RuleSet& rules, model::ExprId value) {
    if (value.is_none()) return std::nullopt;
    const model::ExprNode& node = rules.expr(value).node;
    if (const auto* literal = std::get_if<model::Literal>(&node)) return literal->value;
    if (const auto* minus = std::get_if<model::Negation>(&node)) {
        const auto inner = fixed_value(rules, minus->operand);
        const auto* number = inner ? std::get_if<Decimal>(&*inner) : nullptr;
        const auto negated = number != nullptr ? negate(*number) : std::nullopt;
        return negated ? std::optional<model::Constant>(*negated) : std::nullopt;
    }
    const auto* named = std::get_if<model::ParameterValue>(&node);
    if (named == nullptr) return std::nullopt;
    const model::Parameter& parameter = rules.parameter(named->parameter);
    std::optional<model::Constant> result = parameter.value;
    bool is_fixed = result.has_value();
    for (const model::Override& line : parameter.overrides) {
        if (line.condition.is_none()) {
            result = line.value;
            is_fixed = true;
        } else if (!result || !(line.value == *result)) {
            is_fixed = false;
        }
    }
    return is_fixed ? result : std::nullopt;
}

std::optional<std::int64_t> place_on_line(const model::Constant& value) {
    if (const auto* number = std::get_if<Decimal>(&value)) return number->micros();
    if (const auto* date = std::get_if<Date>(&value)) return date->days();
    if (const auto* length = std::get_if<Length>(&value)) {
        if (length->unit == LengthUnit::days) return length->count * whole;
        if (length->unit == LengthUnit::weeks) return length->count * 7 * whole;
    }
    return std::nullopt;
}

}  // namespace wegwijzer::analyse
