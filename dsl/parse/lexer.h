// From text to lexemes and lossless tokens. Reports what is wrong with a single mark, text or number, and hands on what was
// meant, so that no second finding follows from it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/ast/token.h"
#include "dsl/parse/lexeme.h"
#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer::parsing {

// More than anybody writes in one declaration: what comes behind it is not read, so that memory stays in proportion.
inline constexpr std::size_t most_lexemes = 1'000'000;

// Where marks mean something of their own.
enum class LexerMode : std::uint8_t { ordinary, pack, signal, table, example };

class Lexer {
  public:
    // `text` is the whole source; all places are offsets in it. `tokens` may be null.
    Lexer(std::string_view text, SourceId source, Language language, Diagnostics& diagnostics,
          std::vector<ast::Token>* tokens);

    // The lexemes of [begin, end). With `inside_text`, of an expression in an uitleg, which opens no line.
    [[nodiscard]] std::vector<Lexeme> read(std::uint32_t begin, std::uint32_t end, LexerMode mode,
                                           bool inside_text = false);
    // The same, as if a keyword stood before them on the line.
    [[nodiscard]] std::vector<Lexeme> read_behind(std::vector<Lexeme> keyword, std::uint32_t begin, std::uint32_t end,
                                                  LexerMode mode);

  private:
    [[nodiscard]] std::vector<Lexeme> read_all();
    void read_one();
    void read_blank();
    void read_line_end();
    void read_comment();
    void read_word();
    bool read_formula();
    void read_number();
    [[nodiscard]] bool is_remark(std::string_view rest) const;
    bool read_grouped_number();
    bool read_date();
    void read_text();
    void read_template_text(std::uint32_t line_end);
    void read_foreign_text(std::string_view opening);
    void read_cells();
    void read_bullet();
    void read_mark();
    void read_version();
    void report_outside(std::uint32_t begin);

    [[nodiscard]] char at(std::uint32_t offset) const { return offset < end_ ? text_[offset] : '\0'; }
    [[nodiscard]] std::uint32_t find_line_end(std::uint32_t from) const;
    [[nodiscard]] std::string written(std::uint32_t begin, std::uint32_t end) const;
    [[nodiscard]] bool starts_template() const;
    [[nodiscard]] bool starts_version() const;
    Lexeme& add(char code, std::uint32_t end, ast::TokenKind kind);
    void token(ast::TokenKind kind, std::uint32_t begin, std::uint32_t end);
    [[nodiscard]] Diagnostic finding(Code code, std::uint32_t begin, std::uint32_t end, std::string proposal) const;
    void report(Diagnostic finding);
    void report(Code code, std::uint32_t begin, std::uint32_t end, std::string proposal);
    void report_unclosed(std::uint32_t begin, std::uint32_t end);
    void read_unclosed_text(std::uint32_t line_end);
    // Where a text that goes on behind its line ends: behind the first quote of the next line, or 0.
    [[nodiscard]] std::uint32_t find_end_on_next_line(std::uint32_t line_end) const;
    [[nodiscard]] bool opens_clause(std::string_view line) const;
    void end_line();

    std::string_view text_;
    SourceId source_;
    Language language_;
    const Vocabulary& vocabulary_;
    Diagnostics& diagnostics_;
    std::vector<ast::Token>* tokens_;

    std::vector<Lexeme> lexemes_;
    std::vector<Diagnostic> line_findings_;  // of this line
    std::uint32_t at_ = 0;
    std::uint32_t end_ = 0;
    LexerMode mode_ = LexerMode::ordinary;
    bool opens_line_ = false;
    bool glued_ = false;
    bool in_row_ = false;  // the line opens with a bar
    bool outside_ = false;
    bool inside_text_ = false;
    std::uint32_t behind_keyword_ = static_cast<std::uint32_t>(-1);  // this place stands in no first column
    int reports_left_ = 0;
};

// Length in bytes of a letter that may begin (or go on with) a name at `offset`; 0 when there is none.
[[nodiscard]] std::size_t letter_length(std::string_view text, std::size_t offset, bool first);

// Length in bytes of white space at `offset`: space, tab, carriage return, and Unicode's other blanks.
[[nodiscard]] std::size_t blank_length(std::string_view text, std::size_t offset);

}  // namespace wegwijzer::parsing
