#include "engine/advise/capacity.h"

namespace wegwijzer::advise {

void CapacityCount::add(const StudentAdvice& advice) {
    for (const Recommendation& recommendation : advice.recommendations) {
        if (recommendation.due) ++due_[{recommendation.by, recommendation.due->monday_of_week()}];
    }
}

std::vector<CapacityExcess> CapacityCount::excess(const model::RuleSet& rules) const {
    std::vector<CapacityExcess> result;
    for (const auto& [week, due] : due_) {
        const std::optional<std::int64_t>& capacity = rules.role(week.first).capacity_per_week;
        if (capacity && due > *capacity) result.push_back({week.first, week.second, *capacity, due});
    }
    return result;
}

}  // namespace wegwijzer::advise
