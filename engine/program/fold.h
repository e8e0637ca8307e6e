// Works out an instruction whose operands are all constants.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/program/program.h"

namespace wegwijzer::program {

struct Folded {
    Kind kind = Kind::number;
    std::int64_t value = 0;  // as in Instruction::immediate
};

// std::nullopt when it depends on more than its operands, or can't be calculated: then it has to stay.
[[nodiscard]] std::optional<std::int64_t> fold(const Instruction& instruction, const std::vector<Folded>& operands);

}  // namespace wegwijzer::program
