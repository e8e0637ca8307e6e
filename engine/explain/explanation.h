// Why each signal is active or not, for one student: the author's conditions ticked off, with values, thresholds, events,
// what would turn them round and what is missing. Only what the reader may see (report.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/explain/report.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::explain {

// A condition as the author wrote it, and how it came out. Texts of our own are in the language that was asked for; the
// author's words are as written.
struct ConditionLine {
    Tri holds = Tri::unknown;
    std::string words;                 // "recente_presentie < presentiegrens", "minstens 2 van:"
    Span origin;                       // where they stand
    std::string value;                 // "48%", "1"; empty where there is nothing to show
    std::string threshold;             // the value of what it is compared with, when that is not written there: "70%"
    std::string change;                // "anders vanaf 70%"
    std::vector<std::string> details;  // the events that count, the words behind a name
    std::vector<std::string> missing;  // when unknown
    std::vector<ConditionLine> children;
};

struct PhaseLine {
    model::PhaseId phase;
    Tri holds = Tri::unknown;
};
struct LevelExplanation {
    model::Severity severity = model::Severity::medium;
    ConditionLine condition;
};
struct ParameterLine {
    model::ParameterId parameter;
    std::string value;
    std::string reason;  // `omdat` of the line that sets it; empty: the pack's own value
};
struct SignalExplanation {
    model::SignalId signal;
    model::SignalOutcome outcome;
    std::optional<std::string> explanation;  // active, and it has an uitleg
    std::vector<std::string> missing;
    std::vector<PhaseLine> phases;
    std::vector<LevelExplanation> levels;  // none when outside its phases
    std::vector<ConditionLine> unless;
    std::vector<ParameterLine> parameters;
};
struct PolicyExplanation {
    model::PolicyId policy;
    Tri applies = Tri::unknown;  // `als` holds and no `tenzij`
    std::optional<ConditionLine> condition;
    std::vector<ConditionLine> unless;
};

struct PlanExplanation {  // of an aanpak that is listed, and whose doel the reader may see
    model::PlanId plan;
    std::optional<ConditionLine> goal;
};

struct StudentExplanation {
    Visible<StudentReport> report;
    std::optional<Date> start;           // when known and the reader may see it
    std::vector<model::PhaseId> phases;  // the student is in, on the reference date
    std::vector<SignalExplanation> signals;
    std::vector<PolicyExplanation> policies;
    std::vector<PlanExplanation> plans;
};

class Explainer {
  public:
    // `redactor` must outlive it.
    explicit Explainer(const Redactor& redactor) : redactor_(&redactor) {}

    [[nodiscard]] Visible<StudentExplanation> explain(const Cohort& cohort, std::size_t student, Date reference_date,
                                                      const advise::StudentAdvice& advice, const trace::Trace& trace,
                                                      Language language) const;

  private:
    const Redactor* redactor_;
};

}  // namespace wegwijzer::explain
