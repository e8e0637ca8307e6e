// The explanation of a student with changes as JSON: that of explanation_json.h, with `what_if` added: the changes, the day,
// and what differs.
#pragma once

#include "engine/explain/what_if.h"
#include "engine/json/writer.h"

namespace wegwijzer::explain {

void write_json(json::Writer& writer, const Redactor& redactor, const Visible<WhatIf>& what_if);

}  // namespace wegwijzer::explain
