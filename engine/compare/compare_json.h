// The two results as JSON (docs/output.schema.json: `comparison` and `sweep`); the same in both languages.
#pragma once

#include "engine/compare/differences.h"
#include "engine/compare/sweep.h"
#include "engine/json/writer.h"

namespace wegwijzer::comparison {

void write_json(json::Writer& writer, const explain::Visible<Comparison>& comparison);
void write_json(json::Writer& writer, const explain::Visible<Sweep>& sweep);

}  // namespace wegwijzer::comparison
