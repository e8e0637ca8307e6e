#include "engine/margins/decisive.h"

#include <algorithm>
#include <cstdlib>

#include "engine/margins/axis.h"
#include "engine/margins/judge.h"
#include "engine/margins/logic.h"
#include "engine/model/reach.h"
#include "engine/trace/comparison.h"

namespace wegwijzer::margins {
namespace {

using model::ExprNode;
using trace::StepId;

State outcome(const model::Signal& signal, const Logic& logic, const std::vector<StepId>& levels,
              const std::vector<StepId>& unless) {
    for (const StepId id : unless) {
        if (logic.answer(id) == Tri::yes) return model::Severity::none;
    }
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const Tri truth = logic.answer(levels[i]);
        if (truth == Tri::yes) return signal.levels[i].severity;
        if (truth == Tri::unknown) return std::nullopt;
    }
    return model::Severity::none;
}

// With exceptions and levels that may go either way: does it come out alike in all ways?
bool is_settled(const model::Signal& signal, const Logic& logic, const std::vector<StepId>& levels,
                const std::vector<StepId>& unless, model::Severity now) {
    Tri stopped = Tri::no;
    for (const StepId id : unless) stopped = tri_or(stopped, logic.answer(id));
    if (stopped == Tri::yes) return now == model::Severity::none;
    if (stopped == Tri::unknown && now != model::Severity::none) return false;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const Tri truth = logic.answer(levels[i]);
        if (truth == Tri::unknown) return false;
        if (truth == Tri::yes) return signal.levels[i].severity == now;
    }
    return now == model::Severity::none;
}

// The student's fields and the series that a condition looked at.
void look_below(const model::RuleSet& rules, const trace::Trace& trace, StepId id, std::vector<bool>& seen,
                std::vector<FieldId>& fields, std::vector<SeriesId>& series) {
    if (id.is_none() || seen[id.index()]) return;
    seen[id.index()] = true;
    const trace::Step& step = trace.step(id);
    if (step.expr) {
        const ExprNode& node = rules.expr(step.expr).node;
        if (const auto* field = std::get_if<model::StudentFieldValue>(&node)) fields.push_back(field->field);
        if (const model::Selection* selection = model::selection_of(node)) series.push_back(selection->series);
    }
    for (const StepId child : step.children) look_below(rules, trace, child, seen, fields, series);
    for (const trace::EventSeen& event : step.events) {
        look_below(rules, trace, event.filter, seen, fields, series);
    }
}

// ---- near ---------------------------------------------------------------------------------------------------------------

constexpr std::int64_t near_days = 14;

std::int64_t size_of(std::int64_t value) { return value < 0 ? -value : value; }

// A tenth of what the field can be; without bounds a fifth of the threshold.
bool is_small(const Axis& axis, Point distance, Point threshold) {
    if (axis.kind == FieldKind::date || axis.kind == FieldKind::duration) {
        return size_of(distance) <= near_days * Decimal::one_in_micros;
    }
    if (axis.lowest && axis.highest) return size_of(distance) <= (*axis.highest - *axis.lowest) / 10;
    return size_of(distance) <= size_of(threshold) / 5;
}

const trace::Step* through_concepts(const model::RuleSet& rules, const trace::Trace& trace, const trace::Step* step) {
    while (step->expr && std::holds_alternative<model::ConceptValue>(rules.expr(step->expr).node)) {
        step = &trace.step(step->children.front());
    }
    return step;
}

// Is what this condition asks of the series nearly so (or nearly not so)?
bool is_near(const model::RuleSet& rules, const trace::Trace& trace, const trace::Step& condition, SeriesId series) {
    if (condition.expr.is_none()) return false;
    const ExprNode& node = rules.expr(condition.expr).node;
    if (const auto* existence = std::get_if<model::Existence>(&node)) {
        const std::optional<Decimal> count = trace::number_of(condition.count);
        return existence->selection.series == series && count && *count > Decimal{};
    }
    if (!std::holds_alternative<model::Comparison>(node)) return false;
    for (const std::size_t side : {0U, 1U}) {
        const trace::Step* value = through_concepts(rules, trace, &trace.step(condition.children[side]));
        if (value->expr.is_none()) continue;
        const auto* aggregate = std::get_if<model::Aggregate>(&rules.expr(value->expr).node);
        if (aggregate == nullptr || aggregate->selection.series != series) continue;
        const auto here = threshold_of(value->value, value->exact);
        const trace::Step& other = trace.step(condition.children[1 - side]);
        const auto there = threshold_of(other.value, other.exact);
        if (!here || !there) return false;
        if (aggregate->function == model::AggregateFunction::time_since_last) {
            return size_of(there->low - here->low) <= near_days * Decimal::one_in_micros;
        }
        if (aggregate->field.is_none() || aggregate->function == model::AggregateFunction::count_distinct) {
            return here->low > 0;
        }
        const auto axis = axis_of(rules.schema->series_of(series).fields[aggregate->field.index()].type);
        return axis && is_small(*axis, there->low - here->low, there->low);
    }
    return false;
}

}  // namespace

std::vector<StepId> decisive_conditions(const model::RuleSet& rules, const trace::Trace& trace, model::SignalId signal,
                                        std::size_t index) {
    const model::SignalStatus status = trace.outcome.signals[index].status;
    if (status == model::SignalStatus::undetermined || status == model::SignalStatus::not_applicable) return {};
    const std::vector<StepId>& levels = trace.signal_levels[index];
    const std::vector<StepId>& unless = trace.signal_unless[index];
    Logic logic(rules, trace);
    std::vector<StepId> leaves;
    for (const StepId id : levels) logic.collect(id, leaves);
    for (const StepId id : unless) logic.collect(id, leaves);
    const model::Signal& declared = rules.signal(signal);
    const State now = outcome(declared, logic, levels, unless);
    std::erase_if(leaves, [&](StepId id) {
        if (trace::truth_of(trace.step(id).value) == Tri::unknown) return true;
        logic.turn(id);
        const State then = outcome(declared, logic, levels, unless);
        return !then || then == now;
    });
    return leaves;
}

Influence::Influence(const model::RuleSet& rules, const trace::Trace& trace, model::SignalId signal, std::size_t index)
    : rules_(rules), trace_(trace), signal_(signal), index_(index) {
    const Logic logic(rules, trace);
    std::vector<StepId> leaves;
    for (const StepId id : trace.signal_levels[index]) logic.collect(id, leaves);
    for (const StepId id : trace.signal_unless[index]) logic.collect(id, leaves);
    for (const StepId id : leaves) {
        Condition condition;
        condition.step = id;
        std::vector<bool> seen(trace.steps.size());
        look_below(rules, trace, id, seen, condition.fields, condition.series);
        conditions_.push_back(std::move(condition));
    }
}

bool Influence::Condition::reads(const Thing& thing) const {
    if (const auto* field = std::get_if<FieldId>(&thing)) return std::ranges::find(fields, *field) != fields.end();
    return std::ranges::find(series, std::get<SeriesId>(thing)) != series.end();
}

bool Influence::of(FieldId field) const { return of(Thing(field)); }
bool Influence::of(SeriesId series) const { return of(Thing(series)); }
bool Influence::of(const Thing& thing) const { return of(thing, thing); }

bool Influence::of(const Thing& first, const Thing& second) const {
    const Thing start(rules_.schema->start);
    if (first == start || second == start) return true;  // periods and fasen count from it
    std::vector<StepId> open;
    for (const Condition& one : conditions_) {
        if (one.reads(first) || one.reads(second)) open.push_back(one.step);
    }
    return matters(open);
}

bool Influence::share_condition(const Thing& first, const Thing& second) const {
    return std::ranges::any_of(conditions_,
                               [&](const Condition& one) { return one.reads(first) && one.reads(second); });
}

std::vector<Tri> Influence::truths() const {
    std::vector<Tri> truths;
    for (const Condition& one : conditions_) truths.push_back(trace::truth_of(trace_.step(one.step).value));
    return truths;
}

bool Influence::matters(const std::vector<StepId>& open) const {
    const model::SignalOutcome& outcome = trace_.outcome.signals[index_];
    if (outcome.status == model::SignalStatus::not_applicable) return false;
    Logic logic(rules_, trace_);
    for (const StepId id : open) logic.give(id, Tri::unknown);
    return !is_settled(rules_.signal(signal_), logic, trace_.signal_levels[index_], trace_.signal_unless[index_],
                       state_of(outcome).value_or(model::Severity::none));
}

bool may_be_near(const model::RuleSet& rules, const trace::Trace& trace, const std::vector<StepId>& decisive,
                 SeriesId series) {
    return std::ranges::any_of(decisive, [&](StepId id) { return is_near(rules, trace, trace.step(id), series); });
}

bool may_be_near(const Schema& schema, FieldId field) {
    const Field& declared = schema.field(field);
    if (declared.privacy.needs_motivation || declared.privacy.special) return false;
    return declared.type.kind == FieldKind::choice ? declared.type.ordered : axis_of(declared.type).has_value();
}

bool is_near(const model::RuleSet& rules, const Cohort& cohort, std::size_t student, Date reference_date,
             const Offer& offer, const trace::Trace& trace, const std::vector<StepId>& decisive) {
    if (const auto* time = std::get_if<TimeOffer>(&offer.what)) {
        return days_between(reference_date, time->day) <= near_days;
    }
    if (const auto* event = std::get_if<EventOffer>(&offer.what)) {
        return event->count == 1 && event->day == reference_date && may_be_near(rules, trace, decisive, event->series);
    }
    if (std::holds_alternative<PairOffer>(offer.what)) return false;
    const auto& change = std::get<FieldOffer>(offer.what);
    const Field& field = rules.schema->field(change.field);
    const auto current = change::value_of(cohort.columns[change.field.index()], student);
    if (!current || !may_be_near(*rules.schema, change.field)) return false;
    if (field.type.kind == FieldKind::choice && field.type.ordered) {
        const auto* from = std::get_if<model::ChoiceValue>(&*current);
        const auto* to = std::get_if<model::ChoiceValue>(&change.wanted.value);
        return from != nullptr && to != nullptr &&
               std::max(from->index, to->index) - std::min(from->index, to->index) == 1;
    }
    const std::optional<Axis> axis = axis_of(field.type);
    const std::optional<Point> from = point_of(*current);
    const std::optional<Point> to = point_of(change.wanted.value);
    return axis && from && to && is_small(*axis, *to - *from, *to);
}

}  // namespace wegwijzer::margins
