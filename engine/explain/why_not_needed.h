// Why what a policy advises is not needed now: the `tenzij` that is true, in words, with the day of what happened.
#pragma once

#include "engine/base/language.h"
#include "engine/explain/report.h"

namespace wegwijzer::explain {

// "er was op 28 okt al een gesprek", "het signaal Lage presentie geldt", else the author's own words. Parts that hold
// together are joined. `place`: of the policy, in the tree of the student's explanation.
[[nodiscard]] Phrase why_not_needed(const Redactor& redactor, const Cohort& cohort, std::size_t student,
                                    Date reference_date, const NotNeededReport& report, const Node& place,
                                    Language language);

}  // namespace wegwijzer::explain
