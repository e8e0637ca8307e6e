// One side of a comparison as it is in one row: unknown, an ordinary value (rounded or exact), or a range.
#pragma once

#include <compare>
#include <cstdint>

#include "engine/base/decimal.h"
#include "engine/base/ratio.h"
#include "engine/execute/batch.h"
#include "engine/model/compare_op.h"

namespace wegwijzer::execute {

struct Comparable {
    enum class Form : std::uint8_t { unknown, number, ratio, range };
    Form form = Form::unknown;
    std::int64_t value = 0;  // number: micros; range: the low end, a whole number
    std::int64_t upper = 0;  // range: the high end, or without_end
    Ratio ratio;

    [[nodiscard]] bool is_ordinary() const { return form == Form::number || form == Form::ratio; }
};

// A range of one number is that number.
[[nodiscard]] inline Comparable comparable_at(const Batch& batch, Register id, std::size_t row) {
    const Cells& cells = batch.cells(id);
    Comparable result;
    if (!bit_at(cells.known.data(), row)) return result;
    switch (batch.instruction(id).kind) {
        case Kind::ratio:
            result.form = Comparable::Form::ratio;
            result.ratio = cells.ratio[row];
            break;
        case Kind::range:
            result.value = cells.value[row];
            result.upper = cells.upper[row];
            if (result.value == result.upper) {
                result.form = Comparable::Form::number;
                result.value *= Decimal::one_in_micros;
            } else {
                result.form = Comparable::Form::range;
            }
            break;
        default:
            result.form = Comparable::Form::number;
            result.value = cells.value[row];
            break;
    }
    return result;
}

// A ratio is an average (a sum below 2^95 over a count below 2^32, in micros) or a quotient of two decimals, so neither
// product reaches 2^127.
[[nodiscard]] inline std::strong_ordering compare_with_number(const Ratio& left, std::int64_t right) {
    return left.numerator * Decimal::one_in_micros <=> left.denominator * right;
}

// Both ordinary.
[[nodiscard]] inline std::strong_ordering order_of(const Comparable& left, const Comparable& right) {
    if (left.form == Comparable::Form::ratio) {
        if (right.form == Comparable::Form::ratio) return compare(left.ratio, right.ratio);
        return compare_with_number(left.ratio, right.value);
    }
    if (right.form == Comparable::Form::ratio) return 0 <=> compare_with_number(right.ratio, left.value);
    return left.value <=> right.value;
}

}  // namespace wegwijzer::execute
