// From policies to recommendations for one student (language.md section 6, "Policies step by step").
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/advise/history.h"
#include "engine/model/outcome.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::advise {

enum class Consent : std::uint8_t { not_needed, ask, given };  // refused: it is not advised

enum class NoteKind : std::uint8_t {
    unless_unknown,      // a tenzij of `policy` is unknown; `missing` says why
    deadline_moved,      // merging put the earliest date behind the deadline
    term_unknown,        // `binnen`/`uiterlijk` of `policy` is unknown: no deadline
    phase_unknown,       // no start date: `niet in fase` does not suppress
    not_before_unknown,  // no start date: `pas vanaf dag` does not move
    comes_first,         // in place of `intervention`, which comes only after this
    limit_unknown,       // the length of `hooguit eens per` is unknown: it does not suppress; `missing` says why
    followups_unknown,  // no opvolgingen: `hooguit eens per` does not suppress, and what `pas na` asks may have been done
    followup_undated,   // an opvolging of `intervention` without a date does not count
    consent_refused,    // spoed: it is advised all the same; since `day`
    consent_withdrawn,  // the same, and the student wanted it before
};
// The student does not want it, and it is advised all the same.
[[nodiscard]] constexpr bool tells_refusal(NoteKind kind) {
    return kind == NoteKind::consent_refused || kind == NoteKind::consent_withdrawn;
}
struct Note {
    NoteKind kind = NoteKind::unless_unknown;
    model::PolicyId policy;  // whose tenzij or term; none when the note is about the intervention
    model::MissingSet missing;
    std::optional<Date> day;  // deadline_moved: the deadline before it moved
    model::InterventionId intervention;
    friend bool operator==(const Note&, const Note&) = default;
};

struct Recommendation {
    model::InterventionId intervention;
    model::RoleId by;
    Consent consent = Consent::not_needed;
    bool urgent = false;
    int priority = 3;
    std::optional<Date> not_before;
    std::optional<Date> due;                // in progress: before the reference date when it is late
    std::optional<Date> in_progress_since;  // it is in progress: its first opvolging of this round
    std::vector<model::SignalId> reasons;   // order of declaration
    std::vector<model::PolicyId> policies;  // order of declaration
    std::vector<Note> notes;
    friend bool operator==(const Recommendation&, const Recommendation&) = default;
};

struct OverruledBy {  // gaat voor op
    model::PolicyId policy;
    friend bool operator==(const OverruledBy&, const OverruledBy&) = default;
};
struct NotInPhase {  // niet in fase
    model::PhaseId phase;
    friend bool operator==(const NotInPhase&, const NotInPhase&) = default;
};
struct ExcludedBy {  // niet samen met
    model::InterventionId intervention;
    friend bool operator==(const ExcludedBy&, const ExcludedBy&) = default;
};
struct ConsentRefused {  // geweigerd or ingetrokken
    ConsentStatus status = ConsentStatus::refused;
    friend bool operator==(const ConsentRefused&, const ConsentRefused&) = default;
};
struct JustFollowed {  // hooguit eens per
    Date carried_out;
    Length limit;
    friend bool operator==(const JustFollowed&, const JustFollowed&) = default;
};
using Cause = std::variant<OverruledBy, NotInPhase, ExcludedBy, ConsentRefused, JustFollowed>;
struct Suppression {
    model::InterventionId intervention;
    model::PolicyId policy;
    Cause cause;
    // pas na: what had to come first, and is what the cause is about; none: the intervention itself.
    model::InterventionId first;
    friend bool operator==(const Suppression&, const Suppression&) = default;
};

// language.md section 6, "Plans".
enum class StepStatus : std::uint8_t { done, current, to_come };
struct StepState {
    std::optional<Date> not_before;  // na, in studieweek: counted from the start of the plan, or of the studies
    std::optional<Date> due;         // binnen, in studieweek
    bool term_unknown = false;       // it has a term, that is not known for this student
    model::MissingSet missing;
    StepStatus status = StepStatus::to_come;
    friend bool operator==(const StepState&, const StepState&) = default;
};
struct PlanState {
    model::PlanId plan;
    std::vector<model::PolicyId> policies;    // that advise it, order of declaration
    std::optional<Date> started;              // none: dates count from the reference date
    Tri goal = Tri::no;                       // reached, open, or unknown: the plan goes on
    std::optional<std::size_t> current_step;  // none: the goal is reached, or all steps are done
    std::vector<StepState> steps;
    std::optional<Date> next_review;  // after the reference date
    std::optional<Date> evaluate_on;
    friend bool operator==(const PlanState&, const PlanState&) = default;
};

struct StudentAdvice {
    std::vector<Recommendation> recommendations;  // in the order of step 6
    std::vector<Suppression> suppressed;          // order of declaration of the policy, then of its advice
    std::vector<PlanState> plans;  // that some policy advises and no other overrules; order of declaration
    friend bool operator==(const StudentAdvice&, const StudentAdvice&) = default;
};

// Pure: same input, same advice.
[[nodiscard]] StudentAdvice advise(const model::RuleSet& rules, const model::StudentOutcome& outcome,
                                   const StudentHistory& history, Date reference_date);

// The order of recommendations (step 6), also for the first recommendations of two students.
[[nodiscard]] bool comes_before(const model::RuleSet& rules, const Recommendation& left, const Recommendation& right);

}  // namespace wegwijzer::advise
