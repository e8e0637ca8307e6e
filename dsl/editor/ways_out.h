// The ways out of a finding (`doe: …`) as changes of the text, one per alternative: something written in its place or taken out, a line
// added, a comment that allows it, the voorbeeld that shows it.
#pragma once

#include <string>
#include <vector>

#include "dsl/compile/compile.h"
#include "dsl/compile/packs_in_use.h"
#include "dsl/editor/rename.h"
#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer::editor {

struct WayOut {
    std::string title;
    std::vector<Edit> edits;    // in one file or several; by place, and none over another
    bool is_preferred = false;  // what the message says to do, when there is only one way to do it
};

// Each was tried: it mends the finding and brings no error (ways_out/trial.h); not so the comment and the voorbeeld, which leave it.
// None where only the author knows what to write. Without `packs_beside` a pack that nothing takes in yet can't be tried, nor named.
[[nodiscard]] std::vector<WayOut> ways_out(const Compilation& compilation, const Diagnostic& finding, Language language,
                                           const PacksBeside& packs_beside = {});

// What other packs read is tried on them as well, by whoever has those: does this way change or remove a name that is declared, and
// would it bring errors to these packs?
[[nodiscard]] bool takes_a_name_away(const Compilation& compilation, const WayOut& way);
[[nodiscard]] bool brings_errors_to(const std::vector<PackText>& packs, const WayOut& way);

}  // namespace wegwijzer::editor
