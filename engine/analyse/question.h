// Is there a choice of values of the atoms with which some formulas come out as wanted? Each atom has finitely many cases: the
// stretches between the values that the formulas compare it with, onbekend, and for a count the ranges. Boxes of cases are cut
// in two along one test at a time until every formula comes out for sure. Exact, within a number of steps.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "engine/analyse/formula.h"

namespace wegwijzer::analyse {

// Which answers of a formula are wanted, or possible.
struct Answers {
    std::uint8_t bits = 0;

    static constexpr std::uint8_t yes = 1;
    static constexpr std::uint8_t no = 2;
    static constexpr std::uint8_t unknown = 4;
};

enum class Found : std::uint8_t { no, yes, not_found_out };

// The case of an atom: its places from `low` to `high`; none: no end. Empty where the value lies between two places.
struct Case {
    Stretch where;  // in half-steps
    bool is_known = true;
};

class Question {
  public:
    explicit Question(const Formulas& formulas) : formulas_(formulas) {}

    Question& want(FormulaId formula, std::uint8_t answers) {
        wanted_.push_back({formula, answers});
        return *this;
    }
    [[nodiscard]] Found ask();

    // After `yes`: a case of each atom in the formulas, a known value where that will do.
    [[nodiscard]] const std::vector<std::pair<AtomId, Case>>& values() const { return values_; }

    static constexpr std::size_t most_steps = 1'000'000;  // formulas worked out

  private:
    static constexpr std::size_t most_cases = 256;
    using Cases = std::bitset<most_cases>;
    struct Wanted {
        FormulaId formula;
        std::uint8_t answers = 0;
    };
    struct Leaf {
        Cases yes;
        Cases no;
    };
    struct Local {  // a formula with its parts behind each other
        FormulaId formula;
        std::vector<std::size_t> parts;
        std::size_t atom = 0;
        Leaf leaf;
    };
    using Box = std::vector<Cases>;

    [[nodiscard]] std::size_t gather(FormulaId id, std::vector<std::size_t>& places);
    [[nodiscard]] bool find_cases();
    [[nodiscard]] bool add_cases(std::size_t atom, const std::vector<std::size_t>& leaves);
    void work_out(const Box& box);
    [[nodiscard]] std::uint8_t answer_of(const Local& local, const Box& box) const;
    [[nodiscard]] std::uint8_t answer_of_count(std::int64_t count, const std::vector<std::size_t>& parts) const;
    [[nodiscard]] bool search(const Box& box, int depth);
    void keep(const Box& box);

    const Formulas& formulas_;
    std::vector<Wanted> wanted_;
    std::vector<std::size_t> goals_;  // of each wanted formula its place in locals_
    std::vector<Local> locals_;       // parts before what they are part of
    std::vector<AtomId> atoms_;
    std::vector<std::vector<Case>> cases_;  // by atom
    std::vector<std::uint8_t> answers_;     // of the locals, with the box at hand
    std::vector<std::pair<AtomId, Case>> values_;
    std::size_t steps_ = 0;
};

}  // namespace wegwijzer::analyse
