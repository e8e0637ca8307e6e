// Steps 1 and 2: which policies apply, and what becomes of each of their advices by itself.
#include <algorithm>
#include <utility>

#include "engine/advise/steps.h"
#include "engine/calendar/period.h"

namespace wegwijzer::advise {
namespace {

void add_missing(model::MissingSet& set, const model::MissingSet& more) {
    set.insert(set.end(), more.begin(), more.end());
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
}

// A `tenzij` that is unknown does not stop a policy, but is named on its advice.
std::optional<Note> unknown_unless(model::PolicyId policy, const model::PolicyOutcome& outcome) {
    std::optional<Note> note;
    for (const model::ConditionOutcome& unless : outcome.unless) {
        if (unless.value != Tri::unknown) continue;
        if (!note) note = Note{NoteKind::unless_unknown, policy, {}, {}, {}};
        add_missing(note->missing, unless.missing);
    }
    return note;
}

// The first of the phases of `niet in fase` that the reference date lies in; `unknown` when some may hold it.
std::optional<model::PhaseId> forbidden_phase(const Situation& situation, const model::Intervention& intervention,
                                              bool& unknown) {
    for (const model::PhaseId id : intervention.not_in_phases) {
        const std::optional<bool> inside =
            is_in_phase(situation.rules.phase(id).days, situation.history.start, situation.reference_date);
        if (!inside) unknown = true;
        if (inside.value_or(false)) return id;
    }
    return std::nullopt;
}

// `pas vanaf dag N`, when that day is still to come. Day 1 is the start date itself.
void set_earliest(const Situation& situation, std::int64_t day, Proposal& proposal) {
    if (!situation.history.start) {
        proposal.not_before_unknown = true;
        return;
    }
    const std::optional<Date> earliest = add_days(*situation.history.start, day - 1);
    if (earliest && *earliest > situation.reference_date) proposal.not_before = earliest;
}

// The terms of the current step of an aanpak. They count from the start of the plan, in progress too.
void set_terms_of_step(const Situation& situation, Proposal& proposal) {
    const PlanState& plan = situation.plans[proposal.plan.index()];
    const StepState& step = plan.steps[*plan.current_step];
    proposal.not_before = std::max(proposal.not_before, step.not_before);  // none is less than any day
    proposal.due = step.due;
    if (step.term_unknown) proposal.notes.push_back({NoteKind::term_unknown, proposal.policy, step.missing, {}, {}});
}

void set_deadline(const Situation& situation, Proposal& proposal) {
    if (proposal.plan) {
        set_terms_of_step(situation, proposal);
        return;
    }
    const model::AdviceTerm& term = situation.outcome.policies[proposal.policy.index()].terms[proposal.place];
    bool unknown = term.unknown;
    // What is in progress counts from its beginning, so that it can be late.
    const Date counted_from = proposal.in_progress_since.value_or(situation.reference_date);
    if (term.due) proposal.due = std::max(*term.due, counted_from);
    if (term.within) {
        const Date from = proposal.not_before.value_or(counted_from);
        proposal.due = after(situation.rules.calendars, from, *term.within);
        unknown = unknown || !proposal.due;  // a day past the year 9999
    }
    if (unknown) proposal.notes.push_back({NoteKind::term_unknown, proposal.policy, term.missing, {}, {}});
}

}  // namespace

bool applies(const model::PolicyOutcome& outcome) {
    const bool stopped = std::any_of(outcome.unless.begin(), outcome.unless.end(),
                                     [](const model::ConditionOutcome& unless) { return unless.value == Tri::yes; });
    return outcome.condition.value == Tri::yes && !stopped;
}

Proposals propose(const Situation& situation) {
    Proposals result;
    for (std::size_t index = 0; index < situation.rules.policies.size(); ++index) {
        const model::Policy& policy = situation.rules.policies[index];
        const model::PolicyOutcome& outcome = situation.outcome.policies[index];
        if (!applies(outcome)) continue;
        for (std::size_t place = 0; place < policy.advises.size(); ++place) {
            Proposal proposal;
            proposal.policy = model::PolicyId(index);
            proposal.place = place;
            proposal.intervention = policy.advises[place].intervention;
            proposal.by = policy.advises[place].by;
            if (const model::PlanId plan = policy.advises[place].plan) {
                const std::optional<std::size_t> current = situation.plans[plan.index()].current_step;
                if (!current) continue;
                const model::PlanStep& step = situation.rules.plan(plan).steps[*current];
                proposal.plan = plan;
                proposal.intervention = step.intervention;
                proposal.by = step.by;
            }
            if (std::optional<Note> note = unknown_unless(proposal.policy, outcome)) {
                proposal.notes.push_back(std::move(*note));
            }
            result.push_back(std::move(proposal));
        }
    }
    return result;
}

Proposals time(const Situation& situation, Proposals proposals, std::vector<Suppressed>& suppressed) {
    Proposals left;
    for (Proposal& proposal : proposals) {
        // A spoed advice is suppressed by nothing and moved by nothing, and doesn't wait.
        const bool urgent = situation.policy_of(proposal).urgent;
        if (!urgent) put_first_what_comes_first(situation, proposal);
        const model::Intervention& intervention = situation.intervention_of(proposal);
        proposal.in_progress_since = in_progress_since(situation.history, proposal.intervention);
        if (has_undated(situation.history, proposal.intervention)) {
            proposal.notes.push_back({NoteKind::followup_undated, {}, {}, {}, proposal.intervention});
        }
        if (!urgent) {
            if (const auto refused = refusal(situation, proposal)) {
                suppressed.push_back({std::move(proposal), *refused});
                continue;
            }
            if (const auto phase = forbidden_phase(situation, intervention, proposal.phase_unknown)) {
                suppressed.push_back({std::move(proposal), NotInPhase{*phase}});
                continue;
            }
            if (const auto followed = just_followed(situation, proposal)) {
                suppressed.push_back({std::move(proposal), *followed});
                continue;
            }
            if (intervention.not_before_day) set_earliest(situation, *intervention.not_before_day, proposal);
        }
        set_deadline(situation, proposal);
        left.push_back(std::move(proposal));
    }
    return left;
}

}  // namespace wegwijzer::advise
