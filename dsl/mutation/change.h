// One small change of a rule: in the model, and as the author's line would read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/examples/coverage.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::mutation {

enum class ChangeKind : std::uint8_t {
    threshold,  // a number, percentage, length, day or level one step up or down
    boundary,   // `<` to `<=`, and so on: is the boundary itself in it?
    left_out,   // a bullet, a part of `en` or `of`, a `tenzij`
    joined,     // `en` to `of`, `alle van` to `minstens 1 van`, and back
};
inline constexpr std::size_t change_kinds = static_cast<std::size_t>(ChangeKind::joined) + 1;

struct OtherNode {
    model::ExprId id;
    model::ExprNode node;
};
struct OtherValue {
    model::ParameterId parameter;
    std::optional<model::Constant> value;
};
struct OtherLength {  // of a period
    model::PeriodId period;
    std::int64_t count = 0;
};
struct OtherUnless {
    examples::PlaceOwner owner;  // a signal or a policy
    std::size_t left_out = 0;
    std::vector<model::ExprId> unless;
};

struct Change {
    ChangeKind kind = ChangeKind::threshold;
    std::variant<OtherNode, OtherValue, OtherLength, OtherUnless> other;
    examples::PlaceOwner owner;
    std::vector<model::ExprId> path;  // of a node: from its root to what is around it
    Span where;                       // what is written otherwise
    std::string written;              // what stands there then; empty: nothing
};

// Exchanges what stands in the rules and in the change: applied twice, all is as it was.
void exchange(model::RuleSet& rules, Change& change);

// `id` in the place of `old` directly under `node`.
void replace_child(model::ExprNode& node, model::ExprId old, model::ExprId id);

}  // namespace wegwijzer::mutation
