#include <boost/test/unit_test.hpp>

#include "tests/unit/engine/trace/school.h"

namespace wegwijzer::test {

BOOST_FIXTURE_TEST_SUITE(trace_arithmetic, School)

BOOST_AUTO_TEST_CASE(numbers) {
    BOOST_TEST(ask(add(number("0.1"), number("0.2"))) == "0.3");
    BOOST_TEST(ask(subtract(number("1"), number("2.5"))) == "-1.5");
    BOOST_TEST(ask(multiply(number("0.6"), number("15"))) == "9");
    BOOST_TEST(ask(divide(number("2"), number("3"))) == "0.666667");
    BOOST_TEST(ask(negate(number("5.5"))) == "-5.5");
    BOOST_TEST(ask(add(value(motivation), value(earned))) == "unknown; missing motivatie, behaald");
    BOOST_TEST(ask(add(value(motivation), value(earned)), records().set("motivatie", "3")) ==
               "unknown; missing behaald");
}

BOOST_AUTO_TEST_CASE(faults_name_no_field) {
    BOOST_TEST(ask(divide(number("1"), number("0"))) == "unknown; division by zero");
    BOOST_TEST(ask(divide(value(earned), number("0"))) == "unknown; missing behaald");
    const ExprId large = number("9000000000000");
    BOOST_TEST(ask(add(large, large)) == "unknown; overflow");
    BOOST_TEST(ask(multiply(large, number("-2"))) == "unknown; overflow");
    BOOST_TEST(ask(less(divide(large, number("0.000001")), number("1"))) == "unknown; overflow");
    BOOST_TEST(ask(either({less(divide(number("1"), number("0")), number("1")), boolean(true)})) == "yes");
    BOOST_TEST(ask(both({less(divide(number("1"), number("0")), number("1")), value(works)})) ==
               "unknown; missing werkt; division by zero");
}

BOOST_AUTO_TEST_CASE(dates_and_lengths) {
    const auto show = [this](ExprId expr) { return ask(expr, records().set("startdatum", "2026-08-31")); };
    BOOST_TEST(show(subtract(reference_date(), value(start))) == "40 days");
    BOOST_TEST(show(add(value(start), number("28"))) == "2026-09-28");
    BOOST_TEST(show(add(number("28"), value(start))) == "2026-09-28");
    BOOST_TEST(show(subtract(value(start), number("1"))) == "2026-08-30");
    BOOST_TEST(show(add(value(start), number("0.5"))) == "2026-08-31");  // half to even
    BOOST_TEST(show(add(value(start), number("1.5"))) == "2026-09-02");
    BOOST_TEST(show(months(date("2026-03-31"), -1)) == "2026-02-28");
    BOOST_TEST(show(months(date("2024-03-31"), -1)) == "2024-02-29");
    BOOST_TEST(show(months(date("2026-03-31"), 12)) == "2027-03-31");
    BOOST_TEST(show(months(date("9999-12-31"), 1)) == "unknown; overflow");
    BOOST_TEST(show(subtract(date("0001-01-01"), number("1"))) == "unknown; overflow");
    BOOST_TEST(ask(months(value(start), 1)) == "unknown; missing startdatum");
}

BOOST_AUTO_TEST_CASE(a_parameter_of_type_duur_counts_in_days) {
    const model::ParameterId weeks =
        parameter("termijn", model::ValueKind::duration, Length{2, LengthUnit::weeks}, LengthUnit::weeks);
    BOOST_TEST(ask(value(weeks)) == "2 weeks");
    BOOST_TEST(ask(add(value(weeks), number("1"))) == "15");
    BOOST_TEST(ask(equal(value(weeks), number("14"))) == "yes");
    BOOST_TEST(ask(add(date("2026-09-01"), value(weeks))) == "2026-09-15");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
