// language.md section 6 and 11, "Plans", read a second time: where an aanpak stands. Told by names, dates walked day by day.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/advise/advice.h"

namespace wegwijzer::test {

struct BruteStep {
    std::string intervention;
    std::string role;
    std::optional<Date> from;
    std::optional<Date> due;
    bool unknown = false;
    std::string status;  // done, current, to_come
};
struct BrutePlan {
    std::optional<Date> started;
    std::vector<BruteStep> steps;
    std::optional<std::size_t> current;
    std::optional<Date> review;
    std::optional<Date> evaluation;
};

[[nodiscard]] BrutePlan brute_plan(const model::RuleSet& rules, const model::StudentOutcome& outcome,
                                   const advise::StudentHistory& history, Date reference_date, std::size_t plan);
// "plan a of 0 2 started 2026-09-10: gesprek by slber from … due … done; … review … evaluation …".
[[nodiscard]] std::string tell_plan(const std::string& name, const std::string& policies, Tri goal,
                                    const BrutePlan& plan);

}  // namespace wegwijzer::test
