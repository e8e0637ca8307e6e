#include "tests/differential/difference.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/execute/evaluate_all.h"
#include "engine/model/print_model.h"
#include "engine/program/lower.h"
#include "engine/program/print.h"
#include "engine/program/verify.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::test {

namespace {

std::string text_of(const Schema& schema, const model::MissingSet& missing, const model::FaultSet& faults) {
    std::string text = " missing [";
    for (const model::Missing& one : missing) {
        if (one.student_field) text += schema.field(one.student_field).name;
        if (one.series) text += schema.series_of(one.series).plural;
        if (one.series_field) text += "." + schema.series_of(one.series).fields[one.series_field.index()].name;
        text += ' ';
    }
    text += "] faults [";
    for (const model::Fault& one : faults)
        text +=
            fmt::format("{}@{} ", one.kind == model::FaultKind::overflow ? "overflow" : "zero", one.origin.begin / 10);
    return text + "]";
}

std::string text_of(const Schema& schema, const model::SignalOutcome& outcome) {
    static constexpr std::string_view names[] = {"not applicable", "undetermined", "not active", "active"};
    return fmt::format("{} severity {} higher {} possible {:#x}{}", names[static_cast<int>(outcome.status)],
                       static_cast<int>(outcome.severity), outcome.possibly_higher, outcome.possible_severities,
                       text_of(schema, outcome.missing, outcome.faults));
}

std::string text_of(const Schema& schema, const model::ConditionOutcome& outcome) {
    static constexpr std::string_view names[] = {"unknown", "yes", "no"};
    return fmt::format("{}{}", names[static_cast<int>(outcome.value)],
                       text_of(schema, outcome.missing, outcome.faults));
}

std::string text_of(const Schema& schema, const model::AdviceTerm& term) {
    return fmt::format("term {} {} {} {}{}", term.within ? term.within->count : -1, term.due ? to_iso(*term.due) : "-",
                       term.week ? std::to_string(*term.week) : "-", term.unknown ? "unknown" : "known",
                       text_of(schema, term.missing, {}));
}

std::string text_of(const Schema& schema, const model::PlanOutcome& outcome) {
    std::string text = "goal " + text_of(schema, outcome.goal) + "; filtered";
    for (const auto signal : outcome.filtered_signals) text += fmt::format(" {}", signal.value);
    for (const model::StepTerms& step : outcome.steps) {
        text += "; " + text_of(schema, step.length) + " weeks " + text_of(schema, step.first_week) + " " +
                text_of(schema, step.last_week);
    }
    return text;
}

std::string text_of(const Schema& schema, const model::PolicyOutcome& outcome) {
    std::string text = "if " + text_of(schema, outcome.condition);
    for (const auto& unless : outcome.unless) text += "; unless " + text_of(schema, unless);
    text += "; reasons";
    for (const auto signal : outcome.reasons) text += fmt::format(" {}", signal.value);
    text += "; filtered";
    for (const auto signal : outcome.filtered_signals) text += fmt::format(" {}", signal.value);
    for (const auto& term : outcome.terms) text += "; " + text_of(schema, term);
    return text;
}

std::string condition_text(const model::RuleSet& rules, const model::Signal& signal) {
    std::string text;
    for (const auto& level : signal.levels)
        text += fmt::format("  level {}: {}\n", static_cast<int>(level.severity), print_expr(rules, level.condition));
    for (const auto unless : signal.unless) text += fmt::format("  unless {}\n", print_expr(rules, unless));
    return text;
}

std::string condition_text(const model::RuleSet& rules, const model::Policy& policy) {
    std::string text;
    if (policy.condition) text += fmt::format("  if {}\n", print_expr(rules, policy.condition));
    for (const auto unless : policy.unless) text += fmt::format("  unless {}\n", print_expr(rules, unless));
    return text;
}

std::string text_of(const Column& column, std::size_t row) {
    if (!column.is_known(row)) return "?";
    switch (column.kind()) {
        case FieldKind::key:
        case FieldKind::text: return column.text_at(row);
        case FieldKind::date: return to_iso(column.date_at(row));
        case FieldKind::boolean: return column.boolean_at(row) ? "yes" : "no";
        case FieldKind::choice: return fmt::format("{}", column.raw_at(row));
        default: return to_text(column.decimal_at(row), 0, '.');
    }
}

std::string records_of(const Cohort& cohort, std::size_t student, Date reference_date) {
    std::string text = "reference date " + to_iso(reference_date) + "\n";
    for (std::size_t i = 0; i < cohort.columns.size(); ++i)
        text += cohort.schema->student_fields[i].name + " " + text_of(cohort.columns[i], student) + "; ";
    for (std::size_t i = 0; i < cohort.series.size(); ++i) {
        const SeriesData& data = cohort.series[i];
        text += "\n" + cohort.schema->series[i].plural;
        if (data.complete_to) text += " complete to " + to_iso(*data.complete_to);
        if (!data.supplied_for(student)) {
            text += " not supplied";
            continue;
        }
        for (std::size_t row = data.offsets[student]; row < data.offsets[student + 1]; ++row) {
            text += "\n ";
            for (const Column& column : data.columns) text += " " + text_of(column, row);
        }
    }
    return text + "\n";
}

}  // namespace

std::optional<std::string> find_difference(const model::RuleSet& rules, const Cohort& cohort, Date reference_date,
                                           const execute::OutcomeTable& table) {
    const Schema& schema = *rules.schema;
    for (std::size_t student = 0; student < cohort.students; ++student) {
        const model::StudentOutcome slow = trace::evaluate(rules, cohort, student, reference_date).outcome;
        const model::StudentOutcome fast = execute::outcome_of(table, student);
        if (slow == fast) continue;
        for (std::size_t i = 0; i < slow.signals.size(); ++i) {
            if (slow.signals[i] == fast.signals[i]) continue;
            return fmt::format("student {}, {}\n  trace:   {}\n  execute: {}\n{}", student, rules.signals[i].name,
                               text_of(schema, slow.signals[i]), text_of(schema, fast.signals[i]),
                               condition_text(rules, rules.signals[i]) + records_of(cohort, student, reference_date));
        }
        for (std::size_t i = 0; i < slow.policies.size(); ++i) {
            if (slow.policies[i] == fast.policies[i]) continue;
            return fmt::format("student {}, {}\n  trace:   {}\n  execute: {}\n{}", student, rules.policies[i].name,
                               text_of(schema, slow.policies[i]), text_of(schema, fast.policies[i]),
                               condition_text(rules, rules.policies[i]) + records_of(cohort, student, reference_date));
        }
        for (std::size_t i = 0; i < std::min(slow.plans.size(), fast.plans.size()); ++i) {
            if (slow.plans[i] == fast.plans[i]) continue;
            return fmt::format("student {}, {}\n  trace:   {}\n  execute: {}\n{}", student, rules.plans[i].name,
                               text_of(schema, slow.plans[i]), text_of(schema, fast.plans[i]),
                               records_of(cohort, student, reference_date));
        }
        for (std::size_t i = 0; i < std::min(slow.limits.size(), fast.limits.size()); ++i) {
            if (slow.limits[i] == fast.limits[i]) continue;
            return fmt::format("student {}, {}\n  trace:   {}\n  execute: {}\n{}", student, rules.interventions[i].name,
                               text_of(schema, slow.limits[i]), text_of(schema, fast.limits[i]),
                               records_of(cohort, student, reference_date));
        }
        return fmt::format("student {}: outcomes of different size", student);
    }
    return std::nullopt;
}

std::optional<std::string> find_difference(const model::RuleSet& rules, const Cohort& cohort, Date reference_date) {
    const program::Program program = program::lower(rules);
    const std::vector<std::string> wrong = program::verify(program);
    if (!wrong.empty()) return fmt::format("program: {}\n{}", wrong.front(), program::print(program));
    auto difference =
        find_difference(rules, cohort, reference_date, execute::evaluate_all(program, cohort, reference_date));
    if (difference) *difference += "\n" + model::print_model(rules) + program::print(program);
    return difference;
}

}  // namespace wegwijzer::test
