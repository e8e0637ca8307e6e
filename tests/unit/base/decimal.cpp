#include "engine/base/decimal.h"

#include <boost/test/unit_test.hpp>
#include <limits>

BOOST_AUTO_TEST_SUITE(decimal)

namespace {

using wegwijzer::Decimal;

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

Decimal micros(std::int64_t value) { return Decimal::from_micros(value); }

std::string shown(std::optional<Decimal> value) { return value ? to_text(*value, 0, '.') : "none"; }
std::string read(std::string_view text) { return shown(wegwijzer::parse_decimal(text, ',')); }
std::string read_json(std::string_view text) { return shown(wegwijzer::parse_json_number(text)); }

}  // namespace

BOOST_AUTO_TEST_CASE(reads_numbers_as_written) {
    BOOST_TEST(read("5,5") == "5.5");
    BOOST_TEST(read("-0,000001") == "-0.000001");
    BOOST_TEST(read("007") == "7");
    BOOST_TEST(read("-0") == "0");
    BOOST_TEST(shown(wegwijzer::parse_decimal("5.5", '.')) == "5.5");
}

BOOST_AUTO_TEST_CASE(rounds_more_decimals_half_to_even) {
    BOOST_TEST(read("0,0000005") == "0");
    BOOST_TEST(read("0,0000015") == "0.000002");
    BOOST_TEST(read("0,0000025") == "0.000002");
    BOOST_TEST(read("0,00000250000000000000000000000000000000001") == "0.000003");
    BOOST_TEST(read("-0,0000025") == "-0.000002");
    BOOST_TEST(read("-0,0000035") == "-0.000004");
    BOOST_TEST(read("0,9999999") == "1");
}

BOOST_AUTO_TEST_CASE(refuses_what_is_not_a_number) {
    for (const char* text : {"", "-", ",5", "5,", "5,5,5", "5.5", "+5", " 5", "5 ", "1e3", "--5", "5,-5", "x"}) {
        BOOST_TEST_INFO(text);
        BOOST_TEST(read(text) == "none");
    }
}

BOOST_AUTO_TEST_CASE(refuses_what_does_not_fit) {
    BOOST_TEST(read("9223372036854,775807") == "9223372036854.775807");
    BOOST_TEST(read("9223372036854,7758074") == "9223372036854.775807");
    BOOST_TEST(read("9223372036854,7758075") == "none");
    BOOST_TEST(read("9223372036854,775808") == "none");
    BOOST_TEST(read("-9223372036854,775808") == "-9223372036854.775808");
    BOOST_TEST(read("-9223372036854,775809") == "none");
    BOOST_TEST(read(std::string(1000, '9')) == "none");
    BOOST_TEST(read(std::string(1000, '0') + "1") == "1");
}

BOOST_AUTO_TEST_CASE(reads_the_numbers_of_json) {
    BOOST_TEST(read_json("1e3") == "1000");
    BOOST_TEST(read_json("-1.5E+2") == "-150");
    BOOST_TEST(read_json("25e-7") == "0.000002");
    BOOST_TEST(read_json("15e-7") == "0.000002");
    BOOST_TEST(read_json("1e-7") == "0");
    BOOST_TEST(read_json("6e-7") == "0.000001");
    BOOST_TEST(read_json("1e-999999999999999999999") == "0");
    BOOST_TEST(read_json("0e999999999999999999999") == "0");
    BOOST_TEST(read_json("1e999999999999999999999") == "none");
    BOOST_TEST(read_json("0.000000000000000000001e21") == "1");
    BOOST_TEST(read_json("9223372036854775807e-6") == "9223372036854.775807");
    BOOST_TEST(read_json("1e13") == "none");
    for (const char* text : {"01", "-01", "1.", ".5", "1e", "1e+", "1e1.5", "+1", "1,5", "", "NaN"}) {
        BOOST_TEST_INFO(text);
        BOOST_TEST(read_json(text) == "none");
    }
}

BOOST_AUTO_TEST_CASE(reads_a_percentage_as_its_ratio_rounding_once) {
    BOOST_TEST(shown(wegwijzer::parse_percent("70", ',')) == "0.7");
    BOOST_TEST(shown(wegwijzer::parse_percent("70,12345", ',')) == "0.701234");
    BOOST_TEST(shown(wegwijzer::parse_percent("0,00005", ',')) == "0");
    BOOST_TEST(shown(wegwijzer::parse_percent("0,00015", ',')) == "0.000002");
    // Rounded to 6 decimals first, the percentage would be a tie; as written it is just above one.
    BOOST_TEST(shown(wegwijzer::parse_percent("0,0000500001", ',')) == "0.000001");
    BOOST_TEST(shown(wegwijzer::parse_percent("7,", ',')) == "none");
}

BOOST_AUTO_TEST_CASE(calculates_exactly_or_not_at_all) {
    BOOST_TEST(shown(add(micros(most), micros(1))) == "none");
    BOOST_TEST(shown(add(micros(most), micros(least))) == "-0.000001");
    BOOST_TEST(shown(subtract(micros(least), micros(1))) == "none");
    BOOST_TEST(shown(negate(micros(least))) == "none");
    BOOST_TEST(shown(negate(micros(most))) == "-9223372036854.775807");
    BOOST_TEST(shown(multiply(micros(most), micros(1'000'000))) == "9223372036854.775807");
    BOOST_TEST(shown(multiply(micros(most), micros(1'000'001))) == "none");
    BOOST_TEST(shown(multiply(micros(least), micros(least))) == "none");
    BOOST_TEST(shown(multiply(micros(500'000), micros(1))) == "0");
    BOOST_TEST(shown(multiply(micros(500'000), micros(3))) == "0.000002");
    BOOST_TEST(shown(multiply(micros(-500'000), micros(3))) == "-0.000002");
    BOOST_TEST(shown(multiply(micros(-500'000), micros(5))) == "-0.000002");
}

BOOST_AUTO_TEST_CASE(divides_half_to_even) {
    BOOST_TEST(shown(divide(micros(1'000'000), micros(3'000'000))) == "0.333333");
    BOOST_TEST(shown(divide(micros(-2'000'000), micros(3'000'000))) == "-0.666667");
    BOOST_TEST(shown(divide(micros(2'000'000), micros(-3'000'000))) == "-0.666667");
    BOOST_TEST(shown(divide(micros(1), micros(2'000'000))) == "0");
    BOOST_TEST(shown(divide(micros(3), micros(2'000'000))) == "0.000002");
    BOOST_TEST(shown(divide(micros(1), micros(0))) == "none");
    BOOST_TEST(shown(divide(micros(least), micros(-1'000'000))) == "none");
    BOOST_TEST(shown(divide(micros(most), micros(1))) == "none");
}

BOOST_AUTO_TEST_CASE(rounds_to_fewer_decimals) {
    BOOST_TEST(shown(round_to(micros(5'450'000), 1)) == "5.4");
    BOOST_TEST(shown(round_to(micros(5'550'000), 1)) == "5.6");
    BOOST_TEST(shown(round_to(micros(-5'450'001), 1)) == "-5.5");
    BOOST_TEST(shown(round_to(micros(123'456'789), 6)) == "123.456789");
    BOOST_TEST(shown(round_to(micros(2'500'000), 0)) == "2");
    BOOST_TEST(shown(round_to(micros(most), 0)) == "9223372036854");
    BOOST_TEST(shown(round_to(micros(least), 0)) == "-9223372036854");
    BOOST_TEST(micros(3'500'000).rounded_to_integer() == 4);
    BOOST_TEST(micros(-2'500'000).rounded_to_integer() == -2);
    BOOST_TEST(micros(most).rounded_to_integer() == 9'223'372'036'855);
}

BOOST_AUTO_TEST_CASE(shows_the_shortest_text) {
    BOOST_TEST(to_text(micros(5'500'000), 1, ',') == "5,5");
    BOOST_TEST(to_text(micros(5'000'000), 1, ',') == "5,0");
    BOOST_TEST(to_text(micros(5'000'000), 0, ',') == "5");
    BOOST_TEST(to_text(micros(-1), 0, ',') == "-0,000001");
    BOOST_TEST(to_text(micros(10), 6, '.') == "0.000010");
    BOOST_TEST(to_text(micros(least), 0, '.') == "-9223372036854.775808");
}

BOOST_AUTO_TEST_SUITE_END()
