// Small changes to the lexemes of a declaration, tried by reading it again: the change after which a clause can be read is
// most likely what the author meant, and becomes the way out of the message.
#pragma once

#include <cstddef>
#include <vector>

#include "dsl/parse/reading.h"

namespace wegwijzer::parsing {

struct Edit {
    std::size_t at = 0;      // in the lexemes as they are
    std::size_t remove = 0;  // so many of them
    std::vector<Lexeme> insert;
    // Nothing is made up or moved: the rest of the declaration can be read with it.
    bool keeps_text = false;
    bool keeps_lines = false;  // what is inserted says itself where lines begin
};

[[nodiscard]] std::vector<Lexeme> with_edit(const std::vector<Lexeme>& lexemes, const Edit& edit);

// A word of the language (its phrase from `part` on) behind `before`, as if it had been written there.
[[nodiscard]] std::vector<Lexeme> as_lexemes(const Vocabulary& vocabulary, Word word, std::size_t part,
                                             const Lexeme& before, bool opens_line);

// Reads the declaration with changes, as long as its budget lasts: time stays linear in the text whatever is wrong with it.
class Repairs {
  public:
    using Reader = void (*)(Reading&, DeclarationKind);

    Repairs(const Reading& reading, DeclarationKind kind, Reader reader)
        : reading_(reading), kind_(kind), reader_(reader) {}

    // Can the clause that failed be read after this edit?
    [[nodiscard]] bool helps(const Failure& failure, const Edit& edit) { return try_out(failure, edit) == whole; }
    // Or at least two words further than before?
    [[nodiscard]] bool helps_some(const Failure& failure, const Edit& edit);

  private:
    static constexpr std::size_t whole = static_cast<std::size_t>(-1);
    // How far the clause is read: `whole`, or the lexeme (as numbered before the edit) that doesn't fit.
    [[nodiscard]] std::size_t try_out(const Failure& failure, const Edit& edit);

    const Reading& reading_;
    DeclarationKind kind_;
    Reader reader_;
    std::size_t budget_ = 400'000;  // lexemes read again, per declaration
};

}  // namespace wegwijzer::parsing
