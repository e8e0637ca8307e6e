// The search for the smallest changes: in one field of the student, in events that come to it, in nothing but time. Smallest
// is: the fewest events; then the day nearest to the peildatum; then the value nearest to the one that is there, or for an
// event the one next to those without the effect. Exact where conditions compare a field, a count or an aggregate with
// something that the change leaves as it is; whatever else is offered has its effect too, but something smaller may exist.
#pragma once

#include <vector>

#include "engine/margins/judge.h"

namespace wegwijzer::margins {

enum class Depth : std::uint8_t {
    quick,  // without time and last days; of a signal that does not hold what may be near (decisive.h) alone
    full,
};

struct OffersFound {
    std::vector<Offer> offers;
    // Not: of the events of some series there were more combinations of values than are tried.
    bool is_all = true;
};

// Empty for a signal that is undetermined, and of fields that are unknown and series that are not supplied: what is not known
// has to be found out, not changed.
[[nodiscard]] OffersFound find_offers(const Preparations& preparations, const Cohort& cohort, std::size_t student,
                                      Date reference_date, model::SignalId signal, Depth depth);

// How many days ahead a signal is followed.
inline constexpr std::int64_t days_ahead = 182;
// The most events that are offered at once.
inline constexpr std::size_t most_events = 20;

}  // namespace wegwijzer::margins
