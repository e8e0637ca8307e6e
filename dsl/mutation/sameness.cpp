#include "dsl/mutation/sameness.h"

#include <algorithm>

namespace wegwijzer::mutation {

using analyse::Answers;
using analyse::FormulaId;
using coverage::Wants;
using examples::PlaceOwner;
using model::ExprId;

namespace {

constexpr std::uint8_t yes = Answers::yes;
constexpr std::uint8_t no = Answers::no;
constexpr std::uint8_t unknown = Answers::unknown;

}  // namespace

Sameness::Sameness(const model::RuleSet& rules)
    : rules_(std::make_shared<model::RuleSet>(rules)),
      own_exprs_(rules.exprs.size()),
      formulas_(std::make_unique<analyse::Formulas>(*rules_)) {}

void Sameness::restart() {
    formulas_ = std::make_unique<analyse::Formulas>(*rules_);
    rules_->exprs.erase(rules_->exprs.begin() + static_cast<std::ptrdiff_t>(own_exprs_), rules_->exprs.end());
}

std::vector<Sameness::Versions> Sameness::conditions_around(const Change& change) {
    const auto* other = std::get_if<OtherNode>(&change.other);
    if (other == nullptr) return {};
    const auto add = [this](const model::Expr& expr) {
        rules_->exprs.push_back(expr);
        return ExprId(rules_->exprs.size() - 1);
    };
    model::Expr changed = rules_->expr(other->id);
    changed.node = other->node;
    std::vector<Versions> all = {{other->id, add(changed)}};
    for (std::size_t i = change.path.size(); i-- > 0;) {
        model::Expr around = rules_->expr(change.path[i]);
        replace_child(around.node, all.back().before, all.back().after);
        all.push_back({change.path[i], add(around)});
    }
    std::erase_if(
        all, [this](const Versions& one) { return rules_->expr(one.before).type.kind != model::ValueKind::boolean; });
    return all;
}

bool Sameness::can_be(const Wants& wants) {
    analyse::Question question(*formulas_);
    for (const coverage::Want& want : wants) question.want(want.formula, want.answers);
    return question.ask() != analyse::Found::no;
}

bool Sameness::is_same(const Change& change) {
    if (const auto* unless = std::get_if<OtherUnless>(&change.other)) return is_idle(*unless);
    for (const Versions& one : conditions_around(change)) {
        const FormulaId before = formulas_->of(one.before);
        const FormulaId after = formulas_->of(one.after);
        const bool differs = can_be({{before, yes}, {after, no | unknown}}) ||
                             can_be({{before, no}, {after, yes | unknown}}) ||
                             can_be({{before, unknown}, {after, yes | no}});
        if (!differs) return true;
    }
    return false;
}

// Nobody for whom the rule counts, or may count, is stopped by this `tenzij` alone.
bool Sameness::is_idle(const OtherUnless& change) {
    Wants wants = rule_holds(change.owner, yes | unknown);
    const bool is_signal = change.owner.kind == PlaceOwner::Kind::signal;
    const std::vector<ExprId>& unless =
        is_signal ? rules_->signals[change.owner.index].unless : rules_->policies[change.owner.index].unless;
    for (std::size_t i = 0; i < unless.size(); ++i) {
        wants.push_back(
            {formulas_->of(unless[i]), i == change.left_out ? yes : static_cast<std::uint8_t>(no | unknown)});
    }
    return !can_be(wants);
}

Wants Sameness::rule_holds(const PlaceOwner& owner, std::uint8_t answers) {
    if (owner.kind == PlaceOwner::Kind::signal) {
        const model::Signal& signal = rules_->signals[owner.index];
        std::vector<FormulaId> levels;
        for (const model::SeverityLevel& level : signal.levels) levels.push_back(formulas_->of(level.condition));
        return {{formulas_->of_phases(signal.phases), answers}, {formulas_->any(levels), answers}};
    }
    const model::Policy& policy = rules_->policies[owner.index];
    if (policy.condition.is_none()) return {};
    return {{formulas_->of(policy.condition), answers}};
}

std::vector<Wants> Sameness::where_it_differs(const Change& change) {
    std::vector<Wants> cases;
    if (const auto* unless = std::get_if<OtherUnless>(&change.other)) {
        Wants wants = rule_holds(unless->owner, yes);
        const bool is_signal = unless->owner.kind == PlaceOwner::Kind::signal;
        const std::vector<ExprId>& all =
            is_signal ? rules_->signals[unless->owner.index].unless : rules_->policies[unless->owner.index].unless;
        for (std::size_t i = 0; i < all.size(); ++i)
            wants.push_back({formulas_->of(all[i]), i == unless->left_out ? yes : no});
        return {wants};
    }
    const std::vector<Versions> conditions = conditions_around(change);
    for (auto one = conditions.rbegin(); one != conditions.rend(); ++one) {
        const FormulaId before = formulas_->of(one->before);
        const FormulaId after = formulas_->of(one->after);
        for (const auto& [now, then] :
             {std::pair{yes, no}, std::pair{no, yes}, std::pair{yes, unknown}, std::pair{unknown, yes}}) {
            Wants wants = {{before, now}, {after, then}};
            const bool is_root = one == conditions.rbegin();
            if (is_root && change.owner.kind == PlaceOwner::Kind::signal) {
                const model::Signal& signal = rules_->signals[change.owner.index];
                wants.push_back({formulas_->of_phases(signal.phases), yes});
                for (const ExprId unless : signal.unless) {
                    if (unless != one->before) wants.push_back({formulas_->of(unless), no});
                }
            }
            cases.push_back(std::move(wants));
        }
    }
    return cases;
}

}  // namespace wegwijzer::mutation
