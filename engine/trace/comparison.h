// Comparisons over values that are known, unknown, or stand for several (docs/semantics.md, "Values").
#pragma once

#include <compare>
#include <functional>
#include <optional>
#include <span>

#include "engine/base/ratio.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::trace {

struct Operand {
    Value value;
    std::optional<Ratio> exact;  // the value before rounding, where a comparison takes it so
};

// A number, or a length in days or weeks as days; std::nullopt for anything else.
[[nodiscard]] std::optional<Decimal> number_of(const Value& value);

// Precondition: both known, of one type. Unordered for values of different types, which the checker refuses.
[[nodiscard]] std::partial_ordering order(const Operand& left, const Operand& right);
[[nodiscard]] bool holds(model::CompareOp op, const Operand& left, const Operand& right);

// `test` over all that the operands may be: its answer when every possibility gives the same one, else unknown. Unknown
// also with an unknown operand, and with a range beside anything but known values.
[[nodiscard]] Tri decide(std::span<const Operand> operands, const std::function<bool(std::span<const Operand>)>& test);

// Is a count known as `count` at least, at most, exactly `number`, or none? (`number` is not read for none.)
[[nodiscard]] Tri decide_count(model::Quantifier quantifier, const Operand& count, const Operand& number);

}  // namespace wegwijzer::trace
