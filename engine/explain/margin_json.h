// Margins as JSON: values as data write them (a percentage is its ratio), differences in the unit that `unit` names.
#pragma once

#include <optional>

#include "engine/explain/margin.h"
#include "engine/json/writer.h"

namespace wegwijzer::explain {

// The key and its value; null without a margin.
void write_margin(json::Writer& writer, const model::RuleSet& rules, const std::optional<Margin>& margin);
void write_severity_margin(json::Writer& writer, const model::RuleSet& rules,
                           const std::optional<SeverityMargin>& margin);

}  // namespace wegwijzer::explain
