#include "engine/compare/pairing.h"

#include <algorithm>
#include <map>

#include "engine/model/walk.h"

namespace wegwijzer::comparison {
namespace {

template <class IdType, class Declaration>
std::vector<Pair<IdType>> pair_up(const std::vector<Declaration>& before, const std::vector<Declaration>& after) {
    std::map<std::string, std::size_t, std::less<>> old;
    for (std::size_t i = 0; i < before.size(); ++i) old.emplace(before[i].name, i);
    std::vector<bool> is_paired(before.size(), false);
    std::vector<Pair<IdType>> pairs;
    for (std::size_t i = 0; i < after.size(); ++i) {
        Pair<IdType> pair{after[i].name, explain::title_of(after[i]), {}, IdType{i}};
        if (const auto found = old.find(after[i].name); found != old.end()) {
            pair.before = IdType{found->second};
            is_paired[found->second] = true;
        }
        pairs.push_back(std::move(pair));
    }
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (!is_paired[i]) pairs.push_back({before[i].name, explain::title_of(before[i]), IdType{i}, {}});
    }
    return pairs;
}

template <class IdType>
std::vector<std::size_t> numbers_in(const std::vector<Pair<IdType>>& pairs, Which which, std::size_t count) {
    std::vector<std::size_t> numbers(count, 0);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (!pairs[i].of(which).is_none()) numbers[pairs[i].of(which).index()] = i;
    }
    return numbers;
}

std::vector<bool> own_hidden_signals(const explain::Redactor& redactor) {
    std::vector<bool> hidden;
    for (std::size_t i = 0; i < redactor.rules().signals.size(); ++i) {
        hidden.push_back(!redactor.may_see(model::SignalId{i}));
    }
    return hidden;
}

// Begrippen read no signals, so that only what stands in place counts.
bool looks_at_signalen(const model::RuleSet& rules, model::ExprId root) {
    if (root.is_none()) return false;
    const model::ExprNode& node = rules.expr(root).node;
    const auto* aggregate = std::get_if<model::Aggregate>(&node);
    const auto* existence = std::get_if<model::Existence>(&node);
    if (aggregate != nullptr && aggregate->selection.of_signals()) return true;
    if (existence != nullptr && existence->selection.of_signals()) return true;
    bool found = false;
    model::for_each_child(rules, node, [&](model::ExprId child) { found = found || looks_at_signalen(rules, child); });
    return found;
}

}  // namespace

bool reads_signalen(const model::RuleSet& rules, const model::Policy& policy) {
    return looks_at_signalen(rules, policy.condition) ||
           std::ranges::any_of(policy.unless, [&](model::ExprId unless) { return looks_at_signalen(rules, unless); }) ||
           std::ranges::any_of(policy.advises, [&](const model::Advice& advice) {
               return advice.plan && looks_at_signalen(rules, rules.plan(advice.plan).goal);
           });
}

Pairing::Pairing(const explain::Redactor& before, const explain::Redactor& after)
    : before_(&before),
      after_(&after),
      signals_(pair_up<model::SignalId>(before.rules().signals, after.rules().signals)),
      interventions_(pair_up<model::InterventionId>(before.rules().interventions, after.rules().interventions)),
      roles_(pair_up<model::RoleId>(before.rules().roles, after.rules().roles)),
      policies_(pair_up<model::PolicyId>(before.rules().policies, after.rules().policies)) {
    for (const Which which : {Which::before, Which::after}) {
        Side& own = sides_[which == Which::before ? 0 : 1];
        own.intervention_numbers = numbers_in(interventions_, which, rules(which).interventions.size());
        own.role_numbers = numbers_in(roles_, which, rules(which).roles.size());
        own.hidden_signals = own_hidden_signals(redactor(which));
    }
    hide();
}

// Hidden in one is hidden in both.
void Pairing::hide() {
    for (const Pair<model::SignalId>& pair : signals_) {
        if (!pair.in_both()) continue;
        const bool hidden =
            sides_[0].hidden_signals[pair.before.index()] || sides_[1].hidden_signals[pair.after.index()];
        sides_[0].hidden_signals[pair.before.index()] = hidden;
        sides_[1].hidden_signals[pair.after.index()] = hidden;
    }
    for (const Which which : {Which::before, Which::after}) {
        const explain::Redactor& redactor = this->redactor(which);
        const model::RuleSet& rules = redactor.rules();
        Side& own = sides_[which == Which::before ? 0 : 1];
        const bool hides_signals = std::ranges::find(own.hidden_signals, true) != own.hidden_signals.end();
        for (std::size_t i = 0; i < rules.policies.size(); ++i) {
            const bool by_name = std::ranges::any_of(
                redactor.provenance().policy_signals[i],
                [&](model::SignalId signal) { return static_cast<bool>(own.hidden_signals[signal.index()]); });
            own.hidden_policies.push_back(
                by_name || !redactor.reader().may_see_all(*rules.schema, redactor.provenance().policies[i]));
            if (hides_signals && reads_signalen(rules, rules.policies[i])) leaves_out_advice_ = true;
        }
    }
    for (const Pair<model::PolicyId>& pair : policies_) {
        bool hidden = false;
        for (const Which which : {Which::before, Which::after}) {
            if (!pair.of(which).is_none()) hidden = hidden || is_hidden(which, pair.of(which));
        }
        if (!hidden) continue;
        leaves_out_advice_ = true;
        if (!pair.before.is_none()) sides_[0].hidden_policies[pair.before.index()] = true;
        if (!pair.after.is_none()) sides_[1].hidden_policies[pair.after.index()] = true;
    }
    std::erase_if(signals_, [this](const Pair<model::SignalId>& pair) {
        return pair.before.is_none() ? is_hidden(Which::after, pair.after) : is_hidden(Which::before, pair.before);
    });
}

std::size_t Pairing::number_of(Which which, model::InterventionId id) const {
    return side(which).intervention_numbers[id.index()];
}
std::size_t Pairing::number_of(Which which, model::RoleId id) const { return side(which).role_numbers[id.index()]; }

model::SignalKind Pairing::kind_of(std::size_t signal) const {
    const Pair<model::SignalId>& pair = signals_[signal];
    return pair.after.is_none() ? rules(Which::before).signal(pair.before).kind
                                : rules(Which::after).signal(pair.after).kind;
}

bool Pairing::is_hidden(Which which, model::SignalId signal) const {
    return side(which).hidden_signals[signal.index()];
}
bool Pairing::is_hidden(Which which, model::PolicyId policy) const {
    return side(which).hidden_policies[policy.index()];
}
bool Pairing::may_see(Which which, model::PolicyId policy, const model::StudentOutcome& outcome) const {
    if (is_hidden(which, policy)) return false;
    return std::ranges::none_of(outcome.policies[policy.index()].filtered_signals,
                                [&](model::SignalId signal) { return is_hidden(which, signal); });
}

}  // namespace wegwijzer::comparison
