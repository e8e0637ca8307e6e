// Invented students for answers to questions: from nothing, the values that the answer names and no others.
#pragma once

#include <vector>

#include "dsl/coverage/wanted.h"
#include "engine/model/example.h"

namespace wegwijzer::coverage {

// For one case of what is wanted: none where it can't be answered or no data can be made for the answer. Nothing expected yet.
[[nodiscard]] std::vector<model::Example> drafts_for(analyse::Formulas& formulas, const Wants& wants);

}  // namespace wegwijzer::coverage
