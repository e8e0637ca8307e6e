// Why each signal is active or not, for one student: the author's conditions ticked off, with values, thresholds, events,
// what would turn them round and what is missing. Only what the reader may see (report.h).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/explain/changes_shown.h"
#include "engine/explain/events_shown.h"
#include "engine/explain/findings_shown.h"
#include "engine/explain/margin.h"
#include "engine/explain/report.h"
#include "engine/explain/shown_value.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::explain {

// Whose a threshold is.
enum class ThresholdOrigin : std::uint8_t {
    rule,         // the rule's own: written there, or calculated from the student's data
    standard,     // a parameter that has the value the rule pack gives it
    institution,  // a parameter that a `stel` line set
    undecided,    // a parameter of which a `stel` line may hold: its value is not known
};
// What stands behind a value: words (a begrip, the rows of a tabel, what could not be calculated) or dated events.
using Detail = std::variant<Phrase, EventsShown>;

// How much of a condition a page shows when not all is asked for (deciding.h).
enum class InBrief : std::uint8_t {
    whole,     // with what stands behind it that is not left out
    one_line,  // by itself
    left_out,  // counted on the line that ends the list it is in
};

// A condition as the author wrote it, and how it came out. Texts of our own are in the language that was asked for; the
// author's words are as written.
struct ConditionLine {
    Tri holds = Tri::unknown;
    std::string node;   // its place in the tree: "signals/lage_presentie/high/0"
    std::string words;  // "recente_presentie < presentiegrens", "minstens 2 van:"
    model::ExprId expr;
    Span origin;           // where they stand
    ShownValue value;      // "48%", "1"; empty where there is nothing to show
    ShownValue threshold;  // the value of what it is compared with, when that is not written there: "70%"
    ThresholdOrigin threshold_origin = ThresholdOrigin::rule;
    model::ParameterId threshold_parameter;  // when the threshold is one
    std::optional<Ratio> value_number;       // to draw; none: not known, or not a number
    std::optional<Ratio> threshold_number;
    std::optional<Margin> margin;      // where both sides are known and have a difference
    Phrase distance;                   // "22 procentpunt eronder"; empty where it stands there already
    Phrase change;                     // "niet meer vanaf 70%"
    Phrase leaving;                    // "de oudste telt mee t/m 8 november", where that turns it
    std::vector<Detail> details;       // in the order of the values
    std::vector<std::string> missing;  // when unknown
    std::vector<ConditionLine> children;
    InBrief in_brief = InBrief::whole;
    Phrase rest;                            // "en 3 andere die niet gelden": the children that are left out
    std::vector<model::ConceptId> opened;   // the begrippen that `details` and `children` tell of
    bool is_told_above = false;             // in brief: the page has shown them before
    std::vector<std::size_t> inner;         // the `details` that are words of a begrip within a begrip: not in brief
    std::vector<std::size_t> told_details;  // those that the same rule has shown before: not in brief
};

// All three: "22 procentpunt eronder, niet meer vanaf 70%; de oudste telt mee t/m 8 november".
[[nodiscard]] Phrase turning_of(const ConditionLine& line);

// What stands behind its value, a sentence each. Not `in_full`: as far as a page shows it by default.
[[nodiscard]] std::vector<Phrase> phrases_behind(const ConditionLine& line, Language language, bool in_full);

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
    ShownValue value;
    std::string reason;  // `omdat` of the line that sets it; empty: the pack's own value
    ThresholdOrigin origin = ThresholdOrigin::standard;

    // A value of the pack's own stands on the line that compares with it, or is told as the days of a window.
    [[nodiscard]] bool is_in_brief() const { return origin != ThresholdOrigin::standard; }
};
struct SignalExplanation {
    model::SignalId signal;
    std::string node;  // "signals/lage_presentie"
    model::SignalOutcome outcome;
    std::optional<Phrase> explanation;  // active, and it has an uitleg
    std::vector<std::string> missing;
    std::vector<PhaseLine> phases;
    std::vector<LevelExplanation> levels;  // none when outside its phases
    std::optional<SeverityMargin> severity_margin;
    Phrase rest;  // "en 1 lagere ernst": the levels that are left out in brief
    std::vector<ConditionLine> unless;
    std::vector<ParameterLine> parameters;
    std::vector<OfferShown> changes;  // that would end or start it, or change its ernst; none where none was searched
    bool has_all_changes = true;      // not: there were too many combinations to try
    std::vector<FindingShown>
        finding_out;          // undetermined or possibly higher: per unknown thing; none where changes are none
    bool is_in_brief = true;  // a page tells of it by itself when not all is asked for
    bool has_condition_in_brief = true;  // not: its uitleg and what would end it are enough
};
struct PolicyExplanation {
    model::PolicyId policy;
    std::string node;            // "policies/contact"
    Tri applies = Tri::unknown;  // `als` holds and no `tenzij`
    std::optional<ConditionLine> condition;
    std::vector<ConditionLine> unless;
    bool is_in_brief = true;  // it says what the advice and the signals do not
};

struct PlanExplanation {  // of an aanpak that is listed, and whose doel the reader may see
    model::PlanId plan;
    std::optional<ConditionLine> goal;
};
struct PlanStepShown {
    ShownValue number;  // "2"
    ShownValue not_before;
    ShownValue due;
};
// The dates and numbers of one plan of the report, at the same place in its list.
struct PlanShown {
    std::string node;  // "plans/eerste_weken"
    ShownValue current_step;
    ShownValue step_count;
    ShownValue started;
    ShownValue next_review;
    ShownValue evaluate_on;
    std::vector<PlanStepShown> steps;
};

// The dates and the person of one recommendation of the report, at the same place in its list.
struct ActionShown {
    std::string node;       // "recommendations/slb_gesprek/slber"
    ShownValue due;         // "ma 9 nov"
    ShownValue not_before;  // when it lies after the reference date
    ShownValue in_progress_since;
    ShownValue since;  // beside an earlier run, when it is not new and not in progress
    ShownValue person;
    bool is_late = false;  // the deadline has passed
    std::vector<ShownValue> notes;
};
// Advice of the earlier run that is not given any more (LapsedReport), at the same place in its list.
struct LapsedShown {
    std::string node;    // "lapsed/0"
    ShownValue since;    // "5 oktober 2026"
    ShownValue because;  // what is said of why, one behind the other
};
// `bijgewerkt`: a series that the rules read, complete up to a day before the reference date.
struct CompletenessShown {
    SeriesId series;
    Date day;
    ShownValue shown;  // "presenties zijn bijgewerkt t/m 9 oktober"
};
// What is not known, by series or of the student, and what can't be judged without it.
struct UnknownShown {
    std::vector<std::string>
        names;  // "metingen", "metingen.motivatie", "motivatie"; none: not for this reader, or a fault
    bool is_of_student = false;
    ShownValue count;
    std::vector<std::string> titles;
};
// How many of the signals, krachten and kansen the reader may see came out how: each is counted once.
struct CountsShown {
    ShownValue all;
    ShownValue active;
    ShownValue undetermined;
    ShownValue not_active;
    ShownValue not_applicable;
    ShownValue policies;  // that do not apply
};
// What stands at the top of a page.
struct HeaderShown {
    ShownValue key;
    ShownValue name;            // when known and the reader may see it, like all below
    ShownValue programme;       // the student's field `opleiding` or `programme`
    ShownValue reference_date;  // "2 november 2026"
    ShownValue start;
    ShownValue day;  // of the studies: "64"; none before the start
    std::vector<CompletenessShown> completeness;
};

// What a report says in values, each at the same place in its list.
struct ReportShown {
    ShownValue key;
    ShownValue name;                        // when known and the reader may see it
    std::vector<ActionShown> actions;       // one per recommendation
    std::vector<PlanShown> plans;           // one per plan
    std::vector<ShownValue> suppressed;     // why, one per suppression
    std::vector<ShownValue> data_problems;  // one per problem
    ShownValue compared_with;               // beside an earlier run: its day
    std::vector<LapsedShown> lapsed;        // one per advice that has lapsed
};

struct StudentExplanation {
    explicit StudentExplanation(Visible<StudentReport> student) : report(std::move(student)) {}

    Visible<StudentReport> report;
    HeaderShown header;
    std::optional<Date> start;           // when known and the reader may see it
    std::vector<model::PhaseId> phases;  // the student is in, on the reference date
    std::vector<SignalExplanation> signals;
    std::vector<PolicyExplanation> policies;
    std::vector<PlanExplanation> plans;
    std::vector<ActionShown> actions;       // one per recommendation of the report
    std::vector<PlanShown> plans_shown;     // one per plan of the report
    std::vector<ShownValue> suppressed;     // why, one per suppression of the report
    std::vector<ShownValue> data_problems;  // one per problem of the report
    ShownValue compared_with;               // beside an earlier run: its day
    std::vector<LapsedShown> lapsed;        // one per advice of the report that has lapsed
    std::vector<UnknownShown> unknown;
    CountsShown counts;
};

// Every value of the tree with its node, in the order of the tree: what a page may show, to look a node up.
[[nodiscard]] std::vector<ShownValue> values_of(const StudentExplanation& explanation);

class ConditionLines;

class Explainer {
  public:
    // `redactor` must outlive it.
    // `in_full`: the signals of which all is searched that would start, end or change them.
    explicit Explainer(const Redactor& redactor, ChangesWanted changes = ChangesWanted::none,
                       std::vector<model::SignalId> in_full = {})
        : redactor_(&redactor),
          preparations_(std::make_shared<margins::Preparations>(redactor.rules())),
          changes_(changes),
          in_full_(std::move(in_full)) {}

    // `earlier`: what an earlier run gave the student, to say what is new and what has lapsed beside it; null: there is none.
    [[nodiscard]] Visible<StudentExplanation> explain(const Cohort& cohort, std::size_t student, Date reference_date,
                                                      const advise::StudentAdvice& advice, const trace::Trace& trace,
                                                      Language language, const EarlierStudent* earlier = nullptr) const;
    // The same values and nodes as in the explanation, without the rest of it.
    [[nodiscard]] ReportShown shown_of(const StudentReport& report, Language language) const;

  private:
    void add_conditions(SignalExplanation& one, const trace::Trace& trace, ConditionLines& lines) const;
    [[nodiscard]] HeaderShown header_of(const Cohort& cohort, std::size_t student,
                                        const StudentExplanation& explanation, Language language) const;
    [[nodiscard]] ActionShown action_of(const RecommendationReport& report, Date reference_date,
                                        Language language) const;
    [[nodiscard]] PlanShown plan_of(const PlanReport& report, Language language) const;
    [[nodiscard]] std::vector<UnknownShown> unknown_of(const StudentReport& report) const;
    static CountsShown counts_of(const StudentExplanation& explanation);

    const Redactor* redactor_;
    std::shared_ptr<const margins::Preparations> preparations_;  // for all students that it explains
    ChangesWanted changes_;
    std::vector<model::SignalId> in_full_;
};

}  // namespace wegwijzer::explain
