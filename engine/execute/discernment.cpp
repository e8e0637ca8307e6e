#include "engine/execute/discernment.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "engine/execute/batch.h"
#include "engine/execute/bind.h"

namespace wegwijzer::execute {
namespace {

template <class Item>
void add(std::vector<Item>& items, const Item& item) {
    if (std::ranges::find(items, item) == items.end()) items.push_back(item);
}

// Does an aggregate calculate with a field of the events?
bool aggregates_field(Opcode opcode) {
    switch (opcode) {
        case Opcode::sum:
        case Opcode::sum_any:
        case Opcode::average:
        case Opcode::highest:
        case Opcode::lowest:
        case Opcode::first:
        case Opcode::last:
        case Opcode::change:
        case Opcode::count_distinct: return true;
        default: return false;
    }
}

std::int64_t bits_at(const std::vector<Word>& one, const std::vector<Word>& other, std::size_t row) {
    return (bit_at(one.data(), row) ? 1 : 0) + (bit_at(other.data(), row) ? 2 : 0);
}

// Everything that a register holds of a row.
void put_cell(const Cells& cells, Kind kind, std::size_t row, std::vector<std::int64_t>& into) {
    switch (kind) {
        case Kind::tri: return into.push_back(bits_at(cells.yes, cells.no, row));
        case Kind::severities: return into.push_back(cells.bytes[row]);
        default: break;
    }
    const bool is_known = bit_at(cells.known.data(), row);
    into.push_back(is_known ? 1 : 0);
    if (!is_known) return;
    if (kind == Kind::ratio) {
        for (const Int128 part : {cells.ratio[row].numerator, cells.ratio[row].denominator}) {
            into.push_back(static_cast<std::int64_t>(part >> 64));
            into.push_back(static_cast<std::int64_t>(part));
        }
        return;
    }
    into.push_back(cells.value[row]);
    if (kind == Kind::range) into.push_back(cells.upper[row]);
}

}  // namespace

Discernment::Discernment(const program::Program& program, SeriesId series) : series_(series), program_(program) {
    find_what_is_read(program);
    keep_what_is_read();
}

void Discernment::find_what_is_read(const program::Program& program) {
    std::vector<bool> follows_events(program.instructions.size());  // of the series: directly, or through an operand
    of_event_alone_.resize(program.instructions.size());
    for (std::size_t i = 0; i < program.instructions.size(); ++i) {
        const Instruction& one = program.instructions[i];
        const auto operands = program.operands_of(one);
        if (one.domain == series_) {
            // INVARIANT: what reads a field in the domain of the series is of the event alone, but for `last_counts`.
            of_event_alone_[i] =
                one.opcode != Opcode::last_counts && std::ranges::all_of(operands, [&](Register operand) {
                    const bool is_of_event = program.instruction(operand).domain == series_;
                    return is_of_event ? of_event_alone_[operand.index()] : !follows_events[operand.index()];
                });
            follows_events[i] = true;
        } else {
            follows_events[i] = one.series == series_ || std::ranges::any_of(operands, [&](Register operand) {
                                    return follows_events[operand.index()];
                                });
        }
        if (!one.live || of_event_alone_[i]) continue;
        for (const Register operand : operands) {
            if (of_event_alone_[operand.index()]) add(registers_, operand);
        }
        read_field(program, one);
    }
}

void Discernment::read_field(const program::Program& program, const Instruction& instruction) {
    if (instruction.domain == series_) {
        if (instruction.opcode == Opcode::last_counts) add(fields_, FieldRead{instruction.field, {}});
        return;
    }
    if (instruction.series != series_ || !aggregates_field(instruction.opcode)) return;
    const std::size_t windows = instruction.opcode == Opcode::change || instruction.opcode == Opcode::sum_any ? 2 : 1;
    const auto operands = program.operands_of(instruction);
    Register filter = operands.size() > windows ? operands[windows] : Register{};
    // Under `geldt laatste per`: what may count that doesn't pass makes the outcome unknown, whatever it holds, but for the
    // range of a number of different values.
    const bool is_range = instruction.opcode == Opcode::count_distinct;
    if (filter && program.instruction(filter).opcode == Opcode::counting && !is_range) {
        filter = program.operands_of(program.instruction(filter))[1];
    }
    if (filter && !of_event_alone_[filter.index()]) filter = {};
    add(fields_, FieldRead{instruction.field, filter});
}

void Discernment::keep_what_is_read() {
    for (Instruction& one : program_.instructions) one.live = false;
    std::vector<Register> open = registers_;
    for (const FieldRead& one : fields_) open.push_back(one.filter);
    while (!open.empty()) {
        const Register id = open.back();
        open.pop_back();
        if (id.is_none() || program_.instruction(id).live) continue;
        program_.instructions[id.index()].live = true;
        for (const Register operand : program_.operands_of(program_.instruction(id))) open.push_back(operand);
    }
}

bool Discernment::reads(SeriesId other) const {
    return std::ranges::any_of(program_.instructions, [&](const Instruction& one) {
        return one.live && (one.series == other || one.domain == other);
    });
}

std::vector<std::size_t> Discernment::first_alike(const Cohort& cohort, Date reference_date) const {
    const Bound bound = bind(program_, cohort, reference_date);
    Batch batch(bound, cohort.students);
    batch.run(0, cohort.students);
    const SeriesData& data = cohort.series[series_.index()];
    const Column& dates = data.columns[program_.schema->series_of(series_).date_field.index()];
    std::vector<std::int64_t> seen;
    std::vector<std::size_t> ends;
    const auto put_value = [&](const Column& column, std::size_t row, bool matters) {
        const bool is_known = column.is_known(row);
        seen.push_back(is_known ? 1 : 0);
        seen.push_back(is_known && matters ? column.raw_at(row) : 0);
    };
    for (std::size_t student = 0; student < cohort.students; ++student) {
        for (std::size_t row = data.offsets[student]; row < data.offsets[student + 1]; ++row) {
            put_value(dates, row, true);
            for (const Register id : registers_) put_cell(batch.cells(id), batch.instruction(id).kind, row, seen);
            for (const FieldRead& one : fields_) {
                const bool matters = one.filter.is_none() || !bit_at(batch.cells(one.filter).no.data(), row);
                put_value(data.columns[one.field], row, matters);
            }
        }
        ends.push_back(seen.size());
    }
    std::unordered_map<std::string_view, std::size_t> firsts;
    std::vector<std::size_t> result;
    for (std::size_t student = 0; student < cohort.students; ++student) {
        const std::size_t begin = student == 0 ? 0 : ends[student - 1];
        const std::string_view key(reinterpret_cast<const char*>(seen.data() + begin),
                                   (ends[student] - begin) * sizeof(std::int64_t));
        result.push_back(firsts.try_emplace(key, student).first->second);
    }
    return result;
}

}  // namespace wegwijzer::execute
