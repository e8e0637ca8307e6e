// Who is seen in which week, given how many places each week has: earliest deadline first.
//
// A task takes one place. Appointments come first: they stand in their week, whatever else there is. Then, in order of
// deadline, each task takes the first week with a free place from the week in which it may begin. For tasks of one size
// that is known to keep every deadline when all can be kept, and else to make the largest lateness as small as can be
// (J.R. Jackson, "Scheduling a production line to minimize maximum tardiness", 1955; with first weeks: W.A. Horn, "Some simple
// scheduling algorithms", 1974). It does not make the number of late tasks smallest: that would leave those who are late
// already to wait for ever. What comes later in the order never moves what comes before it, so that leaving somebody
// out moves nobody whose deadline is earlier; only an appointment that is called off gives its place to whoever is first.
//
// Urgent tasks are never held up: in their first week, with or without a free place. They stand in the same order, so
// that one with a late deadline doesn't push out one with an earlier deadline.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/base/date.h"

namespace wegwijzer::agenda {

// Of one carrier in one week. `reserved` of `per_week` are for tasks without a signal alone; they may take the others too.
// At most `per_week`.
struct Places {
    std::int64_t per_week = 0;
    std::int64_t reserved = 0;
    friend bool operator==(const Places&, const Places&) = default;
};

// Who carries out: a person, or a role whose people are not told apart. One per week; none: not known, and as many places
// as it takes.
using Carrier = std::vector<std::optional<Places>>;

struct Task {
    std::size_t carrier = 0;
    std::size_t first_week = 0;              // in which it may be; past the last of the weeks: it gets none
    std::optional<std::size_t> appointment;  // the week it has been planned for; the same
    std::optional<Date> due;
    bool urgent = false;
    bool without_signal = false;
    int priority = 3;  // 1 first
    friend bool operator==(const Task&, const Task&) = default;
};

struct Week {
    Date monday;
    Date first_day;       // on which a task can be carried out in it
    bool is_open = true;  // a week without a working day holds appointments and urgent tasks only
    friend bool operator==(const Week&, const Week&) = default;
};

enum class Place : std::uint8_t {
    none,      // in no week
    free,      // one of those for everybody, or the number is not known
    reserved,  // one of the share for tasks without a signal
    on_top     // more than there are places: appointments and urgent tasks only
};
struct Placement {
    std::optional<std::size_t> week;
    Place place = Place::none;
    friend bool operator==(const Placement&, const Placement&) = default;
};

// One per task. Where deadline, urgency and priority are alike the order of `tasks` decides. Preconditions: carriers are in
// range and have an entry for every week; weeks follow each other.
[[nodiscard]] std::vector<Placement> schedule(std::span<const Task> tasks, std::span<const Carrier> carriers,
                                              std::span<const Week> weeks);

// The earliest deadline (none last), then urgent, then priority.
[[nodiscard]] bool precedes(const Task& left, const Task& right);

// The deadline lies before the first day on which it can be carried out in this week.
[[nodiscard]] bool is_late(const std::optional<Date>& due, const Week& week);

}  // namespace wegwijzer::agenda
