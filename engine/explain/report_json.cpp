#include "engine/explain/report_json.h"

namespace wegwijzer::explain {
namespace {

constexpr const char* restricted = "restricted";

void date_or_null(json::Writer& writer, const std::optional<Date>& date) {
    if (date) {
        writer.string(to_iso(*date));
    } else {
        writer.null();
    }
}

class ReportWriter {
  public:
    ReportWriter(json::Writer& writer, const Redactor& redactor)
        : writer_(writer), rules_(redactor.rules()), language_(redactor.language()) {}

    void write(const StudentReport& report) {
        writer_.begin_object();
        writer_.key("student").string(report.key);
        writer_.key("reference_date").string(to_iso(report.reference_date));
        signals("signals", report.signals);
        signals("strengths", report.strengths);
        signals("opportunities", report.opportunities);
        undetermined(report);
        writer_.key("not_applicable").begin_array();
        for (const model::SignalId signal : report.not_applicable) writer_.string(rules_.signal(signal).name);
        writer_.end_array();
        writer_.key("recommendations").begin_array();
        for (const RecommendationReport& recommendation : report.recommendations) write(recommendation);
        writer_.end_array();
        writer_.key("suppressed").begin_array();
        for (const SuppressionReport& suppressed : report.suppressed) write(suppressed);
        writer_.end_array();
        writer_.key("plans").begin_array();
        for (const PlanReport& plan : report.plans) write(plan);
        writer_.end_array();
        writer_.key("data_problems");
        texts(report.data_problems);
        if (report.compared_with) lapsed(report);
        writer_.end_object();
    }

  private:
    void texts(const std::vector<Localized>& lines) {
        writer_.begin_array();
        for (const Localized& line : lines) writer_.string(line.in(language_));
        writer_.end_array();
    }

    void signals(const char* key, const std::vector<SignalReport>& reports) {
        writer_.key(key).begin_array();
        for (const SignalReport& report : reports) {
            const model::Signal& signal = rules_.signal(report.signal);
            writer_.begin_object();
            writer_.key("id").string(signal.name);
            writer_.key("title").string(title_of(signal));
            writer_.key("status").string("active");
            writer_.key("severity");
            if (signal.kind == model::SignalKind::opportunity) {
                writer_.null();
            } else {
                writer_.string(json_name(report.severity));
            }
            writer_.key("possibly_higher").boolean(report.possibly_higher);
            writer_.key("factor");
            if (signal.factor.is_none()) {
                writer_.null();
            } else {
                writer_.string(rules_.factors[signal.factor.index()].name);
            }
            writer_.key("explanation");
            if (report.explanation) {
                writer_.string(report.explanation->text());
            } else {
                writer_.null();
            }
            writer_.key("sources");
            write_sources(writer_, rules_, signal.sources);
            writer_.end_object();
        }
        writer_.end_array();
    }

    void undetermined(const StudentReport& report) {
        writer_.key("undetermined").begin_array();
        for (const UndeterminedReport& one : report.undetermined) {
            writer_.begin_object();
            writer_.key("id").string(one.id);
            writer_.key("kind").string(json_name(one.kind));
            writer_.key("missing").begin_array();
            for (const std::string& name : one.missing) writer_.string(name);
            writer_.end_array();
            if (one.kind == UndeterminedKind::policy) writer_.key("urgent").boolean(one.urgent);
            writer_.end_object();
        }
        writer_.end_array();
    }

    void write(const RecommendationReport& report) {
        const advise::Recommendation& advice = report.advice;
        const model::Intervention& intervention = rules_.intervention(advice.intervention);
        const model::Role& role = rules_.role(advice.by);
        writer_.begin_object();
        writer_.key("intervention").string(intervention.name);
        writer_.key("title").string(title_of(intervention));
        writer_.key("line").string(json_name(role.line));
        writer_.key("role").string(role.name);
        writer_.key("through");
        if (intervention.through.is_none()) {
            writer_.null();
        } else {
            writer_.string(rules_.role(intervention.through).name);
        }
        writer_.key("consent").string(json_name(advice.consent));
        writer_.key("person").string_or_null(report.person);
        writer_.key("urgent").boolean(advice.urgent);
        writer_.key("in_progress").boolean(advice.in_progress_since.has_value());
        writer_.key("priority").integer(advice.priority);
        writer_.key("not_before");
        date_or_null(writer_, advice.not_before);
        writer_.key("due");
        date_or_null(writer_, advice.due);
        writer_.key("reasons").begin_array();
        for (const model::SignalId reason : advice.reasons) writer_.string(rules_.signal(reason).name);
        if (report.has_restricted_reason) writer_.string(restricted);
        writer_.end_array();
        writer_.key("policies").begin_array();
        for (const model::PolicyId policy : advice.policies) writer_.string(rules_.policy(policy).name);
        if (report.has_restricted_policy) writer_.string(restricted);
        writer_.end_array();
        writer_.key("questions").begin_array();
        for (const std::string& question : intervention.questions) writer_.string(question);
        writer_.end_array();
        writer_.key("sources");
        write_sources(writer_, rules_, report.sources);
        writer_.key("notes");
        texts(report.notes);
        if (report.since) {
            writer_.key("since").string(to_iso(*report.since));
            writer_.key("is_new").boolean(report.is_new);
        }
        writer_.end_object();
    }

    void lapsed(const StudentReport& report) {
        writer_.key("compared_with").string(to_iso(*report.compared_with));
        writer_.key("lapsed").begin_array();
        for (const LapsedReport& one : report.lapsed) {
            writer_.begin_object();
            writer_.key("intervention").string(one.intervention);
            writer_.key("title").string(one.title);
            writer_.key("role").string(one.role);
            writer_.key("since").string(to_iso(one.since));
            writer_.key("because");
            texts(one.because);
            writer_.end_object();
        }
        writer_.end_array();
    }

    void write(const SuppressionReport& report) {
        writer_.begin_object();
        writer_.key("intervention").string(rules_.intervention(report.intervention).name);
        writer_.key("policy").string(rules_.policy(report.policy).name);
        writer_.key("because").string(report.because.in(language_));
        writer_.end_object();
    }

    void write(const PlanReport& report) {
        const advise::PlanState& state = report.state;
        const model::Plan& plan = rules_.plan(state.plan);
        writer_.begin_object();
        writer_.key("plan").string(plan.name);
        writer_.key("title").string(title_of(plan));
        writer_.key("policies").begin_array();
        for (const model::PolicyId policy : state.policies) writer_.string(rules_.policy(policy).name);
        if (report.has_restricted_policy) writer_.string(restricted);
        writer_.end_array();
        writer_.key("started");
        date_or_null(writer_, state.started);
        writer_.key("goal").string(report.is_goal_restricted ? restricted : json_name_of_goal(state.goal));
        writer_.key("current_step");
        if (state.current_step) {
            writer_.integer(static_cast<std::int64_t>(*state.current_step) + 1);
        } else {
            writer_.null();
        }
        writer_.key("steps").begin_array();
        for (std::size_t i = 0; i < state.steps.size(); ++i) {
            const model::PlanStep& step = plan.steps[i];
            writer_.begin_object();
            writer_.key("step").integer(static_cast<std::int64_t>(i) + 1);
            writer_.key("intervention").string(rules_.intervention(step.intervention).name);
            writer_.key("role").string(rules_.role(step.by).name);
            writer_.key("not_before");
            date_or_null(writer_, state.steps[i].not_before);
            writer_.key("due");
            date_or_null(writer_, state.steps[i].due);
            writer_.key("status").string(json_name(state.steps[i].status));
            writer_.end_object();
        }
        writer_.end_array();
        writer_.key("next_review");
        date_or_null(writer_, state.next_review);
        writer_.key("evaluate_on");
        date_or_null(writer_, state.evaluate_on);
        writer_.end_object();
    }

    json::Writer& writer_;
    const model::RuleSet& rules_;
    Language language_;
};

}  // namespace

void write_json(json::Writer& writer, const Redactor& redactor, const Visible<StudentReport>& report) {
    ReportWriter(writer, redactor).write(*report);
}

void write_sources(json::Writer& writer, const model::RuleSet& rules, const std::vector<model::Citation>& sources) {
    writer.begin_array();
    for (const model::Citation& citation : sources) {
        const model::Reference& reference = rules.references[citation.reference.index()];
        writer.begin_object();
        writer.key("id").string(reference.name);
        writer.key("title").string(title_of(reference));
        writer.key("place");
        if (citation.place.empty()) {
            writer.null();
        } else {
            writer.string(citation.place);
        }
        writer.end_object();
    }
    writer.end_array();
}

const char* json_name(model::Severity severity) {
    switch (severity) {
        case model::Severity::low: return "low";
        case model::Severity::medium: return "medium";
        case model::Severity::high: return "high";
        case model::Severity::none: break;
    }
    return "none";
}

const char* json_name(model::SignalKind kind) {
    switch (kind) {
        case model::SignalKind::signal: return "signal";
        case model::SignalKind::strength: return "strength";
        case model::SignalKind::opportunity: break;
    }
    return "opportunity";
}

const char* json_name(model::Line line) {
    switch (line) {
        case model::Line::first: return "first";
        case model::Line::second: return "second";
        case model::Line::external: return "external";
        case model::Line::organisation: break;
    }
    return "organisation";
}

const char* json_name(advise::Consent consent) {
    switch (consent) {
        case advise::Consent::not_needed: return "not_needed";
        case advise::Consent::ask: return "ask";
        case advise::Consent::given: break;
    }
    return "given";
}

const char* json_name(advise::StepStatus status) {
    switch (status) {
        case advise::StepStatus::done: return "done";
        case advise::StepStatus::current: return "current";
        case advise::StepStatus::to_come: break;
    }
    return "to_come";
}

const char* json_name_of_goal(Tri goal) { return goal == Tri::yes ? "reached" : goal == Tri::no ? "open" : "unknown"; }

const char* json_name(UndeterminedKind kind) {
    switch (kind) {
        case UndeterminedKind::signal: return "signal";
        case UndeterminedKind::strength: return "strength";
        case UndeterminedKind::opportunity: return "opportunity";
        case UndeterminedKind::policy: break;
    }
    return "policy";
}

}  // namespace wegwijzer::explain
