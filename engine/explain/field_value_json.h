// A value of a field, as data files write it: numbers with a point, percentages as their ratio, days as 2026-11-02.
#pragma once

#include "engine/json/writer.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::explain {

void write_field_value(json::Writer& writer, const FieldType& type, const model::FieldValue& value);

}  // namespace wegwijzer::explain
