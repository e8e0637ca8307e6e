// The explanation of one student as JSON: the report of language.md section 9 with the ticked-off conditions added. The
// same tree as the text that `explain` prints.
#pragma once

#include <functional>

#include "engine/explain/explanation.h"
#include "engine/json/writer.h"

namespace wegwijzer::explain {

// `more` writes keys behind those of the explanation.
void write_json(json::Writer& writer, const Redactor& redactor, const Visible<StudentExplanation>& explanation,
                const std::function<void()>& more = {});
// "active", "not_active", ...
[[nodiscard]] const char* json_name(model::SignalStatus status);

}  // namespace wegwijzer::explain
