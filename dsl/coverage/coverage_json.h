// What voorbeelden reach, for programs.
#pragma once

#include "dsl/coverage/coverage.h"
#include "engine/json/writer.h"

namespace wegwijzer::coverage {

// An object; its form is `coverage` in docs/output.schema.json.
void write_json(json::Writer& writer, const Report& report, const SourceMap& sources, Language language);

}  // namespace wegwijzer::coverage
