// What evaluation says about one student at one reference date, before advice is worked out. Both evaluators produce this;
// the differential test compares it field by field.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/base/date.h"
#include "engine/base/tri.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::model {

// Something that was not known: `motivatie` (series none), `presenties` (field none) or `toetsen.cijfer`.
// Order: student fields as declared, then series as declared, each before its fields.
struct Missing {
    FieldId student_field;
    SeriesId series;
    SeriesFieldId series_field;
    friend bool operator==(const Missing&, const Missing&) = default;
    friend bool operator<(const Missing& left, const Missing& right);
};
using MissingSet = std::vector<Missing>;  // sorted, each once

enum class FaultKind : std::uint8_t { overflow, division_by_zero };
struct Fault {
    FaultKind kind = FaultKind::overflow;
    Span origin;  // the author's words that could not be calculated
    friend bool operator==(const Fault&, const Fault&) = default;
    friend bool operator<(const Fault& left, const Fault& right);  // by origin, then kind
};
using FaultSet = std::vector<Fault>;  // sorted, each once

enum class SignalStatus : std::uint8_t { not_applicable, undetermined, not_active, active };

struct SignalOutcome {
    SignalStatus status = SignalStatus::not_active;
    Severity severity = Severity::none;  // active only
    bool possibly_higher = false;        // active only
    // Bit s is set when severity s is possible (bit 0: not active). One bit unless undetermined or possibly higher.
    std::uint8_t possible_severities = 1;
    MissingSet missing;  // undetermined or possibly higher: the unknown leaves reached through unknown parts only
    FaultSet faults;     // faults among those leaves
    friend bool operator==(const SignalOutcome&, const SignalOutcome&) = default;
};

struct ConditionOutcome {
    Tri value = Tri::unknown;
    MissingSet missing;  // when unknown
    FaultSet faults;     // when unknown
    friend bool operator==(const ConditionOutcome&, const ConditionOutcome&) = default;
};

// `binnen` and `uiterlijk` of one advice, or another length, for this student.
struct AdviceTerm {
    std::optional<Length> within;  // none: no `binnen`, or unknown
    std::optional<Date> due;       // none: no `uiterlijk`, or unknown
    bool unknown = false;          // there is one, but it is not known for this student
    MissingSet missing;
    std::optional<std::int64_t> week =
        std::nullopt;  // of `in studieweek`, its first or its last; none: none, or unknown
    friend bool operator==(const AdviceTerm&, const AdviceTerm&) = default;
};

struct PolicyOutcome {
    ConditionOutcome condition;  // als; yes when there is none
    std::vector<ConditionOutcome> unless;
    // Active signalen, krachten and kansen that `als` reads: by name, or as `signalen` that pass the filter. Sorted.
    std::vector<SignalId> reasons;
    // Signalen that pass, or may pass, a filter over `signalen` in `als` or a `tenzij` (for "who sees what"). Sorted.
    std::vector<SignalId> filtered_signals;
    std::vector<AdviceTerm> terms;  // one per Policy::advises
    friend bool operator==(const PolicyOutcome&, const PolicyOutcome&) = default;
};

// What an aanpak asks of this student: is its goal reached, and within which terms do its steps stand.
struct StepTerms {
    AdviceTerm length;  // binnen or na, as `within`
    AdviceTerm first_week;
    AdviceTerm last_week;
    friend bool operator==(const StepTerms&, const StepTerms&) = default;
};
struct PlanOutcome {
    ConditionOutcome goal;  // doel; no when there is none
    // Signalen that pass, or may pass, a filter over `signalen` in the doel (for "who sees what"). Sorted.
    std::vector<SignalId> filtered_signals;
    std::vector<StepTerms> steps;  // one per Plan::steps
    friend bool operator==(const PlanOutcome&, const PlanOutcome&) = default;
};

struct StudentOutcome {
    std::vector<SignalOutcome> signals;   // one per RuleSet::signals
    std::vector<PolicyOutcome> policies;  // one per RuleSet::policies
    std::vector<PlanOutcome> plans;       // one per RuleSet::plans
    std::vector<AdviceTerm> limits;       // `hooguit eens per`, as `within`: one per RuleSet::interventions
    friend bool operator==(const StudentOutcome&, const StudentOutcome&) = default;
};

}  // namespace wegwijzer::model
