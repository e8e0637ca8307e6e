#include "engine/calendar/calendar.h"

#include <boost/test/unit_test.hpp>
#include <limits>

BOOST_AUTO_TEST_SUITE(calendar)

namespace {

using wegwijzer::Calendar;
using wegwijzer::Calendars;
using wegwijzer::Date;

Date day(std::string_view text) { return wegwijzer::parse_iso_date(text).value(); }
std::string shown(std::optional<Date> date) { return date ? to_iso(*date) : "none"; }

Calendar academic_year() {
    return {"studiejaar_2026",
            {day("2026-08-31"), day("2027-07-11")},
            {{"herfst", {day("2026-10-19"), day("2026-10-25")}},
             {"kerst", {day("2026-12-21"), day("2027-01-03")}},
             {"koningsdag", {day("2027-04-27"), day("2027-04-27")}}}};
}

}  // namespace

BOOST_AUTO_TEST_CASE(is_in_force_on_its_days_both_ends_included) {
    const Calendars calendars({academic_year(), {"later", {day("2027-08-30"), day("2028-07-09")}, {}}});
    BOOST_TEST(calendars.in_force(day("2026-08-31"))->name == "studiejaar_2026");
    BOOST_TEST(calendars.in_force(day("2027-07-11"))->name == "studiejaar_2026");
    BOOST_TEST(calendars.in_force(day("2027-08-30"))->name == "later");
    BOOST_TEST((calendars.in_force(day("2026-08-30")) == nullptr));
    BOOST_TEST((calendars.in_force(day("2027-07-12")) == nullptr));
    BOOST_TEST((Calendars().in_force(day("2026-10-01")) == nullptr));
}

BOOST_AUTO_TEST_CASE(working_days_skip_weekends_and_holidays) {
    const Calendars calendars({academic_year()});
    BOOST_TEST(calendars.is_working_day(day("2026-10-16")));
    BOOST_TEST(!calendars.is_working_day(day("2026-10-17")));
    BOOST_TEST(!calendars.is_working_day(day("2026-10-18")));
    BOOST_TEST(!calendars.is_working_day(day("2026-10-19")));
    BOOST_TEST(!calendars.is_working_day(day("2027-04-27")));
    BOOST_TEST(calendars.is_working_day(day("2027-04-28")));
    // No calendar holds it: it goes by its weekday.
    BOOST_TEST(calendars.is_working_day(day("2027-07-12")));
    BOOST_TEST(!calendars.is_working_day(day("2027-07-17")));
}

BOOST_AUTO_TEST_CASE(only_the_calendar_that_holds_a_day_covers_it) {
    Calendar year = academic_year();
    year.holidays.push_back({"zomer", {day("2027-07-05"), day("2027-08-29")}});
    const Calendars calendars({year});
    BOOST_TEST(!calendars.is_working_day(day("2027-07-09")));
    BOOST_TEST(calendars.is_working_day(day("2027-07-12")));
}

BOOST_AUTO_TEST_CASE(a_teaching_week_has_one_day_of_teaching) {
    Calendar year = academic_year();
    BOOST_TEST(Calendars::is_teaching_week(year, day("2026-10-12")));
    BOOST_TEST(!Calendars::is_teaching_week(year, day("2026-10-19")));
    BOOST_TEST(Calendars::is_teaching_week(year, day("2027-04-26")));  // one holiday in it
    BOOST_TEST(Calendars::is_teaching_week(year, day("2027-07-05")));
    BOOST_TEST(!Calendars::is_teaching_week(year, day("2027-07-12")));
    BOOST_TEST(!Calendars::is_teaching_week(year, day("2026-08-24")));
    // A calendar that begins on a Saturday has no teaching in that week; on a Friday it has.
    year.days.from = day("2026-09-05");
    BOOST_TEST(!Calendars::is_teaching_week(year, day("2026-08-31")));
    year.days.from = day("2026-09-04");
    BOOST_TEST(Calendars::is_teaching_week(year, day("2026-08-31")));
}

BOOST_AUTO_TEST_CASE(counts_working_days_from_the_day_after) {
    const Calendars calendars({academic_year()});
    BOOST_TEST(shown(calendars.add_working_days(day("2026-11-02"), 5)) == "2026-11-09");
    BOOST_TEST(shown(calendars.add_working_days(day("2026-11-02"), 10)) == "2026-11-16");
    BOOST_TEST(shown(calendars.add_working_days(day("2026-10-16"), 1)) == "2026-10-26");
    BOOST_TEST(shown(calendars.add_working_days(day("2026-11-07"), 1)) == "2026-11-09");
    BOOST_TEST(shown(calendars.add_working_days(day("2026-11-07"), 0)) == "2026-11-07");
    BOOST_TEST(shown(calendars.add_working_days(day("2026-11-07"), -1)) == "none");
    BOOST_TEST(shown(calendars.add_working_days(Date::latest(), 1)) == "none");
    BOOST_TEST(shown(calendars.add_working_days(day("2026-11-07"), std::numeric_limits<std::int64_t>::max())) ==
               "none");
}

BOOST_AUTO_TEST_CASE(counts_working_days_back_from_the_day_itself) {
    const Calendars calendars({academic_year()});
    BOOST_TEST(shown(calendars.nth_latest_working_day(day("2026-11-04"), 1)) == "2026-11-04");
    BOOST_TEST(shown(calendars.nth_latest_working_day(day("2026-11-01"), 1)) == "2026-10-30");
    BOOST_TEST(shown(calendars.nth_latest_working_day(day("2026-10-28"), 4)) == "2026-10-16");
    BOOST_TEST(shown(calendars.nth_latest_working_day(day("2026-10-28"), 0)) == "none");
    BOOST_TEST(shown(calendars.nth_latest_working_day(Date::earliest(), 1)) == "0001-01-01");
    BOOST_TEST(shown(calendars.nth_latest_working_day(Date::earliest(), 2)) == "none");
    BOOST_TEST(shown(calendars.nth_latest_working_day(Date::latest(), std::numeric_limits<std::int64_t>::max())) ==
               "none");
}

BOOST_AUTO_TEST_CASE(a_calendar_of_holidays_only_has_no_working_days) {
    const Calendars calendars(
        {{"leeg", {Date::earliest(), Date::latest()}, {{"altijd", {Date::earliest(), Date::latest()}}}}});
    BOOST_TEST(shown(calendars.add_working_days(day("2026-11-02"), 1)) == "none");
    BOOST_TEST(shown(calendars.nth_latest_working_day(day("2026-11-02"), 1)) == "none");
}

BOOST_AUTO_TEST_SUITE_END()
