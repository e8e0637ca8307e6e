// A finding as an editor shows it: one text without the place and the code, which the editor shows itself.
#pragma once

#include <string>

#include "engine/base/language.h"
#include "engine/diagnostics/diagnostic.h"
#include "engine/pages/pages.h"

namespace wegwijzer::editor {

// The message, the lines behind it, `waarom: …` and `doe: …`, a line each.
[[nodiscard]] std::string finding_text(const Diagnostic& finding, Language language);
// The voorbeeld that shows it, as it is pasted into a pack; empty when there is none.
[[nodiscard]] std::string witness_of(const Diagnostic& finding, Language language);
// What `explain CODE` tells, as Markdown. Empty for a code without a page.
[[nodiscard]] std::string page_text(Code code, Language language);

}  // namespace wegwijzer::editor
