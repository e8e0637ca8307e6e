// The smallest step of a value, down and up, as people write it: a cijfer by a tenth, a percentage by one procentpunt, a count, a
// day and a level by one; by less where a smaller decimal is written.
#pragma once

#include <vector>

#include "engine/model/rule_set.h"

namespace wegwijzer::mutation {

// `against`: what it is compared with. Names and levels only where they have an order.
[[nodiscard]] std::vector<model::Constant> steps_of(const model::RuleSet& rules, const model::Constant& value,
                                                    const model::ValueType& against, bool is_ordered);
// May a parameter have this value?
[[nodiscard]] bool is_within(const model::Parameter& parameter, const model::Constant& value);

}  // namespace wegwijzer::mutation
