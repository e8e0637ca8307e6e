// One random rule set with a cohort and a peildatum, from one number.
#pragma once

#include <cstdint>

#include "engine/base/date.h"
#include "engine/model/rule_set.h"
#include "engine/records/cohort.h"

namespace wegwijzer::test {

struct RandomCase {
    model::RuleSet rules;
    Cohort cohort;
    Date reference_date;
};
[[nodiscard]] RandomCase random_case(std::uint64_t seed);

// WEGWIJZER_SEED, or a number that is new on every run; it is printed.
[[nodiscard]] std::uint64_t fresh_seed();
// WEGWIJZER_DIFFERENTIAL_CASES, or `everyday`; more in a long run, and with WEGWIJZER_SHARE=N one of N.
[[nodiscard]] std::uint64_t case_count(std::uint64_t everyday);
// Only a share is run, because something makes the program slow: nothing is learned then from counts over all cases.
[[nodiscard]] bool is_share();

}  // namespace wegwijzer::test
