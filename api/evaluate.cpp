#include <optional>

#include "api/run/requested_run.h"
#include "api/run/student_plans.h"
#include "engine/diagnostics/make_finding.h"
#include "engine/explain/caseload_json.h"
#include "engine/explain/report_json.h"

namespace wegwijzer::api {
namespace {

using Report = explain::Visible<explain::StudentReport>;

// ---- from reports to the structs of the public header ---------------------------------------------------------------

std::vector<Source> sources_of(const model::RuleSet& rules, const std::vector<model::Citation>& citations) {
    std::vector<Source> sources;
    for (const model::Citation& citation : citations) {
        const model::Reference& reference = rules.references[citation.reference.index()];
        sources.push_back({reference.name, explain::title_of(reference), citation.place});
    }
    return sources;
}

std::vector<Signal> signals_of(const model::RuleSet& rules, const std::vector<explain::SignalReport>& reports) {
    std::vector<Signal> signals;
    for (const explain::SignalReport& report : reports) {
        const model::Signal& declared = rules.signal(report.signal);
        Signal signal;
        signal.id = declared.name;
        signal.title = explain::title_of(declared);
        const bool has_severity = declared.kind != model::SignalKind::opportunity;
        signal.severity = has_severity ? static_cast<Severity>(report.severity) : Severity::none;
        signal.possibly_higher = report.possibly_higher;
        if (!declared.factor.is_none()) signal.factor = rules.factors[declared.factor.index()].name;
        if (report.explanation) signal.explanation = report.explanation->text();
        signal.sources = sources_of(rules, declared.sources);
        signals.push_back(std::move(signal));
    }
    return signals;
}

std::optional<std::string> iso(const std::optional<Date>& date) {
    return date ? std::optional(to_iso(*date)) : std::nullopt;
}

Recommendation recommendation_of(const model::RuleSet& rules, const explain::RecommendationReport& report,
                                 wegwijzer::Language language) {
    const advise::Recommendation& advice = report.advice;
    const model::Intervention& intervention = rules.intervention(advice.intervention);
    const model::Role& role = rules.role(advice.by);
    Recommendation result;
    result.intervention = intervention.name;
    result.title = explain::title_of(intervention);
    result.line = static_cast<Line>(role.line);
    result.role = role.name;
    if (!intervention.through.is_none()) result.through = rules.role(intervention.through).name;
    result.consent = static_cast<Consent>(advice.consent);
    result.person = report.person;
    result.urgent = advice.urgent;
    result.in_progress = advice.in_progress_since.has_value();
    result.priority = advice.priority;
    result.not_before = iso(advice.not_before);
    result.due = iso(advice.due);
    for (const model::SignalId reason : advice.reasons) result.reasons.push_back(rules.signal(reason).name);
    if (report.has_restricted_reason) result.reasons.emplace_back("restricted");
    for (const model::PolicyId policy : advice.policies) result.policies.push_back(rules.policy(policy).name);
    if (report.has_restricted_policy) result.policies.emplace_back("restricted");
    result.questions = intervention.questions;
    result.sources = sources_of(rules, report.sources);
    for (const Localized& note : report.notes) result.notes.push_back(note.in(language));
    return result;
}

Goal goal_of(const explain::PlanReport& report) {
    if (report.is_goal_restricted) return Goal::restricted;
    if (report.state.goal == Tri::unknown) return Goal::unknown;
    return report.state.goal == Tri::yes ? Goal::reached : Goal::open;
}

Plan plan_of(const model::RuleSet& rules, const explain::PlanReport& report) {
    const advise::PlanState& state = report.state;
    const model::Plan& plan = rules.plan(state.plan);
    Plan result;
    result.id = plan.name;
    result.title = explain::title_of(plan);
    for (const model::PolicyId policy : state.policies) result.policies.push_back(rules.policy(policy).name);
    if (report.has_restricted_policy) result.policies.emplace_back("restricted");
    result.started = iso(state.started);
    result.goal = goal_of(report);
    if (state.current_step) result.current_step = *state.current_step + 1;
    for (std::size_t i = 0; i < state.steps.size(); ++i) {
        const advise::StepState& step = state.steps[i];
        result.steps.push_back({rules.intervention(plan.steps[i].intervention).name, rules.role(plan.steps[i].by).name,
                                iso(step.not_before), iso(step.due), static_cast<StepStatus>(step.status)});
    }
    result.next_review = iso(state.next_review);
    result.evaluate_on = iso(state.evaluate_on);
    return result;
}

Student student_of(const explain::Redactor& redactor, const Report& report) {
    const model::RuleSet& rules = redactor.rules();
    Student student;
    student.key = report->key;
    student.signals = signals_of(rules, report->signals);
    student.strengths = signals_of(rules, report->strengths);
    student.opportunities = signals_of(rules, report->opportunities);
    for (const explain::UndeterminedReport& one : report->undetermined) {
        student.undetermined.push_back({one.id, explain::json_name(one.kind), one.missing, one.urgent});
    }
    for (const model::SignalId signal : report->not_applicable) {
        student.not_applicable.push_back(rules.signal(signal).name);
    }
    for (const explain::RecommendationReport& one : report->recommendations) {
        student.recommendations.push_back(recommendation_of(rules, one, redactor.language()));
    }
    for (const explain::SuppressionReport& one : report->suppressed) {
        student.suppressed.push_back({rules.intervention(one.intervention).name, rules.policy(one.policy).name,
                                      one.because.in(redactor.language())});
    }
    for (const explain::PlanReport& plan : report->plans) student.plans.push_back(plan_of(rules, plan));
    for (const Localized& problem : report->data_problems) {
        student.data_problems.push_back(problem.in(redactor.language()));
    }
    json::Writer writer;
    write_json(writer, redactor, report);
    student.json = writer.take();
    return student;
}

}  // namespace

Outcome<Evaluation> evaluate(const Cohort& cohort, const Request& request) {
    RequestedRun run(cohort, request);
    Outcome<Evaluation> outcome;
    if (run.can_start()) {
        outcome.value.emplace();
        run.evaluate([&](const Report& report, const model::StudentOutcome& /*outcome*/) {
            outcome.value->students.push_back(student_of(run.redactor(), report));
        });
    }
    outcome.findings = run.take_findings();
    return outcome;
}

Outcome<std::string> evaluate_json(const Cohort& cohort, const Request& request) {
    RequestedRun run(cohort, request);
    Outcome<std::string> outcome;
    if (run.can_start()) {
        outcome.value.emplace();
        run.evaluate([&](const Report& report, const model::StudentOutcome& /*outcome*/) {
            json::Writer writer;
            write_json(writer, run.redactor(), report);
            *outcome.value += writer.text() + "\n";
        });
    }
    outcome.findings = run.take_findings();
    return outcome;
}

Outcome<std::string> caseload_json(const Cohort& cohort, const Request& request) {
    RequestedRun run(cohort, request);
    Outcome<std::string> outcome;
    if (run.can_start()) {
        explain::CaseloadMaker maker(run.redactor(), run.cohort(), run.date(), run.redactor().language());
        run.evaluate([&](const Report& report, const model::StudentOutcome& /*outcome*/) { maker.add(report); });
        const explain::Visible<explain::Caseload> caseload = maker.make();
        outcome.value =
            json::written_indented([&](json::Writer& writer) { write_json(writer, run.redactor(), caseload); });
    }
    outcome.findings = run.take_findings();
    return outcome;
}

Outcome<std::string> plan_list_json(const Cohort& cohort, const Request& request) {
    RequestedRun run(cohort, request);
    Outcome<std::string> outcome;
    if (run.can_start() && request.role == "student") {
        run.say({make_finding(Code::F204, {"student", "plan_list_json"})});
    } else if (run.can_start()) {
        explain::PlanPages pages(run.redactor());
        run.evaluate(
            [&](const Report& report, const model::StudentOutcome& student) {
                pages.add(report, run.cohort(), student, run.redactor().language());
            },
            false);
        outcome.value = run::to_json(run.redactor(), pages.list(run.date()));
    }
    outcome.findings = run.take_findings();
    return outcome;
}

}  // namespace wegwijzer::api
