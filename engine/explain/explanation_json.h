// The explanation of one student as JSON: the report of language.md section 9 with the ticked-off conditions added. The
// same tree as the text that `explain` prints.
#pragma once

#include "engine/explain/explanation.h"
#include "engine/json/writer.h"

namespace wegwijzer::explain {

void write_json(json::Writer& writer, const Redactor& redactor, const Visible<StudentExplanation>& explanation);

}  // namespace wegwijzer::explain
