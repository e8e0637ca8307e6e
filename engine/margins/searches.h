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
void search_time(const Judge& judge, const std::vector<Goal>& goals, std::vector<Offer>& offers);

}  // namespace wegwijzer::margins
