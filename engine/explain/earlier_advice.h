// How the advice of a student relates to that of an earlier run: what is new, what stands since when, what has lapsed and why.
#pragma once

#include <string>
#include <vector>

#include "engine/base/date.h"

namespace wegwijzer::explain {

// One recommendation of the earlier run, by names: the rules may have been others.
struct EarlierAdvice {
    std::string intervention;
    std::string role;
    Date since;                          // the day of the first run that gave it, none in between without it
    std::vector<std::string> reasons;    // signals
    bool rests_on_confidential = false;  // also on a policy that not everybody may see
};

// What an earlier run gave the student; without advice also when the student was not in it.
struct EarlierStudent {
    Date day;
    std::vector<EarlierAdvice> advice;
};

}  // namespace wegwijzer::explain
