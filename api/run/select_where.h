// Students by a condition over their own fields (`--where`). What the reader may not see selects nobody: it is a problem.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "dsl/compile/condition.h"
#include "engine/explain/reader.h"
#include "engine/model/outcome.h"
#include "engine/records/cohort.h"

namespace wegwijzer::run {

// The first thing in the condition that rests on a field the reader may not see, at its place. Depends on the rules alone.
[[nodiscard]] std::optional<Diagnostic> problem_of_condition(const CompiledCondition& where,
                                                             const explain::Reader& reader);

struct SelectedWhere {
    std::vector<std::size_t> rows;  // where it holds; the order of the input
    std::size_t unplaced = 0;       // students for whom it is unknown: not selected
    model::MissingSet missing;      // what is not known of them
};
// Preconditions: problem_of_condition gives nothing; `cohort` was read for the rules of the condition.
[[nodiscard]] SelectedWhere select_where(const CompiledCondition& where, const Cohort& cohort,
                                         std::span<const std::size_t> rows, Date reference_date);
// How many could not be placed and for want of what, and that nobody was selected.
[[nodiscard]] std::vector<Diagnostic> notes_of_selection(const CompiledCondition& where, const SelectedWhere& selected);

}  // namespace wegwijzer::run
