// What `--what-if` asks: the text of changes on the command line, read as a voorbeeld reads the values of its student and
// events. A field the reader may not see can't be asked about (docs/language.md, section 3).
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "dsl/compile/compile.h"
#include "engine/change/change.h"

namespace wegwijzer {

struct ReadChanges {
    SourceMap
        sources;  // of the packs, and behind them each text under the name `--what-if`, so that findings can show it
    change::Changes changes;
    Diagnostics diagnostics;  // not empty: `changes` is not to be used
};

// `compilation` has rules. `may_see`: does the reader see what has this class? Never throws on bad input.
[[nodiscard]] ReadChanges read_changes(const Compilation& compilation, const std::vector<std::string>& texts,
                                       const std::function<bool(const PrivacyClass&)>& may_see);

}  // namespace wegwijzer
