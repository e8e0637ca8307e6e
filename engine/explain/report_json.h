// A student's report as JSON (language.md section 9): every key always there, in this order.
#pragma once

#include "engine/explain/report.h"
#include "engine/json/writer.h"

namespace wegwijzer::explain {

void write_json(json::Writer& writer, const Redactor& redactor, const Visible<StudentReport>& report);

// Parts of it that other outputs hold too.
void write_sources(json::Writer& writer, const model::RuleSet& rules, const std::vector<model::Citation>& sources);
[[nodiscard]] const char* json_name(model::Severity severity);
[[nodiscard]] const char* json_name(model::SignalKind kind);
[[nodiscard]] const char* json_name(model::Line line);
[[nodiscard]] const char* json_name(advise::Consent consent);
[[nodiscard]] const char* json_name(advise::StepStatus status);
[[nodiscard]] const char* json_name_of_goal(Tri goal);
[[nodiscard]] const char* json_name(UndeterminedKind kind);

}  // namespace wegwijzer::explain
