// Comparisons of severities, each a set of those that are possible: decided when every choice from the sets agrees.
// A set without any is unknown (docs/semantics.md, "Values").
#include <algorithm>
#include <array>
#include <compare>

#include "engine/execute/comparable.h"
#include "engine/execute/operators.h"

namespace wegwijzer::execute {

namespace {

constexpr std::uint8_t severities = 4;

constexpr bool has(std::uint8_t set, std::uint8_t level) { return ((set >> level) & 1u) != 0; }

// Collects answers; decided when there is one kind of answer.
struct Answers {
    bool some_hold = false;
    bool some_fail = false;
    constexpr void add(bool holds) { (holds ? some_hold : some_fail) = true; }
    [[nodiscard]] constexpr Tri result() const { return some_hold == some_fail ? Tri::unknown : tri_of(some_hold); }
};

constexpr Tri compare_sets(model::CompareOp op, std::uint8_t left, std::uint8_t right) {
    Answers answers;
    for (std::uint8_t a = 0; a < severities; ++a)
        for (std::uint8_t b = 0; b < severities; ++b)
            if (has(left, a) && has(right, b)) answers.add(holds(op, a <=> b));
    return answers.result();
}

Tri between_sets(std::uint8_t middle, std::uint8_t low, std::uint8_t high) {
    Answers answers;
    for (std::uint8_t m = 0; m < severities; ++m)
        for (std::uint8_t l = 0; l < severities; ++l)
            for (std::uint8_t h = 0; h < severities; ++h)
                if (has(middle, m) && has(low, l) && has(high, h)) answers.add(l <= m && m <= h);
    return answers.result();
}

Tri one_of_sets(std::uint8_t of, std::span<const std::uint8_t> options) {
    if (std::ranges::find(options, 0) != options.end()) return Tri::unknown;
    Answers answers;
    for (std::uint8_t a = 0; a < severities; ++a) {
        if (!has(of, a)) continue;
        const auto bit = static_cast<std::uint8_t>(1u << a);
        // Some choice holds when one option may be `a`, some choice fails when none must be.
        if (std::ranges::any_of(options, [&](std::uint8_t set) { return (set & bit) != 0; })) answers.add(true);
        if (std::ranges::find(options, bit) == options.end()) answers.add(false);
    }
    return answers.result();
}

// Of each set on the left the sets on the right, a bit each, with which a comparison holds, and with which it does not.
struct Answered {
    std::array<std::uint16_t, 16> holds_with{};
    std::array<std::uint16_t, 16> fails_with{};
};

constexpr std::array<Answered, 6> answered = [] {
    std::array<Answered, 6> all{};
    for (std::size_t op = 0; op < all.size(); ++op) {
        for (std::uint8_t a = 0; a < 16; ++a) {
            for (std::uint8_t b = 0; b < 16; ++b) {
                const Tri result = compare_sets(static_cast<model::CompareOp>(op), a, b);
                const auto bit = static_cast<std::uint16_t>(1u << b);
                if (result == Tri::yes) all[op].holds_with[a] |= bit;
                if (result == Tri::no) all[op].fails_with[a] |= bit;
            }
        }
    }
    return all;
}();

void compare_rows(model::CompareOp op, const Cells& left, const Cells& right, std::size_t rows, Cells& cells) {
    const Answered& table = answered[static_cast<std::size_t>(op)];
    const std::uint8_t* a = left.bytes.data();
    const std::uint8_t* b = right.bytes.data();
    fill_bits(cells.yes.data(), rows,
              [&](std::size_t row) { return ((table.holds_with[a[row]] >> b[row]) & 1u) != 0; });
    fill_bits(cells.no.data(), rows, [&](std::size_t row) { return ((table.fails_with[a[row]] >> b[row]) & 1u) != 0; });
}

}  // namespace

void run_severity_comparison(Batch& batch, Register id, const Instruction& instruction) {
    Cells& cells = batch.cells(id);
    const std::size_t rows = batch.rows_of(instruction.domain);
    const auto operands = batch.operands_of(instruction);
    if (instruction.opcode == Opcode::compare_severity) {
        return compare_rows(static_cast<model::CompareOp>(instruction.detail), batch.cells(operands[0]),
                            batch.cells(operands[1]), rows, cells);
    }
    std::vector<std::uint8_t> options(operands.size() - 1);
    std::fill_n(cells.yes.begin(), words_for(rows), Word{0});
    std::fill_n(cells.no.begin(), words_for(rows), Word{0});
    for (std::size_t row = 0; row < rows; ++row) {
        const std::uint8_t first = batch.cells(operands[0]).bytes[row];
        for (std::size_t i = 0; i < options.size(); ++i) options[i] = batch.cells(operands[i + 1]).bytes[row];
        Tri result = Tri::unknown;
        switch (instruction.opcode) {
            case Opcode::between_severity: result = between_sets(first, options[0], options[1]); break;
            default: result = one_of_sets(first, options); break;
        }
        if (instruction.negated) result = tri_not(result);
        const Word bit = Word{1} << (row % word_bits);
        if (result == Tri::yes) cells.yes[row / word_bits] |= bit;
        if (result == Tri::no) cells.no[row / word_bits] |= bit;
    }
}

}  // namespace wegwijzer::execute
