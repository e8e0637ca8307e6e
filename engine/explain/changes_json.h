// Changes of data that would end or start a signal, as JSON: the keys `changes` and `changes_complete` of a signal.
#pragma once

#include <vector>

#include "engine/explain/changes_shown.h"
#include "engine/json/writer.h"

namespace wegwijzer::explain {

void write_changes(json::Writer& writer, const model::RuleSet& rules, const std::vector<OfferShown>& changes,
                   bool is_all);

}  // namespace wegwijzer::explain
