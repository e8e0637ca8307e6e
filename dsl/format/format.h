// From what an author wrote to the same in canonical layout, in either language: `wegwijzer fmt` and `wegwijzer translate`.
//
// Contract
// - Reading the result gives the same AST, up to places; formatting it again gives the same text.
// - Every comment stands in it once, in the order in which they stood; texts stand in it byte for byte (but for the
//   expressions between `{` and `}` of an uitleg).
// - Translating there and back gives what formatting gives.
// - A byte-order mark stays; lines end as the first one does.
#pragma once

#include <optional>
#include <string>

#include "dsl/ast/ast.h"
#include "dsl/format/scope.h"
#include "engine/base/language.h"
#include "engine/diagnostics/source.h"

namespace wegwijzer {

// Precondition: reading `file` gave no errors. `scope` knows what the packs in use declare; for the file's own language it may
// be empty. std::nullopt: what came out would not read as what went in, which is a fault in the program; nothing may be put in the
// place of the author's text then.
[[nodiscard]] std::optional<std::string> format(const SourceMap& sources, const ast::File& file, Language language,
                                                const Scope& scope = {});

// An expression on one line.
[[nodiscard]] std::string format(const SourceMap& sources, const ast::File& file, ast::ExprId expression,
                                 Language language, const Scope& scope = {});

}  // namespace wegwijzer
