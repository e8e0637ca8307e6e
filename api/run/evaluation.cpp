#include "api/run/evaluation.h"

#include "engine/execute/evaluate_all.h"

namespace wegwijzer::run {

std::optional<Date> start_of(const Cohort& cohort, std::size_t row) {
    const FieldId start = cohort.schema->start;
    if (start.is_none()) return std::nullopt;
    const Column& column = cohort.columns[start.index()];
    return column.is_known(row) ? std::optional(column.date_at(row)) : std::nullopt;
}

void evaluate_students(const model::RuleSet& rules, const program::Program& program, const Cohort& cohort,
                       std::span<const std::size_t> rows, Date reference_date, std::size_t threads,
                       const std::function<void(const Evaluated&)>& use) {
    execute::Options options;
    options.threads = threads;
    const execute::OutcomeTable table = execute::evaluate_all(program, cohort, reference_date, options);
    for (const std::size_t row : rows) {
        const model::StudentOutcome outcome = execute::outcome_of(table, row);
        const advise::StudentAdvice advice = advise::advise(rules, outcome, start_of(cohort, row), reference_date);
        use({row, outcome, advice});
    }
}

}  // namespace wegwijzer::run
