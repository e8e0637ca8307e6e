// Calculation, row by row: unknown where an operand is, and where the outcome can't be represented (a fault, which
// attribution finds by both operands being known).
#include <algorithm>
#include <optional>

#include "engine/base/date.h"
#include "engine/base/decimal.h"
#include "engine/execute/operators.h"

namespace wegwijzer::execute {

namespace {

Decimal decimal_at(const Cells& cells, std::size_t row) { return Decimal::from_micros(cells.value[row]); }
Date date_at(const Cells& cells, std::size_t row) {
    return Date::from_days(static_cast<std::int32_t>(cells.value[row]));
}
std::optional<std::int64_t> raw(std::optional<Decimal> value) {
    return value ? std::optional(value->micros()) : std::nullopt;
}
std::optional<std::int64_t> raw(std::optional<Date> value) {
    return value ? std::optional<std::int64_t>(value->days()) : std::nullopt;
}

// calculate(row) for the rows of `known`, which loses those that it can't calculate.
template <class Calculate>
void fill(Cells& cells, std::size_t rows, Calculate calculate) {
    for (std::size_t at = 0; at < words_for(rows); ++at) {
        const std::size_t end = std::min(rows - at * word_bits, word_bits);
        Word known = 0;
        for_each_bit(&cells.known[at], 0, end, [&](std::size_t i) {
            const std::size_t row = at * word_bits + i;
            const std::optional<std::int64_t> value = calculate(row);
            cells.value[row] = value.value_or(0);
            known |= static_cast<Word>(value ? 1 : 0) << i;
        });
        cells.known[at] = known;
    }
}

void quotients(const Cells& left, const Cells& right, std::size_t rows, Cells& cells) {
    for (std::size_t row = 0; row < rows; ++row) {
        const Word bit = Word{1} << (row % word_bits);
        if ((cells.known[row / word_bits] & bit) == 0) continue;
        const bool is_fault = right.value[row] == 0;
        if (!is_fault) cells.ratio[row] = Ratio::quotient(decimal_at(left, row), decimal_at(right, row));
        // One that does not fit when rounded is an overflow, also to a comparison that would take it exactly.
        if (is_fault || !cells.ratio[row].rounded()) cells.known[row / word_bits] &= ~bit;
    }
}

}  // namespace

void run_arithmetic(Batch& batch, Register id, const Instruction& instruction) {
    Cells& cells = batch.cells(id);
    const std::size_t rows = batch.rows_of(instruction.domain);
    const auto operands = batch.operands_of(instruction);
    const Cells& left = batch.cells(operands[0]);
    const Cells& right = batch.cells(operands.back());
    for (std::size_t i = 0; i < words_for(rows); ++i) cells.known[i] = left.known[i] & right.known[i];
    const auto with = [&](auto operation) {
        fill(cells, rows,
             [&](std::size_t row) { return raw(operation(decimal_at(left, row), decimal_at(right, row))); });
    };
    switch (instruction.opcode) {
        case Opcode::round: return fill(cells, rows, [&](std::size_t row) { return raw(left.ratio[row].rounded()); });
        case Opcode::count_value:
            return fill(cells, rows, [&](std::size_t row) -> std::optional<std::int64_t> {
                if (left.value[row] != left.upper[row]) return std::nullopt;
                return left.value[row] * Decimal::one_in_micros;
            });
        case Opcode::negate:
            return fill(cells, rows, [&](std::size_t row) { return raw(negate(decimal_at(left, row))); });
        case Opcode::add: return with([](Decimal a, Decimal b) { return add(a, b); });
        case Opcode::subtract: return with([](Decimal a, Decimal b) { return subtract(a, b); });
        case Opcode::multiply: return with([](Decimal a, Decimal b) { return multiply(a, b); });
        case Opcode::divide: return with([](Decimal a, Decimal b) { return divide(a, b); });
        case Opcode::quotient: return quotients(left, right, rows, cells);
        case Opcode::add_days:
            return fill(cells, rows, [&](std::size_t row) {
                return raw(add_days(date_at(left, row), decimal_at(right, row).rounded_to_integer()));
            });
        case Opcode::subtract_days:
            return fill(cells, rows, [&](std::size_t row) {
                return raw(add_days(date_at(left, row), -decimal_at(right, row).rounded_to_integer()));
            });
        case Opcode::days_between:
            return fill(cells, rows, [&](std::size_t row) {
                return std::optional(
                    Decimal::from_integer(days_between(date_at(right, row), date_at(left, row))).micros());
            });
        default:  // shift_months
            return fill(cells, rows,
                        [&](std::size_t row) { return raw(add_months(date_at(left, row), instruction.immediate)); });
    }
}

}  // namespace wegwijzer::execute
