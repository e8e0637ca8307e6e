// A small picture of what happened when, with the windows and thresholds of the signals drawn in, and the same in a table.
#pragma once

#include <string>

#include "cli/render/html/markup.h"
#include "cli/render/html/tracks.h"
#include "cli/render/html/voice.h"

namespace wegwijzer::cli::html {

// One for every series behind what is active, below a heading; nothing where there is nothing to draw.
void write_timelines(Markup& out, const Voice& voice, const model::RuleSet& rules,
                     const explain::StudentExplanation& explanation);

}  // namespace wegwijzer::cli::html
