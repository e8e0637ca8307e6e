// Which small changes no voorbeeld notices, for programs.
#pragma once

#include "dsl/mutation/mutation.h"
#include "engine/json/writer.h"

namespace wegwijzer::mutation {

// An object; its form is `mutation` in docs/output.schema.json.
void write_json(json::Writer& writer, const Report& report, const Compilation& compilation, Language language);

}  // namespace wegwijzer::mutation
