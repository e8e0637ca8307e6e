// Checks what every reader of a program relies on. Run by the tests on every program they make.
#pragma once

#include <string>
#include <vector>

#include "engine/program/program.h"

namespace wegwijzer::program {

// What is wrong, a sentence each; empty for a sound program:
//   every operand stands before its use, with the kind and the domain that the opcode asks;
//   no two instructions are the same; `uniform` and `live` follow from the operands;
//   fields, series, phases, signals and texts exist; the origin has no cycle and points at values that exist.
[[nodiscard]] std::vector<std::string> verify(const Program& program);

}  // namespace wegwijzer::program
