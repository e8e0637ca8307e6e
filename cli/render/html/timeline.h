// A small picture of what happened when, with the windows and thresholds of the signals drawn in, and the same in a table.
#pragma once

#include <string>

#include "cli/render/html/markup.h"
#include "cli/render/html/tracks.h"
#include "cli/render/html/voice.h"

namespace wegwijzer::cli::html {

// `name`: for the ids of its parts, unique on a page. `last`: the reference date, where the picture ends.
void write_timeline(Markup& out, const Voice& voice, const model::RuleSet& rules, const Track& track, Date last,
                    const std::string& name);

}  // namespace wegwijzer::cli::html
