// How often each instruction met each kind of value in each state of knowledge, over the programs that were run.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "engine/execute/attribution.h"
#include "engine/execute/batch.h"
#include "engine/program/program.h"

namespace wegwijzer::test {

enum class State : std::uint8_t { known, unknown, range, fault };
inline constexpr std::size_t state_count = 4;
[[nodiscard]] std::string_view name_of(State state);

// For an instruction that gives a condition of other values: the kind of its first operand, and the worst state among its
// operands. For every other: its own kind and state.
struct Combination {
    program::Opcode opcode = program::Opcode::constant;
    program::Kind kind = program::Kind::tri;
    State state = State::known;
    friend auto operator<=>(const Combination&, const Combination&) = default;
};

class Coverage {
  public:
    // Runs the program over the cohort and counts.
    void add(const program::Program& program, const Cohort& cohort, Date reference_date);
    [[nodiscard]] std::uint64_t count(const Combination& combination) const;

  private:
    std::map<Combination, std::uint64_t> counts_;
};

// Every combination that the signatures of the opcodes allow.
[[nodiscard]] std::vector<Combination> all_combinations();
// Why a combination can't come up; empty when it can.
[[nodiscard]] std::string_view why_impossible(const Combination& of);
[[nodiscard]] std::string text_of(const Combination& combination);

}  // namespace wegwijzer::test
