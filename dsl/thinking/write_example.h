// A voorbeeld as an author writes it, in the words of a pack.
#pragma once

#include <string>
#include <vector>

#include "dsl/words/words.h"
#include "engine/base/language.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::thinking {

// Its lines, without indent before the first. Precondition: its expectations name what they are about.
[[nodiscard]] std::vector<std::string> write_example(const model::RuleSet& rules, const model::Example& example,
                                                     Language language);

// `geen` has no word of its own.
[[nodiscard]] Word word_of(model::Severity severity);

// A value of a field as a `vast` or a cell.
[[nodiscard]] std::string write_value(const FieldType& type, const model::FieldValue& value, Language language);

}  // namespace wegwijzer::thinking
