// Comparisons of ordinary values, rounded and exact. Unknown when a part is.
#include <algorithm>

#include "engine/execute/comparable.h"
#include "engine/execute/operators.h"

namespace wegwijzer::execute {

namespace {

// Puts the rows that hold, of those where all operands are known.
template <class Holds>
void decide(Batch& batch, Cells& cells, std::span<const Register> operands, std::size_t rows, bool negated,
            Holds holds) {
    fill_bits(cells.yes.data(), rows, holds);
    for (std::size_t i = 0; i < words_for(rows); ++i) {
        Word known = ~Word{0};
        for (const Register operand : operands) known &= batch.cells(operand).known[i];
        const Word hits = negated ? ~cells.yes[i] : cells.yes[i];
        cells.yes[i] = hits & known;
        cells.no[i] = ~hits & known;
    }
}

void compare_values(Batch& batch, Cells& cells, const Instruction& instruction, std::size_t rows) {
    const auto operands = batch.operands_of(instruction);
    const std::int64_t* left = batch.cells(operands[0]).value.data();
    const std::int64_t* right = batch.cells(operands[1]).value.data();
    const auto with = [&](auto holds) {
        decide(batch, cells, operands, rows, false, [&](std::size_t row) { return holds(left[row], right[row]); });
    };
    switch (static_cast<model::CompareOp>(instruction.detail)) {
        case model::CompareOp::less: return with([](std::int64_t a, std::int64_t b) { return a < b; });
        case model::CompareOp::less_equal: return with([](std::int64_t a, std::int64_t b) { return a <= b; });
        case model::CompareOp::greater: return with([](std::int64_t a, std::int64_t b) { return a > b; });
        case model::CompareOp::greater_equal: return with([](std::int64_t a, std::int64_t b) { return a >= b; });
        case model::CompareOp::equal: return with([](std::int64_t a, std::int64_t b) { return a == b; });
        case model::CompareOp::not_equal: return with([](std::int64_t a, std::int64_t b) { return a != b; });
    }
}

void compare_exactly(Batch& batch, Cells& cells, const Instruction& instruction, std::size_t rows) {
    const auto operands = batch.operands_of(instruction);
    const auto op = static_cast<model::CompareOp>(instruction.detail);
    const Cells& left = batch.cells(operands[0]);
    const Cells& right = batch.cells(operands[1]);
    // The usual case is an average beside a number; unknown rows hold stale but valid values.
    if (batch.instruction(operands[0]).kind == Kind::ratio && batch.instruction(operands[1]).kind == Kind::number) {
        return decide(batch, cells, operands, rows, false, [&](std::size_t row) {
            return bit_at(left.known.data(), row) && holds(op, compare_with_number(left.ratio[row], right.value[row]));
        });
    }
    decide(batch, cells, operands, rows, false, [&](std::size_t row) {
        const Comparable a = comparable_at(batch, operands[0], row);
        const Comparable b = comparable_at(batch, operands[1], row);
        return a.is_ordinary() && b.is_ordinary() && holds(op, order_of(a, b));
    });
}

}  // namespace

void run_comparison(Batch& batch, Register id, const Instruction& instruction) {
    Cells& cells = batch.cells(id);
    const std::size_t rows = batch.rows_of(instruction.domain);
    const auto operands = batch.operands_of(instruction);
    const auto value = [&](std::size_t i, std::size_t row) { return batch.cells(operands[i]).value[row]; };
    switch (instruction.opcode) {
        case Opcode::compare: return compare_values(batch, cells, instruction, rows);
        case Opcode::compare_exact: return compare_exactly(batch, cells, instruction, rows);
        case Opcode::between:
            return decide(batch, cells, operands, rows, instruction.negated, [&](std::size_t row) {
                return value(1, row) <= value(0, row) && value(0, row) <= value(2, row);
            });
        case Opcode::one_of:
            return decide(batch, cells, operands, rows, instruction.negated, [&](std::size_t row) {
                for (std::size_t i = 1; i < operands.size(); ++i)
                    if (value(i, row) == value(0, row)) return true;
                return false;
            });
        case Opcode::between_exact:
            return decide(batch, cells, operands, rows, instruction.negated, [&](std::size_t row) {
                const Comparable middle = comparable_at(batch, operands[0], row);
                const Comparable low = comparable_at(batch, operands[1], row);
                const Comparable high = comparable_at(batch, operands[2], row);
                return middle.is_ordinary() && low.is_ordinary() && high.is_ordinary() && order_of(low, middle) <= 0 &&
                       order_of(middle, high) <= 0;
            });
        default:  // one_of_exact
            return decide(batch, cells, operands, rows, instruction.negated, [&](std::size_t row) {
                const Comparable of = comparable_at(batch, operands[0], row);
                return of.is_ordinary() && std::ranges::any_of(operands.subspan(1), [&](Register option) {
                           const Comparable other = comparable_at(batch, option, row);
                           return other.is_ordinary() && order_of(of, other) == 0;
                       });
            });
    }
}

}  // namespace wegwijzer::execute
