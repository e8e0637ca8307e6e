// Kept runs, and how long they stay: a part of what `purge` shows.
#pragma once

#include <string>

#include "cli/run_terms.h"
#include "engine/base/language.h"
#include "store/runs/due_runs.h"

namespace wegwijzer::cli {

// Empty where no run holds anything of a student. Precondition: `terms` found each of these runs.
[[nodiscard]] std::string runs_due_text(const store::RunsReview& review, const RunTerms& terms, Language language);

// "3 bewaarde runs", "1 kept run".
[[nodiscard]] std::string kept_runs_counted(std::int64_t count, Language language);
// "3 regels van bewaarde runs": one for each student in each.
[[nodiscard]] std::string run_lines_counted(std::int64_t count, Language language);

}  // namespace wegwijzer::cli
