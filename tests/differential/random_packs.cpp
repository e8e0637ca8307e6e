// Random rule sets over random cohorts: the fast evaluator says what the slow one says, for every student, in outcome,
// missing fields and faults. A fixed seed and one of today; WEGWIJZER_SEED sets it, WEGWIJZER_DIFFERENTIAL_CASES how many.
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cstdlib>
#include <string>

#include "engine/execute/evaluate_all.h"
#include "engine/program/lower.h"
#include "tests/differential/difference.h"
#include "tests/differential/random_case.h"

namespace wegwijzer::test {

BOOST_AUTO_TEST_SUITE(random_packs)

namespace {

void run(std::uint64_t seed, std::uint64_t cases) {
    for (std::uint64_t i = 0; i < cases; ++i) {
        const RandomCase one = random_case(seed + i);
        const auto difference = find_difference(one.rules, one.cohort, one.reference_date);
        BOOST_REQUIRE_MESSAGE(!difference, "WEGWIJZER_SEED=" << seed + i << "\n" << difference.value_or(""));
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(equal_on_a_fixed_seed) { run(1, case_count(1'500)); }

BOOST_AUTO_TEST_CASE(equal_on_a_fresh_seed) {
    const std::uint64_t seed = fresh_seed();
    BOOST_TEST_MESSAGE("WEGWIJZER_SEED=" << seed);
    run(seed, case_count(500));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
