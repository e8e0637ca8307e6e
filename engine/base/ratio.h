// An exact fraction, for comparisons that language.md section 3 decides before rounding: one side is an average
// (`gemiddelde`) or a single division. A Decimal is the ratio micros / 10^6.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>

#include "engine/base/decimal.h"

namespace wegwijzer {

__extension__ using Int128 = __int128;  // GCC and clang; not ISO C++
__extension__ using UInt128 = unsigned __int128;

struct Ratio {
    Int128 numerator = 0;
    Int128 denominator = 1;  // INVARIANT: > 0 and < 2^100, so that `rounded` can't overflow

    [[nodiscard]] static Ratio of(Decimal value);
    // Precondition: divisor != 0. Never overflows.
    [[nodiscard]] static Ratio quotient(Decimal dividend, Decimal divisor);
    // Precondition: count > 0 (a count of events: < 2^63). `sum_in_micros` may exceed 64 bits.
    [[nodiscard]] static Ratio average(Int128 sum_in_micros, std::int64_t count);
    // Rounded half to even at the 6th decimal; std::nullopt when it does not fit.
    [[nodiscard]] std::optional<Decimal> rounded() const;
};

// The quotient rounded half to even. Precondition: divisor > 0. Never overflows.
[[nodiscard]] Int128 divide_half_even(Int128 dividend, Int128 divisor);

// Exact for all values that `of`, `quotient` and `average` make: no cross-multiplication that could overflow.
[[nodiscard]] std::strong_ordering compare(const Ratio& left, const Ratio& right);

}  // namespace wegwijzer
