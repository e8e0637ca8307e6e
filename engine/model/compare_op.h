// What the six comparisons mean of two values in an order.
#pragma once

#include <compare>

#include "engine/model/expr.h"

namespace wegwijzer::model {

// The comparison that says the same with its sides exchanged.
[[nodiscard]] constexpr CompareOp mirrored(CompareOp op) {
    switch (op) {
        case CompareOp::less: return CompareOp::greater;
        case CompareOp::less_equal: return CompareOp::greater_equal;
        case CompareOp::greater: return CompareOp::less;
        case CompareOp::greater_equal: return CompareOp::less_equal;
        case CompareOp::equal:
        case CompareOp::not_equal: break;
    }
    return op;
}

// `order`: of the left side to the right.
[[nodiscard]] constexpr bool holds(CompareOp op, std::strong_ordering order) {
    switch (op) {
        case CompareOp::less: return order < 0;
        case CompareOp::less_equal: return order <= 0;
        case CompareOp::greater: return order > 0;
        case CompareOp::greater_equal: return order >= 0;
        case CompareOp::equal: return order == 0;
        case CompareOp::not_equal: return order != 0;
    }
    return false;
}

}  // namespace wegwijzer::model
