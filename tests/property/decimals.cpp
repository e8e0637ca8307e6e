// Exact decimals and fractions against sums as at school, on digits in strings.
#include <fmt/format.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <limits>

#include "engine/base/decimal.h"
#include "engine/base/ratio.h"
#include "tests/support/random.h"
#include "tests/support/schoolbook.h"

BOOST_AUTO_TEST_SUITE(decimals_property)

namespace {

using wegwijzer::Decimal;
using wegwijzer::Ratio;
using wegwijzer::test::Random;
using wegwijzer::test::rounds;
using wegwijzer::test::school_add;
using wegwijzer::test::school_compare;
using wegwijzer::test::school_divide;
using wegwijzer::test::school_divide_half_even;
using wegwijzer::test::school_multiply;
using wegwijzer::test::school_subtract;
using wegwijzer::test::school_trim;

// A whole number of micros with its sign beside it.
struct Signed {
    bool is_negative = false;
    std::string size = "0";
};

Signed of(Decimal value) {
    std::string text = std::to_string(value.micros());
    const bool is_negative = text.front() == '-';
    if (is_negative) text.erase(0, 1);
    return {is_negative, text};
}

std::string in_range(const Signed& value) {
    const bool fits =
        school_compare(value.size, value.is_negative ? "9223372036854775808" : "9223372036854775807") <= 0;
    if (!fits) return "none";
    return value.is_negative && value.size != "0" ? "-" + value.size : value.size;
}

std::string sum(Signed left, Signed right) {
    if (left.is_negative == right.is_negative) return in_range({left.is_negative, school_add(left.size, right.size)});
    if (school_compare(left.size, right.size) < 0) std::swap(left, right);
    return in_range({left.is_negative, school_subtract(left.size, right.size)});
}

std::string micros(std::optional<Decimal> value) { return value ? std::to_string(value->micros()) : "none"; }

// Of all sizes, at the borders, and near ties.
Decimal any_decimal(Random& random) {
    if (random.one_in(20)) return Decimal::from_micros(std::numeric_limits<std::int64_t>::min());
    if (random.one_in(20)) return Decimal::from_micros(std::numeric_limits<std::int64_t>::max());
    if (random.one_in(3)) return Decimal::from_micros(random.between(-2000, 2000) * 500'000 + random.between(-1, 1));
    return Decimal::from_micros(random.any_size());
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_four_operations_are_those_of_school) {
    for (std::uint64_t seed = 1; seed <= rounds(4000); ++seed) {
        Random random(seed);
        const Decimal left = any_decimal(random);
        const Decimal right = any_decimal(random);
        const Signed a = of(left);
        const Signed b = of(right);
        BOOST_TEST_CONTEXT("seed " << seed << ": " << left.micros() << " and " << right.micros()) {
            BOOST_TEST(micros(add(left, right)) == sum(a, b));
            BOOST_TEST(micros(subtract(left, right)) == sum(a, {!b.is_negative, b.size}));
            BOOST_TEST(micros(negate(left)) == in_range({!a.is_negative, a.size}));
            const bool is_negative = a.is_negative != b.is_negative;
            BOOST_TEST(micros(multiply(left, right)) ==
                       in_range({is_negative, school_divide_half_even(school_multiply(a.size, b.size), "1000000")}));
            BOOST_TEST(
                micros(divide(left, right)) ==
                (b.size == "0" ? "none" : in_range({is_negative, school_divide_half_even(a.size + "000000", b.size)})));
        }
    }
}

BOOST_AUTO_TEST_CASE(what_is_written_is_read) {
    for (std::uint64_t seed = 1; seed <= rounds(4000); ++seed) {
        Random random(seed);
        const Decimal value = any_decimal(random);
        BOOST_TEST_CONTEXT("seed " << seed << ": " << value.micros()) {
            for (int least = 0; least <= 6; ++least) {
                BOOST_TEST(micros(wegwijzer::parse_decimal(to_text(value, least, ','), ',')) == micros(value));
            }
            BOOST_TEST(micros(wegwijzer::parse_json_number(to_text(value, 0, '.'))) == micros(value));
        }
    }
}

BOOST_AUTO_TEST_CASE(long_numbers_are_rounded_half_to_even) {
    const auto digits = [](Random& random, std::uint64_t most) {
        std::string text;
        // Many zeros, nines and fives: ties and carries.
        for (std::uint64_t left = random.below(most + 1); left > 0; --left) text += "0059123456789"[random.below(13)];
        return text;
    };
    for (std::uint64_t seed = 1; seed <= rounds(8000); ++seed) {
        Random random(seed);
        const bool is_negative = random.one_in(2);
        const std::string whole = school_trim(digits(random, 14) + "0");
        std::string fraction = "5" + digits(random, 12);
        const std::int64_t exponent = random.between(-16, 16);
        const std::string sign = is_negative ? "-" : "";
        // All digits are a whole number of 10^-size; micros are those times 10^6.
        const auto expected = [&](std::int64_t power) {
            std::string all = whole + fraction;
            std::string unit = "1";
            const std::int64_t zeros = power + 6 - static_cast<std::int64_t>(fraction.size());
            if (zeros > 0) all.append(static_cast<std::size_t>(zeros), '0');
            if (zeros < 0) unit.append(static_cast<std::size_t>(-zeros), '0');
            return in_range({is_negative, school_divide_half_even(school_trim(all), unit)});
        };
        const std::string with_comma = fmt::format("{}{},{}", sign, whole, fraction);
        const std::string with_exponent = fmt::format("{}{}.{}e{}", sign, whole, fraction, exponent);
        BOOST_TEST_CONTEXT("seed " << seed << ": " << with_exponent) {
            BOOST_TEST(micros(wegwijzer::parse_decimal(with_comma, ',')) == expected(0));
            BOOST_TEST(micros(wegwijzer::parse_percent(with_comma, ',')) == expected(-2));
            BOOST_TEST(micros(wegwijzer::parse_json_number(with_exponent)) == expected(exponent));
        }
    }
}

BOOST_AUTO_TEST_CASE(rounding_to_fewer_decimals_is_that_of_school) {
    for (std::uint64_t seed = 1; seed <= rounds(2000); ++seed) {
        Random random(seed);
        const Decimal value = any_decimal(random);
        const Signed a = of(value);
        for (int decimals = 0; decimals <= 6; ++decimals) {
            const std::string unit = "1" + std::string(static_cast<std::size_t>(6 - decimals), '0');
            std::string expected =
                in_range({a.is_negative, school_multiply(school_divide_half_even(a.size, unit), unit)});
            if (expected == "none") {  // at the outermost values: towards zero
                expected = in_range({a.is_negative, school_multiply(school_divide(a.size, unit).quotient, unit)});
            }
            BOOST_TEST_CONTEXT("seed " << seed << ": " << value.micros() << " to " << decimals) {
                BOOST_TEST(micros(round_to(value, decimals)) == expected);
            }
        }
        BOOST_TEST_CONTEXT("seed " << seed << ": " << value.micros()) {
            BOOST_TEST(std::to_string(value.rounded_to_integer()) ==
                       in_range({a.is_negative, school_divide_half_even(a.size, "1000000")}));
        }
    }
}

BOOST_AUTO_TEST_CASE(fractions_compare_as_their_cross_products) {
    const auto any_ratio = [](Random& random) {
        if (random.one_in(3)) return Ratio::of(any_decimal(random));
        if (random.one_in(2)) {
            const Decimal divisor = any_decimal(random);
            return Ratio::quotient(any_decimal(random), divisor == Decimal{} ? Decimal::from_micros(7) : divisor);
        }
        const wegwijzer::Int128 sum = static_cast<wegwijzer::Int128>(random.any_size()) * random.between(1, 1 << 30);
        return Ratio::average(sum, random.between(1, 1 + (random.any_size() & 0x3FFF'FFFF)));
    };
    const auto school = [](wegwijzer::Int128 value) {
        std::string digits;
        auto left = static_cast<wegwijzer::UInt128>(value < 0 ? -value : value);
        for (; left > 0; left /= 10) digits.push_back(static_cast<char>('0' + static_cast<int>(left % 10)));
        std::reverse(digits.begin(), digits.end());
        return Signed{value < 0, school_trim(digits)};
    };
    for (std::uint64_t seed = 1; seed <= rounds(4000); ++seed) {
        Random random(seed);
        const Ratio left = any_ratio(random);
        Ratio right = any_ratio(random);
        // Often the same fraction, written with other numbers, or the one next to it.
        if (random.one_in(4)) {
            const auto times = static_cast<wegwijzer::Int128>(random.between(1, 9));
            right = {left.numerator * times + (random.one_in(2) ? random.between(-1, 1) : 0), left.denominator * times};
        }
        const Signed a = school(left.numerator);
        const Signed b = school(right.numerator);
        int expected = school_compare(school_multiply(a.size, school(right.denominator).size),
                                      school_multiply(b.size, school(left.denominator).size));
        const bool is_a_negative = a.is_negative && a.size != "0";
        const bool is_b_negative = b.is_negative && b.size != "0";
        if (is_a_negative != is_b_negative) {
            expected = is_a_negative ? -1 : 1;
        } else if (is_a_negative) {
            expected = -expected;
        }
        BOOST_TEST_CONTEXT("seed " << seed << ": " << (a.is_negative ? "-" : "") << a.size << " and "
                                   << (b.is_negative ? "-" : "") << b.size) {
            BOOST_TEST((compare(left, right) < 0) == (expected < 0));
            BOOST_TEST((compare(left, right) > 0) == (expected > 0));
            BOOST_TEST((compare(right, left) < 0) == (expected > 0));
            BOOST_TEST(
                micros(left.rounded()) ==
                in_range({a.is_negative, school_divide_half_even(a.size + "000000", school(left.denominator).size)}));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
