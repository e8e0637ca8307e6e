#include "engine/explain/changes_told.h"

#include <algorithm>

namespace wegwijzer::explain {
namespace {

constexpr std::size_t most_pairs_on_page = 3;

bool is_pair(const OfferShown& change) { return std::holds_alternative<margins::PairOffer>(change.offer.what); }

std::string stopped_searching(Language language) {
    return say(language, "Niet verder gezocht: er zijn te veel combinaties om ze alle te proberen.",
               "Not searched any further: there are too many combinations to try them all.");
}

}  // namespace

ChangesTold changes_on_page(const SignalExplanation& signal, Language language) {
    ChangesTold told;
    std::size_t pairs = 0;
    for (const OfferShown& change : signal.changes) {
        if (change.is_given || (is_pair(change) && ++pairs > most_pairs_on_page)) continue;
        told.changes.push_back(&change);
    }
    if (pairs > most_pairs_on_page) {
        const std::size_t more = pairs - most_pairs_on_page;
        told.behind.push_back(more == 1 ? say(language, "Er is nog een ander tweetal wijzigingen dat dit doet.",
                                              "One more combination of two changes does this.")
                                        : say(language, "Er zijn nog ", "There are ") + std::to_string(more) +
                                              say(language, " andere tweetallen wijzigingen die dit doen.",
                                                  " more combinations of two changes that do this."));
    }
    if (!signal.has_all_changes) told.behind.push_back(stopped_searching(language));
    return told;
}

ChangesTold changes_in_answer(const SignalExplanation& signal, Language language) {
    ChangesTold told;
    const bool all_given = std::ranges::all_of(signal.changes, &OfferShown::is_given);
    for (const OfferShown& change : signal.changes) {
        if (all_given || !change.is_given) told.changes.push_back(&change);
    }
    const bool is_open = signal.outcome.status == model::SignalStatus::undetermined;
    if (told.changes.empty() && !is_open) {
        told.before = say(language,
                          "Er is geen wijziging gevonden die dit verandert: niet van één gegeven of van gebeurtenissen "
                          "in één reeks, en ook niet van twee daarvan samen.",
                          "No change was found that changes this: not of one field or of events in one series, and not "
                          "of two of those together.");
    } else if (!told.changes.empty() &&
               std::ranges::all_of(told.changes, [](const OfferShown* change) { return is_pair(*change); })) {
        told.before = say(language, "Eén wijziging is hier niet genoeg. Twee samen wel:",
                          "One change is not enough here. Two together are:");
    }
    if (!signal.has_all_changes) told.behind.push_back(stopped_searching(language));
    return told;
}

}  // namespace wegwijzer::explain
