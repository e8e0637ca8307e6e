#include "engine/program/fold.h"

#include <algorithm>
#include <cstddef>

#include "engine/base/date.h"
#include "engine/base/decimal.h"
#include "engine/base/tri.h"
#include "engine/model/compare_op.h"

namespace wegwijzer::program {

namespace {

std::int64_t code(Tri value) { return static_cast<std::int64_t>(value); }
std::int64_t code(bool value) { return code(tri_of(value)); }

std::optional<std::int64_t> micros(std::optional<Decimal> value) {
    if (!value) return std::nullopt;
    return value->micros();
}
std::optional<std::int64_t> days(std::optional<Date> value) {
    if (!value) return std::nullopt;
    return value->days();
}
Date as_date(const Folded& value) { return Date::from_days(static_cast<std::int32_t>(value.value)); }
Decimal as_decimal(const Folded& value) { return Decimal::from_micros(value.value); }

}  // namespace

std::optional<std::int64_t> fold(const Instruction& instruction, const std::vector<Folded>& operands) {
    if (operands.empty()) return std::nullopt;
    const Folded& first = operands[0];
    const auto one_of = [&] {
        return std::ranges::any_of(operands.begin() + 1, operands.end(),
                                   [&](const Folded& option) { return option.value == first.value; });
    };
    switch (instruction.opcode) {
        case Opcode::not_: return code(tri_not(static_cast<Tri>(first.value)));
        case Opcode::is_known: return code(!instruction.negated);
        case Opcode::truth: return first.value == code(Tri::yes) ? 1 : 0;
        case Opcode::holds: return code(first.value != 0);
        case Opcode::compare:
            return code(holds(static_cast<model::CompareOp>(instruction.detail), first.value <=> operands[1].value));
        case Opcode::between:
            return code((operands[1].value <= first.value && first.value <= operands[2].value) != instruction.negated);
        case Opcode::one_of: return code(one_of() != instruction.negated);
        case Opcode::negate: return micros(wegwijzer::negate(as_decimal(first)));
        case Opcode::add: return micros(wegwijzer::add(as_decimal(first), as_decimal(operands[1])));
        case Opcode::subtract: return micros(wegwijzer::subtract(as_decimal(first), as_decimal(operands[1])));
        case Opcode::multiply: return micros(wegwijzer::multiply(as_decimal(first), as_decimal(operands[1])));
        case Opcode::divide: return micros(wegwijzer::divide(as_decimal(first), as_decimal(operands[1])));
        case Opcode::add_days:
            return days(wegwijzer::add_days(as_date(first), as_decimal(operands[1]).rounded_to_integer()));
        case Opcode::subtract_days:
            return days(wegwijzer::add_days(as_date(first), -as_decimal(operands[1]).rounded_to_integer()));
        case Opcode::days_between:
            return Decimal::from_integer(wegwijzer::days_between(as_date(operands[1]), as_date(first))).micros();
        case Opcode::shift_months: return days(wegwijzer::add_months(as_date(first), instruction.immediate));
        default: return std::nullopt;
    }
}

}  // namespace wegwijzer::program
