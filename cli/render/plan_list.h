// The plans of a caseload that ask for something now: what is late first, then by the earliest day.
#pragma once

#include <optional>
#include <string>

#include "cli/render/plan_page.h"

namespace wegwijzer::cli {

[[nodiscard]] std::string render_plan_list(const model::RuleSet& rules, const explain::Visible<explain::PlanList>& list,
                                           const PlanFrame& frame, const std::optional<std::string>& mentor);

}  // namespace wegwijzer::cli
