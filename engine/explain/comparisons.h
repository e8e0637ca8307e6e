// The comparisons in a rule, and the values on the other side of them: a shown value must not read as lying on, or on the
// other side of, a threshold that the rule compares it with (language.md section 3, "Shown values").
#pragma once

#include <vector>

#include "engine/base/ratio.h"
#include "engine/model/rule_set.h"
#include "engine/records/cohort.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::explain {

// The expressions that a rule compares `value` with, in the conditions below `roots` (through begrippen).
[[nodiscard]] std::vector<model::ExprId> compared_with(const model::RuleSet& rules,
                                                       const std::vector<model::ExprId>& roots, model::ExprId value);

// Do the two say the same? A begrip says what its expression says.
[[nodiscard]] bool say_the_same(const model::RuleSet& rules, model::ExprId left, model::ExprId right);
[[nodiscard]] bool say_the_same(const model::RuleSet& rules, const model::Selection& left,
                                const model::Selection& right);

// How a value is shown: a percentage next to it makes a plain number, such as a quotient, one. `beside` may be none.
[[nodiscard]] model::ValueType type_beside(const model::RuleSet& rules, model::ExprId value, model::ExprId beside);

// All conditions of a signal: its levels and `tenzij`.
[[nodiscard]] std::vector<model::ExprId> conditions_of(const model::Signal& signal);

// A count or another value of signals: whole, so that nothing lies beside it.
[[nodiscard]] bool reads_signals(const model::RuleSet& rules, model::ExprId id);

// The values of `others` for this student, as far as they are numbers and read no signals.
[[nodiscard]] std::vector<Ratio> threshold_values(const model::RuleSet& rules, const Cohort& cohort,
                                                  std::size_t student, Date reference_date,
                                                  const std::vector<model::ExprId>& others);

}  // namespace wegwijzer::explain
