// From "the grammar could not go on here" to a message with a way out.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "dsl/parse/reading.h"
#include "dsl/parse/repair.h"
#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer::parsing {

// Reads a declaration and adds a finding for each failure; one that follows from what the lexer reported already adds none.
// Where a small change lets reading go on, `reading` ends with that change. False when something could not be read.
[[nodiscard]] bool read_and_explain(Reading& reading, SourceId source, DeclarationKind kind, Repairs::Reader reader,
                                    Diagnostics& diagnostics);

// A stretch of lines whose first word opens no declaration: reported. The kind that was meant, when that is clear.
[[nodiscard]] std::optional<DeclarationKind> explain_unknown_declaration(std::string_view text, SourceId source,
                                                                         const Vocabulary& vocabulary,
                                                                         const std::vector<Lexeme>& lexemes,
                                                                         Diagnostics& diagnostics);

}  // namespace wegwijzer::parsing
