#include "engine/base/ratio.h"

#include <limits>

namespace wegwijzer {

namespace {

struct Division {
    Int128 quotient;   // rounded down
    Int128 remainder;  // 0 <= remainder < divisor
};

// Precondition: divisor > 0.
Division divide_down(Int128 dividend, Int128 divisor) {
    Division result{dividend / divisor, dividend % divisor};
    if (result.remainder < 0) {
        --result.quotient;
        result.remainder += divisor;
    }
    return result;
}

std::strong_ordering reversed(std::strong_ordering order) { return 0 <=> order; }

}  // namespace

Int128 divide_half_even(Int128 dividend, Int128 divisor) {
    const Division division = divide_down(dividend, divisor);
    const Int128 rest = divisor - division.remainder;
    const bool is_up = division.remainder > rest || (division.remainder == rest && division.quotient % 2 != 0);
    return is_up ? division.quotient + 1 : division.quotient;
}

Ratio Ratio::of(Decimal value) { return {value.micros(), Decimal::one_in_micros}; }

Ratio Ratio::quotient(Decimal dividend, Decimal divisor) {
    const Int128 above = dividend.micros();
    const Int128 below = divisor.micros();
    return below < 0 ? Ratio{-above, -below} : Ratio{above, below};
}

Ratio Ratio::average(Int128 sum_in_micros, std::int64_t count) {
    return {sum_in_micros, static_cast<Int128>(count) * Decimal::one_in_micros};
}

std::optional<Decimal> Ratio::rounded() const {
    // The whole part first: the numerator may be too large to be multiplied.
    const Division division = divide_down(numerator, denominator);
    constexpr Int128 most = std::numeric_limits<std::int64_t>::max() / Decimal::one_in_micros + 1;
    if (division.quotient > most || division.quotient < -most) return std::nullopt;
    // The parts before the remainder are an even number of micros, so half to even of the rest is that of the whole.
    const Int128 micros = division.quotient * Decimal::one_in_micros +
                          divide_half_even(division.remainder * Decimal::one_in_micros, denominator);
    if (micros > std::numeric_limits<std::int64_t>::max() || micros < std::numeric_limits<std::int64_t>::min()) {
        return std::nullopt;
    }
    return Decimal::from_micros(static_cast<std::int64_t>(micros));
}

std::strong_ordering compare(const Ratio& left, const Ratio& right) {
    // Continued fractions: the whole parts decide, or else the inverses of what remains, the other way round.
    Ratio a = left;
    Ratio b = right;
    bool is_reversed = false;
    for (;;) {
        const Division of_a = divide_down(a.numerator, a.denominator);
        const Division of_b = divide_down(b.numerator, b.denominator);
        std::strong_ordering order = of_a.quotient <=> of_b.quotient;
        if (order == 0 && (of_a.remainder == 0 || of_b.remainder == 0)) {
            order = (of_a.remainder != 0) <=> (of_b.remainder != 0);
        } else if (order == 0) {
            a = {a.denominator, of_a.remainder};
            b = {b.denominator, of_b.remainder};
            is_reversed = !is_reversed;
            continue;
        }
        return is_reversed ? reversed(order) : order;
    }
}

}  // namespace wegwijzer
