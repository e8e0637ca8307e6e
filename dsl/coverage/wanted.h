// What must hold of a student for a place to be reached, as questions about formulas.
#pragma once

#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "engine/analyse/question.h"
#include "engine/examples/coverage.h"

namespace wegwijzer::coverage {

struct Want {
    analyse::FormulaId formula;
    std::uint8_t answers = analyse::Answers::yes;
};
using Wants = std::vector<Want>;

struct Wanted {
    // From the plainest on: whoever answers to one of these may reach the place.
    std::vector<Wants> cases;
    // Nobody reaches the place who doesn't answer to this. Empty: nothing is known of that.
    Wants needed;
};

// Questions about places. The formulas are of the rule set with comparisons added behind its own: that a value lies on a
// boundary, that there are so many events.
class Questions {
  public:
    // Those that can be asked about: what is not among them has no cases.
    Questions(const model::RuleSet& rules, const std::vector<const examples::Place*>& places);

    [[nodiscard]] Wanted of(const examples::Place& place);
    // Can nobody reach it? Only where that is certain.
    [[nodiscard]] bool is_out_of_reach(const Wanted& wanted);
    [[nodiscard]] analyse::Formulas& formulas() { return *formulas_; }
    // Why the condition of the place is not looked into.
    [[nodiscard]] analyse::NotExamined not_examined(const examples::Place& place);

  private:
    enum class Added : std::uint8_t { boundary, nearest, near, filled };
    using AddedKey = std::pair<Added, examples::PlaceKey>;

    void add_for(const examples::Place& place);
    void add_for(const examples::Place& place, const model::Comparison& node);
    void add_for(const examples::Place& place, const model::Between& node);
    void add_for(const examples::Place& place, const model::Existence& node);
    model::ExprId add(model::ExprNode node, const model::ValueType& type);
    [[nodiscard]] analyse::FormulaId added(Added what, const examples::Place& place) const;
    [[nodiscard]] bool has(Added what, const examples::Place& place) const;

    [[nodiscard]] Wanted of_signal(const examples::Place& place);
    [[nodiscard]] Wanted of_policy(const examples::Place& place);
    [[nodiscard]] Wanted of_unless(const examples::Place& place);
    [[nodiscard]] Wanted of_condition(const examples::Place& place);
    [[nodiscard]] Wants in_its_rule(const examples::Place& place, Wants wants);
    [[nodiscard]] Wanted of_row(const examples::Place& place);
    void add_unless(const std::vector<model::ExprId>& unless, Wants& plain, Wants& needed,
                    std::size_t but = static_cast<std::size_t>(-1));

    std::shared_ptr<model::RuleSet> rules_;
    std::map<AddedKey, model::ExprId> added_;
    std::unique_ptr<analyse::Formulas> formulas_;
};

}  // namespace wegwijzer::coverage
