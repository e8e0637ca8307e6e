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
    change::Changes changes;
    Diagnostics diagnostics;  // not empty: `changes` is not to be used
};

// `compilation` has rules, and is given each text as a source named `--what-if`, so that findings can show it.
// `may_see`: does the reader see what has this class? Never throws on bad input.
[[nodiscard]] ReadChanges read_changes(Compilation& compilation, const std::vector<std::string>& texts,
                                       const std::function<bool(const PrivacyClass&)>& may_see);

}  // namespace wegwijzer
