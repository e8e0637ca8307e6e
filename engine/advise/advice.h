// From policies to recommendations for one student (language.md section 6, "Policies step by step").
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/model/outcome.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::advise {

enum class Consent : std::uint8_t { not_needed, ask, given };

enum class NoteKind : std::uint8_t {
    unless_unknown,      // a tenzij of `policy` is unknown; `missing` says why
    deadline_moved,      // merging put the earliest date behind the deadline
    term_unknown,        // `binnen`/`uiterlijk` of `policy` is unknown: no deadline
    phase_unknown,       // no start date: `niet in fase` does not suppress
    not_before_unknown,  // no start date: `pas vanaf dag` does not move
};
struct Note {
    NoteKind kind = NoteKind::unless_unknown;
    model::PolicyId policy;  // whose tenzij or term; none when the note is about the intervention
    model::MissingSet missing;
    std::optional<Date> day;  // deadline_moved: the deadline before it moved
    friend bool operator==(const Note&, const Note&) = default;
};

struct Recommendation {
    model::InterventionId intervention;
    model::RoleId by;
    Consent consent = Consent::not_needed;
    bool urgent = false;
    int priority = 3;
    std::optional<Date> not_before;
    std::optional<Date> due;
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
struct Suppression {
    model::InterventionId intervention;
    model::PolicyId policy;
    std::variant<OverruledBy, NotInPhase, ExcludedBy> cause;
    friend bool operator==(const Suppression&, const Suppression&) = default;
};

struct StudentAdvice {
    std::vector<Recommendation> recommendations;  // in the order of step 6
    std::vector<Suppression> suppressed;          // order of declaration of the policy, then of its advice
    friend bool operator==(const StudentAdvice&, const StudentAdvice&) = default;
};

// `start`: the student's start date, if known. Pure: same input, same advice.
[[nodiscard]] StudentAdvice advise(const model::RuleSet& rules, const model::StudentOutcome& outcome,
                                   std::optional<Date> start, Date reference_date);

// The order of recommendations (step 6), also for the first recommendations of two students.
[[nodiscard]] bool comes_before(const model::RuleSet& rules, const Recommendation& left, const Recommendation& right);

}  // namespace wegwijzer::advise
