// The steps of language.md section 6, "Policies step by step", one function each.
#pragma once

#include <optional>
#include <vector>

#include "engine/advise/advice.h"

namespace wegwijzer::advise {

// One name of an `adviseer` of a policy that applies, for this student.
struct Proposal {
    model::PolicyId policy;
    std::size_t place = 0;  // among the advice of its policy
    model::PlanId plan;     // the advice is its current step
    model::InterventionId intervention;
    model::RoleId by;
    // pas na: what the policy advises, and what had to come before it, up to what came in its place.
    std::vector<model::InterventionId> instead_of;
    std::optional<Date> in_progress_since;
    std::optional<Date> not_before;
    std::optional<Date> due;
    std::vector<Note> notes;  // about its policy, or its intervention
    bool followups_unknown = false;
    bool phase_unknown = false;
    bool not_before_unknown = false;
};
using Proposals = std::vector<Proposal>;

struct Suppressed {
    Proposal proposal;
    Cause cause;
};

struct Situation {
    const model::RuleSet& rules;
    const model::StudentOutcome& outcome;
    const StudentHistory& history;
    Date reference_date;
    std::vector<PlanState> plans;  // by PlanId, as if they were all advised

    [[nodiscard]] const model::Policy& policy_of(const Proposal& proposal) const {
        return rules.policy(proposal.policy);
    }
    [[nodiscard]] const model::Intervention& intervention_of(const Proposal& proposal) const {
        return rules.intervention(proposal.intervention);
    }
};

// Where an aanpak stands for this student (plans.cpp); by whom it is advised is not asked.
[[nodiscard]] PlanState state_of(const Situation& situation, model::PlanId id);
// The days in which earlier advice counts: the kalender in force; without one, ever.
[[nodiscard]] DateInterval current_year(const Situation& situation);
// Is `als` true and no `tenzij`?
[[nodiscard]] bool applies(const model::PolicyOutcome& outcome);

// 1. The advice of the policies that apply, in order of declaration; of an aanpak its current step, if it has one.
[[nodiscard]] Proposals propose(const Situation& situation);
// 2. `pas na` replaces; a refusal, `niet in fase` and `hooguit eens per` suppress; `pas vanaf dag` gives the earliest date;
// the deadline is counted.
[[nodiscard]] Proposals time(const Situation& situation, Proposals proposals, std::vector<Suppressed>& suppressed);
// `pas na` (follow_up.cpp): puts what has to come first in the place of what is advised.
void put_first_what_comes_first(const Situation& situation, Proposal& proposal);
// A refusal, or `hooguit eens per` (follow_up.cpp).
[[nodiscard]] std::optional<Cause> refusal(const Situation& situation, const Proposal& proposal);
[[nodiscard]] std::optional<Cause> just_followed(const Situation& situation, Proposal& proposal);
// 3. A policy with any advice left, or held back only because it was just followed, suppresses every policy it `gaat voor op`.
[[nodiscard]] std::vector<model::PolicyId> speaking(const Proposals& proposals,
                                                    const std::vector<Suppressed>& suppressed);
[[nodiscard]] std::optional<model::PolicyId> overruled_by(const Situation& situation,
                                                          const std::vector<model::PolicyId>& speaking,
                                                          model::PolicyId policy);
[[nodiscard]] Proposals overrule(const Situation& situation, const std::vector<model::PolicyId>& speaking,
                                 const Proposals& proposals, std::vector<Suppressed>& suppressed);
// The plans that a policy that applies advises, and no other overrules.
[[nodiscard]] std::vector<PlanState> advised_plans(const Situation& situation,
                                                   const std::vector<model::PolicyId>& speaking);
// 4. What is left, per (intervention, role).
[[nodiscard]] std::vector<Recommendation> merge(const Situation& situation, const Proposals& proposals);
// 5. `niet samen met`.
[[nodiscard]] std::vector<Recommendation> exclude(const Situation& situation, std::vector<Recommendation> merged,
                                                  const Proposals& proposals, std::vector<Suppressed>& suppressed);

// The order in which `niet samen met` keeps: as comes_before, but the line of the role does not count.
[[nodiscard]] bool comes_before_in_choice(const model::RuleSet& rules, const Recommendation& left,
                                          const Recommendation& right);

}  // namespace wegwijzer::advise
