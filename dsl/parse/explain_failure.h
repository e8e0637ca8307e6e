// From "the grammar could not go on here" to a message with a way out.
#pragma once

#include "dsl/parse/reading.h"
#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer::parsing {

// Adds a finding for each failure of `reading`; a failure that follows from what the lexer reported already adds none.
void explain_failures(const Reading& reading, SourceId source, DeclarationKind kind, Diagnostics& diagnostics);

// A stretch of lines whose first word opens no declaration.
void explain_unknown_declaration(std::string_view text, SourceId source, const Vocabulary& vocabulary,
                                 const std::vector<Lexeme>& lexemes, Diagnostics& diagnostics);

}  // namespace wegwijzer::parsing
