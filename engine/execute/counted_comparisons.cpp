// Comparisons with a count that may be a range. A range decides when all its numbers give the same answer; it meets only
// known, ordinary values: range against range is unknown (docs/semantics.md, "Values").
#include <algorithm>
#include <optional>
#include <vector>

#include "engine/execute/comparable.h"
#include "engine/execute/operators.h"

namespace wegwijzer::execute {

namespace {

using Form = Comparable::Form;

std::strong_ordering order_of_whole(std::int64_t whole, const Comparable& with) {
    return order_of({.form = Form::number, .value = whole * Decimal::one_in_micros, .upper = 0, .ratio = {}}, with);
}
std::strong_ordering order_of_upper(const Comparable& range, const Comparable& with) {
    return range.upper == without_end ? std::strong_ordering::greater : order_of_whole(range.upper, with);
}

bool is_whole(const Comparable& value) {
    return value.form == Form::ratio ? value.ratio.numerator % value.ratio.denominator == 0
                                     : value.value % Decimal::one_in_micros == 0;
}

// The smallest whole number that is not below `value`, or with `down` the largest that is not above.
std::int64_t whole_beside(const Comparable& value, bool down) {
    const Int128 above = value.form == Form::ratio ? value.ratio.numerator : Int128{value.value};
    const Int128 below = value.form == Form::ratio ? value.ratio.denominator : Int128{Decimal::one_in_micros};
    const Int128 quotient = above / below;
    const Int128 rest = above % below;
    if (down) return static_cast<std::int64_t>(rest < 0 ? quotient - 1 : quotient);
    return static_cast<std::int64_t>(rest > 0 ? quotient + 1 : quotient);
}

Tri agreed(bool all, bool none) { return all ? Tri::yes : none ? Tri::no : Tri::unknown; }

Tri equals_range(const Comparable& range, const Comparable& value) {
    const bool outside = order_of_whole(range.value, value) > 0 || order_of_upper(range, value) < 0;
    return agreed(false, outside || !is_whole(value));
}

Tri compare_range(model::CompareOp op, const Comparable& range, const Comparable& value) {
    const auto low = order_of_whole(range.value, value);
    const auto high = order_of_upper(range, value);
    switch (op) {
        case model::CompareOp::less: return agreed(high < 0, low >= 0);
        case model::CompareOp::less_equal: return agreed(high <= 0, low > 0);
        case model::CompareOp::greater: return agreed(low > 0, high <= 0);
        case model::CompareOp::greater_equal: return agreed(low >= 0, high < 0);
        case model::CompareOp::equal: return equals_range(range, value);
        case model::CompareOp::not_equal: return tri_not(equals_range(range, value));
    }
    return Tri::unknown;
}

Tri compare_counted(model::CompareOp op, const Comparable& left, const Comparable& right) {
    if (left.is_ordinary() && right.is_ordinary()) return tri_of(holds(op, order_of(left, right)));
    if (left.form == Form::range && right.is_ordinary()) return compare_range(op, left, right);
    if (right.form == Form::range && left.is_ordinary()) return compare_range(mirrored(op), right, left);
    return Tri::unknown;
}

Tri between_counted(const Comparable& middle, const Comparable& low, const Comparable& high) {
    const int ranges =
        (middle.form == Form::range ? 1 : 0) + (low.form == Form::range ? 1 : 0) + (high.form == Form::range ? 1 : 0);
    const bool all_known = middle.form != Form::unknown && low.form != Form::unknown && high.form != Form::unknown;
    if (!all_known || ranges > 1) return Tri::unknown;
    if (middle.form == Form::range) {
        const std::int64_t from = whole_beside(low, false);
        const std::int64_t to = whole_beside(high, true);
        const bool none = to < from || middle.upper < from || middle.value > to;
        return agreed(from <= middle.value && middle.upper <= to, none);
    }
    // One end is a range, or none is: the other end may settle it.
    const Tri above = compare_counted(model::CompareOp::greater_equal, middle, low);
    const Tri below = compare_counted(model::CompareOp::less_equal, middle, high);
    return tri_and(above, below);
}

Tri one_of_counted(const Comparable& of, const std::vector<Comparable>& options, std::vector<std::int64_t>& wholes) {
    int ranges = of.form == Form::range ? 1 : 0;
    for (const Comparable& option : options) {
        if (option.form == Form::unknown) return Tri::unknown;
        ranges += option.form == Form::range ? 1 : 0;
    }
    if (of.form == Form::unknown || ranges > 1) return Tri::unknown;
    if (of.form != Form::range) {
        Tri any = Tri::no;
        for (const Comparable& option : options)
            any = tri_or(any, compare_counted(model::CompareOp::equal, of, option));
        return any;
    }
    wholes.clear();
    for (const Comparable& option : options) {
        if (!is_whole(option)) continue;
        const std::int64_t whole = whole_beside(option, true);
        if (of.value <= whole && whole <= of.upper) wholes.push_back(whole);
    }
    std::ranges::sort(wholes);
    const auto repeated = std::ranges::unique(wholes);
    wholes.erase(repeated.begin(), repeated.end());
    const bool all = of.upper != without_end && std::ssize(wholes) == of.upper - of.value + 1;
    return agreed(all, wholes.empty());
}

// The usual case: a count beside a number.
void compare_with_numbers(const Cells& range, const Cells& number, model::CompareOp op, std::size_t rows,
                          Cells& cells) {
    const auto exact = [&](std::size_t row) { return range.value[row] == range.upper[row]; };
    fill_bits(cells.yes.data(), rows, [&](std::size_t row) {
        return exact(row) && holds(op, range.value[row] * Decimal::one_in_micros <=> number.value[row]);
    });
    for (std::size_t i = 0; i < words_for(rows); ++i) {
        const Word known = range.known[i] & number.known[i];
        cells.no[i] = ~cells.yes[i] & known;
        cells.yes[i] &= known;
    }
    for (std::size_t row = 0; row < rows; ++row) {
        if (exact(row)) continue;
        const Word bit = Word{1} << (row % word_bits);
        const std::size_t at = row / word_bits;
        cells.yes[at] &= ~bit;
        cells.no[at] &= ~bit;
        if ((range.known[at] & number.known[at] & bit) == 0) continue;
        const Comparable left{.form = Form::range, .value = range.value[row], .upper = range.upper[row], .ratio = {}};
        const Comparable right{.form = Form::number, .value = number.value[row], .upper = 0, .ratio = {}};
        const Tri result = compare_range(op, left, right);
        if (result == Tri::yes) cells.yes[at] |= bit;
        if (result == Tri::no) cells.no[at] |= bit;
    }
}

}  // namespace

void run_counted_comparison(Batch& batch, Register id, const Instruction& instruction) {
    Cells& cells = batch.cells(id);
    const std::size_t rows = batch.rows_of(instruction.domain);
    const auto operands = batch.operands_of(instruction);
    const auto op = static_cast<model::CompareOp>(instruction.detail);
    if (instruction.opcode == Opcode::compare_counted && batch.instruction(operands[0]).kind == Kind::range &&
        batch.instruction(operands[1]).kind == Kind::number) {
        return compare_with_numbers(batch.cells(operands[0]), batch.cells(operands[1]), op, rows, cells);
    }
    std::fill_n(cells.yes.begin(), words_for(rows), Word{0});
    std::fill_n(cells.no.begin(), words_for(rows), Word{0});
    std::vector<Comparable> options(operands.size() - 1);
    for (std::size_t row = 0; row < rows; ++row) {
        const Comparable first = comparable_at(batch, operands[0], row);
        for (std::size_t i = 0; i < options.size(); ++i) options[i] = comparable_at(batch, operands[i + 1], row);
        Tri result = Tri::unknown;
        switch (instruction.opcode) {
            case Opcode::compare_counted: result = compare_counted(op, first, options[0]); break;
            case Opcode::between_counted: result = between_counted(first, options[0], options[1]); break;
            default: result = one_of_counted(first, options, batch.scratch().values); break;
        }
        if (instruction.negated) result = tri_not(result);
        const Word bit = Word{1} << (row % word_bits);
        if (result == Tri::yes) cells.yes[row / word_bits] |= bit;
        if (result == Tri::no) cells.no[row / word_bits] |= bit;
    }
}

}  // namespace wegwijzer::execute
