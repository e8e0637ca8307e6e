// Which findings to show while somebody types. What is missing in a declaration that is being written is not a mistake yet; what
// is wrong in it and no key to come makes right is one at once.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dsl/ast/ast.h"
#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer::editor {

// Is putting `added` in the place of `removed` what a key does, or an editor with it (the blanks of a new line, the other
// parenthesis, the rest of a name)? Not: lines that are pasted or taken away.
[[nodiscard]] bool is_typing(std::string_view removed, std::string_view added);

// Indices into `findings`, ascending, with the last key at `typed_at` in `file`, of which `text` is the text. What is left out
// may follow from what isn't written yet, and is to be shown when the author pauses. It is never a warning, and an error
// elsewhere only where the whole pack isn't done.
[[nodiscard]] std::vector<std::size_t> shown_while_typing(const ast::File& file, std::string_view text,
                                                          const std::vector<Diagnostic>& findings,
                                                          std::uint32_t typed_at);

}  // namespace wegwijzer::editor
