// Does one condition being true make another one true, whatever the data are? Sound, not complete: it looks at bounds on the
// same value and through `en`, `of`, `alle van` and the names of begrippen, and says no where it doesn't see it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>

#include "engine/model/rule_set.h"

namespace wegwijzer::checking {

// A comparison of a value with a number: `value op bound`.
struct Bound {
    model::ExprId value;
    model::CompareOp op = model::CompareOp::equal;
    Decimal bound;
};

class Implication {
  public:
    explicit Implication(const model::RuleSet& rules) : rules_(rules) {}

    [[nodiscard]] bool holds(model::ExprId from, model::ExprId to);
    // std::nullopt for anything but a comparison with a number as written, on either side.
    [[nodiscard]] std::optional<Bound> bound_of(model::ExprId condition) const;
    // Through the names of begrippen to what they stand for.
    [[nodiscard]] model::ExprId meaning(model::ExprId id) const;

  private:
    [[nodiscard]] const std::string& text_of(model::ExprId id);
    [[nodiscard]] bool holds_for_bounds(model::ExprId from, model::ExprId to);

    static constexpr std::size_t most_steps = 10'000;  // of nested conditions that are compared part by part

    const model::RuleSet& rules_;
    std::unordered_map<std::uint32_t, std::string> texts_;
    std::size_t steps_ = 0;
};

}  // namespace wegwijzer::checking
