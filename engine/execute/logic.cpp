// Kleene's logic, 64 rows at a time.
#include <algorithm>

#include "engine/execute/operators.h"

namespace wegwijzer::execute {

namespace {

TriWord word_of(const Cells& cells, std::size_t at) { return {cells.yes[at], cells.no[at]}; }

void put(Cells& cells, std::size_t at, TriWord word) {
    cells.yes[at] = word.yes;
    cells.no[at] = word.no;
}

template <class Join>
void join(Batch& batch, Cells& cells, std::span<const Register> operands, std::size_t words, Join join_words) {
    for (std::size_t i = 0; i < words; ++i) {
        TriWord word = word_of(batch.cells(operands[0]), i);
        for (const Register operand : operands.subspan(1)) word = join_words(word, word_of(batch.cells(operand), i));
        put(cells, i, word);
    }
}

// `least` and `most` parts can be true; the number asked is in micros and need not be whole.
Tri decide(model::Quantifier quantifier, std::int64_t least, std::int64_t most, std::int64_t asked) {
    const std::int64_t low = least * Decimal::one_in_micros;
    const std::int64_t high = most * Decimal::one_in_micros;
    switch (quantifier) {
        case model::Quantifier::at_least:
            if (low >= asked) return Tri::yes;
            return high < asked ? Tri::no : Tri::unknown;
        case model::Quantifier::at_most:
            if (high <= asked) return Tri::yes;
            return low > asked ? Tri::no : Tri::unknown;
        default: break;
    }
    if (asked < low || asked > high || asked % Decimal::one_in_micros != 0) return Tri::no;
    return least == most ? Tri::yes : Tri::unknown;
}

void run_quantified(Batch& batch, Cells& cells, const Instruction& instruction, std::size_t rows) {
    const auto operands = batch.operands_of(instruction);
    const Cells& count = batch.cells(operands[0]);
    const auto quantifier = static_cast<model::Quantifier>(instruction.detail);
    std::fill_n(cells.yes.begin(), words_for(rows), Word{0});
    std::fill_n(cells.no.begin(), words_for(rows), Word{0});
    for (std::size_t row = 0; row < rows; ++row) {
        if (!bit_at(count.known.data(), row)) continue;
        std::int64_t least = 0;
        std::int64_t most = 0;
        for (const Register operand : operands.subspan(1)) {
            const Cells& part = batch.cells(operand);
            least += bit_at(part.yes.data(), row) ? 1 : 0;
            most += bit_at(part.no.data(), row) ? 0 : 1;
        }
        const Tri result = decide(quantifier, least, most, count.value[row]);
        const Word bit = Word{1} << (row % word_bits);
        if (result == Tri::yes) cells.yes[row / word_bits] |= bit;
        if (result == Tri::no) cells.no[row / word_bits] |= bit;
    }
}

void run_known(Batch& batch, Cells& cells, const Instruction& instruction, std::size_t rows) {
    const Register of = batch.operands_of(instruction)[0];
    const Cells& operand = batch.cells(of);
    const std::size_t words = words_for(rows);
    switch (batch.instruction(of).kind) {
        case Kind::tri:
            for (std::size_t i = 0; i < words; ++i) cells.yes[i] = operand.yes[i] | operand.no[i];
            break;
        case Kind::range:
        case Kind::severities:
            fill_bits(cells.yes.data(), rows, [&](std::size_t row) { return batch.is_ordinary(of, row); });
            break;
        default: std::copy_n(operand.known.begin(), words, cells.yes.begin()); break;
    }
    for (std::size_t i = 0; i < words; ++i) {
        cells.no[i] = ~cells.yes[i];
        if (instruction.negated) std::swap(cells.yes[i], cells.no[i]);
    }
}

}  // namespace

void run_logic(Batch& batch, Register id, const Instruction& instruction) {
    Cells& cells = batch.cells(id);
    const std::size_t rows = batch.rows_of(instruction.domain);
    const std::size_t words = words_for(rows);
    const auto operands = batch.operands_of(instruction);
    switch (instruction.opcode) {
        case Opcode::not_:
            for (std::size_t i = 0; i < words; ++i) put(cells, i, tri_not(word_of(batch.cells(operands[0]), i)));
            return;
        case Opcode::and_:
            return join(batch, cells, operands, words, [](TriWord a, TriWord b) { return tri_and(a, b); });
        case Opcode::or_: return join(batch, cells, operands, words, [](TriWord a, TriWord b) { return tri_or(a, b); });
        case Opcode::quantified: return run_quantified(batch, cells, instruction, rows);
        case Opcode::is_known: return run_known(batch, cells, instruction, rows);
        case Opcode::truth: {
            const Cells& of = batch.cells(operands[0]);
            for (std::size_t i = 0; i < words; ++i) cells.known[i] = of.yes[i] | of.no[i];
            for (std::size_t row = 0; row < rows; ++row) cells.value[row] = bit_at(of.yes.data(), row) ? 1 : 0;
            return;
        }
        default: {  // holds
            const Cells& of = batch.cells(operands[0]);
            fill_bits(cells.yes.data(), rows, [&](std::size_t row) { return of.value[row] != 0; });
            for (std::size_t i = 0; i < words; ++i) {
                cells.no[i] = ~cells.yes[i] & of.known[i];
                cells.yes[i] &= of.known[i];
            }
            return;
        }
    }
}

}  // namespace wegwijzer::execute
