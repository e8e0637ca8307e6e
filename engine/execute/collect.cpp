#include "engine/execute/collect.h"

#include <algorithm>

namespace wegwijzer::execute {

namespace {

// Every column of reasons of the table, in one fixed order.
template <class Visit>
void for_each_reasons(OutcomeTable& table, Visit visit) {
    for (SignalColumn& signal : table.signals) visit(signal.reasons);
    for (PolicyColumns& policy : table.policies) {
        visit(policy.condition.reasons);
        for (ConditionColumn& unless : policy.unless) visit(unless.reasons);
        for (TermColumn& term : policy.terms) visit(term.reasons);
    }
    for (PlanColumns& plan : table.plans) {
        visit(plan.goal.reasons);
        for (auto& step : plan.steps)
            for (TermColumn& term : step) visit(term.reasons);
    }
    for (TermColumn& limit : table.limits) visit(limit.reasons);
}

model::MissingSet missing_set(const program::Program& program, const std::vector<Word>& bits) {
    model::MissingSet set;
    for_each_bit(bits.data(), 0, program.missing.size(),
                 [&](std::size_t index) { set.push_back(program.missing[index]); });
    return set;
}

TermColumn::Kind kind_of(program::TermProgram::Kind kind) {
    switch (kind) {
        case program::TermProgram::Kind::none: return TermColumn::Kind::none;
        case program::TermProgram::Kind::within: return TermColumn::Kind::within;
        case program::TermProgram::Kind::due: return TermColumn::Kind::due;
        case program::TermProgram::Kind::week: return TermColumn::Kind::week;
    }
    return TermColumn::Kind::none;
}

TermColumn make_term_column(const program::Program& program, const program::TermProgram& term, std::size_t students) {
    TermColumn column;
    column.kind = kind_of(term.kind);
    if (column.kind == TermColumn::Kind::none) return column;
    column.is_uniform = program.instruction(term.term.value).uniform;
    column.values.resize(column.is_uniform ? 1 : students, TermColumn::unknown_term);
    return column;
}

}  // namespace

OutcomeTable make_table(const program::Program& program, std::size_t students) {
    OutcomeTable table;
    table.students = students;
    table.signal_words = words_for(program.signals.size());
    table.signals.resize(program.signals.size());
    for (SignalColumn& signal : table.signals) signal.states.resize(students);
    for (const program::PolicyProgram& policy : program.policies) {
        PolicyColumns& columns = table.policies.emplace_back();
        columns.named = policy.named;
        columns.condition.values.resize(students);
        columns.unless.resize(policy.unless.size());
        for (ConditionColumn& unless : columns.unless) unless.values.resize(students);
        for (const program::TermProgram& term : policy.terms) {
            columns.terms.push_back(make_term_column(program, term, students));
        }
        if (!policy.selections.empty()) {
            columns.passing.resize(students * table.signal_words);
            columns.may_pass.resize(students * table.signal_words);
        }
    }
    for (const program::PlanProgram& plan : program.plans) {
        PlanColumns& columns = table.plans.emplace_back();
        columns.goal.values.resize(students);
        for (const auto& step : plan.steps) {
            auto& terms = columns.steps.emplace_back();
            for (std::size_t i = 0; i < terms.size(); ++i) terms[i] = make_term_column(program, step[i], students);
        }
        if (!plan.selections.empty()) columns.may_pass.resize(students * table.signal_words);
    }
    for (const program::TermProgram& limit : program.limits) {
        table.limits.push_back(make_term_column(program, limit, students));
    }
    table.missing_sets.resize(1);
    table.fault_sets.resize(1);
    return table;
}

Collector::Collector(const Batch& batch, OutcomeTable& table, std::size_t most_students)
    : batch_(batch),
      program_(batch.program()),
      table_(table),
      pool_(words_for(std::max<std::size_t>(batch.program().missing.size(), 1))),
      attribution_(batch, pool_) {
    attribution_.signals.assign(program_.signals.size(), std::vector<SignalReason>(most_students));
    std::size_t columns = 0;
    for_each_reasons(table, [&](Reasons&) { ++columns; });
    reasons_.resize(columns);
}

void Collector::collect() {
    next_ = 0;
    for (std::size_t i = 0; i < program_.signals.size(); ++i) collect_signal(i);
    for (std::size_t i = 0; i < program_.policies.size(); ++i) collect_policy(i);
    for (std::size_t i = 0; i < program_.plans.size(); ++i) collect_plan(i);
    for (std::size_t i = 0; i < program_.limits.size(); ++i)
        collect_term(program_.limits[i], table_.limits[i], reasons_[next_++]);
}

Reason Collector::reason(std::size_t row) {
    return {static_cast<std::uint32_t>(batch_.first_student() + row), attribution_.missing_number(),
            attribution_.faults_number()};
}

void Collector::collect_signal(std::size_t signal) {
    const program::SignalProgram& program = program_.signals[signal];
    const Cells& cells = batch_.cells(program.value);
    std::uint8_t* states = table_.signals[signal].states.data() + batch_.first_student();
    std::vector<SignalReason>& signal_reasons = attribution_.signals[signal];
    Reasons& reasons = reasons_[next_++];
    for (std::size_t row = 0; row < batch_.students(); ++row)
        states[row] = static_cast<std::uint8_t>(cells.bytes[row] | (cells.upper_bytes[row] << 2));
    for_each_bit(cells.open.data(), 0, batch_.students(), [&](std::size_t row) {
        attribution_.start(row);
        if (program.phase && !batch_.is_ordinary(program.phase, row)) {
            attribution_.add_start_date();
        } else {
            for (std::size_t i = 0; i < program.levels.size(); ++i) {
                if (bit_at(batch_.cells(program.conditions[i]).yes.data(), row)) break;
                attribution_.add(program.levels[i]);
            }
        }
        const Reason found = reason(row);
        signal_reasons[row] = {found.missing, found.faults};
        reasons.push_back(found);
    });
}

void Collector::collect_condition(const program::ConditionProgram& condition, ConditionColumn& column,
                                  Reasons& reasons) {
    const Cells& cells = batch_.cells(condition.value);
    for (std::size_t row = 0; row < batch_.students(); ++row)
        column.values[batch_.first_student() + row] = tri_at(cells.yes.data(), cells.no.data(), row);
    if (condition.origin.is_none()) return;
    for (std::size_t word = 0; word < words_for(batch_.students()); ++word) {
        const Word unknown = ~(cells.yes[word] | cells.no[word]);
        for_each_bit(&unknown, 0, std::min(word_bits, batch_.students() - word * word_bits), [&](std::size_t bit) {
            const std::size_t row = word * word_bits + bit;
            attribution_.start(row);
            attribution_.add(condition.origin);
            reasons.push_back(reason(row));
        });
    }
}

void Collector::collect_term(const program::TermProgram& term, TermColumn& column, Reasons& reasons) {
    if (column.kind == TermColumn::Kind::none) return;
    const Cells& cells = batch_.cells(term.term.value);
    if (column.is_uniform && bit_at(cells.known.data(), 0)) {
        // One thread has the first student.
        if (batch_.first_student() == 0) column.values[0] = cells.value[0];
        return;
    }
    for (std::size_t row = 0; row < batch_.students(); ++row) {
        const bool is_known = bit_at(cells.known.data(), row);
        if (is_known) column.values[batch_.first_student() + row] = cells.value[row];
        if (is_known || term.term.origin.is_none()) continue;
        attribution_.start(row);
        attribution_.add(term.term.origin);
        Reason found = reason(row);
        found.faults = 0;
        reasons.push_back(found);
    }
}

void Collector::collect_selections(const std::vector<program::SelectionProgram>& selections, std::size_t of_condition,
                                   std::vector<std::uint64_t>& passing, std::vector<std::uint64_t>& may_pass) {
    const std::size_t words = table_.signal_words;
    for (std::size_t i = 0; i < selections.size(); ++i) {
        const program::SelectionProgram& selection = selections[i];
        for (std::size_t at = 0; at < selection.signals.size(); ++at) {
            const std::size_t signal = selection.signals[at].index();
            const Cells& outcome = batch_.cells(program_.signals[signal].value);
            const Cells& filter = batch_.cells(selection.filters[at]);
            const Word bit = Word{1} << (signal % word_bits);
            const auto mark = [&](std::vector<std::uint64_t>& bits, std::size_t word, Word rows) {
                const std::size_t count = std::min(word_bits, batch_.students() - word * word_bits);
                const std::size_t first = batch_.first_student() + word * word_bits;
                for_each_bit(&rows, 0, count,
                             [&](std::size_t row) { bits[(first + row) * words + signal / word_bits] |= bit; });
            };
            for (std::size_t word = 0; word < words_for(batch_.students()); ++word) {
                mark(may_pass, word, ~(outcome.no[word] | filter.no[word]));
                if (i < of_condition) mark(passing, word, outcome.yes[word] & filter.yes[word]);
            }
        }
    }
}

void Collector::collect_policy(std::size_t policy) {
    const program::PolicyProgram& program = program_.policies[policy];
    PolicyColumns& columns = table_.policies[policy];
    collect_condition(program.condition, columns.condition, reasons_[next_++]);
    for (std::size_t i = 0; i < program.unless.size(); ++i)
        collect_condition(program.unless[i], columns.unless[i], reasons_[next_++]);
    for (std::size_t i = 0; i < program.terms.size(); ++i)
        collect_term(program.terms[i], columns.terms[i], reasons_[next_++]);
    collect_selections(program.selections, program.selections_of_condition, columns.passing, columns.may_pass);
}

void Collector::collect_plan(std::size_t plan) {
    const program::PlanProgram& program = program_.plans[plan];
    PlanColumns& columns = table_.plans[plan];
    collect_condition(program.goal, columns.goal, reasons_[next_++]);
    for (std::size_t step = 0; step < program.steps.size(); ++step) {
        for (std::size_t i = 0; i < program.steps[step].size(); ++i)
            collect_term(program.steps[step][i], columns.steps[step][i], reasons_[next_++]);
    }
    std::vector<std::uint64_t> none_passing;  // a goal has no reasons
    collect_selections(program.selections, 0, none_passing, columns.may_pass);
}

void Collector::hand_over() {
    // Sets in the order in which students need them, whatever the threads: look up, or add behind.
    std::vector<std::uint32_t> missing(pool_.missing_count());
    for (std::uint32_t i = 0; i < pool_.missing_count(); ++i) {
        model::MissingSet set = missing_set(program_, pool_.missing(i));
        const auto found = std::ranges::find(table_.missing_sets, set);
        missing[i] = static_cast<std::uint32_t>(found - table_.missing_sets.begin());
        if (found == table_.missing_sets.end()) table_.missing_sets.push_back(std::move(set));
    }
    std::vector<std::uint32_t> faults(pool_.fault_count());
    for (std::uint32_t i = 0; i < pool_.fault_count(); ++i) {
        const auto found = std::ranges::find(table_.fault_sets, pool_.faults(i));
        faults[i] = static_cast<std::uint32_t>(found - table_.fault_sets.begin());
        if (found == table_.fault_sets.end()) table_.fault_sets.push_back(pool_.faults(i));
    }
    std::size_t at = 0;
    for_each_reasons(table_, [&](Reasons& reasons) {
        for (const Reason& reason : reasons_[at++])
            reasons.push_back({reason.student, missing[reason.missing], faults[reason.faults]});
    });
}

}  // namespace wegwijzer::execute
