// `niet samen met`: two advices of one student with the same priority and the same deadline, of which the identifier
// would have to choose (language.md section 6, step 5).
#include <algorithm>
#include <vector>

#include "dsl/check/passes.h"

namespace wegwijzer::checking {

namespace {

struct Given {
    const model::Policy* policy = nullptr;
    model::PolicyId id;
    const model::Advice* advice = nullptr;
};

// Can two terms end on the same day?
bool can_end_together(const model::RuleSet& rules, const model::Advice& left, const model::Advice& right) {
    if (left.plan || right.plan) return true;  // of a plan any step, counted from a day that is not known here
    const bool left_ends = left.within || left.due;
    const bool right_ends = right.within || right.due;
    if (!left_ends || !right_ends) return left_ends == right_ends;
    if (left.due && right.due) {
        const auto* one = std::get_if<model::Literal>(&rules.expr(left.due).node);
        const auto* other = std::get_if<model::Literal>(&rules.expr(right.due).node);
        return one == nullptr || other == nullptr || one->value == other->value;
    }
    if (!left.within || !right.within) return true;
    if (left.within->parameter || right.within->parameter) return true;
    Length one = left.within->length;
    Length other = right.within->length;
    for (Length* each : {&one, &other}) {
        if (each->unit == LengthUnit::weeks) *each = {each->count * 7, LengthUnit::days};
    }
    if (one.unit == other.unit) return one.count == other.count;
    if (other.unit == LengthUnit::days) std::swap(one, other);
    if (one.unit == LengthUnit::days) {
        // N working days take N days or more; N months take 28 to 31 days each.
        if (other.unit == LengthUnit::working_days) return one.count >= other.count;
        return one.count >= other.count * 28 && one.count <= other.count * 31;
    }
    return true;
}

bool overrides(const model::Policy& policy, model::PolicyId other) {
    return std::find(policy.overrides.begin(), policy.overrides.end(), other) != policy.overrides.end();
}

bool can_tie(const model::RuleSet& rules, const Given& left, const Given& right) {
    if (left.policy->urgent || right.policy->urgent) return false;  // nothing suppresses spoed
    if (left.policy->priority != right.policy->priority) return false;
    if (overrides(*left.policy, right.id) || overrides(*right.policy, left.id)) return false;
    if (left.advice->plan && left.advice->plan == right.advice->plan) return false;  // one step at a time
    return can_end_together(rules, *left.advice, *right.advice);
}

Span exclusion_span(const Context& context, model::InterventionId from, model::InterventionId to) {
    const auto find = [&](model::InterventionId own, model::InterventionId other) -> Span {
        for (const ast::InterventionClause& clause : context.declared.interventions[own.index()]->clauses) {
            if (clause.kind != ast::InterventionClause::Kind::not_together) continue;
            for (const ast::Name& name : clause.names) {
                if (name.text == context.rules.intervention(other).name) return name.span;
            }
        }
        return {};
    };
    const Span own = find(from, to);
    return own.has_place() ? own : find(to, from);
}

}  // namespace

void warn_about_ties(Context& context) {
    const model::RuleSet& rules = context.rules;
    std::vector<std::vector<Given>> given(rules.interventions.size());
    for (std::size_t index = 0; index < rules.policies.size(); ++index) {
        const model::Policy& policy = rules.policies[index];
        for (const model::Advice& advice : policy.advises) {
            model::for_each_advised(rules, advice, [&](model::InterventionId intervention, model::RoleId) {
                given[intervention.index()].push_back({&policy, model::PolicyId{index}, &advice});
            });
        }
    }
    for (std::size_t index = 0; index < rules.interventions.size(); ++index) {
        const model::InterventionId own{index};
        for (const model::InterventionId other : rules.interventions[index].not_together) {
            if (other < own) continue;
            for (const Given& left : given[own.index()]) {
                const auto& others = given[other.index()];
                const auto right = std::find_if(others.begin(), others.end(),
                                                [&](const Given& each) { return can_tie(rules, left, each); });
                if (right == others.end()) continue;
                Diagnostic diagnostic;
                diagnostic.code = Code::W004;
                diagnostic.span = exclusion_span(context, own, other);
                diagnostic.arguments = {rules.intervention(own).name, rules.intervention(other).name};
                diagnostic.labels.push_back({left.advice->origin, plain("hier geadviseerd", "advised here")});
                if (!(right->advice->origin == left.advice->origin)) {
                    diagnostic.labels.push_back({right->advice->origin, plain("en hier", "and here")});
                }
                if (right->policy == left.policy) {
                    diagnostic.way_out = plain("zet een van beide in een beleid met een andere prioriteit",
                                               "put one of the two in a policy with another priority");
                }
                context.report(std::move(diagnostic));
                break;
            }
        }
    }
}

}  // namespace wegwijzer::checking
