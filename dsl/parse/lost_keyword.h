// A line that opens a declaration, but for its keyword: found by reading it as each kind of declaration.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "dsl/parse/lexer.h"
#include "dsl/parse/reading.h"
#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer::parsing {

inline constexpr std::size_t declaration_kinds = 21;
[[nodiscard]] Word keyword_of(DeclarationKind kind);
[[nodiscard]] LexerMode mode_of(DeclarationKind kind);

// The kinds of declaration as which [begin, end) can be read behind their keyword, without anything wrong.
[[nodiscard]] std::vector<DeclarationKind> fitting_kinds(std::string_view text, const Vocabulary& vocabulary,
                                                         std::uint32_t begin, std::uint32_t end);
// The lexemes of [begin, end) behind the keyword of `kind`.
[[nodiscard]] std::vector<Lexeme> with_keyword(std::string_view text, const Vocabulary& vocabulary, SourceId source,
                                               std::uint32_t begin, std::uint32_t end, DeclarationKind kind,
                                               Diagnostics& diagnostics);

struct LostDeclaration {
    std::size_t at = 0;                     // its first lexeme, in the declaration above
    bool has_keyword = false;               // only the line is indented
    std::optional<DeclarationKind> kind;    // when it is clear which
    std::vector<DeclarationKind> possible;  // else
};
// In a declaration that could not be read. `declared` are the names of the file: a line that begins with one of those more
// likely misses the word of its clause.
[[nodiscard]] std::optional<LostDeclaration> find_lost_declaration(const Reading& reading, DeclarationKind above,
                                                                   const std::unordered_set<std::string>& declared);

// `here` stands first on the line.
[[nodiscard]] Diagnostic explain_lost_keyword(const Vocabulary& vocabulary, Span span, const std::string& here,
                                              const std::vector<DeclarationKind>& possible);

}  // namespace wegwijzer::parsing
