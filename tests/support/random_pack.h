// Random declarations as text: all of the grammar of language.md sections 4 and 5, in Dutch, with names that mean nothing.
// What comes out can be read; whether it makes sense is another matter.
#pragma once

#include <string>

#include "tests/support/random.h"

namespace wegwijzer::test {

[[nodiscard]] std::string random_declaration(Random& random);
[[nodiscard]] std::string random_condition(Random& random, int depth);

}  // namespace wegwijzer::test
