// `purge` and `forget` for programs: what would go or has gone, and what was erased before.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/retention_terms.h"
#include "cli/run_terms.h"
#include "store/case_store.h"

namespace wegwijzer::cli {

// What was carried out; nothing: it was a look.
struct CarriedOut {
    store::ErasedCounts counts;
    store::ErasingDone done;
};

[[nodiscard]] std::string purge_json(const store::PurgeReview& review, const RetentionTerms& terms,
                                     const RunTerms& run_terms, Date day, const std::optional<CarriedOut>& carried_out);
[[nodiscard]] std::string forget_json(const store::ForgetReview& review, const std::string& student,
                                      const std::optional<CarriedOut>& carried_out);
[[nodiscard]] std::string erasures_json(const std::vector<store::Erasure>& erasures);

}  // namespace wegwijzer::cli
