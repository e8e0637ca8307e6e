// A field beside values that are the same for every student: the values are brought to the column's own scale, once,
// and the column is compared as it is stored, in kernels of its own width.
#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <type_traits>

#include "engine/execute/operators.h"

namespace wegwijzer::execute {

namespace {

// Raw values from `low` to `high`; none when low > high.
struct RawSpan {
    std::int64_t low = 0;
    std::int64_t high = -1;
};

std::int64_t divide_down(std::int64_t value, std::int64_t by) {
    const std::int64_t quotient = value / by;
    return value % by < 0 ? quotient - 1 : quotient;
}
std::int64_t divide_up(std::int64_t value, std::int64_t by) {
    const std::int64_t quotient = value / by;
    return value % by > 0 ? quotient + 1 : quotient;
}

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

// Raw values equal to `value`.
RawSpan same_as(const Batch& batch, const Column& column, Kind kind, std::int64_t value) {
    if (kind == Kind::text) {
        const auto number = column.dictionary().find(batch.program().texts[static_cast<std::size_t>(value)]);
        return number ? RawSpan{*number, *number} : RawSpan{};
    }
    if (value % column.factor() != 0) return {};
    return {value / column.factor(), value / column.factor()};
}

RawSpan span_of(model::CompareOp op, std::int64_t value, std::int64_t factor) {
    switch (op) {
        case model::CompareOp::less: return value == lowest ? RawSpan{} : RawSpan{lowest, divide_up(value, factor) - 1};
        case model::CompareOp::less_equal: return {lowest, divide_down(value, factor)};
        case model::CompareOp::greater:
            return value == highest ? RawSpan{} : RawSpan{divide_down(value, factor) + 1, highest};
        default: return {divide_up(value, factor), highest};
    }
}

template <class Raw>
void mark(std::span<const Raw> raw, RawSpan span, Word* hits) {
    using Unsigned = std::make_unsigned_t<Raw>;
    const std::int64_t low = std::max<std::int64_t>(span.low, std::numeric_limits<Raw>::min());
    const std::int64_t high = std::min<std::int64_t>(span.high, std::numeric_limits<Raw>::max());
    if (low > high) return;
    const auto from = static_cast<Unsigned>(static_cast<Raw>(low));
    const auto width = static_cast<Unsigned>(static_cast<Unsigned>(static_cast<Raw>(high)) - from);
    std::array<unsigned char, word_bits> bytes{};
    for (std::size_t at = 0; at < raw.size(); at += word_bits) {
        const std::size_t rows = std::min(word_bits, raw.size() - at);
        const Raw* source = raw.data() + at;
        if (rows == word_bits) {
            for (std::size_t i = 0; i < word_bits; ++i)
                bytes[i] = static_cast<Unsigned>(static_cast<Unsigned>(source[i]) - from) <= width;
        } else {
            bytes.fill(0);
            for (std::size_t i = 0; i < rows; ++i)
                bytes[i] = static_cast<Unsigned>(static_cast<Unsigned>(source[i]) - from) <= width;
        }
        hits[at / word_bits] |= pack_bytes(bytes.data());
    }
}

void mark(const Column& column, std::size_t first, std::size_t rows, RawSpan span, Word* hits) {
    switch (column.width()) {
        case 1: return mark(column.raw<std::int8_t>().subspan(first, rows), span, hits);
        case 2: return mark(column.raw<std::int16_t>().subspan(first, rows), span, hits);
        case 4: return mark(column.raw<std::int32_t>().subspan(first, rows), span, hits);
        default: return mark(column.raw<std::int64_t>().subspan(first, rows), span, hits);
    }
}

}  // namespace

void run_field_test(Batch& batch, Register id, const Instruction& instruction) {
    Cells& cells = batch.cells(id);
    const std::size_t rows = batch.rows_of(instruction.domain);
    if (rows == 0) return;
    const std::size_t words = words_for(rows);
    const std::size_t first = batch.first_row_of(instruction.domain);
    const Column& column = batch.bound().column(instruction.domain, instruction.field);
    const auto operands = batch.operands_of(instruction);
    std::fill_n(cells.yes.begin(), words, Word{0});
    std::fill_n(cells.no.begin(), words, Word{0});
    for (const Register operand : operands)
        if (!bit_at(batch.cells(operand).known.data(), 0)) return;

    const auto value = [&](std::size_t i) { return batch.cells(operands[i]).value[0]; };
    const Kind kind = batch.instruction(operands[0]).kind;
    bool negated = instruction.negated;
    if (instruction.opcode == Opcode::compare_field) {
        const auto op = static_cast<model::CompareOp>(instruction.detail);
        if (op == model::CompareOp::equal || op == model::CompareOp::not_equal) {
            negated = op == model::CompareOp::not_equal;
            mark(column, first, rows, same_as(batch, column, kind, value(0)), cells.yes.data());
        } else {
            mark(column, first, rows, span_of(op, value(0), column.factor()), cells.yes.data());
        }
    } else if (instruction.opcode == Opcode::between_field) {
        mark(column, first, rows, {divide_up(value(0), column.factor()), divide_down(value(1), column.factor())},
             cells.yes.data());
    } else {
        for (std::size_t i = 0; i < operands.size(); ++i)
            mark(column, first, rows, same_as(batch, column, kind, value(i)), cells.yes.data());
    }

    Word* known = nullptr;
    if (!column.all_known()) {
        auto& space = batch.scratch().known;
        if (space.size() < words) space.resize(words);
        copy_bits(column.known_words().data(), column.known_words().size(), first, rows, space.data());
        known = space.data();
    }
    for (std::size_t i = 0; i < words; ++i) {
        const Word all = known == nullptr ? ~Word{0} : known[i];
        const Word hits = negated ? ~cells.yes[i] : cells.yes[i];
        cells.yes[i] = hits & all;
        cells.no[i] = ~hits & all;
    }
}

}  // namespace wegwijzer::execute
