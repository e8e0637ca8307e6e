// The way out of a finding (`doe: …`) as a change of the text, wherever it can be made exactly: something written in its place, a
// line added, a comment that allows it, the voorbeeld that shows it.
#pragma once

#include <string>
#include <vector>

#include "dsl/compile/compile.h"
#include "dsl/editor/rename.h"
#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer::editor {

struct WayOut {
    std::string title;
    std::vector<Edit> edits;    // in one file or several; by place, and none over another
    bool is_preferred = false;  // what the message says to do
};

// None where the way out asks for a choice that only the author can make.
[[nodiscard]] std::vector<WayOut> ways_out(const Compilation& compilation, const Diagnostic& finding,
                                           Language language);

}  // namespace wegwijzer::editor
