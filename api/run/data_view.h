// What of the data as a whole a reader may see, and texts that a rule compares with and that occur in the data only in
// another case.
#pragma once

#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "engine/explain/reader.h"
#include "engine/io/shown.h"
#include "engine/model/rule_set.h"
#include "engine/records/cohort.h"

namespace wegwijzer::run {

// `schema` must outlive the result.
[[nodiscard]] io::Visibility visibility_of(const Schema& schema, const explain::Reader& reader);

// Placed at the text in the rule. Only about fields the reader may see.
[[nodiscard]] std::vector<Diagnostic> case_warnings(const model::RuleSet& rules, const Cohort& cohort,
                                                    const explain::Reader& reader);

}  // namespace wegwijzer::run
