// Voorbeelden that differ from one of the pack's own in one thing: a value left out, moved to a boundary, an event more or less,
// an event on another day. For places that no question about formulas leads to.
#pragma once

#include <memory>
#include <vector>

#include "engine/examples/coverage.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::coverage {

// In a fixed order, the smallest changes first. Without the expectations of `base`.
[[nodiscard]] std::vector<model::Example> variations_of(const std::shared_ptr<const model::RuleSet>& rules,
                                                        const model::Example& base, const examples::Place& place);

}  // namespace wegwijzer::coverage
