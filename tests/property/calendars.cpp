// Every function of engine/calendar against the day-by-day reading of tests/support/brute_calendar.h, on random calendars.
#include <array>
#include <boost/test/unit_test.hpp>

#include "engine/calendar/period.h"
#include "tests/support/brute_calendar.h"
#include "tests/support/random.h"

BOOST_AUTO_TEST_SUITE(calendars_property)

namespace {

using namespace wegwijzer::test;  // NOLINT(google-build-using-namespace): the references under test
using wegwijzer::Calendar;
using wegwijzer::Calendars;
using wegwijzer::Date;
using wegwijzer::DateInterval;
using wegwijzer::Length;
using wegwijzer::LengthUnit;
using wegwijzer::PhaseSpan;

Date later(Date day, std::int64_t days) { return add_days(day, days).value(); }

// Up to three calendars one after the other, with gaps or without, each with holidays that may overlap, lie outside, or
// leave no day of teaching.
Calendars any_calendars(Random& random, Date from) {
    std::vector<Calendar> all;
    Date day = from;
    for (std::uint64_t left = random.below(4); left > 0; --left) {
        day = later(day, random.one_in(3) ? 0 : random.between(0, 40));
        const Date end = later(day, random.between(0, 150));
        Calendar calendar{"k", {day, end}, {}};
        for (std::uint64_t holidays = random.below(6); holidays > 0; --holidays) {
            const Date first = later(day, random.between(-10, 150));
            calendar.holidays.push_back({"v", {first, later(first, random.one_in(2) ? 0 : random.between(0, 20))}});
        }
        all.push_back(std::move(calendar));
        day = later(end, 1);
    }
    return Calendars(std::move(all));
}

std::string describe(const Calendars& calendars) {
    std::string text;
    for (const Calendar& calendar : calendars.all()) {
        text += "\nkalender " + to_iso(calendar.days.from) + " t/m " + to_iso(calendar.days.to);
        for (const auto& holiday : calendar.holidays) {
            text += "\n  vakantie " + to_iso(holiday.days.from) + " t/m " + to_iso(holiday.days.to);
        }
    }
    return text;
}

struct World {
    Random random;
    Date origin;
    Calendars calendars;
    Date reference_date;

    explicit World(std::uint64_t seed)
        : random(seed),
          origin(Date::from_days(static_cast<std::int32_t>(random.between(18'000, 22'000)))),
          calendars(any_calendars(random, origin)),
          reference_date(later(origin, random.between(-20, 300))) {}
};

// Holds `days` to the reference, day by day, well outside both ends. The first difference is reported.
template <class IsIn>
void check_days(const std::optional<DateInterval>& days, Date reference_date, IsIn is_in) {
    for (Date day = later(reference_date, -500); day <= later(reference_date, 30); day = later(day, 1)) {
        const std::optional<bool> expected = is_in(day);
        const std::optional<bool> actual = days ? std::optional(days->contains(day)) : std::nullopt;
        if (actual == expected) continue;
        const auto shown = [](std::optional<bool> value) { return !value ? "unknown" : *value ? "in" : "out"; };
        BOOST_ERROR(to_iso(day) << " is " << shown(actual) << ", should be " << shown(expected));
        return;
    }
    BOOST_TEST(true);
}

constexpr LengthUnit units[] = {LengthUnit::minutes,      LengthUnit::hours, LengthUnit::days,
                                LengthUnit::working_days, LengthUnit::weeks, LengthUnit::teaching_weeks,
                                LengthUnit::months,       LengthUnit::years};

Length any_length(Random& random) {
    const LengthUnit unit = units[random.below(std::size(units))];
    const std::int64_t most = unit == LengthUnit::years ? 1 : unit == LengthUnit::months ? 6 : 12;
    return {random.between(1, most), unit};
}

}  // namespace

BOOST_AUTO_TEST_CASE(working_days_and_teaching_weeks) {
    for (std::uint64_t seed = 1; seed <= rounds(150); ++seed) {
        const World world(seed);
        BOOST_TEST_CONTEXT("seed " << seed << describe(world.calendars)) {
            for (Date day = later(world.origin, -20); day < later(world.origin, 400); day = later(day, 1)) {
                BOOST_TEST_CONTEXT(to_iso(day)) {
                    BOOST_TEST(world.calendars.is_working_day(day) == brute_is_working_day(world.calendars, day));
                    BOOST_TEST((world.calendars.in_force(day) == brute_calendar_in_force(world.calendars, day)));
                    if (day != day.monday_of_week()) continue;
                    for (const Calendar& calendar : world.calendars.all()) {
                        BOOST_TEST(Calendars::is_teaching_week(calendar, day) ==
                                   brute_opens_teaching_week(calendar, day));
                    }
                }
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(the_last_days_and_those_before) {
    for (std::uint64_t seed = 1; seed <= rounds(300); ++seed) {
        World world(seed);
        const Length length = any_length(world.random);
        BOOST_TEST_CONTEXT("seed " << seed << ": " << to_iso(world.reference_date) << ", " << length.count
                                   << " of unit " << static_cast<int>(length.unit) << describe(world.calendars)) {
            BOOST_TEST_CONTEXT("in de laatste") {
                check_days(last(world.calendars, world.reference_date, length), world.reference_date, [&](Date day) {
                    return brute_is_in_last(world.calendars, world.reference_date, length, day);
                });
            }
            BOOST_TEST_CONTEXT("verandering") {
                check_days(last_before(world.calendars, world.reference_date, length), world.reference_date,
                           [&](Date day) {
                               return brute_is_in_last_before(world.calendars, world.reference_date, length, day);
                           });
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(the_two_parts_of_a_change_touch_and_do_not_overlap) {
    for (std::uint64_t seed = 1; seed <= rounds(500); ++seed) {
        World world(seed);
        const Length length = any_length(world.random);
        const auto later_part = last(world.calendars, world.reference_date, length);
        const auto earlier_part = last_before(world.calendars, world.reference_date, length);
        if (!earlier_part) continue;
        BOOST_TEST_CONTEXT("seed " << seed << ": " << to_iso(world.reference_date) << describe(world.calendars)) {
            BOOST_REQUIRE(later_part.has_value());
            BOOST_TEST(days_between(earlier_part->to, later_part->from) == 1);
            BOOST_TEST(!earlier_part->is_empty());
        }
    }
}

BOOST_AUTO_TEST_CASE(study_weeks_phases_and_the_academic_year) {
    using Kind = PhaseSpan::Kind;
    for (std::uint64_t seed = 1; seed <= rounds(300); ++seed) {
        World world(seed);
        Random& random = world.random;
        const Date reference_date = world.reference_date;
        std::optional<Date> start = later(world.origin, random.between(-30, 100));
        if (random.one_in(8)) start.reset();
        PhaseSpan phase;
        phase.kind =
            std::array{Kind::days, Kind::from_day, Kind::before_start, Kind::study_weeks, Kind::dates}[random.below(5)];
        phase.first = random.between(1, 30);
        phase.last = phase.first + random.between(0, 60);
        phase.dates = {later(world.origin, random.between(-50, 100)), later(world.origin, random.between(0, 250))};
        BOOST_TEST_CONTEXT("seed " << seed << ": " << to_iso(reference_date) << ", start "
                                   << (start ? to_iso(*start) : "unknown") << ", kind " << static_cast<int>(phase.kind)
                                   << ' ' << phase.first << ' ' << phase.last << describe(world.calendars)) {
            const auto in_phase = [&](Date day) { return brute_is_in_phase(phase, start, reference_date, day); };
            check_days(phase_days(phase, start, reference_date), reference_date, in_phase);
            for (const std::int64_t offset : {-400, -31, -1, 0, 1, 7, 99, 250}) {
                const Date day = later(world.origin, offset);
                BOOST_TEST((is_in_phase(phase, start, day) == brute_is_in_phase(phase, start, day, day)));
            }
            phase.kind = Kind::study_weeks;
            check_days(wegwijzer::study_weeks(start, phase.first, phase.last, reference_date), reference_date,
                       in_phase);
            phase = {Kind::from_day, 1, 0, {}};
            check_days(wegwijzer::since_start(start, reference_date), reference_date, in_phase);
            check_days(this_academic_year(world.calendars, reference_date), reference_date,
                       [&](Date day) { return brute_is_in_academic_year(world.calendars, reference_date, day); });
        }
    }
}

BOOST_AUTO_TEST_CASE(terms) {
    for (std::uint64_t seed = 1; seed <= rounds(2000); ++seed) {
        World world(seed);
        const Length length = any_length(world.random);
        const auto end = after(world.calendars, world.reference_date, length);
        BOOST_TEST_CONTEXT("seed " << seed << ": " << to_iso(world.reference_date) << ", " << length.count
                                   << " of unit " << static_cast<int>(length.unit) << describe(world.calendars)) {
            BOOST_TEST((end == brute_after(world.calendars, world.reference_date, length)));
            const std::int64_t count = length.count;
            const auto working_day = world.calendars.nth_latest_working_day(world.reference_date, count);
            BOOST_REQUIRE(working_day.has_value());
            // From just before that day, it takes N working days to reach the last one up to the peildatum.
            const auto latest = world.calendars.nth_latest_working_day(world.reference_date, 1);
            BOOST_TEST((world.calendars.add_working_days(later(*working_day, -1), count) == latest));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
