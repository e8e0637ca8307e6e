// Comments in texts of the rule language, for tests.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tests/support/parsing.h"
#include "tests/support/random.h"

namespace wegwijzer::test {

// In the order in which they stand.
[[nodiscard]] std::vector<std::string> comments_in(const Parsed& parsed);

// `text` with comments and empty lines between its words, wherever the language allows one: at most `count`.
// Precondition: `text` reads without findings.
[[nodiscard]] std::string with_comments(const std::string& text, std::size_t count, Random& random);

}  // namespace wegwijzer::test
