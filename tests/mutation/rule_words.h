// The words and marks of a pack in the standard layout, with where they stand: what changes of a rule are made from.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wegwijzer::test {

struct RuleWord {
    std::string_view text;  // a text with its quotes is one
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t line = 1;
    std::size_t indent = 0;  // of its line
    bool opens_line = false;

    [[nodiscard]] bool is(std::string_view other) const { return text == other; }
    [[nodiscard]] bool is_number() const;  // `16`, `5,5`, a date
    [[nodiscard]] bool is_date() const;
    [[nodiscard]] bool is_name() const;  // a word of the language too
};

// Comments left out; a declaration begins in the first column.
[[nodiscard]] std::vector<std::vector<RuleWord>> rule_words(std::string_view text);

}  // namespace wegwijzer::test
