// One student at one reference date: the walk over the rule set. One file per family of nodes; each gives the step of
// its node, and `evaluate` records it.
#pragma once

#include <optional>
#include <vector>

#include "engine/trace/comparison.h"
#include "engine/trace/evaluate.h"
#include "engine/trace/missing.h"

namespace wegwijzer::trace {

// An event that an aggregate may count, before its period is asked.
struct Candidate {
    EventSeen seen;
    Tri present = Tri::yes;  // unknown: a signal that is undetermined
    std::optional<Date> date;
    bool filter_taken_away = false;  // `geldt laatste per`: an undated event has its VELD
    model::MissingSet missing;       // why its filter, or that it is there at all, is unknown
    model::FaultSet faults;
};
// The candidates that count in one period, those that may, and those that would if their field were known.
struct Chosen {
    std::vector<const Candidate*> in;
    std::vector<const Candidate*> maybe;
    std::vector<const Candidate*> skipped;
};

// The value of a condition: none where it is unknown.
inline void answer(Step& step, Tri result) {
    if (result != Tri::unknown) step.value = result == Tri::yes;
}

class Evaluation {
  public:
    Evaluation(const model::RuleSet& rules, const Cohort& cohort, std::size_t student, Date reference_date);

    StepId evaluate(model::ExprId id);
    StepId evaluate(model::ParameterId id);
    StepId evaluate(model::TableId id);
    void evaluate_signals();
    void evaluate_signal(const model::Signal& signal);
    void evaluate_policies();  // after the signals
    void evaluate_policy(const model::Policy& policy);
    void evaluate_plans();  // after the signals
    void evaluate_plan(const model::Plan& plan);
    void evaluate_limits();  // hooguit eens per
    // What is known of all signals, in the place of what was evaluated of them.
    void exchange_signals(std::vector<model::SignalOutcome>& signals) { trace_.outcome.signals.swap(signals); }
    [[nodiscard]] const Step& step(StepId id) const { return trace_.step(id); }
    [[nodiscard]] Trace take() && { return std::move(trace_); }

  private:
    // INVARIANT: a step with a known value misses nothing and has no fault.
    StepId record(Step step);
    // Makes `part` a child of `step`, which takes over why the part is unknown.
    const Step& use(Step& step, StepId part);
    static void fail(Step& step, model::FaultKind kind, const model::Expr& expr);
    [[nodiscard]] static Operand operand_of(const Step& step) { return {step.value, step.exact}; }

    // Values (values.cpp)
    Step step_of(const model::Literal& node, const model::Expr& expr);
    Step step_of(const model::StudentFieldValue& node, const model::Expr& expr);
    Step step_of(const model::EventFieldValue& node, const model::Expr& expr);
    Step step_of(const model::SignalFieldValue& node, const model::Expr& expr);
    Step step_of(const model::ParameterValue& node, const model::Expr& expr);
    Step step_of(const model::ConceptValue& node, const model::Expr& expr);
    Step step_of(const model::TableValue& node, const model::Expr& expr);
    Step step_of(const model::ReferenceDate& node, const model::Expr& expr);
    // Arithmetic (arithmetic.cpp)
    Step step_of(const model::Negation& node, const model::Expr& expr);
    Step step_of(const model::Arithmetic& node, const model::Expr& expr);
    Step step_of(const model::MonthShift& node, const model::Expr& expr);
    // Comparisons (comparisons.cpp)
    Step step_of(const model::Comparison& node, const model::Expr& expr);
    Step step_of(const model::Between& node, const model::Expr& expr);
    Step step_of(const model::OneOf& node, const model::Expr& expr);
    Step step_of(const model::Knownness& node, const model::Expr& expr);
    // Logic (logic.cpp)
    Step step_of(const model::Not& node, const model::Expr& expr);
    Step step_of(const model::And& node, const model::Expr& expr);
    Step step_of(const model::Or& node, const model::Expr& expr);
    Step step_of(const model::Quantified& node, const model::Expr& expr);
    Step step_of(const model::Conditional& node, const model::Expr& expr);
    // Aggregates (aggregates.cpp)
    Step step_of(const model::Aggregate& node, const model::Expr& expr);
    Step step_of(const model::Existence& node, const model::Expr& expr);
    // Signals in conditions (signals.cpp)
    Step step_of(const model::SignalState& node, const model::Expr& expr);
    Step step_of(const model::SignalSeverity& node, const model::Expr& expr);

    // Periods (periods.cpp). Both add to the step what makes the answer unknown.
    std::optional<Length> length_of(const model::LengthSource& source, Step& step);
    std::optional<DateInterval> days_of(const model::Period& period, Step& step);
    std::optional<DateInterval> days_before_cutting(const model::Period& period, Step& step);
    std::optional<Date> start_date(Step& step);
    std::optional<Date> date_of(model::ExprId id, Step& step);
    std::optional<std::int64_t> whole_number_of(model::ExprId id, Step& step);

    // Events (events.cpp)
    // std::nullopt when the selection is unknown as a whole: its series not supplied, its period unknown.
    std::optional<std::vector<Candidate>> select(const model::Selection& selection, const model::Aggregate* aggregate,
                                                 Step& step);
    [[nodiscard]] std::vector<Candidate> candidate_events(SeriesId series) const;
    [[nodiscard]] std::vector<Candidate> candidate_signals() const;
    [[nodiscard]] std::vector<Candidate> let_last_count(SeriesId series, std::vector<Candidate> events) const;
    [[nodiscard]] bool is_skipped(const model::Aggregate& node, const Candidate& candidate) const;
    void apply_filter(const model::Selection& selection, Candidate& candidate);
    [[nodiscard]] Chosen choose(const model::Selection& selection, std::vector<Candidate>& candidates,
                                const std::optional<DateInterval>& days) const;
    [[nodiscard]] Value event_value(SeriesId series, SeriesFieldId field, std::uint32_t row) const;
    [[nodiscard]] Value signal_value(model::SignalField field, std::uint32_t signal) const;
    [[nodiscard]] Value field_of(const model::Aggregate& node, const Candidate& candidate) const;
    // Aggregates (aggregates.cpp): each adds to the step why its answer is unknown.
    Value count(const model::Selection& selection, Step& step);
    Value count_distinct(const model::Aggregate& node, Step& step);
    Value calculate(const model::Aggregate& node, const model::Expr& expr, Step& step);
    Value change(const model::Aggregate& node, const model::Expr& expr, Step& step);
    // Windows that open at an event, and rows of events (runs.cpp).
    [[nodiscard]] bool is_any(const model::Selection& selection) const;
    // The window in which `measure` of the candidates in it is highest, the earliest of those; 0 without any.
    template <class Measure>
    Int128 highest_window(const model::Selection& selection, std::vector<const Candidate*> events, Step* step,
                          Measure measure);
    Value count_in_any(const model::Selection& selection, const Chosen& chosen, Step& step);
    Value sum_in_any(const model::Aggregate& node, const model::Expr& expr, const Chosen& chosen, Step& step);
    Value longest_run(const model::Aggregate& node, Step& step);
    void note_completeness(const model::Selection& selection, Step& step) const;
    static void look_at(Step& step, const std::vector<Candidate>& candidates);
    Value as_count(const model::Selection& selection, const Chosen& chosen, std::size_t low, std::size_t high,
                   Step& step) const;
    std::optional<Value> without_events(const model::Aggregate& node, Chosen& chosen, Step& step) const;
    Value over_events(const model::Aggregate& node, const model::Expr& expr, const Chosen& chosen, Step& step) const;
    bool has_open_severity(const model::Aggregate& node, const Chosen& chosen, Step& step) const;
    void explain_maybe(const model::Selection& selection, const Chosen& chosen, bool needs_dates, Step& step) const;
    void explain_nothing(const model::Aggregate& node, const Chosen& chosen, Step& step) const;

    [[nodiscard]] model::SignalOutcome outcome_of(const model::Signal& signal, std::vector<StepId>& levels,
                                                  std::vector<StepId>& unless);
    [[nodiscard]] model::ConditionOutcome condition_outcome(StepId root) const;
    [[nodiscard]] model::AdviceTerm term_of(const model::Advice& advice);
    [[nodiscard]] model::AdviceTerm term_of(const std::optional<model::LengthSource>& length);
    [[nodiscard]] model::AdviceTerm week_of(model::ExprId number);

    struct EventAtHand {
        SeriesId series;  // none: a signal
        std::uint32_t row = 0;
    };

    const model::RuleSet& rules_;
    const Cohort& cohort_;
    std::size_t student_;
    Date reference_date_;
    std::optional<EventAtHand> event_;  // in a filter
    std::vector<StepId> parameters_;    // by ParameterId: evaluated once, they don't depend on the event
    std::vector<StepId> concepts_;      // by ConceptId, likewise
    std::vector<StepId> tables_;        // by TableId, likewise
    Trace trace_;
};

}  // namespace wegwijzer::trace
