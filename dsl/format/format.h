// From AST to canonical text, in either language: the layout of `wegwijzer fmt`, the words of `wegwijzer translate`.
//
// Contract: reading the result gives the same AST, up to places; formatting twice gives the same text. The AST holds no
// comments: whoever keeps them takes them from the file's tokens. A declaration that is `incomplete` has lost text:
// don't put its form in the place of what was written.
#pragma once

#include <string>

#include "dsl/ast/ast.h"
#include "engine/base/language.h"

namespace wegwijzer {

[[nodiscard]] std::string format(const ast::File& file, Language language);
// One declaration, ending in a line end.
[[nodiscard]] std::string format(const ast::File& file, const ast::Declaration& declaration, Language language);
// An expression on one line.
[[nodiscard]] std::string format(const ast::File& file, ast::ExprId expression, Language language);

}  // namespace wegwijzer
