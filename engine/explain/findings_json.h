// What finding out something unknown would decide, as JSON: the key `finding_out` of a signal.
#pragma once

#include <vector>

#include "engine/explain/findings_shown.h"
#include "engine/json/writer.h"

namespace wegwijzer::explain {

void write_findings(json::Writer& writer, const model::RuleSet& rules, const std::vector<FindingShown>& findings);

}  // namespace wegwijzer::explain
