#include "api/run/evaluation.h"

#include "engine/trace/evaluate.h"

namespace wegwijzer::run {

std::optional<Date> start_of(const Cohort& cohort, std::size_t row) {
    const FieldId start = cohort.schema->start;
    if (start.is_none()) return std::nullopt;
    const Column& column = cohort.columns[start.index()];
    return column.is_known(row) ? std::optional(column.date_at(row)) : std::nullopt;
}

void evaluate_students(const model::RuleSet& rules, const Cohort& cohort, std::span<const std::size_t> rows,
                       Date reference_date, const std::function<void(const Evaluated&)>& use) {
    for (const std::size_t row : rows) {
        const trace::Trace trace = trace::evaluate(rules, cohort, row, reference_date);
        const advise::StudentAdvice advice =
            advise::advise(rules, trace.outcome, start_of(cohort, row), reference_date);
        use({row, trace.outcome, advice});
    }
}

}  // namespace wegwijzer::run
