// The parts of the search: each adds what it finds to `offers`.
#pragma once

#include "engine/margins/decisive.h"
#include "engine/margins/judge.h"
#include "engine/margins/search.h"

namespace wegwijzer::margins {

void search_fields(Judge& judge, const Influence& influence, const Thresholds& thresholds,
                   const std::vector<Goal>& goals, std::vector<Offer>& offers);
void search_events(Judge& judge, const Influence& influence, const std::vector<Goal>& goals, Depth depth,
                   std::vector<Offer>& offers);
// Of one thing alone. `series` is one of `judge.reads()`, and supplied.
void search_field(Judge& judge, FieldId field, const Thresholds& thresholds, const std::vector<Goal>& goals,
                  std::vector<Offer>& offers);
void search_series(Judge& judge, SeriesId series, const std::vector<Goal>& goals, Depth depth,
                   std::vector<Offer>& offers);

// The values of a field that are tried, the nearest to the one that is there first; of a field that is unknown in order. A
// value of a keuze or a tekst that stands for those that no rule compares with is among them.
[[nodiscard]] std::vector<model::FieldValue> values_to_try(Judge& judge, FieldId field, const Thresholds& thresholds);
// The events of a series that are tried on the peildatum, the fewest first: `most` at most.
struct EventsToTry {
    std::vector<change::Changes> variants;
    bool is_all = true;
};
[[nodiscard]] EventsToTry events_to_try(Judge& judge, SeriesId series, std::size_t most);

void search_time(const Judge& judge, const std::vector<Goal>& goals, std::vector<Offer>& offers);

}  // namespace wegwijzer::margins
