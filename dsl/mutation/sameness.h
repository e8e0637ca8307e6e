// Would a changed condition come out as the old one does for every student? Only said where it is certain.
#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "dsl/coverage/wanted.h"
#include "dsl/mutation/change.h"
#include "engine/analyse/formula.h"

namespace wegwijzer::mutation {

class Sameness {
  public:
    explicit Sameness(const model::RuleSet& rules);
    // Forgets the changes that it was asked about: it grows with each.
    void restart();

    [[nodiscard]] bool is_same(const Change& change);
    // What must hold of a student for whom it comes out otherwise: the plainest first. Empty where that can't be asked.
    [[nodiscard]] std::vector<coverage::Wants> where_it_differs(const Change& change);
    [[nodiscard]] analyse::Formulas& formulas() { return *formulas_; }

  private:
    struct Versions {
        model::ExprId before;
        model::ExprId after;
    };
    // Of the conditions around the change, from the smallest to the whole.
    [[nodiscard]] std::vector<Versions> conditions_around(const Change& change);
    [[nodiscard]] bool can_be(const coverage::Wants& wants);
    [[nodiscard]] bool is_idle(const OtherUnless& change);
    [[nodiscard]] coverage::Wants rule_holds(const examples::PlaceOwner& owner, std::uint8_t answers);

    std::shared_ptr<model::RuleSet> rules_;  // with changed conditions behind its own
    std::size_t own_exprs_ = 0;
    std::unique_ptr<analyse::Formulas> formulas_;
};

}  // namespace wegwijzer::mutation
