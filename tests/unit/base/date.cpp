#include "engine/base/date.h"

#include <boost/test/unit_test.hpp>
#include <limits>

BOOST_AUTO_TEST_SUITE(date)

namespace {

using wegwijzer::Date;
using wegwijzer::Weekday;

Date day(std::string_view text) { return wegwijzer::parse_iso_date(text).value(); }
std::string shown(std::optional<Date> date) { return date ? to_iso(*date) : "none"; }

}  // namespace

BOOST_AUTO_TEST_CASE(reads_only_days_that_exist) {
    BOOST_TEST(shown(wegwijzer::parse_iso_date("2026-09-01")) == "2026-09-01");
    BOOST_TEST(shown(wegwijzer::parse_iso_date("2028-02-29")) == "2028-02-29");
    BOOST_TEST(shown(wegwijzer::parse_iso_date("0001-01-01")) == "0001-01-01");
    BOOST_TEST(shown(wegwijzer::parse_iso_date("9999-12-31")) == "9999-12-31");
    for (const char* text :
         {"2026-13-40", "2026-02-29", "1900-02-29", "2026-00-01", "2026-01-00", "2026-04-31", "0000-01-01", "2026-9-1",
          "2026-09-01T00:00", "2026/09/01", "26-09-01", "", "-026-09-01", "2026-09-0x", "2026-09--1"}) {
        BOOST_TEST_INFO(text);
        BOOST_TEST(shown(wegwijzer::parse_iso_date(text)) == "none");
    }
}

BOOST_AUTO_TEST_CASE(counts_days_from_1970) {
    BOOST_TEST(day("1970-01-01").days() == 0);
    BOOST_TEST(day("1969-12-31").days() == -1);
    BOOST_TEST(day("2000-03-01").days() == 11'017);
    BOOST_TEST(days_between(day("2026-08-31"), day("2026-11-02")) == 63);
}

BOOST_AUTO_TEST_CASE(knows_the_weekday) {
    BOOST_TEST((day("1970-01-01").weekday() == Weekday::thursday));
    BOOST_TEST((day("2026-11-02").weekday() == Weekday::monday));
    BOOST_TEST((day("2026-11-01").weekday() == Weekday::sunday));
    BOOST_TEST((day("0001-01-01").weekday() == Weekday::monday));
    BOOST_TEST(shown(day("2026-11-01").monday_of_week()) == "2026-10-26");
    BOOST_TEST(shown(day("2026-10-26").monday_of_week()) == "2026-10-26");
    BOOST_TEST(shown(day("1969-12-31").monday_of_week()) == "1969-12-29");
}

BOOST_AUTO_TEST_CASE(clamps_months_to_their_length) {
    BOOST_TEST(shown(add_months(day("2026-03-31"), -1)) == "2026-02-28");
    BOOST_TEST(shown(add_months(day("2028-03-31"), -1)) == "2028-02-29");
    BOOST_TEST(shown(add_months(day("2028-02-29"), 12)) == "2029-02-28");
    BOOST_TEST(shown(add_months(day("2026-12-31"), 2)) == "2027-02-28");
    BOOST_TEST(shown(add_months(day("2026-01-31"), -2)) == "2025-11-30");
    BOOST_TEST(shown(add_months(day("2026-01-31"), 0)) == "2026-01-31");
}

BOOST_AUTO_TEST_CASE(stays_within_the_years_1_to_9999) {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    const Date first = day("0001-01-01");
    const Date last = day("9999-12-31");
    BOOST_TEST(shown(add_days(last, 1)) == "none");
    BOOST_TEST(shown(add_days(first, -1)) == "none");
    BOOST_TEST(shown(add_days(first, days_between(first, last))) == "9999-12-31");
    BOOST_TEST(shown(add_days(last, days_between(last, first))) == "0001-01-01");
    for (const Date date : {first, last}) {
        BOOST_TEST(shown(add_days(date, most)) == "none");
        BOOST_TEST(shown(add_days(date, least)) == "none");
        BOOST_TEST(shown(add_months(date, most)) == "none");
        BOOST_TEST(shown(add_months(date, least)) == "none");
    }
    BOOST_TEST(shown(add_months(last, 1)) == "none");
    BOOST_TEST(shown(add_months(first, -1)) == "none");
    BOOST_TEST(shown(add_months(first, 12 * 9998 + 11)) == "9999-12-01");
}

BOOST_AUTO_TEST_CASE(counts_both_ends_of_an_interval) {
    const wegwijzer::DateInterval interval{day("2026-09-01"), day("2026-09-03")};
    BOOST_TEST(interval.contains(interval.from));
    BOOST_TEST(interval.contains(interval.to));
    BOOST_TEST(!interval.contains(day("2026-08-31")));
    BOOST_TEST(!interval.contains(day("2026-09-04")));
    BOOST_TEST(!interval.is_empty());
    BOOST_TEST((wegwijzer::DateInterval{interval.to, interval.from}.is_empty()));
}

BOOST_AUTO_TEST_SUITE_END()
