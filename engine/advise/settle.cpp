// Steps 3 to 5: what policies and advices do to each other.
#include <algorithm>
#include <utility>

#include "engine/advise/steps.h"

namespace wegwijzer::advise {
namespace {

template <class T>
bool contains(const std::vector<T>& all, const T& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

template <class T>
void add_sorted(std::vector<T>& all, const T& one) {
    if (!contains(all, one)) all.insert(std::upper_bound(all.begin(), all.end(), one), one);
}

// A missing deadline is later than any.
std::optional<Date> earliest(std::optional<Date> left, std::optional<Date> right) {
    if (!left || !right) return left ? left : right;
    return std::min(*left, *right);
}

Recommendation merge_group(const Situation& situation, const std::vector<const Proposal*>& group) {
    const model::Intervention& intervention = situation.intervention_of(*group.front());
    Recommendation result;
    result.intervention = group.front()->intervention;
    result.by = group.front()->by;
    result.in_progress_since = group.front()->in_progress_since;
    std::optional<ConsentRow> refusal;
    if (intervention.with_consent) {
        const std::optional<ConsentRow> consent = latest_consent(situation.history, result.intervention);
        result.consent = consent && consent->status == ConsentStatus::given ? Consent::given : Consent::ask;
        if (consent && consent->status != ConsentStatus::given) refusal = consent;
    }
    result.priority = situation.policy_of(*group.front()).priority;
    bool phase_unknown = false;
    bool not_before_unknown = false;
    bool followups_unknown = false;
    for (const Proposal* proposal : group) {
        const model::Policy& policy = situation.policy_of(*proposal);
        result.urgent = result.urgent || policy.urgent;
        result.priority = std::min(result.priority, policy.priority);
        result.due = earliest(result.due, proposal->due);
        result.not_before = std::max(result.not_before, proposal->not_before);  // none is less than any day
        add_sorted(result.policies, proposal->policy);
        for (const model::SignalId reason : situation.outcome.policies[proposal->policy.index()].reasons) {
            add_sorted(result.reasons, reason);
        }
        for (const Note& note : proposal->notes) {
            if (!contains(result.notes, note)) result.notes.push_back(note);
        }
        phase_unknown = phase_unknown || proposal->phase_unknown;
        not_before_unknown = not_before_unknown || proposal->not_before_unknown;
        followups_unknown = followups_unknown || proposal->followups_unknown;
    }
    if (refusal) {
        const bool is_withdrawn = refusal->status == ConsentStatus::withdrawn;
        const NoteKind kind = is_withdrawn ? NoteKind::consent_withdrawn : NoteKind::consent_refused;
        result.notes.push_back({kind, {}, {}, refusal->date, {}});
    }
    if (result.urgent) {
        result.not_before.reset();  // moved by nothing, whatever it was merged with
        return result;
    }
    model::MissingSet start;
    if (!situation.rules.schema->start.is_none()) start.push_back({situation.rules.schema->start, {}, {}});
    if (phase_unknown) result.notes.push_back({NoteKind::phase_unknown, {}, start, {}, {}});
    if (not_before_unknown) result.notes.push_back({NoteKind::not_before_unknown, {}, start, {}, {}});
    if (followups_unknown) {
        const SeriesId series = situation.rules.schema->followups;
        model::MissingSet missing;
        if (series) missing.push_back({{}, series, {}});
        result.notes.push_back({NoteKind::followups_unknown, {}, missing, {}, {}});
    }
    if (result.not_before && result.due && *result.not_before > *result.due) {
        result.notes.push_back({NoteKind::deadline_moved, {}, {}, result.due, {}});
        result.due = result.not_before;
    }
    return result;
}

bool exclude_each_other(const Situation& situation, const Recommendation& left, const Recommendation& right) {
    return contains(situation.rules.intervention(left.intervention).not_together, right.intervention) ||
           contains(situation.rules.intervention(right.intervention).not_together, left.intervention);
}

}  // namespace

std::vector<model::PolicyId> speaking(const Proposals& proposals, const std::vector<Suppressed>& suppressed) {
    // Every policy with advice left speaks, also one that is itself overruled here, and so does one that was just followed.
    std::vector<model::PolicyId> speaking;
    for (const Proposal& proposal : proposals) add_sorted(speaking, proposal.policy);
    for (const Suppressed& one : suppressed) {
        if (std::holds_alternative<JustFollowed>(one.cause)) add_sorted(speaking, one.proposal.policy);
    }
    return speaking;
}

std::optional<model::PolicyId> overruled_by(const Situation& situation, const std::vector<model::PolicyId>& speaking,
                                            model::PolicyId policy) {
    if (situation.rules.policy(policy).urgent) return std::nullopt;
    const auto speaker = std::ranges::find_if(
        speaking, [&](model::PolicyId other) { return contains(situation.rules.policy(other).overrides, policy); });
    return speaker == speaking.end() ? std::nullopt : std::optional(*speaker);
}

Proposals overrule(const Situation& situation, const std::vector<model::PolicyId>& speaking, const Proposals& proposals,
                   std::vector<Suppressed>& suppressed) {
    Proposals left;
    for (const Proposal& proposal : proposals) {
        if (const auto speaker = overruled_by(situation, speaking, proposal.policy)) {
            suppressed.push_back({proposal, OverruledBy{*speaker}});
        } else {
            left.push_back(proposal);
        }
    }
    return left;
}

std::vector<Recommendation> merge(const Situation& situation, const Proposals& proposals) {
    std::vector<std::vector<const Proposal*>> groups;
    for (const Proposal& proposal : proposals) {
        const auto same = std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
            return group.front()->intervention == proposal.intervention && group.front()->by == proposal.by;
        });
        if (same == groups.end()) {
            groups.push_back({&proposal});
        } else {
            same->push_back(&proposal);
        }
    }
    std::vector<Recommendation> result;
    for (const auto& group : groups) result.push_back(merge_group(situation, group));
    return result;
}

std::vector<Recommendation> exclude(const Situation& situation, std::vector<Recommendation> merged,
                                    const Proposals& proposals, std::vector<Suppressed>& suppressed) {
    std::sort(merged.begin(), merged.end(), [&](const Recommendation& left, const Recommendation& right) {
        return comes_before_in_choice(situation.rules, left, right);
    });
    std::vector<Recommendation> kept;
    for (Recommendation& recommendation : merged) {
        const auto stronger = std::find_if(kept.begin(), kept.end(), [&](const Recommendation& other) {
            return exclude_each_other(situation, other, recommendation);
        });
        if (recommendation.urgent || stronger == kept.end()) {
            kept.push_back(std::move(recommendation));
            continue;
        }
        for (const Proposal& proposal : proposals) {
            if (proposal.intervention != recommendation.intervention || proposal.by != recommendation.by) continue;
            suppressed.push_back({proposal, ExcludedBy{stronger->intervention}});
        }
    }
    return kept;
}

}  // namespace wegwijzer::advise
