#include "engine/explain/why_not.h"

#include <algorithm>

namespace wegwijzer::explain {
namespace {

template <class Declaration>
bool is_called(const Declaration& declaration, const std::string& name, bool by_title) {
    return by_title ? declaration.title == name : declaration.name == name;
}

}  // namespace

std::optional<Asked> asked_about(const Redactor& redactor, const model::StudentOutcome& outcome,
                                 const std::string& name) {
    const model::RuleSet& rules = redactor.rules();
    if (name.empty()) return std::nullopt;
    for (const bool by_title : {false, true}) {
        for (std::size_t i = 0; i < rules.signals.size(); ++i) {
            const model::SignalId id(i);
            if (is_called(rules.signals[i], name, by_title) && redactor.may_see(id)) return Asked{{id}, {}};
        }
        for (std::size_t i = 0; i < rules.policies.size(); ++i) {
            const model::PolicyId id(i);
            if (is_called(rules.policies[i], name, by_title) && redactor.may_see(id, outcome)) {
                return Asked{redactor.provenance().policy_signals[i], id};
            }
        }
    }
    return std::nullopt;
}

std::vector<std::string> names_to_ask(const Redactor& redactor, const model::StudentOutcome& outcome) {
    const model::RuleSet& rules = redactor.rules();
    std::vector<std::string> names;
    const auto add = [&](const auto& declaration) {
        names.push_back(declaration.name);
        if (!declaration.title.empty()) names.push_back(declaration.title);
    };
    for (std::size_t i = 0; i < rules.signals.size(); ++i) {
        if (redactor.may_see(model::SignalId(i))) add(rules.signals[i]);
    }
    for (std::size_t i = 0; i < rules.policies.size(); ++i) {
        if (redactor.may_see(model::PolicyId(i), outcome)) add(rules.policies[i]);
    }
    return names;
}

PolicyStanding standing_of(const PolicyExplanation& policy) {
    if (policy.applies == Tri::yes) return PolicyStanding::applies;
    if (policy.applies == Tri::unknown) return PolicyStanding::undetermined;
    return policy.condition && policy.condition->holds == Tri::no ? PolicyStanding::does_not_apply
                                                                  : PolicyStanding::stopped;
}

FollowsFromPolicy follows_from(const StudentReport& report, model::PolicyId policy) {
    const auto holds_it = [&](const std::vector<model::PolicyId>& policies) {
        return std::ranges::find(policies, policy) != policies.end();
    };
    FollowsFromPolicy follows;
    for (std::size_t i = 0; i < report.recommendations.size(); ++i) {
        if (holds_it(report.recommendations[i].advice.policies)) follows.recommendations.push_back(i);
    }
    for (std::size_t i = 0; i < report.plans.size(); ++i) {
        if (holds_it(report.plans[i].state.policies)) follows.plans.push_back(i);
    }
    for (std::size_t i = 0; i < report.suppressed.size(); ++i) {
        if (report.suppressed[i].policy == policy) follows.suppressed.push_back(i);
    }
    return follows;
}

}  // namespace wegwijzer::explain
