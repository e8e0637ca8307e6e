// How near to a boundary a value has to come to lie just beside it: one step of what people write. A cijfer goes by tenths, a
// percentage by one procentpunt, a count, a day, a keuze and an ernst by one, another number by the last decimal that is written.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/model/rule_set.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::examples {

[[nodiscard]] constexpr bool has_order(model::CompareOp op) {
    return op != model::CompareOp::equal && op != model::CompareOp::not_equal;
}
// Is the boundary itself on the side where the comparison holds?
[[nodiscard]] constexpr bool holds_on_boundary(model::CompareOp op) {
    return op == model::CompareOp::less_equal || op == model::CompareOp::greater_equal || op == model::CompareOp::equal;
}

// Of a comparison with an order, in the positions below.
[[nodiscard]] std::int64_t boundary_step(const model::RuleSet& rules, const model::Comparison& comparison);

// Where a known value lies: a number in micros, a day in days, a keuze and an ernst by their place. Nothing for what has no
// order, and for a length in another unit than days.
[[nodiscard]] std::optional<std::int64_t> position_of(const trace::Value& value);

}  // namespace wegwijzer::examples
