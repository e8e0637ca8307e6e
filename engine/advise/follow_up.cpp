// Part of step 2: what earlier advice and consent do to an advice (language.md section 6, "Follow-up and consent").
#include <algorithm>

#include "engine/advise/steps.h"
#include "engine/calendar/period.h"

namespace wegwijzer::advise {

DateInterval current_year(const Situation& situation) {
    const Calendar* calendar = situation.rules.calendars.in_force(situation.reference_date);
    return {calendar != nullptr ? calendar->days.from : Date::earliest(), situation.reference_date};
}

void put_first_what_comes_first(const Situation& situation, Proposal& proposal) {
    const StudentHistory& history = situation.history;
    const DateInterval days = current_year(situation);
    while (!in_progress_since(history, proposal.intervention)) {
        const std::vector<model::InterventionId>& only_after = situation.intervention_of(proposal).only_after;
        const auto first = std::ranges::find_if(
            only_after, [&](model::InterventionId other) { return !last_carried_out(history, other, days); });
        if (first == only_after.end()) break;
        proposal.instead_of.push_back(proposal.intervention);
        proposal.intervention = *first;
        proposal.by = situation.rules.intervention(*first).by;
        if (!history.followups_supplied) proposal.followups_unknown = true;
    }
    if (!proposal.instead_of.empty()) {
        proposal.notes.push_back({NoteKind::comes_first, {}, {}, {}, proposal.instead_of.front()});
    }
}

std::optional<Cause> refusal(const Situation& situation, const Proposal& proposal) {
    if (!situation.intervention_of(proposal).with_consent) return std::nullopt;
    const std::optional<ConsentRow> consent = latest_consent(situation.history, proposal.intervention);
    if (!consent || consent->status == ConsentStatus::given) return std::nullopt;
    return ConsentRefused{*consent->status};
}

std::optional<Cause> just_followed(const Situation& situation, Proposal& proposal) {
    if (proposal.in_progress_since || !situation.intervention_of(proposal).at_most_once_per) return std::nullopt;
    if (!situation.history.followups_supplied) {
        proposal.followups_unknown = true;
        return std::nullopt;
    }
    const model::AdviceTerm& limit = situation.outcome.limits[proposal.intervention.index()];
    std::optional<DateInterval> days;
    if (limit.within) days = last(situation.rules.calendars, situation.reference_date, *limit.within);
    if (!days) {  // a parameter that is not known, or lesweken without a kalender
        proposal.notes.push_back({NoteKind::limit_unknown, {}, limit.missing, {}, proposal.intervention});
        return std::nullopt;
    }
    const std::optional<Date> day = last_carried_out(situation.history, proposal.intervention, *days);
    if (!day) return std::nullopt;
    return JustFollowed{*day, *limit.within};
}

}  // namespace wegwijzer::advise
