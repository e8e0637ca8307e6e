// The rows of language.md sections 4, 10 and 11 about days.
#include "engine/calendar/period.h"

#include <boost/test/unit_test.hpp>
#include <limits>

BOOST_AUTO_TEST_SUITE(period)

namespace {

using wegwijzer::Calendar;
using wegwijzer::Calendars;
using wegwijzer::Date;
using wegwijzer::DateInterval;
using wegwijzer::LengthUnit;
using wegwijzer::PhaseSpan;

Date day(std::string_view text) { return wegwijzer::parse_iso_date(text).value(); }
std::string shown(std::optional<Date> date) { return date ? to_iso(*date) : "none"; }
std::string shown(std::optional<DateInterval> days) {
    if (!days) return "unknown";
    return days->is_empty() ? "empty" : to_iso(days->from) + " " + to_iso(days->to);
}

Calendar academic_year() {
    return {"studiejaar_2026",
            {day("2026-08-31"), day("2027-07-11")},
            {{"herfst", {day("2026-10-19"), day("2026-10-25")}},
             {"kerst", {day("2026-12-21"), day("2027-01-03")}},
             {"koningsdag", {day("2027-04-27"), day("2027-04-27")}}}};
}

const Calendars& calendars() {
    static const Calendars all({academic_year()});
    return all;
}

std::string last(std::string_view reference_date, std::int64_t count, LengthUnit unit) {
    return shown(wegwijzer::last(calendars(), day(reference_date), {count, unit}));
}
std::string before(std::string_view reference_date, std::int64_t count, LengthUnit unit) {
    return shown(wegwijzer::last_before(calendars(), day(reference_date), {count, unit}));
}
std::string term(std::string_view from, std::int64_t count, LengthUnit unit) {
    return shown(wegwijzer::after(calendars(), day(from), {count, unit}));
}
std::string phase(const PhaseSpan& span, std::optional<Date> start, std::string_view reference_date) {
    return shown(wegwijzer::phase_days(span, start, day(reference_date)));
}

constexpr std::int64_t huge = std::numeric_limits<std::int64_t>::max();

}  // namespace

BOOST_AUTO_TEST_CASE(last_days_and_weeks) {
    BOOST_TEST(last("2026-10-10", 1, LengthUnit::days) == "2026-10-10 2026-10-10");
    BOOST_TEST(last("2026-10-10", 14, LengthUnit::days) == "2026-09-27 2026-10-10");
    BOOST_TEST(last("2026-10-10", 2, LengthUnit::weeks) == "2026-09-27 2026-10-10");
    BOOST_TEST(last("2026-10-10", 0, LengthUnit::days) == "empty");
}

BOOST_AUTO_TEST_CASE(last_months_are_clamped) {
    BOOST_TEST(last("2026-03-31", 1, LengthUnit::months) == "2026-03-01 2026-03-31");
    BOOST_TEST(last("2028-03-31", 1, LengthUnit::months) == "2028-03-01 2028-03-31");
    BOOST_TEST(last("2026-03-30", 1, LengthUnit::months) == "2026-03-01 2026-03-30");
    BOOST_TEST(last("2026-10-10", 3, LengthUnit::months) == "2026-07-11 2026-10-10");
    BOOST_TEST(last("2028-02-29", 1, LengthUnit::years) == "2027-03-01 2028-02-29");
}

BOOST_AUTO_TEST_CASE(last_teaching_weeks_skip_a_holiday) {
    // Section 10, row 5.
    BOOST_TEST(last("2026-10-28", 2, LengthUnit::teaching_weeks) == "2026-10-12 2026-10-28");
    BOOST_TEST(last("2026-10-21", 1, LengthUnit::teaching_weeks) == "2026-10-12 2026-10-21");
    BOOST_TEST(last("2026-10-28", 1, LengthUnit::teaching_weeks) == "2026-10-26 2026-10-28");
    BOOST_TEST(last("2026-11-01", 1, LengthUnit::teaching_weeks) == "2026-10-26 2026-11-01");
}

BOOST_AUTO_TEST_CASE(fewer_teaching_weeks_reach_to_the_first_day_of_the_calendar) {
    BOOST_TEST(last("2026-09-10", 2, LengthUnit::teaching_weeks) == "2026-08-31 2026-09-10");
    BOOST_TEST(last("2026-09-10", 3, LengthUnit::teaching_weeks) == "2026-08-31 2026-09-10");
    BOOST_TEST(last("2026-09-10", huge, LengthUnit::teaching_weeks) == "2026-08-31 2026-09-10");
    BOOST_TEST(last("2026-08-30", 1, LengthUnit::teaching_weeks) == "unknown");
    BOOST_TEST(last("2027-07-12", 1, LengthUnit::teaching_weeks) == "unknown");
    // A calendar that begins on a Wednesday: its first teaching week begins on the Monday before.
    Calendar year = academic_year();
    year.days.from = day("2026-09-02");
    const Calendars wednesday({year});
    const auto weeks = [&](std::int64_t count) {
        return shown(wegwijzer::last(wednesday, day("2026-09-10"), {count, LengthUnit::teaching_weeks}));
    };
    BOOST_TEST(weeks(2) == "2026-08-31 2026-09-10");
    BOOST_TEST(weeks(3) == "2026-09-02 2026-09-10");
}

BOOST_AUTO_TEST_CASE(last_working_days) {
    BOOST_TEST(last("2026-10-28", 3, LengthUnit::working_days) == "2026-10-26 2026-10-28");
    BOOST_TEST(last("2026-10-28", 4, LengthUnit::working_days) == "2026-10-16 2026-10-28");
    BOOST_TEST(last("2026-10-25", 1, LengthUnit::working_days) == "2026-10-16 2026-10-25");
    BOOST_TEST(last("2026-08-31", 2, LengthUnit::working_days) == "2026-08-28 2026-08-31");
    BOOST_TEST(last("2026-08-31", huge, LengthUnit::working_days) == "0001-01-01 2026-08-31");
}

BOOST_AUTO_TEST_CASE(times_of_day_are_no_periods) {
    BOOST_TEST(last("2026-10-28", 30, LengthUnit::minutes) == "unknown");
    BOOST_TEST(last("2026-10-28", 3, LengthUnit::hours) == "unknown");
    BOOST_TEST(before("2026-10-28", 3, LengthUnit::hours) == "unknown");
}

BOOST_AUTO_TEST_CASE(a_huge_length_reaches_back_to_the_first_day) {
    for (const LengthUnit unit : {LengthUnit::days, LengthUnit::weeks, LengthUnit::months, LengthUnit::years}) {
        BOOST_TEST(last("2026-10-28", huge, unit) == "0001-01-01 2026-10-28");
        BOOST_TEST(before("2026-10-28", huge, unit) == "empty");
        BOOST_TEST(last("2026-10-28", -huge, unit) == "empty");
        BOOST_TEST(before("2026-10-28", -huge, unit) == "empty");
    }
    BOOST_TEST(before("2026-10-28", huge, LengthUnit::working_days) == "empty");
    BOOST_TEST(before("2026-10-28", huge, LengthUnit::teaching_weeks) == "unknown");
}

BOOST_AUTO_TEST_CASE(the_earlier_part_of_a_change) {
    BOOST_TEST(before("2026-10-10", 2, LengthUnit::weeks) == "2026-09-13 2026-09-26");
    BOOST_TEST(before("2026-10-10", 10, LengthUnit::days) == "2026-09-21 2026-09-30");
    // P - 2N < date <= P - N, each counted from P: 31 May, 30 April, 31 March.
    BOOST_TEST(before("2026-05-31", 1, LengthUnit::months) == "2026-04-01 2026-04-30");
    BOOST_TEST(before("2026-10-10", 1, LengthUnit::years) == "2024-10-11 2025-10-10");
    // The teaching weeks before, up to the day before the later part (section 11).
    BOOST_TEST(before("2026-10-28", 1, LengthUnit::teaching_weeks) == "2026-10-12 2026-10-25");
    BOOST_TEST(before("2026-10-28", 2, LengthUnit::teaching_weeks) == "2026-09-28 2026-10-11");
    BOOST_TEST(before("2026-10-28", 4, LengthUnit::teaching_weeks) == "2026-08-31 2026-09-27");
    // Working days go by their weekday before the calendar.
    BOOST_TEST(before("2026-10-28", 3, LengthUnit::working_days) == "2026-10-14 2026-10-25");
    BOOST_TEST(before("2026-09-02", 3, LengthUnit::working_days) == "2026-08-26 2026-08-30");
}

BOOST_AUTO_TEST_CASE(an_earlier_part_that_is_not_all_in_the_calendar_is_unknown) {
    // Eight teaching weeks so far: 31 August .. 12 October and 26 October.
    BOOST_TEST(before("2026-10-28", 4, LengthUnit::teaching_weeks) == "2026-08-31 2026-09-27");
    BOOST_TEST(before("2026-10-28", 5, LengthUnit::teaching_weeks) == "unknown");
    BOOST_TEST(before("2026-10-28", 9, LengthUnit::teaching_weeks) == "unknown");
    BOOST_TEST(before("2026-08-01", 1, LengthUnit::teaching_weeks) == "unknown");
}

BOOST_AUTO_TEST_CASE(periods_from_the_start) {
    using wegwijzer::since_start;
    using wegwijzer::study_weeks;
    const Date start = day("2026-08-31");
    const Date reference_date = day("2026-10-10");
    BOOST_TEST(shown(since_start(start, reference_date)) == "2026-08-31 2026-10-10");
    BOOST_TEST(shown(since_start(day("2026-10-11"), reference_date)) == "empty");
    BOOST_TEST(shown(since_start(std::nullopt, reference_date)) == "unknown");
    BOOST_TEST(shown(study_weeks(start, 2, 3, reference_date)) == "2026-09-07 2026-09-20");
    BOOST_TEST(shown(study_weeks(start, 1, 1, reference_date)) == "2026-08-31 2026-09-06");
    BOOST_TEST(shown(study_weeks(start, 6, 9, reference_date)) == "2026-10-05 2026-10-10");
    BOOST_TEST(shown(study_weeks(start, 7, 9, reference_date)) == "empty");
    BOOST_TEST(shown(study_weeks(start, 3, 2, reference_date)) == "empty");
    BOOST_TEST(shown(study_weeks(start, 1, huge, reference_date)) == "2026-08-31 2026-10-10");
    BOOST_TEST(shown(study_weeks(start, huge, huge, reference_date)) == "empty");
    BOOST_TEST(shown(study_weeks(start, -huge, huge, reference_date)).ends_with(" 2026-10-10"));
    BOOST_TEST(shown(study_weeks(std::nullopt, 1, 2, reference_date)) == "unknown");
}

BOOST_AUTO_TEST_CASE(the_academic_year) {
    using wegwijzer::this_academic_year;
    BOOST_TEST(shown(this_academic_year(calendars(), day("2026-10-10"))) == "2026-08-31 2026-10-10");
    BOOST_TEST(shown(this_academic_year(calendars(), day("2027-07-12"))) == "unknown");
    BOOST_TEST(shown(this_academic_year(Calendars(), day("2026-10-10"))) == "unknown");
}

BOOST_AUTO_TEST_CASE(phases) {
    const Date start = day("2026-08-31");
    const PhaseSpan first_100_days{PhaseSpan::Kind::days, 1, 100, {}};
    BOOST_TEST(phase(first_100_days, start, "2027-03-01") == "2026-08-31 2026-12-08");
    BOOST_TEST(phase(first_100_days, start, "2026-09-02") == "2026-08-31 2026-09-02");
    BOOST_TEST(phase(first_100_days, start, "2026-08-30") == "empty");
    BOOST_TEST(phase(first_100_days, std::nullopt, "2026-09-02") == "unknown");
    BOOST_TEST(phase({PhaseSpan::Kind::from_day, 101, 0, {}}, start, "2027-03-01") == "2026-12-09 2027-03-01");
    BOOST_TEST(phase({PhaseSpan::Kind::before_start, 0, 0, {}}, start, "2027-03-01") == "0001-01-01 2026-08-30");
    BOOST_TEST(phase({PhaseSpan::Kind::before_start, 0, 0, {}}, start, "2026-06-01") == "0001-01-01 2026-06-01");
    BOOST_TEST(phase({PhaseSpan::Kind::study_weeks, 2, 3, {}}, start, "2027-03-01") == "2026-09-07 2026-09-20");
    const PhaseSpan autumn{PhaseSpan::Kind::dates, 0, 0, {day("2026-09-01"), day("2026-11-30")}};
    BOOST_TEST(phase(autumn, std::nullopt, "2026-10-01") == "2026-09-01 2026-10-01");
    BOOST_TEST(phase(autumn, start, "2027-10-01") == "2026-09-01 2026-11-30");
}

BOOST_AUTO_TEST_CASE(a_day_is_in_a_phase_or_not_or_that_is_unknown) {
    using wegwijzer::is_in_phase;
    const Date start = day("2026-08-31");
    const PhaseSpan first_100_days{PhaseSpan::Kind::days, 1, 100, {}};
    BOOST_TEST((is_in_phase(first_100_days, start, day("2026-12-08")) == true));
    BOOST_TEST((is_in_phase(first_100_days, start, day("2026-12-09")) == false));
    BOOST_TEST((is_in_phase(first_100_days, start, day("2026-08-30")) == false));
    BOOST_TEST(!is_in_phase(first_100_days, std::nullopt, day("2026-12-08")).has_value());
    const PhaseSpan autumn{PhaseSpan::Kind::dates, 0, 0, {day("2026-09-01"), day("2026-11-30")}};
    BOOST_TEST((is_in_phase(autumn, std::nullopt, day("2026-11-30")) == true));
    BOOST_TEST((is_in_phase(autumn, std::nullopt, day("2026-12-01")) == false));
}

BOOST_AUTO_TEST_CASE(terms) {
    BOOST_TEST(term("2026-10-01", 10, LengthUnit::days) == "2026-10-11");
    BOOST_TEST(term("2026-10-01", 2, LengthUnit::weeks) == "2026-10-15");
    BOOST_TEST(term("2026-01-31", 1, LengthUnit::months) == "2026-02-28");
    BOOST_TEST(term("2028-02-29", 1, LengthUnit::years) == "2029-02-28");
    BOOST_TEST(term("2026-11-02", 5, LengthUnit::working_days) == "2026-11-09");
    BOOST_TEST(term("2026-10-16", 1, LengthUnit::working_days) == "2026-10-26");
    BOOST_TEST(term("2026-10-16", 1, LengthUnit::teaching_weeks) == "none");
    BOOST_TEST(term("2026-10-16", 1, LengthUnit::minutes) == "none");
    BOOST_TEST(term("2026-10-16", 1, LengthUnit::hours) == "none");
    for (const LengthUnit unit :
         {LengthUnit::days, LengthUnit::weeks, LengthUnit::months, LengthUnit::years, LengthUnit::working_days}) {
        BOOST_TEST(term("2026-10-16", huge, unit) == "none");
        BOOST_TEST(term("2026-10-16", -huge, unit) == "none");
    }
}

BOOST_AUTO_TEST_SUITE_END()
