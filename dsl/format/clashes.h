// Names of an author's that would become words when a file is translated: in Dutch `weight` beside the signalen is a name, in
// English it is their field. What is translated must say the same, so such a name is reported.
#pragma once

#include <vector>

#include "dsl/ast/ast.h"
#include "dsl/format/scope.h"
#include "engine/base/language.h"

namespace wegwijzer {

// In the order of the text.
[[nodiscard]] std::vector<ast::Name> find_clashes(const ast::File& file, const Scope& scope, Language to);

}  // namespace wegwijzer
