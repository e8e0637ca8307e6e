// The caseload as JSON: the groups and the order of the list that the terminal and the report show, with each student's report.
#pragma once

#include "engine/explain/caseload.h"
#include "engine/json/writer.h"

namespace wegwijzer::explain {

void write_json(json::Writer& writer, const Redactor& redactor, const Visible<Caseload>& caseload);
// "this_week", "later", ...
[[nodiscard]] const char* json_name(CaseloadGroup group);

}  // namespace wegwijzer::explain
