// Numbers that a calendar or a count can hold. Larger ones are refused where they are written, so that no later
// calculation with days can overflow.
#pragma once

#include <cstdint>

namespace wegwijzer::checking {

inline constexpr std::int64_t most_days = 3'652'059;       // the days of the years 1 to 9999
inline constexpr std::int64_t most_counted = 999'999'999;  // events, points, parts of a list

}  // namespace wegwijzer::checking
