#include "engine/margins/search.h"

#include "engine/margins/searches.h"

namespace wegwijzer::margins {

void search_time(const Judge& judge, const std::vector<Goal>& goals, std::vector<Offer>& offers) {
    if (!judge.reads().reads_day) return;
    std::vector<bool> found(goals.size());
    for (std::int64_t ahead = 1; ahead <= days_ahead; ++ahead) {
        const std::optional<Date> day = add_days(judge.reference_date(), ahead);
        if (!day) return;
        const State state = judge.state_on(*day);
        for (std::size_t i = 0; i < goals.size(); ++i) {
            if (found[i] || !goals[i].is_reached(state)) continue;
            found[i] = true;
            offers.push_back({goals[i].effect, *state, TimeOffer{*day}});
        }
        // What comes after the first turn is too far to say anything of.
        if (state != judge.state()) return;
    }
}

OffersFound find_offers(const Preparations& preparations, const Cohort& cohort, std::size_t student,
                        Date reference_date, model::SignalId signal, Depth depth) {
    const model::RuleSet& rules = preparations.rules();
    Judge judge(rules, preparations.of(signal), cohort, student, reference_date, signal);
    const State state = judge.state();
    if (!state) return {};
    const std::vector<Goal> goals = goals_of(rules.signal(signal), *state);
    const Thresholds thresholds = thresholds_of(rules, judge.reads(), judge.record(), 0, reference_date, judge.trace());
    OffersFound found;
    const Influence influence(rules, judge.trace(), signal, 0);
    const Worth worth(judge, influence, depth == Depth::quick && *state == model::Severity::none, signal);
    search_fields(judge, worth, thresholds, goals, found.offers);
    found.is_all = search_events(judge, worth, goals, depth, found.offers);
    if (depth == Depth::full) search_time(judge, goals, found.offers);
    return found;
}

}  // namespace wegwijzer::margins
