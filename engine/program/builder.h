// Builds the instructions of a program: the same value is made once (hash-consing), what is known beforehand is worked
// out (folding), and a student's value is spread where an event's is asked.
//
// INVARIANT: folding replaces an instruction only by a value that is the same and as known for every student. What can't
// be calculated (1 / 0) stays an instruction, so that its fault is found where it happens.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/program/program.h"

namespace wegwijzer::program {

class Builder {
  public:
    explicit Builder(Program& program) : program_(program) {}

    // The instruction with these operands; its domain follows from theirs unless `instruction.domain` says so.
    [[nodiscard]] Register emit(Instruction instruction, std::vector<Register> operands);
    [[nodiscard]] Register emit(Opcode opcode, Kind kind, std::vector<Register> operands);

    [[nodiscard]] Register constant(Kind kind, std::int64_t value);
    [[nodiscard]] Register text_constant(std::string_view text);
    [[nodiscard]] Register tri_constant(Tri value) { return constant(Kind::tri, static_cast<std::int64_t>(value)); }
    [[nodiscard]] Register unknown(Kind kind) { return emit(Opcode::unknown, kind, {}); }

    [[nodiscard]] std::optional<std::int64_t> constant_of(Register id) const;
    [[nodiscard]] Kind kind_of(Register id) const { return program_.instruction(id).kind; }
    [[nodiscard]] bool is_uniform(Register id) const { return program_.instruction(id).uniform; }
    [[nodiscard]] Register spread_to(SeriesId domain, Register id);

  private:
    [[nodiscard]] std::optional<Register> simplify(const Instruction& instruction,
                                                   const std::vector<Register>& operands);
    [[nodiscard]] std::optional<Register> simplify_junction(const Instruction& instruction,
                                                            const std::vector<Register>& operands);
    [[nodiscard]] Register append(Instruction instruction, std::vector<Register> operands);

    Program& program_;
    std::map<std::vector<std::int64_t>, Register> made_;
    std::map<std::string, std::uint32_t, std::less<>> texts_;
};

}  // namespace wegwijzer::program
