// From records to outcomes and advice, for many students: the one place that says which evaluator a run uses.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>

#include "engine/advise/advice.h"
#include "engine/model/outcome.h"
#include "engine/model/rule_set.h"
#include "engine/records/cohort.h"

namespace wegwijzer::run {

struct Evaluated {
    std::size_t row = 0;  // in the cohort
    const model::StudentOutcome& outcome;
    const advise::StudentAdvice& advice;
};

// Calls `use` once per row of `rows`, in that order.
void evaluate_students(const model::RuleSet& rules, const Cohort& cohort, std::span<const std::size_t> rows,
                       Date reference_date, const std::function<void(const Evaluated&)>& use);

[[nodiscard]] std::optional<Date> start_of(const Cohort& cohort, std::size_t row);

}  // namespace wegwijzer::run
