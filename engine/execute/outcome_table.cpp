#include "engine/execute/outcome_table.h"

#include <algorithm>
#include <bit>

#include "engine/execute/tri_columns.h"
#include "engine/program/program.h"

namespace wegwijzer::execute {

namespace {

using model::SignalStatus;

Reason reason_of(const Reasons& reasons, std::size_t student) {
    const auto found = std::ranges::lower_bound(reasons, student, {}, &Reason::student);
    return found != reasons.end() && found->student == student ? *found : Reason{};
}

model::SignalOutcome signal_outcome(const OutcomeTable& table, const SignalColumn& signal, std::size_t student) {
    model::SignalOutcome outcome;
    const std::uint8_t state = signal.states[student];
    outcome.status = static_cast<SignalStatus>(state & 3u);
    outcome.possible_severities = static_cast<std::uint8_t>(state >> 2);
    if (outcome.status == SignalStatus::active) {
        outcome.severity = static_cast<model::Severity>(std::countr_zero(outcome.possible_severities));
        outcome.possibly_higher = !std::has_single_bit(outcome.possible_severities);
    }
    const Reason reason = reason_of(signal.reasons, student);
    outcome.missing = table.missing_sets[reason.missing];
    outcome.faults = table.fault_sets[reason.faults];
    return outcome;
}

model::ConditionOutcome condition_outcome(const OutcomeTable& table, const ConditionColumn& column,
                                          std::size_t student) {
    const Reason reason = reason_of(column.reasons, student);
    return {column.values[student], table.missing_sets[reason.missing], table.fault_sets[reason.faults]};
}

model::AdviceTerm term_outcome(const OutcomeTable& table, const TermColumn& column, std::size_t student) {
    model::AdviceTerm term;
    if (column.kind == TermColumn::Kind::none) return term;
    const std::int64_t value = column.values[column.is_uniform ? 0 : student];
    if (value == TermColumn::unknown_term) {
        term.unknown = true;
        term.missing = table.missing_sets[reason_of(column.reasons, student).missing];
    } else if (column.kind == TermColumn::Kind::within) {
        term.within = program::unpack_length(value);
    } else if (column.kind == TermColumn::Kind::week) {
        term.week = Decimal::from_micros(value).rounded_to_integer();
    } else {
        term.due = Date::from_days(static_cast<std::int32_t>(value));
    }
    return term;
}

void add_signals(const std::vector<std::uint64_t>& bits, std::size_t words, std::size_t student,
                 std::vector<model::SignalId>& signals) {
    for_each_bit(bits.data() + student * words, 0, words * word_bits,
                 [&](std::size_t signal) { signals.emplace_back(signal); });
}

std::size_t bytes_of(const Reasons& reasons) { return reasons.capacity() * sizeof(Reason); }

class Hash {
  public:
    void add(std::uint64_t value) {
        // FNV-1a over words, with the high half folded in so that every bit reaches the low ones.
        value_ = (value_ ^ value) * 0x100000001b3u;
        value_ ^= value_ >> 32;
    }
    void add(const model::MissingSet& set) {
        for (const model::Missing& one : set) {
            add(one.student_field.value);
            add(one.series.value);
            add(one.series_field.value);
        }
    }
    void add(const model::FaultSet& set) {
        for (const model::Fault& one : set) {
            add(static_cast<std::uint64_t>(one.kind));
            add(one.origin.source.value);
            add(one.origin.begin);
        }
    }
    [[nodiscard]] std::uint64_t value() const { return value_; }

  private:
    std::uint64_t value_ = 0xcbf29ce484222325u;
};

void add(Hash& hash, const OutcomeTable& table, const Reasons& reasons) {
    for (const Reason& reason : reasons) {
        hash.add(reason.student);
        hash.add(table.missing_sets[reason.missing]);
        hash.add(table.fault_sets[reason.faults]);
    }
}

void add(Hash& hash, const OutcomeTable& table, const TermColumn& column) {
    for (const std::int64_t value : column.values) hash.add(static_cast<std::uint64_t>(value));
    add(hash, table, column.reasons);
}

void add(Hash& hash, const OutcomeTable& table, const ConditionColumn& column) {
    for (const Tri value : column.values) hash.add(static_cast<std::uint64_t>(value));
    add(hash, table, column.reasons);
}

}  // namespace

model::StudentOutcome outcome_of(const OutcomeTable& table, std::size_t student) {
    model::StudentOutcome outcome;
    for (const SignalColumn& signal : table.signals) outcome.signals.push_back(signal_outcome(table, signal, student));
    for (const PolicyColumns& policy : table.policies) {
        model::PolicyOutcome one;
        one.condition = condition_outcome(table, policy.condition, student);
        for (const ConditionColumn& unless : policy.unless)
            one.unless.push_back(condition_outcome(table, unless, student));
        for (const TermColumn& term : policy.terms) one.terms.push_back(term_outcome(table, term, student));
        for (const model::SignalId signal : policy.named)
            if (outcome.signals[signal.index()].status == SignalStatus::active) one.reasons.push_back(signal);
        if (!policy.passing.empty()) {
            add_signals(policy.passing, table.signal_words, student, one.reasons);
            add_signals(policy.may_pass, table.signal_words, student, one.filtered_signals);
            std::ranges::sort(one.reasons);
            const auto repeated = std::ranges::unique(one.reasons);
            one.reasons.erase(repeated.begin(), repeated.end());
        }
        outcome.policies.push_back(std::move(one));
    }
    for (const PlanColumns& plan : table.plans) {
        model::PlanOutcome one;
        one.goal = condition_outcome(table, plan.goal, student);
        for (const auto& [length, first_week, last_week] : plan.steps) {
            one.steps.push_back({term_outcome(table, length, student), term_outcome(table, first_week, student),
                                 term_outcome(table, last_week, student)});
        }
        if (!plan.may_pass.empty()) add_signals(plan.may_pass, table.signal_words, student, one.filtered_signals);
        outcome.plans.push_back(std::move(one));
    }
    for (const TermColumn& limit : table.limits) outcome.limits.push_back(term_outcome(table, limit, student));
    return outcome;
}

std::size_t OutcomeTable::bytes_used() const {
    const auto of_condition = [](const ConditionColumn& column) {
        return column.values.capacity() + bytes_of(column.reasons);
    };
    const auto of_term = [](const TermColumn& column) {
        return column.values.capacity() * sizeof(std::int64_t) + bytes_of(column.reasons);
    };
    std::size_t bytes = 0;
    for (const SignalColumn& signal : signals) bytes += signal.states.capacity() + bytes_of(signal.reasons);
    for (const PolicyColumns& policy : policies) {
        bytes += of_condition(policy.condition);
        for (const ConditionColumn& unless : policy.unless) bytes += of_condition(unless);
        for (const TermColumn& term : policy.terms) bytes += of_term(term);
        bytes += (policy.passing.capacity() + policy.may_pass.capacity()) * sizeof(std::uint64_t);
    }
    for (const PlanColumns& plan : plans) {
        bytes += of_condition(plan.goal) + plan.may_pass.capacity() * sizeof(std::uint64_t);
        for (const auto& step : plan.steps)
            for (const TermColumn& term : step) bytes += of_term(term);
    }
    for (const TermColumn& limit : limits) bytes += of_term(limit);
    for (const model::MissingSet& set : missing_sets) bytes += set.capacity() * sizeof(model::Missing);
    return bytes;
}

std::uint64_t hash_of(const OutcomeTable& table) {
    Hash hash;
    for (const SignalColumn& signal : table.signals) {
        for (const std::uint8_t state : signal.states) hash.add(state);
        add(hash, table, signal.reasons);
    }
    for (const PolicyColumns& policy : table.policies) {
        add(hash, table, policy.condition);
        for (const ConditionColumn& unless : policy.unless) add(hash, table, unless);
        for (const TermColumn& term : policy.terms) add(hash, table, term);
        for (const std::uint64_t word : policy.passing) hash.add(word);
        for (const std::uint64_t word : policy.may_pass) hash.add(word);
    }
    for (const PlanColumns& plan : table.plans) {
        add(hash, table, plan.goal);
        for (const auto& step : plan.steps)
            for (const TermColumn& term : step) add(hash, table, term);
        for (const std::uint64_t word : plan.may_pass) hash.add(word);
    }
    for (const TermColumn& limit : table.limits) add(hash, table, limit);
    return hash.value();
}

}  // namespace wegwijzer::execute
