#include "engine/margins/distance.h"

#include <algorithm>

#include "engine/model/compare_op.h"

namespace wegwijzer::margins {
namespace {

using model::CompareOp;
using model::ExprId;

Int128 greatest_common_divisor(Int128 left, Int128 right) {
    if (left < 0) left = -left;
    while (right != 0) left = std::exchange(right, left % right);
    return left;
}

Ratio simplified(Ratio value) {
    const Int128 divisor = greatest_common_divisor(value.numerator, value.denominator);
    return {value.numerator / divisor, value.denominator / divisor};
}

bool is_below_zero(const Ratio& value) { return value.numerator < 0; }
Ratio size_of(const Ratio& value) { return is_below_zero(value) ? Ratio{-value.numerator, value.denominator} : value; }

// Where an answer can turn at a threshold: on it, unless it lies between two steps that nothing lies between, and on the
// steps beside it.
void add_points_at(const Scale& scale, const Ratio& threshold, std::vector<Ratio>& points) {
    Int128 scaled = 0;
    if (__builtin_mul_overflow(threshold.numerator, static_cast<Int128>(scale.steps_per_one), &scaled)) return;
    Int128 below = scaled / threshold.denominator;
    if (below * threshold.denominator > scaled) --below;
    const bool is_step = below * threshold.denominator == scaled;
    const auto step = [&](Int128 count) { points.push_back({count, scale.steps_per_one}); };
    if (is_step || !scale.is_whole) points.push_back(threshold);
    step(is_step ? below - 1 : below);
    step(below + 1);
}

std::vector<Ratio> thresholds_of(const Question& question) {
    if (const auto* against = std::get_if<Against>(&question)) return {against->threshold};
    return {std::get<Within>(question).low, std::get<Within>(question).high};
}

CompareOp comparison_of(model::Quantifier quantifier) {
    switch (quantifier) {
        case model::Quantifier::all:
        case model::Quantifier::at_least: return CompareOp::greater_equal;
        case model::Quantifier::at_most: return CompareOp::less_equal;
        case model::Quantifier::exactly:
        case model::Quantifier::none: break;
    }
    return CompareOp::equal;
}

// What a condition asks, from its step.
class Reader {
  public:
    Reader(const model::RuleSet& rules, const trace::Trace& trace, const trace::Step& step)
        : rules_(rules), trace_(trace), step_(step) {}

    [[nodiscard]] std::optional<Asked> read(const model::Comparison& node) const {
        const bool is_turned = is_literal(node.left) && !is_literal(node.right);
        const ExprId value = is_turned ? node.right : node.left;
        const ExprId other = is_turned ? node.left : node.right;
        const std::optional<Scale> scale = scale_of(rules_, value, other);
        const std::optional<Ratio> threshold = place(other);
        if (!scale || !threshold) return std::nullopt;
        const bool is_name = scale->measure == Measure::steps;
        if (is_name && (node.op == CompareOp::equal || node.op == CompareOp::not_equal)) return std::nullopt;
        return asked(value, *scale, Against{is_turned ? mirrored(node.op) : node.op, *threshold}, other);
    }
    [[nodiscard]] std::optional<Asked> read(const model::Between& node) const {
        const std::optional<Scale> scale = scale_of(rules_, node.value, node.low);
        const std::optional<Ratio> low = place(node.low);
        const std::optional<Ratio> high = place(node.high);
        if (!scale || !low || !high) return std::nullopt;
        return asked(node.value, *scale, Within{*low, *high, node.negated}, {});
    }
    [[nodiscard]] std::optional<Asked> read(const model::Existence& node) const {
        const std::optional<Ratio> threshold = node.count.is_none() ? Ratio{0, 1} : place(node.count);
        const std::optional<Ratio> count = place_of(step_.count, {});
        if (!threshold || !count) return std::nullopt;
        const Scale scale = scale_of_count(node.selection.of_signals() ? Measure::signals : Measure::events);
        return asked(scale, Against{comparison_of(node.quantifier), *threshold}, *count);
    }
    [[nodiscard]] std::optional<Asked> read(const model::Quantified& node) const {
        std::int64_t holding = 0;
        for (const ExprId operand : node.operands) {
            const trace::StepId child = child_of(operand);
            const Tri holds = child.is_none() ? Tri::unknown : trace::truth_of(trace_.step(child).value);
            if (holds == Tri::unknown) return std::nullopt;
            if (holds == Tri::yes) ++holding;
        }
        const Ratio all{static_cast<std::int64_t>(node.operands.size()), 1};
        std::optional<Ratio> threshold = node.quantifier == model::Quantifier::all ? all : Ratio{0, 1};
        if (!node.count.is_none()) threshold = place(node.count);
        if (!threshold) return std::nullopt;
        Scale scale = scale_of_count(Measure::conditions);
        scale.highest = all;
        return asked(scale, Against{comparison_of(node.quantifier), *threshold}, Ratio{holding, 1});
    }
    template <class Other>
    [[nodiscard]] std::optional<Asked> read(const Other& /*node*/) const {
        return std::nullopt;
    }

  private:
    [[nodiscard]] bool is_literal(ExprId id) const {
        return std::holds_alternative<model::Literal>(rules_.expr(id).node);
    }
    [[nodiscard]] trace::StepId child_of(ExprId expr) const {
        const auto child = std::ranges::find_if(
            step_.children, [&](trace::StepId id) { return !id.is_none() && trace_.step(id).expr == expr; });
        return child == step_.children.end() ? trace::StepId{} : *child;
    }
    [[nodiscard]] std::optional<Ratio> place(ExprId expr) const {
        const trace::StepId child = child_of(expr);
        if (child.is_none()) return std::nullopt;
        return place_of(trace_.step(child).value, trace_.step(child).exact);
    }

    [[nodiscard]] std::optional<Asked> asked(ExprId value, const Scale& scale, const Question& question,
                                             ExprId threshold) const {
        const std::optional<Ratio> lies_at = place(value);
        if (!lies_at) return std::nullopt;
        std::optional<Asked> result = asked(scale, question, *lies_at);
        if (!result) return result;
        result->value = value;
        result->value_step = child_of(value);
        result->threshold = threshold;
        return result;
    }
    [[nodiscard]] std::optional<Asked> asked(const Scale& scale, const Question& question, const Ratio& value) const {
        const std::optional<Distance> distance = distance_of(scale, question, value);
        if (!distance || tri_of(distance->holds) != trace::truth_of(step_.value)) return std::nullopt;
        return Asked{{}, {}, {}, *distance};
    }

    const model::RuleSet& rules_;
    const trace::Trace& trace_;
    const trace::Step& step_;
};

}  // namespace

bool holds_at(const Question& question, const Ratio& point) {
    if (const auto* against = std::get_if<Against>(&question)) {
        return holds(against->op, compare(point, against->threshold));
    }
    const Within& within = std::get<Within>(question);
    const bool is_inside = compare(within.low, point) <= 0 && compare(point, within.high) <= 0;
    return is_inside != within.negated;
}

std::vector<Ratio> points_of(const Scale& scale, const Question& question) {
    std::vector<Ratio> points;
    for (const Ratio& threshold : thresholds_of(question)) add_points_at(scale, threshold, points);
    std::erase_if(points, [&](const Ratio& point) { return !scale.holds(point); });
    return points;
}

std::optional<Ratio> difference(const Ratio& left, const Ratio& right) {
    constexpr Int128 most = Int128{1} << 100;
    const Ratio a = simplified(left);
    const Ratio b = simplified(right);
    Int128 first = 0;
    Int128 second = 0;
    Ratio result;
    if (__builtin_mul_overflow(a.numerator, b.denominator, &first) ||
        __builtin_mul_overflow(b.numerator, a.denominator, &second) ||
        __builtin_sub_overflow(first, second, &result.numerator) ||
        __builtin_mul_overflow(a.denominator, b.denominator, &result.denominator)) {
        return std::nullopt;
    }
    result = simplified(result);
    if (result.denominator >= most || result.numerator > most || result.numerator < -most) return std::nullopt;
    return result;
}

std::optional<Distance> distance_of(const Scale& scale, const Question& question, const Ratio& value) {
    const std::vector<Ratio> thresholds = thresholds_of(question);
    Distance result;
    result.scale = scale;
    result.question = question;
    result.value = value;
    result.holds = holds_at(question, value);
    for (std::size_t i = 0; i < thresholds.size(); ++i) {
        const std::optional<Ratio> above = difference(value, thresholds[i]);
        if (!above) return std::nullopt;
        if (i == 0 || compare(size_of(*above), size_of(result.above)) < 0) {
            result.threshold = thresholds[i];
            result.above = *above;
        }
    }
    for (const Ratio& point : points_of(scale, question)) {
        if (holds_at(question, point) == result.holds) continue;
        const std::optional<Ratio> by = difference(point, value);
        if (!by) return std::nullopt;
        std::optional<Turn>& turn = is_below_zero(*by) ? result.down : result.up;
        if (!turn || compare(size_of(*by), size_of(turn->by)) < 0) turn = Turn{point, *by};
    }
    return result;
}

std::optional<Asked> asked_by(const model::RuleSet& rules, const trace::Trace& trace, const trace::Step& step) {
    if (step.expr.is_none() || trace::truth_of(step.value) == Tri::unknown) return std::nullopt;
    const Reader reader(rules, trace, step);
    return std::visit([&](const auto& node) { return reader.read(node); }, rules.expr(step.expr).node);
}

}  // namespace wegwijzer::margins
