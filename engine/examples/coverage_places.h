// The places of a rule set that voorbeelden can reach.
#pragma once

#include <set>

#include "engine/examples/coverage.h"

namespace wegwijzer::examples {

[[nodiscard]] Places find_places(const explain::Redactor& redactor, const std::set<SourceId>& sources);

}  // namespace wegwijzer::examples
