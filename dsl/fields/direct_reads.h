// What one declaration reads by its own words, with the place of each: fields, and the begrippen, tabellen and parameters it
// names. What those read is not followed. An aggregate reads its series' date and every field it names; what counts from
// the start reads the field marked `start` (language.md section 3, "Privacy").
#pragma once

#include <utility>
#include <variant>
#include <vector>

#include "engine/model/provenance.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::fields {

using Named = std::variant<model::ConceptId, model::TableId, model::ParameterId>;

struct DirectReads {
    std::vector<std::pair<model::FieldUse, Span>> fields;
    std::vector<std::pair<Named, Span>> names;
};

[[nodiscard]] DirectReads reads_of(const model::RuleSet& rules, const model::Override& line);
[[nodiscard]] DirectReads reads_of(const model::RuleSet& rules, const model::Concept& named);
[[nodiscard]] DirectReads reads_of(const model::RuleSet& rules, const model::Table& table);
[[nodiscard]] DirectReads reads_of(const model::RuleSet& rules, const model::Signal& signal);
[[nodiscard]] DirectReads reads_of(const model::RuleSet& rules, const model::Intervention& intervention);
[[nodiscard]] DirectReads reads_of(const model::RuleSet& rules, const model::Plan& plan);
[[nodiscard]] DirectReads reads_of(const model::RuleSet& rules, const model::Policy& policy);

}  // namespace wegwijzer::fields
