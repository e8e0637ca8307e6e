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

// May be asked again after `clear`: it keeps the memory that it took, and that is most of the time of a small question.
class Question {
  public:
    explicit Question(const Formulas& formulas) : formulas_(formulas) {}

    Question& want(FormulaId formula, std::uint8_t answers) {
        wanted_.push_back({formula, answers});
        return *this;
    }
    [[nodiscard]] Found ask();
    // As new. Formulas may have been added since.
    void clear();

    // After `yes`: a case of each atom in the formulas, a known value where that will do.
    [[nodiscard]] const std::vector<std::pair<AtomId, Case>>& values() const { return values_; }

    static constexpr std::size_t most_steps = 1'000'000;  // formulas worked out

  private:
    static constexpr std::size_t most_cases = 256;
    static constexpr std::uint32_t nowhere = static_cast<std::uint32_t>(-1);
    using Cases = std::bitset<most_cases>;
    struct Wanted {
        FormulaId formula;
        std::uint8_t answers = 0;
    };
    struct Range {  // of places in a list
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };
    struct Leaf {
        std::uint32_t atom = 0;
        Cases yes;
        Cases no;
        Cases unknown;
    };
    struct Local {  // a formula with its parts behind each other
        FormulaId formula;
        Formula::Kind kind = Formula::Kind::constant;
        Range parts;             // in parts_: places in locals_
        std::uint32_t leaf = 0;  // in leaves_
    };
    struct Open {  // a formula on its way into locals_
        FormulaId formula;
        std::size_t next = 0;
    };

    [[nodiscard]] std::uint32_t gather(FormulaId id);
    void add_local(FormulaId id);
    void forget_places();
    [[nodiscard]] bool find_cases();
    [[nodiscard]] bool add_cases(std::uint32_t atom);
    void divide(const Axis& axis);
    void narrow(const Leaf& leaf, const Cases& cases);
    void work_out();
    [[nodiscard]] std::uint8_t answer_of(const Local& local) const;
    [[nodiscard]] std::uint8_t answer_of_count(std::int64_t count, const Range& parts) const;
    [[nodiscard]] bool search(int depth);
    void keep();

    const Formulas& formulas_;
    std::vector<Wanted> wanted_;
    std::vector<std::uint32_t> goals_;  // of each wanted formula its place in locals_
    std::vector<Local> locals_;         // parts before what they are part of
    std::vector<std::uint32_t> parts_;
    std::vector<Leaf> leaves_;
    std::vector<AtomId> atoms_;
    std::vector<Case> cases_;            // of one atom after the other
    std::vector<Range> cases_of_;        // by atom
    std::vector<Cases> box_;             // by atom: those that are left
    std::vector<std::uint8_t> answers_;  // of the locals, with the box at hand
    std::vector<std::pair<AtomId, Case>> values_;
    std::size_t stale_from_ = 0;  // answers from here on are of another box
    std::size_t steps_ = 0;
    // While a question is put together.
    std::vector<std::uint32_t> place_of_formula_;  // in locals_
    std::vector<std::uint32_t> place_of_atom_;     // in atoms_
    std::vector<Open> work_;
    std::vector<std::vector<std::uint32_t>> leaves_of_;  // by atom
    std::vector<std::int64_t> starts_;
    std::vector<Stretch> stretches_;
    std::vector<Range> ends_;  // of each case its first and last stretch
};

}  // namespace wegwijzer::analyse
