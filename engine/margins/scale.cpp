#include "engine/margins/scale.h"

#include <algorithm>

#include "engine/margins/axis.h"
#include "engine/trace/comparison.h"

namespace wegwijzer::margins {
namespace {

using model::AggregateFunction;
using model::ExprId;
using model::ValueKind;

constexpr Point one = Decimal::one_in_micros;

std::optional<Axis> axis_of_number(const FieldType& type) {
    return type.kind == FieldKind::date ? std::nullopt : axis_of(type);
}

Ratio whole(std::int64_t number) { return {number, 1}; }

class ScaleOf {
  public:
    explicit ScaleOf(const model::RuleSet& rules) : rules_(rules) {}

    [[nodiscard]] std::optional<Scale> scale(ExprId id, bool is_percentage) const {
        const model::Expr& expr = rules_.expr(behind_concepts(rules_, id));
        std::optional<Scale> result = by_type(expr.type);
        if (!result) return result;
        if (is_percentage && result->type.kind == ValueKind::number && result->type.unit.empty()) {
            result->type.kind = ValueKind::percentage;
            return by_type(result->type);
        }
        if (expr.type.kind == ValueKind::number && is_whole(id)) make_whole(*result);
        std::visit([&](const auto& node) { narrow(node, *result); }, expr.node);
        return result;
    }

  private:
    static void make_whole(Scale& scale) {
        scale.steps_per_one = 1;
        scale.is_whole = true;
    }
    static void count(Measure measure, Scale& scale) {
        scale.measure = measure;
        scale.lowest = whole(0);
        make_whole(scale);
    }

    [[nodiscard]] std::optional<Scale> by_type(const model::ValueType& type) const {
        Scale scale;
        scale.type = type;
        const auto steps = [&](Measure measure, std::int64_t per_one) {
            scale.measure = measure;
            scale.steps_per_one = per_one;
        };
        switch (type.kind) {
            case ValueKind::boolean:
            case ValueKind::text: return std::nullopt;
            case ValueKind::number: steps(Measure::number, 10); break;
            case ValueKind::grade: steps(Measure::grade, 10); break;
            case ValueKind::percentage:
            case ValueKind::points: steps(Measure::percentage_points, 100); break;
            case ValueKind::date:
            case ValueKind::duration:
                steps(Measure::days, 1);
                make_whole(scale);
                break;
            case ValueKind::choice: {
                if (type.choices.is_none() || !rules_.choice_domains[type.choices.index()].ordered) return std::nullopt;
                const std::size_t names = rules_.choice_domains[type.choices.index()].names.size();
                count(Measure::steps, scale);
                scale.highest = whole(static_cast<std::int64_t>(names) - 1);
                break;
            }
            case ValueKind::severity:
                count(Measure::steps, scale);
                scale.highest = whole(static_cast<std::int64_t>(model::Severity::high));
                break;
        }
        return scale;
    }

    static void bound(const Axis& axis, Scale& scale) {
        if (axis.lowest) scale.lowest = Ratio{*axis.lowest, one};
        if (axis.highest) scale.highest = Ratio{*axis.highest, one};
    }
    void narrow(const model::StudentFieldValue& node, Scale& scale) const {
        if (const auto axis = axis_of_number(rules_.schema->field(node.field).type)) bound(*axis, scale);
    }
    void narrow(const model::Aggregate& node, Scale& scale) const {
        switch (node.function) {
            case AggregateFunction::count:
                count(node.selection.of_signals() ? Measure::signals : Measure::events, scale);
                return;
            case AggregateFunction::longest_run: count(Measure::events, scale); return;
            case AggregateFunction::longest_run_days: count(Measure::working_days, scale); return;
            case AggregateFunction::count_distinct: count(Measure::number, scale); return;
            case AggregateFunction::time_since_last: count(Measure::days, scale); return;
            case AggregateFunction::change: return;
            case AggregateFunction::sum:
            case AggregateFunction::average:
            case AggregateFunction::highest:
            case AggregateFunction::lowest:
            case AggregateFunction::first:
            case AggregateFunction::last: break;
        }
        if (node.selection.of_signals() || node.field.is_none()) return;
        const Series& series = rules_.schema->series_of(node.selection.series);
        const auto axis = axis_of_number(series.fields[node.field.index()].type);
        if (!axis) return;
        if (node.function != AggregateFunction::sum) {
            bound(*axis, scale);
        } else if (axis->lowest && *axis->lowest >= 0) {
            scale.lowest = whole(0);
        }
    }
    template <class Other>
    void narrow(const Other& /*node*/, Scale& /*scale*/) const {}

    // Can only be a whole number.
    [[nodiscard]] bool is_whole(ExprId id) const {
        return std::visit([this](const auto& node) { return whole_node(node); },
                          rules_.expr(behind_concepts(rules_, id)).node);
    }
    static bool whole_field(const FieldType& type) {
        return type.kind == FieldKind::integer || type.kind == FieldKind::duration;
    }
    [[nodiscard]] static bool whole_node(const model::Literal& node) {
        const auto* number = std::get_if<Decimal>(&node.value);
        return number != nullptr && number->is_integer();
    }
    [[nodiscard]] bool whole_node(const model::StudentFieldValue& node) const {
        return whole_field(rules_.schema->field(node.field).type);
    }
    [[nodiscard]] bool whole_node(const model::ParameterValue& node) const {
        return rules_.parameter(node.parameter).is_whole;
    }
    [[nodiscard]] bool whole_node(const model::TableValue& node) const {
        return std::ranges::all_of(rules_.table(node.table).rows,
                                   [this](const model::TableRow& row) { return is_whole(row.result); });
    }
    [[nodiscard]] bool whole_node(const model::Negation& node) const { return is_whole(node.operand); }
    [[nodiscard]] bool whole_node(const model::Arithmetic& node) const {
        return node.op != model::ArithmeticOp::divide && is_whole(node.left) && is_whole(node.right);
    }
    [[nodiscard]] bool whole_node(const model::Conditional& node) const {
        return is_whole(node.if_true) && is_whole(node.if_false);
    }
    [[nodiscard]] bool whole_node(const model::Aggregate& node) const {
        switch (node.function) {
            case AggregateFunction::count:
            case AggregateFunction::count_distinct:
            case AggregateFunction::time_since_last:
            case AggregateFunction::longest_run:
            case AggregateFunction::longest_run_days: return true;
            case AggregateFunction::average:
            case AggregateFunction::change: return false;
            case AggregateFunction::sum:
            case AggregateFunction::highest:
            case AggregateFunction::lowest:
            case AggregateFunction::first:
            case AggregateFunction::last: break;
        }
        if (node.selection.of_signals() || node.field.is_none()) return false;
        return whole_field(rules_.schema->series_of(node.selection.series).fields[node.field.index()].type);
    }
    template <class Other>
    [[nodiscard]] bool whole_node(const Other& /*node*/) const {
        return false;
    }

    const model::RuleSet& rules_;
};

}  // namespace

bool Scale::holds(const Ratio& point) const {
    return (!lowest || compare(*lowest, point) <= 0) && (!highest || compare(point, *highest) <= 0);
}

std::optional<Scale> scale_of(const model::RuleSet& rules, model::ExprId id, model::ExprId beside) {
    const bool is_percentage = !beside.is_none() && rules.expr(beside).type.kind == ValueKind::percentage;
    return ScaleOf(rules).scale(id, is_percentage);
}

Scale scale_of_count(Measure measure) {
    Scale scale;
    scale.type.kind = ValueKind::number;
    scale.measure = measure;
    scale.is_whole = true;
    scale.lowest = whole(0);
    return scale;
}

std::optional<Ratio> place_of(const trace::Value& value, const std::optional<Ratio>& exact) {
    if (exact) return exact;
    if (const std::optional<Decimal> number = trace::number_of(value)) return Ratio::of(*number);
    if (const auto* date = std::get_if<Date>(&value)) return whole(date->days());
    if (const auto* severity = std::get_if<model::Severity>(&value)) {
        return whole(static_cast<std::int64_t>(*severity));
    }
    const auto* choice = std::get_if<model::ChoiceValue>(&value);
    if (choice == nullptr || *choice == trace::no_choice) return std::nullopt;
    return whole(choice->index);
}

model::ExprId behind_concepts(const model::RuleSet& rules, model::ExprId id) {
    while (const auto* named = std::get_if<model::ConceptValue>(&rules.expr(id).node)) {
        id = rules.concept_of(named->concept_id).expr;
    }
    return id;
}

}  // namespace wegwijzer::margins
