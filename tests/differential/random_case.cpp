#include "tests/differential/random_case.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <string>

#include "tests/differential/random_cohort.h"
#include "tests/differential/random_rules.h"

namespace wegwijzer::test {
namespace {

std::uint64_t share() {
    const char* given = std::getenv("WEGWIJZER_SHARE");
    return given != nullptr ? std::max<std::uint64_t>(1, std::stoull(given)) : 1;
}

}  // namespace

RandomCase random_case(std::uint64_t seed) {
    Random random(seed);
    const auto schema = make_schema(!random.one_in(12));
    model::RuleSet rules = RandomRules(random, schema).make();
    CohortSize size{static_cast<std::size_t>(random.between(1, 12)), 6};
    if (random.one_in(20)) size.students = 0;
    if (random.one_in(30)) size = {150, 3};  // several words of students
    if (random.one_in(30)) size = {3, 90};   // several words of events
    Cohort cohort = random_cohort(random, schema, size);
    const auto day = some_monday + static_cast<std::int32_t>(random.between(0, 60));
    return {std::move(rules), std::move(cohort), Date::from_days(day)};
}

std::uint64_t fresh_seed() {
    if (const char* given = std::getenv("WEGWIJZER_SEED")) return std::stoull(given);
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto seed = static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
    std::cout << "differential: WEGWIJZER_SEED=" << seed << '\n';
    return seed;
}

std::uint64_t case_count(std::uint64_t everyday) {
    if (const char* given = std::getenv("WEGWIJZER_DIFFERENTIAL_CASES")) return std::stoull(given);
    return std::max<std::uint64_t>(1, rounds(everyday) / share());
}

bool is_share() { return share() > 1; }

}  // namespace wegwijzer::test
