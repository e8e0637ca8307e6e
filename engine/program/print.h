// The printed form of a program, for `wegwijzer show program` and for tests. Stable: it depends on the rule set alone.
#pragma once

#include <string>

#include "engine/program/program.h"

namespace wegwijzer::program {

// One line per instruction, in order:
//   %7  tri  compare_field toetsen.cijfer < %6
// then the signals and policies with the registers of their outcome.
[[nodiscard]] std::string print(const Program& program);

}  // namespace wegwijzer::program
