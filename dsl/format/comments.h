// What stands between the words and marks of a text: comments and empty lines. Taken from the author's text, they are put back
// into its canonical form: behind the same word, or above the line when that word no longer ends one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/ast/ast.h"
#include "dsl/format/draft.h"

namespace wegwijzer::layout {

struct Comment {
    std::string text;             // from `#`, without blanks behind it
    std::size_t empty_lines = 0;  // before it
    bool has_own_line = false;    // else it stands behind something
    bool is_silencing = false;    // `sta toe W107: …`: it must stay with what it allows (dsl/review)
    // Columns in the author's text: its own, and of the lines before and after it.
    std::size_t column = 0;
    std::size_t column_before = 0;
    std::size_t column_after = 0;
};
struct Gap {
    std::vector<Comment> comments;
    std::size_t empty_lines = 0;  // behind the last comment
};

// The words and marks of a file: its tokens without white space and comments.
[[nodiscard]] std::vector<ast::Token> marks_of(const ast::File& file);
// What stands before the first of them, between each two, and behind the last: one more than there are marks.
[[nodiscard]] std::vector<Gap> gaps_of(const ast::File& file, std::string_view text);
// Adds `more` behind `gap`.
void join(Gap& gap, const Gap& more);

// A draft, which has no comments, with gaps around its marks.
[[nodiscard]] std::string put_back(const Draft& draft, const std::vector<ast::Token>& marks,
                                   const std::vector<Gap>& gaps);

}  // namespace wegwijzer::layout
