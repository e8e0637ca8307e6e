// The parts of the search: each adds what it finds to `offers`.
#pragma once

#include "engine/margins/decisive.h"
#include "engine/margins/judge.h"
#include "engine/margins/search.h"

namespace wegwijzer::margins {

// What is worth a search: all that may change the outcome, or of that what may be near.
class Worth {
  public:
    // `only_near`: the decisive conditions are looked at as well. All must outlive it.
    Worth(const Judge& judge, const Influence& influence, bool only_near, model::SignalId signal)
        : judge_(judge), influence_(influence), only_near_(only_near) {
        if (only_near) decisive_ = decisive_conditions(judge.rules(), judge.trace(), signal, 0);
    }
    [[nodiscard]] bool of(FieldId field) const {
        return (!only_near_ || may_be_near(judge_.schema(), field)) && influence_.of(field);
    }
    [[nodiscard]] bool of(SeriesId series) const {
        return (!only_near_ || may_be_near(judge_.rules(), judge_.trace(), decisive_, series)) && influence_.of(series);
    }
    // More events than one are never near.
    [[nodiscard]] bool of_more_events() const { return !only_near_; }

  private:
    const Judge& judge_;
    const Influence& influence_;
    bool only_near_;
    std::vector<trace::StepId> decisive_;
};

void search_fields(Judge& judge, const Worth& worth, const Thresholds& thresholds, const std::vector<Goal>& goals,
                   std::vector<Offer>& offers);
// false: there were more combinations of values than are tried.
[[nodiscard]] bool search_events(Judge& judge, const Worth& worth, const std::vector<Goal>& goals, Depth depth,
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
