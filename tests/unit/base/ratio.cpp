#include "engine/base/ratio.h"

#include <boost/test/unit_test.hpp>
#include <limits>

BOOST_AUTO_TEST_SUITE(ratio)

namespace {

using wegwijzer::Decimal;
using wegwijzer::Int128;
using wegwijzer::Ratio;

Decimal number(std::string_view text) { return wegwijzer::parse_decimal(text, ',').value(); }
bool is_less(const Ratio& left, const Ratio& right) { return compare(left, right) < 0; }
bool is_same(const Ratio& left, const Ratio& right) { return compare(left, right) == 0; }

}  // namespace

BOOST_AUTO_TEST_CASE(decides_before_rounding) {
    // language.md section 3 and section 10, row 10.
    const Ratio norm = Ratio::of(number("0,7"));
    BOOST_TEST(is_less(Ratio::quotient(number("699,9995"), number("1000")), norm));
    BOOST_TEST(is_same(Ratio::quotient(number("700"), number("1000")), norm));
    BOOST_TEST(is_less(Ratio::quotient(number("8,9"), number("15")), Ratio::of(number("0,6"))));
    BOOST_TEST(is_same(Ratio::quotient(number("9"), number("15")), Ratio::of(number("0,6"))));
    const Int128 sum = number("5,3").micros() + number("5,5").micros() + number("5,7").micros();
    BOOST_TEST(is_same(Ratio::average(sum, 3), Ratio::of(number("5,5"))));
}

BOOST_AUTO_TEST_CASE(compares_negative_fractions) {
    BOOST_TEST(is_less(Ratio::quotient(number("-1"), number("3")), Ratio::quotient(number("-1"), number("4"))));
    BOOST_TEST(is_less(Ratio::quotient(number("1"), number("-3")), Ratio::of(number("0"))));
    BOOST_TEST(is_same(Ratio::quotient(number("-1"), number("-3")), Ratio::quotient(number("1"), number("3"))));
    BOOST_TEST(is_less(Ratio::quotient(number("-7"), number("3")), Ratio::quotient(number("7"), number("3"))));
}

BOOST_AUTO_TEST_CASE(does_not_overflow) {
    const Decimal least = Decimal::from_micros(std::numeric_limits<std::int64_t>::min());
    const Decimal most = Decimal::from_micros(std::numeric_limits<std::int64_t>::max());
    BOOST_TEST(is_less(Ratio::quotient(most, least), Ratio::quotient(least, most)) == false);
    BOOST_TEST(is_less(Ratio::quotient(least, most), Ratio::quotient(most, least)));
    const Int128 huge = static_cast<Int128>(most.micros()) * most.micros();
    const Ratio average = Ratio::average(huge, most.micros());
    BOOST_TEST(is_less(average, Ratio::average(huge + 1, most.micros())));
    BOOST_TEST(is_same(average, Ratio::of(most)));
    BOOST_TEST((average.rounded() == most));
    BOOST_TEST(!Ratio::average(huge, 1).rounded().has_value());
    BOOST_TEST(!Ratio::average(-huge, 1).rounded().has_value());
}

BOOST_AUTO_TEST_CASE(rounds_half_to_even) {
    BOOST_TEST(Ratio::average(1, 2).rounded()->micros() == 0);
    BOOST_TEST(Ratio::average(3, 2).rounded()->micros() == 2);
    BOOST_TEST(Ratio::average(-3, 2).rounded()->micros() == -2);
    BOOST_TEST(Ratio::average(-1, 2).rounded()->micros() == 0);
    BOOST_TEST(Ratio::average(2'000'005, 10).rounded()->micros() == 200'000);
    BOOST_TEST(Ratio::average(2'000'015, 10).rounded()->micros() == 200'002);
}

BOOST_AUTO_TEST_SUITE_END()
