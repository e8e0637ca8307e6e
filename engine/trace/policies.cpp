// Policies: do they apply, which signals are the reason, and within which terms do they advise.
#include <algorithm>
#include <utility>

#include "engine/model/walk.h"
#include "engine/trace/evaluation.h"

namespace wegwijzer::trace {
namespace {

using Signals = std::vector<model::SignalId>;

void insert_once(Signals& signals, model::SignalId signal) {
    const auto place = std::lower_bound(signals.begin(), signals.end(), signal);
    if (place == signals.end() || *place != signal) signals.insert(place, signal);
}

// The signals that an expression reads by name, wherever they stand in it.
void find_named(const model::RuleSet& rules, model::ExprId id, Signals& found) {
    const model::ExprNode& node = rules.expr(id).node;
    if (const auto* state = std::get_if<model::SignalState>(&node)) insert_once(found, state->signal);
    if (const auto* severity = std::get_if<model::SignalSeverity>(&node)) insert_once(found, severity->signal);
    model::for_each_child(rules, node, [&](model::ExprId child) { find_named(rules, child, found); });
}

bool is_over_signals(const model::RuleSet& rules, const Step& step) {
    if (step.expr.is_none()) return false;
    const model::ExprNode& node = rules.expr(step.expr).node;
    if (const auto* aggregate = std::get_if<model::Aggregate>(&node)) return aggregate->selection.of_signals();
    if (const auto* existence = std::get_if<model::Existence>(&node)) return existence->selection.of_signals();
    return false;
}

struct FilteredSignals {
    Signals passing;      // their filter is true
    Signals may_passing;  // it is not false
};

// The signals that a filter over `signalen` lets through, anywhere below `root`.
void find_filtered(const model::RuleSet& rules, const Trace& trace, StepId root, FilteredSignals& found) {
    const Step& step = trace.step(root);
    if (is_over_signals(rules, step)) {
        for (const EventSeen& seen : step.events) {
            const model::SignalId signal(seen.row);
            if (seen.passes == Tri::yes) insert_once(found.passing, signal);
            if (seen.passes != Tri::no) insert_once(found.may_passing, signal);
        }
    }
    for (const StepId child : step.children) {
        if (!child.is_none()) find_filtered(rules, trace, child, found);
    }
}

}  // namespace

void Evaluation::evaluate_policies() {
    for (const model::Policy& policy : rules_.policies) evaluate_policy(policy);
}

void Evaluation::evaluate_policy(const model::Policy& policy) {
    model::PolicyOutcome outcome;
    FilteredSignals in_condition;
    FilteredSignals in_unless;
    StepId root;
    if (policy.condition.is_none()) {
        outcome.condition.value = Tri::yes;
    } else {
        root = evaluate(policy.condition);
        outcome.condition = condition_outcome(root);
        find_filtered(rules_, trace_, root, in_condition);
    }
    std::vector<StepId> unless;
    for (const model::ExprId condition : policy.unless) {
        unless.push_back(evaluate(condition));
        outcome.unless.push_back(condition_outcome(unless.back()));
        find_filtered(rules_, trace_, unless.back(), in_unless);
    }

    Signals named;
    if (!policy.condition.is_none()) find_named(rules_, policy.condition, named);
    for (const auto& read : {named, in_condition.passing}) {
        for (const model::SignalId signal : read) {
            if (trace_.outcome.signals[signal.index()].status == model::SignalStatus::active) {
                insert_once(outcome.reasons, signal);
            }
        }
    }
    for (const auto& filtered : {in_condition.may_passing, in_unless.may_passing}) {
        for (const model::SignalId signal : filtered) insert_once(outcome.filtered_signals, signal);
    }
    for (const model::Advice& advice : policy.advises) outcome.terms.push_back(term_of(advice));

    trace_.outcome.policies.push_back(std::move(outcome));
    trace_.policy_conditions.push_back(root);
    trace_.policy_unless.push_back(std::move(unless));
}

void Evaluation::evaluate_plans() {
    for (const model::Plan& plan : rules_.plans) evaluate_plan(plan);
}

void Evaluation::evaluate_plan(const model::Plan& plan) {
    model::PlanOutcome outcome;
    StepId root;
    if (plan.goal.is_none()) {
        outcome.goal.value = Tri::no;
    } else {
        FilteredSignals filtered;
        root = evaluate(plan.goal);
        outcome.goal = condition_outcome(root);
        find_filtered(rules_, trace_, root, filtered);
        outcome.filtered_signals = filtered.may_passing;
    }
    for (const model::PlanStep& step : plan.steps) {
        outcome.steps.push_back(
            {term_of(step.within ? step.within : step.after), week_of(step.first_week), week_of(step.last_week)});
    }
    trace_.outcome.plans.push_back(std::move(outcome));
    trace_.plan_goals.push_back(root);
}

void Evaluation::evaluate_limits() {
    for (const model::Intervention& intervention : rules_.interventions) {
        trace_.outcome.limits.push_back(term_of(intervention.at_most_once_per));
    }
}

model::ConditionOutcome Evaluation::condition_outcome(StepId root) const {
    const Step& condition = step(root);
    return {truth_of(condition.value), condition.missing, condition.faults};
}

model::AdviceTerm Evaluation::term_of(const model::Advice& advice) {
    model::AdviceTerm term;
    Step step;
    if (advice.within) {
        term.within = length_of(*advice.within, step);
        term.unknown = !term.within;
    }
    if (!advice.due.is_none()) {
        term.due = date_of(advice.due, step);
        term.unknown = term.unknown || !term.due;
    }
    if (term.unknown) term.missing = step.missing;
    return term;
}

model::AdviceTerm Evaluation::term_of(const std::optional<model::LengthSource>& length) {
    model::Advice advice;
    advice.within = length;
    return term_of(advice);
}

model::AdviceTerm Evaluation::week_of(model::ExprId number) {
    model::AdviceTerm term;
    if (number.is_none()) return term;
    Step step;
    term.week = whole_number_of(number, step);
    term.unknown = !term.week;
    if (term.unknown) term.missing = step.missing;
    return term;
}

}  // namespace wegwijzer::trace
