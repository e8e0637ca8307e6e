// The part of a student's page that says what is not known, what can't be judged without it, and what finding it out would decide.
#pragma once

#include "cli/render/html/markup.h"
#include "cli/render/html/voice.h"
#include "engine/explain/explanation.h"

namespace wegwijzer::cli::html {

// Nothing where all is known.
void write_unknown(Markup& out, const Voice& voice, const model::RuleSet& rules,
                   const explain::StudentExplanation& explanation);

}  // namespace wegwijzer::cli::html
