// `verwacht …` as an author writes it.
#pragma once

#include <string>

#include "engine/base/language.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::thinking {

[[nodiscard]] std::string write_expectation(const model::RuleSet& rules, const model::Expectation& expectation,
                                            Language language);
// With all its decimals, so that it reads back as the same value.
[[nodiscard]] std::string write_constant(const model::RuleSet& rules, const model::Constant& value,
                                         const model::ValueType& type, Language language);

}  // namespace wegwijzer::thinking
