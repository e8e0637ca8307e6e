// Why what a policy advises is not needed now: the `tenzij` that is true, in words, with the day of what happened.
#pragma once

#include <string>

#include "engine/base/language.h"
#include "engine/explain/report.h"

namespace wegwijzer::explain {

// "op 28 oktober 2026 was er een gesprek", "het signaal Lage presentie geldt", else the author's own words. Parts that hold
// together are joined.
[[nodiscard]] std::string why_not_needed(const Redactor& redactor, const Cohort& cohort, std::size_t student,
                                         Date reference_date, const NotNeededReport& report, Language language);

}  // namespace wegwijzer::explain
