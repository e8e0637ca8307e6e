// Changes of two things at once, for a signal that no change of one thing ends or starts: two fields of the student, a field and
// events in a series, events in two series, two kinds of events in one. All on the peildatum. Of two things at most one pair is
// offered for each effect, and it is minimal: each part is the smallest change of its thing (search.h), the other part kept. Of
// more such pairs it is the one with the smallest first part. Of two kinds of events in one series the first turns a condition by
// itself: what only an average of different values would do is not looked for.
// Exact where conditions compare a field, a count or an aggregate with something that the change leaves as it is.
#pragma once

#include <vector>

#include "engine/margins/judge.h"

namespace wegwijzer::margins {

struct PairsFound {
    std::vector<Offer> offers;  // each a PairOffer, with Effect::ends or Effect::starts
    // Not: there were more combinations than are tried, and of those that were not, some may do it.
    bool is_all = true;
};

// `singles`: what find_offers found; where one of them does it on the peildatum, nothing is searched. Nothing is found of a
// signal that is undetermined, of fields that are unknown and of series that are not supplied: what is not known has to be
// found out. Nor of the start date where a fase or a period counts from it.
[[nodiscard]] PairsFound find_pairs(const Preparations& preparations, const Cohort& cohort, std::size_t student,
                                    Date reference_date, model::SignalId signal, const std::vector<Offer>& singles);

}  // namespace wegwijzer::margins
