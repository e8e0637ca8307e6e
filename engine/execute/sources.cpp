// Constants, fields, and a student's value for each of their events.
#include <algorithm>

#include "engine/execute/operators.h"

namespace wegwijzer::execute {

namespace {

void fill(Cells& cells, Kind kind, std::size_t rows, std::int64_t value, bool known) {
    const auto all = [](bool set) { return set ? ~Word{0} : Word{0}; };
    const std::size_t words = words_for(rows);
    switch (kind) {
        case Kind::tri:
            std::fill_n(cells.yes.begin(), words, all(known && value == static_cast<std::int64_t>(Tri::yes)));
            std::fill_n(cells.no.begin(), words, all(known && value == static_cast<std::int64_t>(Tri::no)));
            break;
        case Kind::severities:
            std::fill_n(cells.bytes.begin(), rows, known ? static_cast<std::uint8_t>(value) : std::uint8_t{0});
            break;
        case Kind::ratio: std::fill_n(cells.known.begin(), words, Word{0}); break;
        case Kind::range:
        case Kind::interval: std::fill_n(cells.upper.begin(), rows, value); [[fallthrough]];
        default:
            std::fill_n(cells.known.begin(), words, all(known));
            std::fill_n(cells.value.begin(), rows, value);
            break;
    }
}

void load_field(Batch& batch, Register id, const Instruction& instruction) {
    Cells& cells = batch.cells(id);
    const std::size_t rows = batch.rows_of(instruction.domain);
    if (rows == 0) return;
    const std::size_t first = batch.first_row_of(instruction.domain);
    const Column& column = batch.bound().column(instruction.domain, instruction.field);
    std::vector<Word>& known = instruction.kind == Kind::tri ? batch.scratch().known : cells.known;
    if (known.size() < words_for(rows)) known.resize(words_for(rows));
    if (column.all_known()) {
        std::fill_n(known.begin(), words_for(rows), ~Word{0});
    } else {
        copy_bits(column.known_words().data(), column.known_words().size(), first, rows, known.data());
    }
    if (instruction.kind == Kind::tri) {
        fill_bits(cells.yes.data(), rows, [&](std::size_t row) { return column.raw_at(first + row) != 0; });
        for (std::size_t i = 0; i < words_for(rows); ++i) {
            cells.no[i] = known[i] & ~cells.yes[i];
            cells.yes[i] &= known[i];
        }
        return;
    }
    if (instruction.kind == Kind::text) {
        const auto texts = batch.bound().texts(instruction.domain, instruction.field);
        for (std::size_t row = 0; row < rows; ++row) {
            cells.value[row] =
                bit_at(known.data(), row) ? texts[static_cast<std::size_t>(column.raw_at(first + row))] : 0;
        }
        return;
    }
    const std::int64_t factor = column.factor();
    for (std::size_t row = 0; row < rows; ++row) cells.value[row] = column.raw_at(first + row) * factor;
}

template <class Value>
void spread_values(const EventRows& events, const std::vector<Value>& from, std::vector<Value>& to) {
    for (std::size_t student = 0; student < events.begin.size(); ++student)
        std::fill(to.begin() + events.begin[student], to.begin() + events.end[student], from[student]);
}

void spread_bits(const EventRows& events, const std::vector<Word>& from, std::vector<Word>& to) {
    std::fill_n(to.begin(), words_for(events.count), Word{0});
    for (std::size_t student = 0; student < events.begin.size(); ++student) {
        if (!bit_at(from.data(), student)) continue;
        for (std::size_t row = events.begin[student]; row < events.end[student]; ++row)
            to[row / word_bits] |= Word{1} << (row % word_bits);
    }
}

void spread(Batch& batch, Register id, const Instruction& instruction) {
    const EventRows& events = batch.events(instruction.domain);
    if (events.count == 0) return;
    const Cells& from = batch.cells(batch.operands_of(instruction)[0]);
    Cells& to = batch.cells(id);
    switch (instruction.kind) {
        case Kind::tri:
            spread_bits(events, from.yes, to.yes);
            spread_bits(events, from.no, to.no);
            break;
        case Kind::severities: spread_values(events, from.bytes, to.bytes); break;
        case Kind::ratio:
            spread_bits(events, from.known, to.known);
            spread_values(events, from.ratio, to.ratio);
            break;
        case Kind::range: spread_values(events, from.upper, to.upper); [[fallthrough]];
        default:
            spread_bits(events, from.known, to.known);
            spread_values(events, from.value, to.value);
            break;
    }
}

}  // namespace

void run_source(Batch& batch, Register id, const Instruction& instruction) {
    Cells& cells = batch.cells(id);
    const std::size_t rows = batch.rows_of(instruction.domain);
    switch (instruction.opcode) {
        case Opcode::constant: return fill(cells, instruction.kind, rows, instruction.immediate, true);
        case Opcode::unknown: return fill(cells, instruction.kind, rows, 0, false);
        case Opcode::reference_date:
            return fill(cells, instruction.kind, rows, batch.bound().reference_date.days(), true);
        case Opcode::field: return load_field(batch, id, instruction);
        default: return spread(batch, id, instruction);
    }
}

}  // namespace wegwijzer::execute
