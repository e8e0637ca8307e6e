// The AST as an indented tree, one node per line, without places: for `wegwijzer show ast` and for tests. Two trees that
// say the same print the same.
#pragma once

#include <string>

#include "dsl/ast/ast.h"

namespace wegwijzer::ast {

[[nodiscard]] std::string print(const File& file);
[[nodiscard]] std::string print(const File& file, const Declaration& declaration);

}  // namespace wegwijzer::ast
