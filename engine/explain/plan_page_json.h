// The plans of a student, and of a caseload, for programs: docs/output.schema.json, `plan_page` and `plan_list`.
#pragma once

#include "engine/explain/plan_page.h"
#include "engine/json/writer.h"

namespace wegwijzer::explain {

void write_json(json::Writer& writer, const Redactor& redactor, const Visible<PlanPage>& page);
void write_json(json::Writer& writer, const Redactor& redactor, const Visible<PlanList>& list);

}  // namespace wegwijzer::explain
