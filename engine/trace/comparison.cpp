#include "engine/trace/comparison.h"

#include <algorithm>
#include <array>
#include <vector>

namespace wegwijzer::trace {
namespace {

Ratio ratio_of(const Operand& operand) {
    return operand.exact ? *operand.exact : Ratio::of(number_of(operand.value).value_or(Decimal{}));
}

Int128 floor_of(const Ratio& ratio) {
    const Int128 whole = ratio.numerator / ratio.denominator;
    return whole * ratio.denominator > ratio.numerator ? whole - 1 : whole;
}

Operand whole_number(Int128 number) {
    Operand result;
    result.value = Decimal{};  // not read: `exact` stands for it
    result.exact = Ratio{number, 1};
    return result;
}

// The numbers of a range at which an answer can change: its ends, and those around what it is compared with. Between
// those every number compares alike.
std::vector<Operand> numbers_that_matter(const CountRange& range, std::span<const Operand> others) {
    std::vector<Int128> numbers = {range.low};
    if (range.high) numbers.push_back(*range.high);
    for (const Operand& other : others) {
        if (!number_of(other.value)) continue;
        const Int128 whole = floor_of(ratio_of(other));
        for (int step = -1; step <= 2; ++step) numbers.push_back(whole + step);
    }
    std::vector<Operand> result;
    for (const Int128 number : numbers) {
        if (number >= range.low && (!range.high || number <= *range.high)) result.push_back(whole_number(number));
    }
    return result;
}

std::vector<Operand> possibilities(const Operand& operand, std::span<const Operand> all) {
    if (const auto* range = std::get_if<CountRange>(&operand.value)) return numbers_that_matter(*range, all);
    if (const auto* set = std::get_if<SeveritySet>(&operand.value)) {
        std::vector<Operand> result;
        for (std::uint8_t level = 0; level <= 3; ++level) {
            if (((set->bits >> level) & 1u) != 0) result.push_back({static_cast<model::Severity>(level), {}});
        }
        return result;
    }
    return {operand};
}

bool has_unusable_part(std::span<const Operand> operands) {
    const auto ranges = std::count_if(operands.begin(), operands.end(), [](const Operand& operand) {
        return std::holds_alternative<CountRange>(operand.value);
    });
    const auto known =
        std::count_if(operands.begin(), operands.end(), [](const Operand& operand) { return is_known(operand.value); });
    const auto unknown = std::count_if(operands.begin(), operands.end(),
                                       [](const Operand& operand) { return is_unknown(operand.value); });
    return unknown > 0 || (ranges > 0 && static_cast<std::size_t>(ranges + known) < operands.size()) || ranges > 1;
}

}  // namespace

std::optional<Decimal> number_of(const Value& value) {
    if (const auto* number = std::get_if<Decimal>(&value)) return *number;
    if (const auto* length = std::get_if<Length>(&value)) {
        if (length->unit == LengthUnit::days) return Decimal::from_integer(length->count);
        if (length->unit == LengthUnit::weeks) return Decimal::from_integer(7 * length->count);
    }
    return std::nullopt;
}

std::partial_ordering order(const Operand& left, const Operand& right) {
    if (number_of(left.value) && number_of(right.value)) return compare(ratio_of(left), ratio_of(right));
    if (left.value.index() != right.value.index()) return std::partial_ordering::unordered;
    return std::visit(
        [&right](const auto& value) -> std::partial_ordering {
            using T = std::decay_t<decltype(value)>;
            if constexpr (requires { value <=> value; }) {
                return value <=> std::get<T>(right.value);
            } else {
                return std::partial_ordering::unordered;
            }
        },
        left.value);
}

bool holds(model::CompareOp op, const Operand& left, const Operand& right) {
    const std::partial_ordering result = order(left, right);
    switch (op) {
        case model::CompareOp::less: return result < 0;
        case model::CompareOp::less_equal: return result <= 0;
        case model::CompareOp::greater: return result > 0;
        case model::CompareOp::greater_equal: return result >= 0;
        case model::CompareOp::equal: return result == 0;
        case model::CompareOp::not_equal: return result != 0;
    }
    return false;
}

Tri decide(std::span<const Operand> operands, const std::function<bool(std::span<const Operand>)>& test) {
    if (has_unusable_part(operands)) return Tri::unknown;
    bool some_true = false;
    bool some_false = false;
    std::vector<Operand> chosen(operands.begin(), operands.end());
    const std::function<void(std::size_t)> choose = [&](std::size_t next) {
        if (next == operands.size()) {
            (test(chosen) ? some_true : some_false) = true;
            return;
        }
        for (const Operand& possibility : possibilities(operands[next], operands)) {
            chosen[next] = possibility;
            choose(next + 1);
        }
    };
    choose(0);
    if (some_true == some_false) return Tri::unknown;  // both, or nothing is possible at all
    return tri_of(some_true);
}

Tri decide_count(model::Quantifier quantifier, const Operand& count, const Operand& number) {
    const auto compare_with = [&count](model::CompareOp op, const Operand& other) {
        const std::array<Operand, 2> operands = {count, other};
        return decide(operands, [op](std::span<const Operand> chosen) { return holds(op, chosen[0], chosen[1]); });
    };
    switch (quantifier) {
        case model::Quantifier::at_least: return compare_with(model::CompareOp::greater_equal, number);
        case model::Quantifier::at_most: return compare_with(model::CompareOp::less_equal, number);
        case model::Quantifier::none: return compare_with(model::CompareOp::equal, Operand{Decimal{}, {}});
        case model::Quantifier::exactly:
        case model::Quantifier::all: return compare_with(model::CompareOp::equal, number);
    }
    return Tri::unknown;
}

}  // namespace wegwijzer::trace
