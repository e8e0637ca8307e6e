// `capaciteit N per week`: compared, per run and calendar week, with the advice due in it, and reported. It never drops
// or delays an advice (language.md section 5, "Interventions and roles").
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "engine/advise/advice.h"

namespace wegwijzer::advise {

struct CapacityExcess {
    model::RoleId role;
    Date monday;                // of the calendar week
    std::int64_t capacity = 0;  // per week
    std::int64_t due = 0;       // advices whose deadline lies in that week; more than `capacity`
    friend bool operator==(const CapacityExcess&, const CapacityExcess&) = default;
};

// Counts the advice of one run. Advice without a deadline is due in no week.
class CapacityCount {
  public:
    void add(const StudentAdvice& advice);
    // By role in order of declaration, then by week.
    [[nodiscard]] std::vector<CapacityExcess> excess(const model::RuleSet& rules) const;

  private:
    std::map<std::pair<model::RoleId, Date>, std::int64_t> due_;  // by role and Monday
};

}  // namespace wegwijzer::advise
