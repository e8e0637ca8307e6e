// The slow, obvious evaluator: the oracle. Walks the rule set for one student as the author wrote it, never
// short-circuits, records every step. Shares with the batch evaluator only values, dates, periods and input.
// Contract: docs/semantics.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/base/ratio.h"
#include "engine/model/outcome.h"
#include "engine/model/rule_set.h"
#include "engine/records/cohort.h"

namespace wegwijzer::trace {

struct Unknown {
    friend bool operator==(const Unknown&, const Unknown&) = default;
};
// An `aantal` that is known as a range; `high` none: no upper end ("2 of meer").
// INVARIANT: `high` is none or above `low`.
struct CountRange {
    std::int64_t low = 0;
    std::optional<std::int64_t> high;
    friend bool operator==(const CountRange&, const CountRange&) = default;
};
// Severities that are possible, one bit each (bit 0: not active), when not exactly one.
struct SeveritySet {
    std::uint8_t bits = 0;
    friend bool operator==(const SeveritySet&, const SeveritySet&) = default;
};
// Length: the value of a parameter of type duur, which keeps its unit. Every other duration is a Decimal in days.
using Value = std::variant<Unknown, bool, Decimal, Date, std::string, model::ChoiceValue, model::Severity, CountRange,
                           SeveritySet, Length>;

// The factor or cluster of a signal that has none, in a filter over `signalen`: known, and equal to no name.
inline constexpr model::ChoiceValue no_choice{0xFFFF'FFFFu};

using StepId = Id<struct TraceStepTag>;

// One event that an aggregate looked at.
struct EventSeen {
    std::uint32_t row = 0;     // row in SeriesData; for signalen: the index of the signal
    Tri passes = Tri::yes;     // its filter; unknown when `geldt laatste per` makes it so
    Tri in_period = Tri::yes;  // for a `verandering`: in the later or the earlier period
    bool skipped = false;      // its aggregated field is unknown
    StepId filter;             // how the filter came out, or none
};
// One evaluation of one node. Children follow the author's structure (operands, items of a list, the expression of a
// begrip, the `stel ... voor` conditions of a parameter, the parts of a period). A begrip, a tabel and a parameter are
// evaluated once per student: their step may be the child of several.
struct Step {
    model::ExprId expr;            // or
    model::ParameterId parameter;  // children: per `stel` line its condition, none for a line without; or
    model::TableId table;          // children: per row its tests (none for `-`), then its result
    Value value;
    std::optional<Ratio> exact;  // average or single division: the value before rounding
    std::vector<StepId> children;
    std::vector<EventSeen> events;             // aggregates and existence
    std::optional<DateInterval> days;          // the period, when there is one and it is known
    std::optional<DateInterval> earlier_days;  // verandering: the period before it
    // in enige: the window with the highest outcome (the first of those). langste rij: from the first to the last day of
    // the longest row (the first of those). Of what is certain.
    std::optional<DateInterval> found_days;
    std::optional<Date> complete_to;  // aggregates: the series is known up to this day, and the period goes on
    // Existence: the count that is compared with its number.
    Value count;
    // A tabel: how each of its rows came out.
    std::vector<Tri> rows;
    // Why this value is unknown (or a range, or a set): `missing(x)` of docs/semantics.md, whole. Empty when known.
    model::MissingSet missing;
    model::FaultSet faults;
};

struct Trace {
    std::vector<Step> steps;
    model::StudentOutcome outcome;
    // Roots, in the shape of the rule set; none where a construct has no such condition.
    std::vector<std::vector<StepId>> signal_levels;  // by SignalId, then level
    std::vector<std::vector<StepId>> signal_unless;
    std::vector<StepId> policy_conditions;  // by PolicyId
    std::vector<std::vector<StepId>> policy_unless;
    std::vector<StepId> plan_goals;  // by PlanId

    [[nodiscard]] const Step& step(StepId id) const { return steps[id.index()]; }
};

// All signals, krachten, kansen and policies for one student.
[[nodiscard]] Trace evaluate(const model::RuleSet& rules, const Cohort& cohort, std::size_t student,
                             Date reference_date);

// One signal, kracht or kans. The outcome and the roots are of that one alone: at index 0.
[[nodiscard]] Trace evaluate_signal(const model::RuleSet& rules, const Cohort& cohort, std::size_t student,
                                    Date reference_date, model::SignalId signal);

// One expression over the student's fields and series (for `uitleg`); the step's value is what is shown. The outcome of
// the trace stays empty. Precondition: no `signaal X`, `ernst van signaal X` or `signalen` in the expression.
[[nodiscard]] Trace evaluate_expr(const model::RuleSet& rules, const Cohort& cohort, std::size_t student,
                                  Date reference_date, model::ExprId expr, StepId* root);

// The value of a parameter for this student (its `stel ... voor` lines applied).
[[nodiscard]] Value parameter_value(const model::RuleSet& rules, const Cohort& cohort, std::size_t student,
                                    Date reference_date, model::ParameterId parameter);

// The value of a student's field.
[[nodiscard]] Value field_value(const Cohort& cohort, std::size_t student, FieldId field);

[[nodiscard]] inline bool is_unknown(const Value& value) { return std::holds_alternative<Unknown>(value); }
// Not unknown, not a range and not a set: what `is bekend` asks.
[[nodiscard]] inline bool is_known(const Value& value) {
    return !is_unknown(value) && !std::holds_alternative<CountRange>(value) &&
           !std::holds_alternative<SeveritySet>(value);
}
[[nodiscard]] inline Tri truth_of(const Value& value) {
    const bool* known = std::get_if<bool>(&value);
    return known == nullptr ? Tri::unknown : tri_of(*known);
}

}  // namespace wegwijzer::trace
