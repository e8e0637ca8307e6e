// From records to outcomes and advice, for many students: the one place that says which evaluator a run uses.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>

#include "engine/advise/advice.h"
#include "engine/model/outcome.h"
#include "engine/model/rule_set.h"
#include "engine/program/program.h"
#include "engine/records/cohort.h"

namespace wegwijzer::run {

struct Evaluated {
    std::size_t row = 0;  // in the cohort
    const model::StudentOutcome& outcome;
    const advise::StudentAdvice& advice;
};

// Calls `use` once per row of `rows`, in that order. `program` is `rules` lowered. The outcome doesn't depend on `threads`.
void evaluate_students(const model::RuleSet& rules, const program::Program& program, const Cohort& cohort,
                       std::span<const std::size_t> rows, Date reference_date, std::size_t threads,
                       const std::function<void(const Evaluated&)>& use);

// Only those for whom some policy applies, and so can get advice; `signals` is called for all, with a function from the
// number of a signal to its status.
void evaluate_advised(const model::RuleSet& rules, const program::Program& program, const Cohort& cohort,
                      std::span<const std::size_t> rows, Date reference_date, std::size_t threads,
                      const std::function<void(const std::function<model::SignalStatus(std::size_t)>&)>& signals,
                      const std::function<void(const Evaluated&)>& use);

}  // namespace wegwijzer::run
