// `aantal` and `aantal verschillende`: a range where an event may or may not be counted.
#include <algorithm>

#include "engine/execute/event_masks.h"
#include "engine/execute/operators.h"

namespace wegwijzer::execute {

namespace {

void run_plain_count(const Batch& batch, const EventMasks& masks, const EventRows& events, const Cells& window,
                     bool has_period, Cells& cells) {
    for (std::size_t student = 0; student < batch.students(); ++student) {
        const auto begin = static_cast<std::size_t>(window.value[student]);
        const auto end = static_cast<std::size_t>(window.upper[student]);
        std::int64_t low = count_bits(masks.in, begin, end);
        std::int64_t high = low + (masks.any_maybe ? count_bits(masks.maybe, begin, end) : 0);
        if (events.has_undated) {
            const std::size_t from = events.undated_begin[student];
            const std::size_t to = events.end[student];
            const std::int64_t passing = count_bits(masks.in, from, to);
            if (!has_period) low += passing;
            high += passing + count_bits(masks.maybe, from, to);
        }
        cells.value[student] = low;
        cells.upper[student] = bit_at(window.open.data(), student) ? without_end : high;
    }
}

std::int64_t count_different(std::vector<std::int64_t>& values) {
    std::ranges::sort(values);
    return std::ranges::unique(values).begin() - values.begin();
}

void run_distinct_count(Batch& batch, const Instruction& instruction, const EventMasks& masks, const EventRows& events,
                        const Cells& window, bool has_period, Cells& cells) {
    const Column* column = events.count == 0 ? nullptr : &batch.bound().column(instruction.series, instruction.field);
    auto& certain = batch.scratch().values;
    auto& possible = batch.scratch().more_values;
    for (std::size_t student = 0; student < batch.students(); ++student) {
        certain.clear();
        possible.clear();
        const auto into = [&](std::vector<std::int64_t>& values) {
            return [&](std::size_t row) { values.push_back(column->raw_at(events.first + row)); };
        };
        const auto begin = static_cast<std::size_t>(window.value[student]);
        const auto end = static_cast<std::size_t>(window.upper[student]);
        const std::size_t undated = events.undated_begin[student];
        for_each_bit(masks.in, begin, end, into(certain));
        for_each_bit(masks.maybe, begin, end, into(possible));
        for_each_bit(masks.in, undated, events.end[student], into(has_period ? possible : certain));
        for_each_bit(masks.maybe, undated, events.end[student], into(possible));
        possible.insert(possible.end(), certain.begin(), certain.end());
        cells.value[student] = count_different(certain);
        cells.upper[student] = bit_at(window.open.data(), student) ? without_end : count_different(possible);
    }
}

}  // namespace

void run_count(Batch& batch, Register id, const Instruction& instruction) {
    Cells& cells = batch.cells(id);
    const auto operands = batch.operands_of(instruction);
    const Cells& window = batch.cells(operands[0]);
    const bool has_period = batch.instruction(operands[0]).operand_count != 0;
    const Register filter = operands.size() > 1 ? operands[1] : Register{};
    const EventRows& events = batch.events(instruction.series);
    std::copy_n(window.known.begin(), words_for(batch.students()), cells.known.begin());
    if (instruction.opcode == Opcode::count) {
        const EventMasks masks = find_masks(batch, instruction.series, filter, std::nullopt);
        run_plain_count(batch, masks, events, window, has_period, cells);
    } else {
        const EventMasks masks = find_masks(batch, instruction.series, filter, instruction.field);
        run_distinct_count(batch, instruction, masks, events, window, has_period, cells);
    }
}

}  // namespace wegwijzer::execute
