// Which findings to show while somebody types. What is missing in a declaration that is being written is not a mistake yet.
#pragma once

#include <cstdint>
#include <vector>

#include "dsl/ast/ast.h"
#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer::editor {

// Of the errors in the declaration at `typed_at`, where the last key was, only the one nearest to it; of everything else all.
// Indices into `findings`, ascending.
[[nodiscard]] std::vector<std::size_t> shown_while_typing(const ast::File& file,
                                                          const std::vector<Diagnostic>& findings,
                                                          std::uint32_t typed_at);

}  // namespace wegwijzer::editor
