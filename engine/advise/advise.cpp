#include <algorithm>
#include <compare>
#include <utility>

#include "engine/advise/steps.h"

namespace wegwijzer::advise {
namespace {

// Spoed first, then priority (1 first), then the deadline; without a deadline last.
std::strong_ordering compare_weight(const Recommendation& left, const Recommendation& right) {
    if (left.urgent != right.urgent) return left.urgent ? std::strong_ordering::less : std::strong_ordering::greater;
    if (left.priority != right.priority) return left.priority <=> right.priority;
    if (left.due && right.due) return *left.due <=> *right.due;
    return right.due.has_value() <=> left.due.has_value();
}

// Identifiers in byte order; one intervention by two roles: by the role's identifier.
std::strong_ordering compare_names(const model::RuleSet& rules, const Recommendation& left,
                                   const Recommendation& right) {
    const auto by_intervention =
        rules.intervention(left.intervention).name <=> rules.intervention(right.intervention).name;
    if (by_intervention != 0) return by_intervention;
    return rules.role(left.by).name <=> rules.role(right.by).name;
}

}  // namespace

bool comes_before(const model::RuleSet& rules, const Recommendation& left, const Recommendation& right) {
    const std::strong_ordering weight = compare_weight(left, right);
    if (weight != 0) return weight < 0;
    const model::Line left_line = rules.role(left.by).line;
    const model::Line right_line = rules.role(right.by).line;
    if (left_line != right_line) return left_line < right_line;
    return compare_names(rules, left, right) < 0;
}

bool comes_before_in_choice(const model::RuleSet& rules, const Recommendation& left, const Recommendation& right) {
    const std::strong_ordering weight = compare_weight(left, right);
    return weight != 0 ? weight < 0 : compare_names(rules, left, right) < 0;
}

StudentAdvice advise(const model::RuleSet& rules, const model::StudentOutcome& outcome, const StudentHistory& history,
                     Date reference_date) {
    Situation situation{rules, outcome, history, reference_date, {}};
    for (std::size_t i = 0; i < rules.plans.size(); ++i) {
        situation.plans.push_back(state_of(situation, model::PlanId(i)));
    }
    std::vector<Suppressed> suppressed;
    const Proposals timed = time(situation, propose(situation), suppressed);
    const std::vector<model::PolicyId> speakers = speaking(timed, suppressed);
    const Proposals left = overrule(situation, speakers, timed, suppressed);

    StudentAdvice result;
    result.plans = advised_plans(situation, speakers);
    result.recommendations = exclude(situation, merge(situation, left), left, suppressed);
    std::sort(
        result.recommendations.begin(), result.recommendations.end(),
        [&rules](const Recommendation& one, const Recommendation& other) { return comes_before(rules, one, other); });
    std::stable_sort(suppressed.begin(), suppressed.end(), [](const Suppressed& one, const Suppressed& other) {
        return std::pair(one.proposal.policy, one.proposal.place) <
               std::pair(other.proposal.policy, other.proposal.place);
    });
    const auto add = [&](const Suppression& one) {
        if (std::ranges::find(result.suppressed, one) == result.suppressed.end()) result.suppressed.push_back(one);
    };
    for (const Suppressed& one : suppressed) {
        // What `pas na` keeps waiting is held back by what holds back that which comes first.
        const Proposal& proposal = one.proposal;
        for (const model::InterventionId waiting : proposal.instead_of) {
            add({waiting, proposal.policy, one.cause, proposal.intervention});
        }
        add({proposal.intervention, proposal.policy, one.cause, {}});
    }
    return result;
}

}  // namespace wegwijzer::advise
