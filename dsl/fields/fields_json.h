// The list of fields for programs: `fields` of docs/output.schema.json. Words are English and the same in both languages;
// names and texts are the author's.
#pragma once

#include "dsl/fields/inventory.h"
#include "engine/json/writer.h"

namespace wegwijzer::fields {

void write_json(json::Writer& writer, const Inventory& inventory);

}  // namespace wegwijzer::fields
