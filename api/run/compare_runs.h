// One change of the rules, or one parameter at several values, over the same students.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "api/run/run_findings.h"
#include "engine/compare/differences.h"
#include "engine/compare/sweep.h"
#include "engine/explain/report.h"
#include "engine/program/program.h"
#include "engine/records/cohort.h"

namespace wegwijzer::run {

struct RunSide {
    const explain::Redactor& redactor;
    const program::Program& program;
    const Cohort& cohort;
    std::span<const std::size_t> rows;  // the selected students
};

struct ComparedRuns {
    explain::Visible<comparison::Comparison> comparison;
    std::vector<Diagnostic> faults_before;  // values that could not be calculated
    std::vector<Diagnostic> faults_after;
    std::vector<Diagnostic> capacity_after;  // more advice in a week than there is time for, under the new rules
    std::size_t only_before = 0;             // selected students that the other side has not
    std::size_t only_after = 0;
};
// Students are the same when their keys are. The result doesn't depend on `threads`.
[[nodiscard]] ComparedRuns compare_runs(const RunSide& before, const RunSide& after, Date reference_date,
                                        std::size_t threads);

// Each value as if a last `stel PARAMETER in op VALUE` set it. `progress` is called after each value.
[[nodiscard]] explain::Visible<comparison::Sweep> sweep(const explain::Redactor& redactor, const Cohort& cohort,
                                                        std::span<const std::size_t> rows, model::ParameterId parameter,
                                                        const std::vector<model::Constant>& values, Date reference_date,
                                                        std::size_t threads,
                                                        const std::function<void(std::size_t)>& progress = {});

// What a run with the parameter as it is now, or at the first of `values` where it is open, says of values that could not be
// calculated and of weeks with more advice than there is time for.
[[nodiscard]] std::vector<Diagnostic> sweep_findings(const explain::Redactor& redactor, const Cohort& cohort,
                                                     std::span<const std::size_t> rows, model::ParameterId parameter,
                                                     const std::vector<model::Constant>& values, Date reference_date,
                                                     std::size_t threads);

// `rules` with a last line that sets the parameter.
[[nodiscard]] model::RuleSet with_value(const model::RuleSet& rules, model::ParameterId parameter,
                                        const model::Constant& value);

}  // namespace wegwijzer::run
