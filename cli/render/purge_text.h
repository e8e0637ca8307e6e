// What falls due of the store, pack by pack; and what was erased.
#pragma once

#include <string>
#include <vector>

#include "cli/retention_terms.h"
#include "cli/run_terms.h"
#include "store/case_store.h"

namespace wegwijzer::cli {

// Counts and days only: whose entries they are stands nowhere.
[[nodiscard]] std::string purge_text(const store::PurgeReview& review, const RetentionTerms& terms,
                                     const RunTerms& run_terms, Date day, const std::string& store, Language language);
// What forgetting this student takes.
[[nodiscard]] std::string forget_text(const store::ForgetReview& review, const std::string& student,
                                      const std::string& store, Language language);
// Behind either: nothing has gone yet, and how to go on.
[[nodiscard]] std::string dry_run_text(bool needs_ground, Language language);
// Behind either: what has gone, and what this doesn't reach.
[[nodiscard]] std::string erased_text(const store::ErasingDone& done, const store::ErasedCounts& counts,
                                      const std::string& store, Language language);

// What was erased before, and by whom.
[[nodiscard]] std::string erasures_text(const std::vector<store::Erasure>& erasures, const std::string& store,
                                        Language language);

}  // namespace wegwijzer::cli
