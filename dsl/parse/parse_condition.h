// A condition by itself, as it is given on the command line: the grammar of `inline` (language.md section 4), and nothing
// around it. The messages are those of the same words in a pack.
#pragma once

#include "dsl/ast/ast.h"
#include "engine/diagnostics/diagnostic.h"
#include "engine/diagnostics/source.h"

namespace wegwijzer {

struct LooseCondition {
    ast::File file;    // the condition's expressions; no declarations
    ast::ExprId root;  // none: it could not be read, and `diagnostics` says why
};

// The whole text of `source` is one condition in the words of `language`. Never throws on any input.
[[nodiscard]] LooseCondition parse_condition(const SourceMap& sources, SourceId source, Language language,
                                             Diagnostics& diagnostics);

}  // namespace wegwijzer
