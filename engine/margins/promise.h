// What two changes at once promise: "motivatie 3 of hoger én behaald 20 EC of meer" says something of every value named.
#pragma once

#include "engine/margins/judge.h"

namespace wegwijzer::margins {

// Holds for all values that its parts name, in any combination, or is narrowed to the values themselves until it does. False:
// not even then. `thresholds` are those of the record as it is.
[[nodiscard]] bool keep_promise(const Judge& judge, const Goal& goal, const Thresholds& thresholds, PairOffer& pair);

}  // namespace wegwijzer::margins
