// What a voorbeeld may expect of one declaration: what comes out of it.
#pragma once

#include <memory>
#include <vector>

#include "engine/examples/coverage.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::coverage {

// Evaluated for the student of `example`, by the slow evaluator. Empty where there is nothing to expect.
[[nodiscard]] std::vector<model::Expectation> what_comes_out(const std::shared_ptr<const model::RuleSet>& rules,
                                                             const model::Example& example,
                                                             const examples::PlaceOwner& owner);

// Does the voorbeeld expect something of it?
[[nodiscard]] bool speaks_of(const model::RuleSet& rules, const model::Example& example,
                             const examples::PlaceOwner& owner);

}  // namespace wegwijzer::coverage
