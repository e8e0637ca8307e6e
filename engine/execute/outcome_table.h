// Outcomes of all students, as columns. Missing fields and faults are kept only where something is unknown: a few sets that
// many students share.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/base/tri.h"
#include "engine/model/outcome.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::execute {

// Why a value is unknown for one student: numbers of OutcomeTable::missing_sets and fault_sets.
struct Reason {
    std::uint32_t student = 0;
    std::uint32_t missing = 0;
    std::uint32_t faults = 0;
    friend bool operator==(const Reason&, const Reason&) = default;
};
using Reasons = std::vector<Reason>;  // sorted by student; none for a student without reason

struct SignalColumn {
    std::vector<std::uint8_t> states;  // per student: SignalStatus in bits 0-1, possible severities in bits 2-5
    Reasons reasons;
};
struct ConditionColumn {
    std::vector<Tri> values;  // per student
    Reasons reasons;
};
struct TermColumn {
    enum class Kind : std::uint8_t { none, within, due, week };
    Kind kind = Kind::none;
    bool is_uniform = false;  // one value for all students
    std::vector<std::int64_t>
        values;  // per student, or one: a packed length, days or micros; unknown_term where unknown
    Reasons reasons;
    static constexpr std::int64_t unknown_term = INT64_MIN;
};
struct PolicyColumns {
    ConditionColumn condition;
    std::vector<ConditionColumn> unless;
    std::vector<TermColumn> terms;
    std::vector<model::SignalId> named;  // signals that `als` reads by name, sorted
    // Per student, a bit per signal; empty for a policy that reads no `signalen`.
    std::vector<std::uint64_t> passing;   // active and past a filter of `als`
    std::vector<std::uint64_t> may_pass;  // in `signalen`, and past a filter of `als` or a `tenzij`, or perhaps
};

struct PlanColumns {
    ConditionColumn goal;
    std::vector<std::array<TermColumn, 3>> steps;  // its length, its first and its last study week
    std::vector<std::uint64_t> may_pass;           // as PolicyColumns::may_pass, of the goal
};

struct OutcomeTable {
    std::size_t students = 0;
    std::size_t signal_words = 0;  // words per student in passing and may_pass
    std::vector<SignalColumn> signals;
    std::vector<PolicyColumns> policies;
    std::vector<PlanColumns> plans;
    std::vector<TermColumn> limits;               // hooguit eens per: by InterventionId
    std::vector<model::MissingSet> missing_sets;  // number 0 is empty
    std::vector<model::FaultSet> fault_sets;      // number 0 is empty

    [[nodiscard]] model::SignalStatus status_of(std::size_t signal, std::size_t student) const {
        return static_cast<model::SignalStatus>(signals[signal].states[student] & 3u);
    }
    [[nodiscard]] std::size_t bytes_used() const;
};

[[nodiscard]] model::StudentOutcome outcome_of(const OutcomeTable& table, std::size_t student);
// One number for all outcomes, the same for the same outcomes: for benchmarks and to compare two runs.
[[nodiscard]] std::uint64_t hash_of(const OutcomeTable& table);

}  // namespace wegwijzer::execute
