// What was recorded of a plan, row by row: which rows of opvolgingen finished which step (language.md section 6 and 11,
// "Plans"). It explains a PlanState and decides nothing: a step is done exactly when its round is finished here.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/advise/advice.h"

namespace wegwijzer::advise {

// Each row is a place in StudentHistory::followups, in the order of the history. Every row of an interventie of the plan is in
// exactly one of these.
struct PlanRecord {
    std::vector<Round> steps;              // one per step: its round; without rows: nothing was recorded of it
    std::vector<std::size_t> beyond;       // of rounds that no step asks for
    std::vector<std::size_t> not_counted;  // before the plan began, or without a date
};
[[nodiscard]] PlanRecord record_of(const model::RuleSet& rules, const StudentHistory& history, const PlanState& state);

}  // namespace wegwijzer::advise
