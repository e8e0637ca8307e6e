// The day on which the oldest event that counts leaves the window it counts in.
#pragma once

#include <cstddef>
#include <optional>

#include "engine/margins/distance.h"
#include "engine/records/cohort.h"

namespace wegwijzer::margins {

struct WindowExit {
    std::size_t events = 0;  // that count
    Date oldest;
    std::size_t leaving = 0;       // together with it: a week in the kalender leaves as a whole
    Date counts_through;           // the last day on which it counts
    std::optional<Date> turns_on;  // of a count: the first day with the other answer, when nothing comes in or changes
};

// Of what `asked` counts or averages `in de laatste ...`. std::nullopt where no event counts, no window moves along with the
// day, or more than the window hangs on the day (a filter or a length that reads the peildatum or events), and where the
// kalender ends before.
[[nodiscard]] std::optional<WindowExit> window_exit(const model::RuleSet& rules, const Cohort& cohort,
                                                    std::size_t student, Date reference_date, const trace::Trace& trace,
                                                    const trace::Step& step, const Asked& asked);

}  // namespace wegwijzer::margins
