// The author's own conditions, ticked off, as a nested list.
#pragma once

#include "cli/render/html/markup.h"
#include "cli/render/html/voice.h"
#include "engine/explain/explanation.h"

namespace wegwijzer::cli::html {

// "✓", and the word for it for who doesn't see it.
void write_mark(Markup& out, const Voice& voice, Tri holds);
// What "✓ ✗ ?" mean, once on a page.
void write_legend(Markup& out, const Voice& voice);

// A list item; `before` stands before the words: "hoog: ", "tenzij ". What does not decide (engine/explain/deciding.h) is
// folded away; `in_full`: all is shown.
void write_condition(Markup& out, const Voice& voice, const explain::ConditionLine& line, const std::string& before,
                     bool in_full = false);

}  // namespace wegwijzer::cli::html
