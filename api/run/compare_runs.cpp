#include "api/run/compare_runs.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "api/run/evaluation.h"
#include "engine/program/lower.h"

namespace wegwijzer::run {
namespace {

using comparison::Which;

struct SameStudent {
    std::size_t before = 0;  // rows
    std::size_t after = 0;
};

std::vector<SameStudent> same_students(const RunSide& before, const RunSide& after) {
    std::unordered_map<std::string, std::size_t> rows_after;
    for (const std::size_t row : after.rows) rows_after.emplace(after.cohort.key_of(row), row);
    std::vector<SameStudent> same;
    for (const std::size_t row : before.rows) {
        const auto found = rows_after.find(before.cohort.key_of(row));
        if (found != rows_after.end()) same.push_back({row, found->second});
    }
    return same;
}

std::vector<std::size_t> rows_of(const std::vector<SameStudent>& students, std::size_t SameStudent::* side) {
    std::vector<std::size_t> rows;
    rows.reserve(students.size());
    for (const SameStudent& student : students) rows.push_back(student.*side);
    return rows;
}

bool has_faults(const model::StudentOutcome& outcome) {
    const auto any = [](const auto& one) { return !one.faults.empty(); };
    return std::ranges::any_of(outcome.signals, any) ||
           std::ranges::any_of(outcome.policies, [&](const model::PolicyOutcome& policy) {
               return any(policy.condition) || std::ranges::any_of(policy.unless, any);
           });
}

void count_faults(FaultCount& faults, const RunSide& side, const Evaluated& student, Date reference_date) {
    if (!has_faults(student.outcome)) return;
    const auto report = side.redactor.redact(side.cohort, student.row, reference_date, student.outcome, student.advice);
    faults.add(report->key, report->faults);
}

}  // namespace

ComparedRuns compare_runs(const RunSide& before, const RunSide& after, Date reference_date, std::size_t threads) {
    comparison::Comparer comparer(before.redactor, after.redactor, reference_date);
    const comparison::Pairing& pairing = comparer.pairing();
    const std::vector<SameStudent> students = same_students(before, after);
    FaultCount faults_before;
    FaultCount faults_after;
    advise::CapacityCount capacity_after;

    std::vector<comparison::Standing> standings_before;
    standings_before.reserve(students.size());
    evaluate_students(
        before.redactor.rules(), before.program, before.cohort, rows_of(students, &SameStudent::before), reference_date,
        threads, [&](const Evaluated& student) {
            standings_before.push_back(standing_of(pairing, Which::before, student.outcome, student.advice));
            count_faults(faults_before, before, student, reference_date);
        });

    // Of those for whom something differs, all is kept to say through what.
    std::vector<SameStudent> changed;
    std::vector<comparison::Standing> standings_changed_before;
    std::vector<comparison::Standing> standings_changed;
    std::vector<model::StudentOutcome> outcomes_changed;
    std::size_t at = 0;
    evaluate_students(after.redactor.rules(), after.program, after.cohort, rows_of(students, &SameStudent::after),
                      reference_date, threads, [&](const Evaluated& student) {
                          comparison::Standing standing =
                              standing_of(pairing, Which::after, student.outcome, student.advice);
                          if (comparer.count(standings_before[at], standing)) {
                              changed.push_back(students[at]);
                              standings_changed_before.push_back(std::move(standings_before[at]));
                              standings_changed.push_back(std::move(standing));
                              outcomes_changed.push_back(student.outcome);
                          }
                          count_faults(faults_after, after, student, reference_date);
                          capacity_after.add(student.advice);
                          ++at;
                      });

    const Schema& schema_before = *before.redactor.rules().schema;
    const Schema& schema_after = *after.redactor.rules().schema;
    const bool shows_keys = before.redactor.may_see(schema_before.key) && after.redactor.may_see(schema_after.key);
    at = 0;
    evaluate_students(
        before.redactor.rules(), before.program, before.cohort, rows_of(changed, &SameStudent::before), reference_date,
        threads, [&](const Evaluated& student) {
            std::string key = shows_keys ? before.cohort.key_of(student.row) : "#" + std::to_string(student.row + 1);
            std::optional<std::string> name = after.redactor.name_of(after.cohort, changed[at].after);
            if (!schema_before.name.is_none() && !before.redactor.may_see(schema_before.name)) {
                name.reset();
            }
            comparer.describe(
                std::move(key), std::move(name),
                {student.outcome, outcomes_changed[at], standings_changed_before[at], standings_changed[at]});
            ++at;
        });
    return {comparer.finish(),
            faults_before.warnings(),
            faults_after.warnings(),
            capacity_warnings(after.redactor.rules(), capacity_after),
            before.rows.size() - students.size(),
            after.rows.size() - students.size()};
}

std::vector<Diagnostic> sweep_findings(const explain::Redactor& redactor, const Cohort& cohort,
                                       std::span<const std::size_t> rows, model::ParameterId parameter,
                                       const std::vector<model::Constant>& values, Date reference_date,
                                       std::size_t threads) {
    if (values.empty()) return {};
    const bool is_open = !comparison::current_value(redactor.rules().parameter(parameter));
    const model::RuleSet rules = is_open ? with_value(redactor.rules(), parameter, values.front()) : redactor.rules();
    const program::Program program = program::lower(rules);
    FaultCount faults;
    advise::CapacityCount capacity;
    evaluate_students(rules, program, cohort, rows, reference_date, threads, [&](const Evaluated& student) {
        count_faults(faults, {redactor, program, cohort, rows}, student, reference_date);
        capacity.add(student.advice);
    });
    std::vector<Diagnostic> found = faults.warnings();
    for (Diagnostic& warning : capacity_warnings(rules, capacity)) found.push_back(std::move(warning));
    return found;
}

model::RuleSet with_value(const model::RuleSet& rules, model::ParameterId parameter, const model::Constant& value) {
    model::RuleSet changed = rules;
    model::Override line;
    line.value = value;
    changed.parameters[parameter.index()].overrides.push_back(std::move(line));
    return changed;
}

explain::Visible<comparison::Sweep> sweep(const explain::Redactor& redactor, const Cohort& cohort,
                                          std::span<const std::size_t> rows, model::ParameterId parameter,
                                          const std::vector<model::Constant>& values, Date reference_date,
                                          std::size_t threads, const std::function<void(std::size_t)>& progress) {
    comparison::SweepCounter counter(redactor, parameter, reference_date);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const model::RuleSet rules = with_value(redactor.rules(), parameter, values[i]);
        const program::Program program = program::lower(rules);
        counter.begin(values[i]);
        evaluate_advised(
            rules, program, cohort, rows, reference_date, threads,
            [&](const std::function<model::SignalStatus(std::size_t)>& status_of) { counter.count_signals(status_of); },
            [&](const Evaluated& student) { counter.count_advice(student.outcome, student.advice); });
        if (progress) progress(i + 1);
    }
    return counter.finish(rows.size());
}

}  // namespace wegwijzer::run
