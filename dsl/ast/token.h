// The text of a file as tokens, white space and comments among them: joined together they give the text back, byte for
// byte. The AST says what was written; the tokens say how, for the formatter and the editor.
#pragma once

#include <cstdint>

namespace wegwijzer::ast {

enum class TokenKind : std::uint8_t {
    byte_order_mark,
    blank,  // spaces and tabs
    line_end,
    comment,  // from # up to the line end
    word,     // words of the language and names
    number,
    date,     // 2026-09-01
    version,  // 1.0 behind `versie`
    text,     // with its quotes
    template_text,
    cell,    // of a row in a voorbeeld, without the bars
    bullet,  // the dashes that open a line
    mark,
    unknown,
};

struct Token {
    TokenKind kind = TokenKind::unknown;
    std::uint32_t begin = 0;  // bytes in the file's text
    std::uint32_t end = 0;
};

}  // namespace wegwijzer::ast
