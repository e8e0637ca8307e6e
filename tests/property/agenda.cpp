// The schedule of an agenda against all schedules there are, on small cases.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <vector>

#include "engine/agenda/schedule.h"
#include "tests/support/random.h"

namespace wegwijzer::test {
BOOST_AUTO_TEST_SUITE(agenda_laws)

namespace {

using agenda::Carrier;
using agenda::Place;
using agenda::Placement;
using agenda::Task;
using agenda::Week;

const Date first_monday = *parse_iso_date("2026-11-16");
Date day_of_agenda(std::int64_t days) { return Date::from_days(first_monday.days() + static_cast<std::int32_t>(days)); }

struct SmallAgenda {
    std::vector<Carrier> carriers;
    std::vector<Task> tasks;
    std::vector<Week> weeks;

    [[nodiscard]] std::vector<Placement> schedule() const { return agenda::schedule(tasks, carriers, weeks); }
};

struct Kinds {
    bool urgent = false;
    bool reserved = false;
};

SmallAgenda draw_agenda(Random& random, Kinds kinds, std::size_t most_weeks = 5) {
    SmallAgenda it;
    const auto weeks = static_cast<std::size_t>(random.between(1, static_cast<std::int64_t>(most_weeks)));
    for (std::size_t week = 0; week < weeks; ++week) {
        const Date monday = day_of_agenda(static_cast<std::int64_t>(7 * week));
        const std::int32_t free_days = random.one_in(5) ? 1 : 0;  // a holiday, or a reference date behind Monday
        it.weeks.push_back({monday, Date::from_days(monday.days() + free_days), !random.one_in(7)});
    }
    const auto carriers = static_cast<std::size_t>(random.between(1, 2));
    for (std::size_t i = 0; i < carriers; ++i) {
        Carrier& carrier = it.carriers.emplace_back();
        const bool is_known = !random.one_in(10);
        for (std::size_t week = 0; week < weeks; ++week) {
            agenda::Places places{random.between(0, 2), 0};
            if (kinds.reserved && places.per_week > 0) places.reserved = random.between(0, places.per_week);
            carrier.push_back(is_known ? std::optional(places) : std::nullopt);
        }
    }
    const auto tasks = random.between(0, 6);
    for (std::int64_t i = 0; i < tasks; ++i) {
        Task& task = it.tasks.emplace_back();
        task.carrier = static_cast<std::size_t>(random.below(carriers));
        task.first_week = random.one_in(2) ? 0 : static_cast<std::size_t>(random.between(0, 3));
        if (random.one_in(8)) task.appointment = static_cast<std::size_t>(random.between(0, 5));
        if (!random.one_in(6)) task.due = day_of_agenda(random.between(-10, 30));
        task.urgent = kinds.urgent && random.one_in(5);
        task.without_signal = kinds.reserved && random.one_in(2);
        task.priority = static_cast<int>(random.between(1, 5));
    }
    return it;
}

// ---- the rules of a schedule, said the long way ---------------------------------------------------------------------

using Choice = std::vector<std::size_t>;  // a week per task; the number of weeks: none

// What is asked for finds a place in its week beside the appointments: reserved ones for who may have them, then the others.
bool fits(const SmallAgenda& it, const Choice& weeks) {
    for (std::size_t carrier = 0; carrier < it.carriers.size(); ++carrier) {
        for (std::size_t week = 0; week < it.weeks.size(); ++week) {
            std::int64_t count[2][2] = {};  // by whether it is an appointment, and without a signal
            for (std::size_t i = 0; i < it.tasks.size(); ++i) {
                const Task& task = it.tasks[i];
                if (task.carrier == carrier && weeks[i] == week) {
                    ++count[task.appointment ? 1 : 0][task.without_signal ? 1 : 0];
                }
            }
            const std::int64_t asked = count[0][0] + count[0][1];
            if (asked > 0 && !it.weeks[week].is_open) return false;
            const std::optional<agenda::Places>& places = it.carriers[carrier][week];
            if (!places) continue;
            const std::int64_t in_reserved = std::min(count[1][1], places->reserved);
            const std::int64_t in_open = count[1][0] + count[1][1] - in_reserved;
            const std::int64_t open = std::max<std::int64_t>(places->per_week - places->reserved - in_open, 0);
            if (count[0][0] > open || asked > open + places->reserved - in_reserved) return false;
        }
    }
    return true;
}

// How many weeks the task is later than its deadline allows; at most 0: it is in time. Who gets no place is later than all.
std::int64_t lateness(const SmallAgenda& it, std::size_t task, std::size_t week) {
    const std::optional<Date>& due = it.tasks[task].due;
    if (!due) return -1000;
    std::int64_t last = -1;  // the last week in which it is in time
    for (std::size_t i = 0; i < it.weeks.size(); ++i) {
        if (!(*due < it.weeks[i].first_day)) last = static_cast<std::int64_t>(i);
    }
    if (last < 0) last = (*due < first_monday ? days_between(first_monday, due->monday_of_week()) / 7 : -1);
    return static_cast<std::int64_t>(week) - last;
}

struct Worth {
    std::int64_t largest_lateness = -1000;
    std::size_t late = 0;
    std::size_t without_place = 0;
};

Worth worth_of(const SmallAgenda& it, const Choice& weeks) {
    Worth worth;
    for (std::size_t i = 0; i < weeks.size(); ++i) {
        if (weeks[i] == it.weeks.size()) ++worth.without_place;
        if (it.tasks[i].appointment) continue;
        const std::int64_t by = lateness(it, i, weeks[i]);
        worth.largest_lateness = std::max(worth.largest_lateness, by);
        if (by > 0) ++worth.late;
    }
    return worth;
}

Choice choice_of(const SmallAgenda& it, const std::vector<Placement>& placements) {
    Choice choice;
    for (const Placement& one : placements) choice.push_back(one.week.value_or(it.weeks.size()));
    return choice;
}

// The best of all schedules, in each of the three ways by itself.
void try_all(const SmallAgenda& it, Choice& weeks, std::size_t next, Worth& best) {
    if (next == it.tasks.size()) {
        if (!fits(it, weeks)) return;
        const Worth worth = worth_of(it, weeks);
        best.largest_lateness = std::min(best.largest_lateness, worth.largest_lateness);
        best.late = std::min(best.late, worth.late);
        best.without_place = std::min(best.without_place, worth.without_place);
        return;
    }
    const Task& task = it.tasks[next];
    const auto go_on = [&](std::size_t week) {
        weeks[next] = week;
        try_all(it, weeks, next + 1, best);
    };
    if (task.appointment) return go_on(std::min(*task.appointment, it.weeks.size()));
    for (std::size_t week = std::min(task.first_week, it.weeks.size()); week <= it.weeks.size(); ++week) go_on(week);
}

Worth best_of_all(const SmallAgenda& it) {
    Worth best{1000, it.tasks.size(), it.tasks.size()};
    Choice weeks(it.tasks.size());
    try_all(it, weeks, 0, best);
    return best;
}

std::uint64_t small_rounds() { return rounds(under_sanitizers ? 30 : 300); }

}  // namespace

// Without a reserved share: no schedule has a smaller largest lateness, none gives more tasks a place, and where one keeps every
// deadline this one does. The number that is late can be larger than it has to be: said, and bounded.
BOOST_AUTO_TEST_CASE(no_schedule_is_less_late) {
    std::size_t overloaded = 0;
    std::size_t late = 0;
    std::size_t least_late = 0;
    const std::uint64_t first = first_seed();
    for (std::uint64_t seed = first; seed < first + small_rounds(); ++seed) {
        Random random(seed);
        const SmallAgenda it = draw_agenda(random, {});
        const Choice choice = choice_of(it, it.schedule());
        const Worth worth = worth_of(it, choice);
        const Worth best = best_of_all(it);
        BOOST_TEST_CONTEXT("WEGWIJZER_SEED=" << seed) {
            BOOST_TEST(fits(it, choice));
            BOOST_TEST(worth.largest_lateness == best.largest_lateness);
            BOOST_TEST(worth.without_place == best.without_place);
            if (best.late == 0) BOOST_TEST(worth.late == 0U);
        }
        if (best.late == 0) continue;
        ++overloaded;
        late += worth.late;
        least_late += best.late;
    }
    BOOST_TEST_MESSAGE(overloaded << " cases in which some deadline can't be kept: " << late << " late, at least "
                                  << least_late);
    BOOST_TEST(overloaded > small_rounds() / 10);
    BOOST_TEST(late < least_late * 3 / 2);
}

// With a reserved share no order that keeps earlier deadlines in their place can keep every deadline that can be kept: how often
// this one misses one is counted.
BOOST_AUTO_TEST_CASE(a_reserved_share_seldom_costs_a_deadline) {
    std::size_t can_be_kept = 0;
    std::size_t kept = 0;
    std::size_t used = 0;
    const std::uint64_t first = first_seed();
    for (std::uint64_t seed = first; seed < first + small_rounds(); ++seed) {
        Random random(seed);
        const SmallAgenda it = draw_agenda(random, {.urgent = false, .reserved = true});
        const std::vector<Placement> placements = it.schedule();
        const Choice choice = choice_of(it, placements);
        BOOST_TEST_CONTEXT("WEGWIJZER_SEED=" << seed) { BOOST_TEST(fits(it, choice)); }
        used += static_cast<std::size_t>(std::ranges::count(placements, Place::reserved, &Placement::place));
        if (best_of_all(it).late > 0) continue;
        ++can_be_kept;
        if (worth_of(it, choice).late == 0) ++kept;
    }
    BOOST_TEST_MESSAGE("of " << can_be_kept << " cases with a reserved share in which every deadline can be kept, "
                             << kept << " keep them");
    BOOST_TEST(used > small_rounds() / 4);
    BOOST_TEST(kept * 20 >= can_be_kept * 19);
}

BOOST_AUTO_TEST_CASE(what_is_urgent_never_waits_and_nothing_else_goes_past_the_places) {
    std::size_t on_top = 0;
    const std::uint64_t first = first_seed();
    for (std::uint64_t seed = first; seed < first + rounds(2000); ++seed) {
        Random random(seed);
        const SmallAgenda it = draw_agenda(random, {.urgent = true, .reserved = true});
        const std::vector<Placement> placements = it.schedule();
        BOOST_TEST_CONTEXT("WEGWIJZER_SEED=" << seed) {
            for (std::size_t i = 0; i < it.tasks.size(); ++i) {
                const Task& task = it.tasks[i];
                const Placement& placed = placements[i];
                const std::size_t fixed = task.appointment.value_or(task.first_week);
                if ((task.urgent || task.appointment) && fixed < it.weeks.size()) BOOST_TEST((placed.week == fixed));
                if (placed.week && !task.appointment) BOOST_TEST(*placed.week >= task.first_week);
                BOOST_TEST((placed.place == Place::none) == !placed.week.has_value());
                if (placed.place == Place::on_top) {
                    ++on_top;
                    BOOST_TEST((task.urgent || task.appointment));
                }
                if (placed.place == Place::reserved) BOOST_TEST(task.without_signal);
            }
            for (std::size_t carrier = 0; carrier < it.carriers.size(); ++carrier) {
                for (std::size_t week = 0; week < it.weeks.size(); ++week) {
                    const auto taken = [&](Place place) {
                        std::int64_t count = 0;
                        for (std::size_t i = 0; i < it.tasks.size(); ++i) {
                            const bool is_here = it.tasks[i].carrier == carrier && placements[i].week == week;
                            count += is_here && placements[i].place == place ? 1 : 0;
                        }
                        return count;
                    };
                    const std::optional<agenda::Places>& places = it.carriers[carrier][week];
                    if (!places) continue;
                    BOOST_TEST(taken(Place::free) <= places->per_week - places->reserved);
                    BOOST_TEST(taken(Place::reserved) <= places->reserved);
                    // On top only where there is no place left.
                    if (taken(Place::on_top) > 0) BOOST_TEST(taken(Place::free) == places->per_week - places->reserved);
                }
            }
        }
    }
    BOOST_TEST(on_top > 0U);
}

// Leaving out one moves nobody before it in the order, and so nobody whose deadline is earlier; an appointment that is called
// off gives its place to whoever is first.
BOOST_AUTO_TEST_CASE(leaving_one_out_moves_nobody_whose_deadline_is_earlier) {
    std::size_t moved = 0;
    std::size_t moved_by_appointments = 0;
    const std::uint64_t first = first_seed();
    for (std::uint64_t seed = first; seed < first + rounds(4000); ++seed) {
        Random random(seed);
        const SmallAgenda it = draw_agenda(random, {.urgent = true, .reserved = true});
        if (it.tasks.empty()) continue;
        const std::vector<Placement> before = it.schedule();
        const auto out = static_cast<std::size_t>(random.below(it.tasks.size()));
        const Task& left_out = it.tasks[out];
        SmallAgenda without = it;
        without.tasks.erase(without.tasks.begin() + static_cast<std::ptrdiff_t>(out));
        const std::vector<Placement> after = without.schedule();
        BOOST_TEST_CONTEXT("WEGWIJZER_SEED=" << seed) {
            for (std::size_t i = 0; i < without.tasks.size(); ++i) {
                const Task& task = without.tasks[i];
                const bool has_moved = before[i < out ? i : i + 1].week != after[i].week;
                if (!has_moved) continue;
                ++moved;
                moved_by_appointments += left_out.appointment ? 1 : 0;
                BOOST_TEST(!task.appointment.has_value());
                BOOST_TEST(!task.urgent);
                BOOST_TEST((left_out.appointment.has_value() || !agenda::precedes(task, left_out)),
                           "somebody before it moved");
                const bool is_earlier = task.due && (!left_out.due || *task.due < *left_out.due);
                BOOST_TEST((left_out.appointment.has_value() || !is_earlier), "an earlier deadline moved");
            }
        }
    }
    BOOST_TEST(moved > moved_by_appointments);
    BOOST_TEST(moved_by_appointments > 0U);
}

// Who gets no place would find none in any week, as the others stand.
BOOST_AUTO_TEST_CASE(who_waits_waits_for_a_reason) {
    std::size_t waiting = 0;
    const std::uint64_t first = first_seed();
    for (std::uint64_t seed = first; seed < first + rounds(4000); ++seed) {
        Random random(seed);
        const SmallAgenda it = draw_agenda(random, {.urgent = true, .reserved = true}, 3);
        const std::vector<Placement> placements = it.schedule();
        BOOST_TEST_CONTEXT("WEGWIJZER_SEED=" << seed) {
            for (std::size_t i = 0; i < it.tasks.size(); ++i) {
                const Task& task = it.tasks[i];
                if (placements[i].week || task.appointment) continue;
                if (task.first_week < it.weeks.size()) ++waiting;
                for (std::size_t week = task.first_week; week < it.weeks.size(); ++week) {
                    if (!it.weeks[week].is_open) continue;
                    const std::optional<agenda::Places>& places = it.carriers[task.carrier][week];
                    BOOST_TEST_REQUIRE(places.has_value());
                    std::int64_t free = 0;
                    std::int64_t reserved = 0;
                    for (std::size_t j = 0; j < it.tasks.size(); ++j) {
                        if (it.tasks[j].carrier != task.carrier || placements[j].week != week) continue;
                        free += placements[j].place == Place::free ? 1 : 0;
                        reserved += placements[j].place == Place::reserved ? 1 : 0;
                    }
                    BOOST_TEST(free == places->per_week - places->reserved);
                    if (task.without_signal) BOOST_TEST(reserved == places->reserved);
                }
            }
        }
    }
    BOOST_TEST(waiting > 0U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
