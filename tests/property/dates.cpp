// Dates against a walk over every day of the years 1 to 9999.
#include <array>
#include <boost/test/unit_test.hpp>

#include "engine/base/date.h"
#include "tests/support/random.h"

BOOST_AUTO_TEST_SUITE(dates_property)

namespace {

using wegwijzer::Date;
using wegwijzer::test::Random;
using wegwijzer::test::rounds;

// A calendar that only knows how to go to the next day.
struct Walker {
    int year = 1;
    int month = 1;
    int day = 1;
    int weekday = 0;  // 1 January of the year 1 is a Monday

    [[nodiscard]] int days_in_month() const {
        static constexpr std::array<int, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        return lengths[static_cast<std::size_t>(month - 1)] + (month == 2 && is_leap ? 1 : 0);
    }
    void next() {
        weekday = (weekday + 1) % 7;
        if (++day <= days_in_month()) return;
        day = 1;
        if (++month <= 12) return;
        month = 1;
        ++year;
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(every_day_there_is) {
    Walker walker;
    std::int64_t wrong = 0;
    std::int32_t days = Date::earliest().days();
    for (; walker.year <= 9999; ++days, walker.next()) {
        const Date date = Date::from_days(days);
        const Date::Calendar calendar = date.calendar();
        const bool is_right = calendar.year == walker.year && calendar.month == walker.month &&
                              calendar.day == walker.day &&
                              Date::from_calendar(walker.year, walker.month, walker.day) == date &&
                              static_cast<int>(date.weekday()) == walker.weekday &&
                              days_between(date.monday_of_week(), date) == walker.weekday;
        const bool is_last = walker.day == walker.days_in_month();
        const bool ends_right = !is_last || !Date::from_calendar(walker.year, walker.month, walker.day + 1).has_value();
        if ((!is_right || !ends_right) && ++wrong < 5) BOOST_ERROR("wrong on " << to_iso(date));
    }
    BOOST_TEST(wrong == 0);
    BOOST_TEST(days - 1 == Date::latest().days());
}

BOOST_AUTO_TEST_CASE(texts_are_read_back) {
    for (std::uint64_t seed = 1; seed <= rounds(5000); ++seed) {
        Random random(seed);
        const Date date =
            Date::from_days(static_cast<std::int32_t>(random.between(Date::earliest().days(), Date::latest().days())));
        BOOST_TEST_CONTEXT("seed " << seed) { BOOST_TEST((wegwijzer::parse_iso_date(to_iso(date)) == date)); }
    }
}

BOOST_AUTO_TEST_CASE(months_keep_the_day_or_clamp_it) {
    for (std::uint64_t seed = 1; seed <= rounds(5000); ++seed) {
        Random random(seed);
        const Date date = Date::from_days(static_cast<std::int32_t>(random.between(-200'000, 200'000)));
        const std::int64_t months = random.between(-2000, 2000);
        const auto moved = add_months(date, months);
        BOOST_TEST_CONTEXT("seed " << seed << ": " << to_iso(date) << " and " << months << " months") {
            BOOST_REQUIRE(moved.has_value());
            const Date::Calendar from = date.calendar();
            const Date::Calendar to = moved->calendar();
            BOOST_TEST((to.year * 12 + to.month) - (from.year * 12 + from.month) == months);
            BOOST_TEST(to.day <= from.day);
            if (to.day < from.day) BOOST_TEST(!Date::from_calendar(to.year, to.month, to.day + 1).has_value());
        }
    }
}

BOOST_AUTO_TEST_CASE(days_go_forth_and_back) {
    for (std::uint64_t seed = 1; seed <= rounds(5000); ++seed) {
        Random random(seed);
        const Date date =
            Date::from_days(static_cast<std::int32_t>(random.between(Date::earliest().days(), Date::latest().days())));
        const std::int64_t days = random.one_in(2) ? random.any_size() : random.between(-4'000'000, 4'000'000);
        const auto moved = add_days(date, days);
        BOOST_TEST_CONTEXT("seed " << seed << ": " << to_iso(date) << " and " << days << " days") {
            const bool stays =
                days >= days_between(date, Date::earliest()) && days <= days_between(date, Date::latest());
            BOOST_TEST(moved.has_value() == stays);
            if (moved) BOOST_TEST(days_between(date, *moved) == days);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
