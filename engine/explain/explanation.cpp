#include "engine/explain/explanation.h"

#include <algorithm>

#include "engine/explain/comparisons.h"
#include "engine/explain/condition_lines.h"
#include "engine/explain/deciding.h"
#include "engine/explain/report_json.h"

namespace wegwijzer::explain {
namespace {

std::optional<Date> start_of(const Redactor& redactor, const Cohort& cohort, std::size_t student) {
    const FieldId start = redactor.rules().schema->start;
    if (start.is_none() || !redactor.may_see(start)) return std::nullopt;
    const Column& column = cohort.columns[start.index()];
    return column.is_known(student) ? std::optional(column.date_at(student)) : std::nullopt;
}

Tri as_tri(const std::optional<bool>& value) { return value ? tri_of(*value) : Tri::unknown; }

Tri applies(const model::PolicyOutcome& outcome) {
    for (const model::ConditionOutcome& unless : outcome.unless) {
        if (unless.value == Tri::yes) return Tri::no;
    }
    return outcome.condition.value;  // an unknown tenzij doesn't stop it
}

}  // namespace

// What decides comes first, so that a begrip is opened there rather than on a line that may be left out.
void Explainer::add_conditions(SignalExplanation& one, const trace::Trace& trace, ConditionLines& lines) const {
    const model::Signal& signal = redactor_->rules().signal(one.signal);
    const Node place(one.node);
    std::vector<trace::StepId> roots;
    std::vector<Tri> holds;
    for (std::size_t level = 0; level < trace.signal_levels[one.signal.index()].size(); ++level) {
        const trace::StepId root = trace.signal_levels[one.signal.index()][level];
        if (root.is_none()) continue;
        roots.push_back(root);
        holds.push_back(trace::truth_of(trace.step(root).value));
        one.levels.push_back({signal.levels[level].severity, {}});
    }
    const std::vector<trace::StepId>& unless = trace.signal_unless[one.signal.index()];
    const bool is_stopped = std::ranges::any_of(unless, [&](trace::StepId root) {
        return !root.is_none() && trace::truth_of(trace.step(root).value) == Tri::yes;
    });
    const std::vector<InBrief> in_brief = levels_in_brief(one.outcome, is_stopped, holds);
    for (const bool whole : {true, false}) {
        for (std::size_t i = 0; i < roots.size(); ++i) {
            if ((in_brief[i] == InBrief::whole) != whole) continue;
            LevelExplanation& level = one.levels[i];
            level.condition = lines.line_of(roots[i], (place / json_name(level.severity)).path());
            level.condition.in_brief = in_brief[i];
        }
    }
    for (const trace::StepId root : unless) {
        if (root.is_none()) continue;
        one.unless.push_back(lines.line_of(root, (place / "unless" / one.unless.size()).path()));
        one.unless.back().in_brief = unless_in_brief(one.unless.back().holds);
    }
}

Visible<StudentExplanation> Explainer::explain(const Cohort& cohort, std::size_t student, Date reference_date,
                                               const advise::StudentAdvice& advice, const trace::Trace& trace,
                                               Language language, const EarlierStudent* earlier) const {
    const model::RuleSet& rules = redactor_->rules();
    Visible<StudentReport> report = redactor_->redact(cohort, student, reference_date, trace.outcome, advice);
    if (earlier != nullptr) report = redactor_->beside(report, cohort, *earlier);
    StudentExplanation explanation(std::move(report));
    explanation.start = start_of(*redactor_, cohort, student);
    for (std::size_t i = 0; i < rules.phases.size(); ++i) {
        const PhaseSpan& days = rules.phases[i].days;
        if (days.counts_from_start() && !explanation.start) continue;
        if (is_in_phase(days, explanation.start, reference_date).value_or(false)) {
            explanation.phases.emplace_back(i);
        }
    }
    explanation.header = header_of(cohort, student, explanation, language);
    ReportShown shown = shown_of(*explanation.report, language);
    explanation.header.key = std::move(shown.key);
    explanation.header.name = std::move(shown.name);
    explanation.actions = std::move(shown.actions);
    explanation.plans_shown = std::move(shown.plans);
    explanation.suppressed = std::move(shown.suppressed);
    explanation.data_problems = std::move(shown.data_problems);
    explanation.compared_with = std::move(shown.compared_with);
    explanation.lapsed = std::move(shown.lapsed);

    const FindingsInWords findings(*redactor_, *preparations_, cohort, student, reference_date, trace, language);
    const ChangesInWords changes(*preparations_, cohort, student, reference_date, trace, language);
    ConditionLines lines(*redactor_, cohort, student, reference_date, trace, language);
    for (std::size_t i = 0; i < rules.signals.size(); ++i) {
        const model::SignalId id(i);
        if (!redactor_->may_see(id)) continue;
        const model::Signal& signal = rules.signals[i];
        const Node place = Node("signals") / signal.name;
        SignalExplanation one;
        one.signal = id;
        one.node = place.path();
        one.outcome = trace.outcome.signals[i];
        if (one.outcome.status == model::SignalStatus::active) {
            one.explanation = redactor_->fill(id, cohort, student, reference_date, place / "explanation");
        }
        for (const model::Missing& missing : one.outcome.missing) {
            one.missing.push_back(name_of(*rules.schema, missing));
        }
        // The reader sees the signal, so also the start date that its phases count from.
        for (const model::PhaseId phase : signal.phases) {
            one.phases.push_back(
                {phase, as_tri(is_in_phase(rules.phase(phase).days, explanation.start, reference_date))});
        }
        lines.start_rule(conditions_of(signal));
        add_conditions(one, trace, lines);
        one.severity_margin = severity_margin_of(rules, trace, id);
        one.parameters = lines.parameters_below(conditions_of(signal), place.path());
        const bool is_in_full = std::ranges::find(in_full_, id) != in_full_.end();
        ChangesShown found = is_in_full ? changes.all_changes_of(id) : changes.changes_of(id, changes_);
        one.changes = std::move(found.offers);
        one.has_all_changes = found.is_all;
        if (is_in_full || changes_ != ChangesWanted::none) one.finding_out = findings.of(id);
        explanation.signals.push_back(std::move(one));
    }
    for (std::size_t i = 0; i < rules.policies.size(); ++i) {
        if (!redactor_->may_see(model::PolicyId(i), trace.outcome)) continue;
        const Node place = Node("policies") / rules.policies[i].name;
        PolicyExplanation one;
        one.policy = model::PolicyId(i);
        one.node = place.path();
        one.applies = applies(trace.outcome.policies[i]);
        std::vector<model::ExprId> conditions = rules.policies[i].unless;
        if (!rules.policies[i].condition.is_none()) conditions.push_back(rules.policies[i].condition);
        lines.start_rule(std::move(conditions));
        const trace::StepId condition = trace.policy_conditions[i];
        if (!condition.is_none()) one.condition = lines.line_of(condition, (place / "condition").path());
        for (const trace::StepId root : trace.policy_unless[i]) {
            if (root.is_none()) continue;
            one.unless.push_back(lines.line_of(root, (place / "unless" / one.unless.size()).path()));
            one.unless.back().in_brief = unless_in_brief(one.unless.back().holds);
        }
        explanation.policies.push_back(std::move(one));
    }
    for (const PlanReport& plan : explanation.report->plans) {
        const trace::StepId goal = trace.plan_goals[plan.state.plan.index()];
        if (plan.is_goal_restricted || goal.is_none()) continue;
        lines.start_rule({rules.plan(plan.state.plan).goal});
        const Node place = Node("plans") / rules.plan(plan.state.plan).name / "goal";
        explanation.plans.push_back({plan.state.plan, lines.line_of(goal, place.path())});
    }
    explanation.unknown = unknown_of(*explanation.report);
    explanation.counts = counts_of(explanation);
    DecidingLines(rules, language).finish(explanation);
    return Visible<StudentExplanation>(std::move(explanation));
}

}  // namespace wegwijzer::explain
