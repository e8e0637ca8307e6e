// W113: a beleid that another always overrides (language.md section 6, step 3). Only where the other surely has an advice left:
// one whose advice may be refused, or doesn't fall in this fase, lets the one below speak. Where both advise the same, what
// takes the advice from the higher one takes it from the lower one too.
#include <algorithm>

#include "dsl/thinking/at_hand.h"

namespace wegwijzer::thinking {

namespace {

bool is_surely_left(const model::RuleSet& rules, model::InterventionId id, int depth = 0) {
    const model::Intervention& intervention = rules.intervention(id);
    if (intervention.with_consent || !intervention.not_in_phases.empty() || depth > 20) return false;
    return std::ranges::all_of(intervention.only_after,
                               [&](model::InterventionId before) { return is_surely_left(rules, before, depth + 1); });
}

// Is all that this one advises, an interventie or an aanpak, advised by the other as well?
bool advises_all_of(const model::Policy& higher, const model::Policy& lower) {
    return std::ranges::all_of(lower.advises, [&](const model::Advice& its) {
        return std::ranges::any_of(higher.advises, [&](const model::Advice& other) {
            return its.intervention == other.intervention && its.plan == other.plan;
        });
    });
}

Wants applies(AtHand& at, const model::Policy& policy) {
    Wants wants;
    if (policy.condition) wants.push_back({at.formulas().of(policy.condition), yes});
    for (const model::ExprId unless : policy.unless) wants.push_back({at.formulas().of(unless), not_yes});
    return wants;
}

// Does `higher` apply wherever `lower` does?
bool always_applies(AtHand& at, const model::Policy& higher, const Wants& lower) {
    const auto with = [&](FormulaId formula, std::uint8_t answers) {
        Wants wants = lower;
        wants.push_back({formula, answers});
        return wants;
    };
    if (higher.condition && at.can_be(with(at.formulas().of(higher.condition), not_yes))) return false;
    return std::ranges::none_of(higher.unless,
                                [&](model::ExprId unless) { return at.can_be(with(at.formulas().of(unless), yes)); });
}

bool has_free_part(const AtHand& at, const model::Policy& policy) {
    return (policy.condition && at.is_free(policy.condition)) ||
           std::ranges::any_of(policy.unless, [&](model::ExprId unless) { return at.is_free(unless); });
}

void report(AtHand& at, const model::Policy& lower, const model::Policy& higher, const Wants& wants) {
    const ast::Declaration* declared = at.policy(lower.name);
    const ast::Declaration* declared_higher = at.policy(higher.name);
    if (declared == nullptr || declared_higher == nullptr) return;
    Diagnostic diagnostic;
    diagnostic.code = Code::W113;
    diagnostic.span = std::get<ast::Policy>(declared->node).name.span;
    diagnostic.arguments = {lower.name, higher.name};
    for (const ast::PolicyClause& clause : std::get<ast::Policy>(declared_higher->node).clauses) {
        if (clause.kind != ast::PolicyClause::Kind::overrides || clause.names.empty()) continue;
        if (clause.names.front().text != lower.name) continue;
        diagnostic.labels = {{at.first_line(clause.span), {"gaat altijd voor", "always comes first"}}};
    }
    std::vector<model::Expectation> expected;
    for (const model::Advice& advice : lower.advises) {
        if (advice.intervention.is_none()) continue;
        model::Expectation expectation;
        model::AdviceExpectation suppressed;
        suppressed.intervention = advice.intervention;
        suppressed.suppressed = true;
        expectation.what = suppressed;
        expected = {expectation};
        break;
    }
    at.add_witness(diagnostic, {wants}, expected, {"voldoet aan beide", "meets both"});
    at.report(std::move(diagnostic));
}

}  // namespace

void look_at_policies(AtHand& at) {
    const model::RuleSet& rules = at.rules();
    std::vector<bool> told(rules.policies.size());
    for (const model::Policy& higher : rules.policies) {
        const bool is_left = std::ranges::any_of(higher.advises, [&](const model::Advice& advice) {
            return advice.plan.is_none() && advice.intervention && is_surely_left(rules, advice.intervention);
        });
        if (has_free_part(at, higher)) continue;
        for (const model::PolicyId id : higher.overrides) {
            const model::Policy& lower = rules.policy(id);
            if (told[id.index()] || lower.urgent || has_free_part(at, lower)) continue;
            if (!is_left && !advises_all_of(higher, lower)) continue;
            const Wants wants = applies(at, lower);
            if (!at.can_be(wants) || !always_applies(at, higher, wants)) continue;
            told[id.index()] = true;
            report(at, lower, higher, wants);
        }
    }
}

}  // namespace wegwijzer::thinking
