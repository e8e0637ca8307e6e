#include "engine/explain/comparisons.h"
#include "engine/explain/margin.h"

namespace wegwijzer::explain {
namespace {

struct Level {
    model::Severity severity;
    const model::Expr* expr;
    margins::Asked asked;
};

// The condition that a level comes down to: of a begrip its expression.
trace::StepId behind_concepts(const model::RuleSet& rules, const trace::Trace& trace, trace::StepId id) {
    while (!id.is_none() && std::holds_alternative<model::ConceptValue>(rules.expr(trace.step(id).expr).node)) {
        const std::vector<trace::StepId>& children = trace.step(id).children;
        id = children.empty() ? trace::StepId{} : children.front();
    }
    return id;
}

bool ask_of_the_same(const model::RuleSet& rules, const Level& left, const Level& right) {
    if (left.asked.value.is_none() != right.asked.value.is_none()) return false;
    if (!left.asked.value.is_none()) return say_the_same(rules, left.asked.value, right.asked.value);
    const auto* one = std::get_if<model::Existence>(&left.expr->node);
    const auto* other = std::get_if<model::Existence>(&right.expr->node);
    return one != nullptr && other != nullptr && say_the_same(rules, one->selection, other->selection);
}

std::vector<Level> levels_of(const model::RuleSet& rules, const trace::Trace& trace, model::SignalId id) {
    const model::Signal& signal = rules.signal(id);
    const std::vector<trace::StepId>& roots = trace.signal_levels[id.index()];
    std::vector<Level> levels;
    for (std::size_t i = 0; i < roots.size(); ++i) {
        const trace::StepId root = behind_concepts(rules, trace, roots[i]);
        if (root.is_none()) return {};
        const trace::Step& step = trace.step(root);
        std::optional<margins::Asked> asked = margins::asked_by(rules, trace, step);
        if (!asked) return {};
        levels.push_back({signal.levels[i].severity, &rules.expr(step.expr), *std::move(asked)});
        if (!ask_of_the_same(rules, levels.front(), levels.back())) return {};
    }
    return levels;
}

model::Severity severity_at(const std::vector<Level>& levels, const Ratio& point) {
    for (const Level& level : levels) {  // from high to low
        if (margins::holds_at(level.asked.distance.question, point)) return level.severity;
    }
    return model::Severity::none;
}

Ratio size_of(const margins::Turn& turn) {
    return turn.by.numerator < 0 ? Ratio{-turn.by.numerator, turn.by.denominator} : turn.by;
}

}  // namespace

std::optional<SeverityMargin> severity_margin_of(const model::RuleSet& rules, const trace::Trace& trace,
                                                 model::SignalId signal) {
    for (const trace::StepId unless : trace.signal_unless[signal.index()]) {
        if (unless.is_none() || trace::truth_of(trace.step(unless).value) != Tri::no) return std::nullopt;
    }
    const std::vector<Level> levels = levels_of(rules, trace, signal);
    if (levels.size() < 2) return std::nullopt;
    SeverityMargin margin;
    margin.scale = levels.front().asked.distance.scale;
    margin.value = levels.front().asked.distance.value;
    const model::Severity now = severity_at(levels, margin.value);
    for (const Level& level : levels) {
        for (const Ratio& point : margins::points_of(margin.scale, level.asked.distance.question)) {
            const model::Severity there = severity_at(levels, point);
            const std::optional<Ratio> by = margins::difference(point, margin.value);
            if (there == now || !by) continue;
            const margins::Turn turn{point, *by};
            std::optional<SeverityTurn>& nearest = there > now ? margin.higher : margin.lower;
            if (!nearest || compare(size_of(turn), size_of(nearest->turn)) < 0) nearest = SeverityTurn{there, turn};
        }
    }
    return margin;
}

}  // namespace wegwijzer::explain
