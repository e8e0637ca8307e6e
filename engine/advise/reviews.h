// The days on which a plan is reviewed: `bespreek elke D`, counted from its start (language.md section 5 and 11, "Plans").
#pragma once

#include <optional>
#include <vector>

#include "engine/base/date.h"
#include "engine/calendar/period.h"

namespace wegwijzer::advise {

// The first that lies after the reference date; none past the year 9999.
[[nodiscard]] std::optional<Date> next_review(const Calendars& calendars, Date start, Length every,
                                              Date reference_date);
// Those after the start, up to and including the reference date, in their order.
[[nodiscard]] std::vector<Date> reviews_until(const Calendars& calendars, Date start, Length every,
                                              Date reference_date);

}  // namespace wegwijzer::advise
