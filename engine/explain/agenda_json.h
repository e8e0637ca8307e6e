// The agenda as JSON: the weeks, the counts, and per carrier its places and each advice with its week.
#pragma once

#include "engine/explain/agenda.h"
#include "engine/json/writer.h"

namespace wegwijzer::explain {

void write_json(json::Writer& writer, const Redactor& redactor, const Visible<Agenda>& agenda);
[[nodiscard]] const char* json_name(AgendaState state);

}  // namespace wegwijzer::explain
