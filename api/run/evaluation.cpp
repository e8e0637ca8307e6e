#include "api/run/evaluation.h"

#include <algorithm>

#include "engine/execute/evaluate_all.h"

namespace wegwijzer::run {

void evaluate_students(const model::RuleSet& rules, const program::Program& program, const Cohort& cohort,
                       std::span<const std::size_t> rows, Date reference_date, std::size_t threads,
                       const std::function<void(const Evaluated&)>& use) {
    execute::Options options;
    options.threads = threads;
    const execute::OutcomeTable table = execute::evaluate_all(program, cohort, reference_date, options);
    for (const std::size_t row : rows) {
        const model::StudentOutcome outcome = execute::outcome_of(table, row);
        const advise::StudentAdvice advice =
            advise::advise(rules, outcome, advise::history_of(cohort, row, reference_date), reference_date);
        use({row, outcome, advice});
    }
}

void evaluate_advised(const model::RuleSet& rules, const program::Program& program, const Cohort& cohort,
                      std::span<const std::size_t> rows, Date reference_date, std::size_t threads,
                      const std::function<void(const std::function<model::SignalStatus(std::size_t)>&)>& signals,
                      const std::function<void(const Evaluated&)>& use) {
    execute::Options options;
    options.threads = threads;
    const execute::OutcomeTable table = execute::evaluate_all(program, cohort, reference_date, options);
    std::size_t current = 0;
    const std::function<model::SignalStatus(std::size_t)> status_of = [&](std::size_t signal) {
        return table.status_of(signal, current);
    };
    for (const std::size_t row : rows) {
        current = row;
        signals(status_of);
        const bool is_advised = std::ranges::any_of(table.policies, [row](const execute::PolicyColumns& policy) {
            return policy.condition.values[row] == Tri::yes;
        });
        if (!is_advised) continue;
        const model::StudentOutcome outcome = execute::outcome_of(table, row);
        const advise::StudentAdvice advice =
            advise::advise(rules, outcome, advise::history_of(cohort, row, reference_date), reference_date);
        use({row, outcome, advice});
    }
}

}  // namespace wegwijzer::run
