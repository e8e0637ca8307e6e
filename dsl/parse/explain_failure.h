// From "the grammar could not go on here" to a message with a way out.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "dsl/parse/reading.h"
#include "dsl/parse/repair.h"
#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer::parsing {

struct Explained {
    bool complete = true;        // all of it could be read as it stands
    std::vector<Span> doubtful;  // what could not, and the words that were made up for it
};

// Adds a finding for each failure of a declaration that has been read; one that follows from what the lexer reported already
// adds none. Where a small change lets reading go on, `reading` ends with that change.
[[nodiscard]] Explained explain(Reading& reading, SourceId source, DeclarationKind kind, Repairs::Reader reader,
                                Diagnostics& diagnostics);

// A stretch of lines whose first word opens no declaration: reported. The kind that was meant, when that is clear.
[[nodiscard]] std::optional<DeclarationKind> explain_unknown_declaration(std::string_view text, SourceId source,
                                                                         const Vocabulary& vocabulary,
                                                                         const std::vector<Lexeme>& lexemes,
                                                                         Diagnostics& diagnostics);

}  // namespace wegwijzer::parsing
