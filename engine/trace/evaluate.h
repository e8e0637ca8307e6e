// The slow, obvious evaluator: the oracle. Walks the rule set for one student as the author wrote it, never
// short-circuits, records every step. Shares with the batch evaluator only values, dates, periods and input.
#pragma once

#include <cstdint>
#include <memory>
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
using Value = std::variant<Unknown, bool, Decimal, Date, std::string, model::ChoiceValue, model::Severity, CountRange,
                           SeveritySet>;

using StepId = Id<struct TraceStepTag>;

// One evaluation of one node. Children follow the author's structure (operands, items of a list, the expression of a
// begrip, the chosen value of a parameter); an aggregate lists the events it looked at.
struct EventSeen {
    std::uint32_t row = 0;  // row in SeriesData; for signalen: the SignalId
    Tri passes = Tri::yes;  // its filter
    Tri in_period = Tri::yes;
};
struct Step {
    model::ExprId expr;
    Value value;
    std::optional<Ratio> exact;  // average or single division: the value before rounding
    std::vector<StepId> children;
    std::vector<EventSeen> events;     // aggregates and existence
    std::optional<DateInterval> days;  // the period, when there is one and it is known
    model::MissingSet missing;         // leaves of this node itself (not of its children)
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

    [[nodiscard]] const Step& step(StepId id) const { return steps[id.index()]; }
};

// All signals, krachten, kansen and policies for one student.
[[nodiscard]] Trace evaluate(const model::RuleSet& rules, const Cohort& cohort, std::size_t student,
                             Date reference_date);

// One expression over the student's fields and series (for `uitleg`); the step's value is what is shown.
[[nodiscard]] Trace evaluate_expr(const model::RuleSet& rules, const Cohort& cohort, std::size_t student,
                                  Date reference_date, model::ExprId expr, StepId* root);

// The value of a parameter for this student (its `stel ... voor` lines applied).
[[nodiscard]] Value parameter_value(const model::RuleSet& rules, const Cohort& cohort, std::size_t student,
                                    Date reference_date, model::ParameterId parameter);

}  // namespace wegwijzer::trace
