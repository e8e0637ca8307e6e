#include "engine/execute/attribution.h"

#include <algorithm>

#include "engine/execute/signalen.h"

namespace wegwijzer::execute {

Attribution::Attribution(const Batch& batch, SetPool& pool)
    : batch_(batch),
      program_(batch.program()),
      pool_(pool),
      missing_(words_for(std::max<std::size_t>(batch.program().missing.size(), 1))),
      visited_(batch.program().origins.size()) {}

void Attribution::start(std::size_t row) {
    row_ = row;
    std::ranges::fill(missing_, Word{0});
    faults_.clear();
    ++walk_;
}

void Attribution::add(OriginId origin) { walk_if_unknown(origin, 0); }

void Attribution::add_start_date() {
    if (const FieldId start = program_.schema->start) add_missing(start.value);
}

std::uint32_t Attribution::faults_number() {
    if (faults_.empty()) return 0;
    std::sort(faults_.begin(), faults_.end());
    faults_.erase(std::unique(faults_.begin(), faults_.end()), faults_.end());
    return pool_.number(faults_);
}

bool Attribution::is_ordinary(OriginId id, std::size_t event) const {
    const Register value = program_.origin(id).value;
    return batch_.is_ordinary(value, row_of(value, event));
}

void Attribution::walk_if_unknown(OriginId id, std::size_t event) {
    if (!is_ordinary(id, event)) walk(id, event);
}

void Attribution::walk(OriginId id, std::size_t event) {
    const Origin& origin = program_.origin(id);
    // Begrippen share their origin: once per walk is enough for what is the student's own. Within a filter the author's
    // words are a tree, and each event asks anew.
    if (batch_.instruction(origin.value).domain.is_none()) {
        if (visited_[id.index()] == walk_) return;
        visited_[id.index()] = walk_;
    }
    switch (origin.rule) {
        case Origin::Rule::field: return add_missing(origin.index);
        case Origin::Rule::operands:
        case Origin::Rule::period: walk_children(origin, event); return;
        case Origin::Rule::calculation:
            if (!walk_children(origin, event)) add_fault(origin, row_of(origin.value, event));
            return;
        case Origin::Rule::conditional: return walk_conditional(origin, event);
        case Origin::Rule::table: return walk_table(origin);
        case Origin::Rule::parameter: return walk_parameter(origin);
        case Origin::Rule::aggregate: return walk_aggregate(origin);
        case Origin::Rule::signal: return add_signal(origin.index);
        case Origin::Rule::signals: return walk_signals(origin);
    }
}

bool Attribution::walk_children(const Origin& origin, std::size_t event) {
    bool found = false;
    for (const OriginId child : program_.children_of(origin)) {
        if (is_ordinary(child, event)) continue;
        found = true;
        walk(child, event);
    }
    return found;
}

void Attribution::walk_conditional(const Origin& origin, std::size_t event) {
    const auto children = program_.children_of(origin);
    const Register condition = program_.operands_of(program_.instruction(origin.value))[0];
    const Tri chosen = tri_of(condition, row_of(condition, event));
    if (chosen == Tri::unknown) {
        for (const OriginId child : children) walk_if_unknown(child, event);
    } else {
        walk_if_unknown(children[chosen == Tri::yes ? 1 : 2], event);
    }
}

// Of the rows that have a say (run_table): the tests of those that may hold, and their results.
void Attribution::walk_table(const Origin& origin) {
    const Instruction& instruction = program_.instruction(origin.value);
    const auto operands = program_.operands_of(instruction);
    const auto children = program_.children_of(origin);
    const bool is_unique = instruction.opcode == Opcode::table_unique;
    bool some_true = false;
    for (std::size_t at = 0; at < operands.size(); at += 2)
        some_true = some_true || tri_of(operands[at], row_) == Tri::yes;
    for (std::size_t at = 0; at < operands.size(); at += 2) {
        const Tri holds = tri_of(operands[at], row_);
        if (holds == Tri::no || (holds == Tri::unknown && is_unique && some_true)) continue;
        walk_if_unknown(children[at], 0);
        walk_if_unknown(children[at + 1], 0);
        if (holds == Tri::yes && !is_unique) break;
    }
}

void Attribution::walk_parameter(const Origin& origin) {
    const auto operands = program_.operands_of(program_.instruction(origin.value));
    const auto conditions = program_.children_of(origin);
    std::size_t from = 0;
    Register value = operands[0];
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        if (tri_of(operands[1 + i * 2], row_) != Tri::yes) continue;
        value = operands[2 + i * 2];
        from = i + 1;
    }
    for (std::size_t i = from; i < conditions.size(); ++i)
        if (operands[2 + i * 2] != value) walk_if_unknown(conditions[i], 0);
}

void Attribution::walk_aggregate(const Origin& origin) {
    const std::uint32_t series = program_.series_missing[origin.series.index()];
    const OriginId period = program_.children_of(origin)[1];
    const bool is_supplied =
        batch_.bound().cohort.series[origin.series.index()].supplied_for(batch_.first_student() + row_);
    const auto has_days = [&](Register window) {
        return window.is_none() || bit_at(batch_.cells(window).known.data(), row_);
    };
    if (!is_supplied || !has_days(origin.window) || !has_days(origin.earlier_window)) {
        if (!is_supplied) add_missing(series);
        if (period) walk_if_unknown(period, 0);
        return;
    }
    bool explained = walk_window(origin, origin.window);
    if (origin.earlier_window) explained = walk_window(origin, origin.earlier_window) || explained;
    if (origin.is_count && bit_at(batch_.cells(origin.window).open.data(), row_)) add_missing(series);
    if (!explained && !origin.is_count && !origin.is_run) add_fault(origin, row_);
}

bool Attribution::walk_window(const Origin& origin, Register window) {
    const Batch& batch = batch_;
    const EventRows& events = batch.events(origin.series);
    const Cells& cells = batch.cells(window);
    const bool has_period = batch.instruction(window).operand_count != 0;
    const std::uint32_t series = program_.series_missing[origin.series.index()];
    const std::uint32_t date = series + 1 + program_.schema->series_of(origin.series).date_field.value;
    const Column* field = origin.has_field ? &batch.bound().column(origin.series, origin.field) : nullptr;
    const OriginId filter = program_.children_of(origin)[0];
    bool some_in = false;
    bool some_maybe = false;
    bool some_skipped = false;
    const auto look = [&](std::size_t row, bool is_dated) {
        const Tri passes = origin.filter ? tri_of(origin.filter, row) : Tri::yes;
        if (passes == Tri::no) return;
        if (field != nullptr && !field->is_known(events.first + row)) {
            some_skipped = true;
            return;
        }
        const bool lacks_date = !is_dated && (has_period || origin.needs_dates);
        if (passes == Tri::yes && !lacks_date) {
            some_in = true;
            return;
        }
        some_maybe = true;
        if (lacks_date) add_missing(date);
        if (passes != Tri::unknown) return;
        if (origin.last_counts && tri_of(origin.last_counts, row) == Tri::unknown) {
            add_missing(date);
        } else if (filter) {
            walk_if_unknown(filter, row);
        }
    };
    for (auto row = static_cast<std::size_t>(cells.value[row_]); row < static_cast<std::size_t>(cells.upper[row_]);
         ++row)
        look(row, true);
    for (std::size_t row = events.undated_begin[row_]; row < events.end[row_]; ++row) look(row, false);
    // `som` of nothing is 0, so an unknown one had something in its way.
    const bool is_empty = !some_in && !some_maybe && !origin.is_count && !origin.is_run;
    if (is_empty) add_missing(some_skipped ? series + 1 + origin.field : series);
    return some_maybe || is_empty;
}

void Attribution::walk_signals(const Origin& origin) {
    const Instruction& instruction = program_.instruction(origin.value);
    if (instruction.opcode == Opcode::unknown) return;
    const auto operands = program_.operands_of(instruction);
    const auto filters = program_.children_of(origin);
    bool is_explained = false;
    bool some = false;
    for (std::size_t i = 0; i < filters.size(); ++i) {
        const SignalEvent event = signal_event(batch_, instruction, i, row_);
        if (event.is_skipped || event.passes == Tri::no) continue;
        some = true;
        const std::uint32_t signal = batch_.instruction(operands[i * 2]).detail;
        if (event.is_open || event.undecided) add_signal(signal);
        is_explained = is_explained || event.is_open || event.passes == Tri::unknown;
        if (event.passes == Tri::unknown && filters[i]) walk_if_unknown(filters[i], 0);
    }
    if (some && !is_explained) add_fault(origin, row_);
}

void Attribution::add_signal(std::uint32_t signal) {
    const SignalReason& reason = signals[signal][row_];
    const std::vector<Word>& missing = pool_.missing(reason.missing);
    for (std::size_t i = 0; i < missing.size(); ++i) missing_[i] |= missing[i];
    const model::FaultSet& faults = pool_.faults(reason.faults);
    faults_.insert(faults_.end(), faults.begin(), faults.end());
}

void Attribution::add_fault(const Origin& origin, std::size_t row) {
    const Instruction& instruction = program_.instruction(origin.value);
    const bool divides = instruction.opcode == Opcode::divide || instruction.opcode == Opcode::quotient;
    const bool by_zero = divides && batch_.cells(program_.operands_of(instruction)[1]).value[row] == 0;
    faults_.push_back({by_zero ? model::FaultKind::division_by_zero : model::FaultKind::overflow, origin.span});
}

}  // namespace wegwijzer::execute
