// A stable text of a rule set: one line per thing, expressions as lists in parentheses with every name resolved
// (`student.motivatie`, `param.grens`, `concept.gem`). For `wegwijzer show model` and for tests; not meant to be read back.
#pragma once

#include <string>
#include <string_view>

#include "engine/model/rule_set.h"

namespace wegwijzer::model {

[[nodiscard]] std::string print_model(const RuleSet& rules);
// A text between quotes on one line, so that a line in the first column is the head of a thing.
[[nodiscard]] std::string quoted(std::string_view text);
[[nodiscard]] std::string print_expr(const RuleSet& rules, ExprId expr);
// Which events, as an aggregate prints them.
[[nodiscard]] std::string print_selection(const RuleSet& rules, const Selection& selection);
// "number", "number in EC", "choice(vmbo, havo)", ...
[[nodiscard]] std::string print_type(const RuleSet& rules, const ValueType& type);
[[nodiscard]] std::string print_constant(const RuleSet& rules, const ValueType& type, const Constant& constant);

}  // namespace wegwijzer::model
