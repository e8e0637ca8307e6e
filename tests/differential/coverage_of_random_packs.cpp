// The random rule sets reach every instruction with every kind of value, known, unknown, as a range and at fault.
#include <boost/test/unit_test.hpp>

#include "engine/program/lower.h"
#include "tests/differential/coverage.h"
#include "tests/differential/random_case.h"

namespace wegwijzer::test {

BOOST_AUTO_TEST_SUITE(coverage_of_random_packs)

BOOST_AUTO_TEST_CASE(every_combination_at_least_twenty_times) {
    if (is_share()) return;
    constexpr std::uint64_t least = 20;
    Coverage coverage;
    for (std::uint64_t seed = 1; seed <= 8'000; ++seed) {
        const RandomCase one = random_case(seed);
        coverage.add(program::lower(one.rules), one.cohort, one.reference_date);
    }
    std::size_t reached = 0;
    for (const Combination& combination : all_combinations()) {
        const std::uint64_t count = coverage.count(combination);
        if (const std::string_view why = why_impossible(combination); !why.empty()) {
            BOOST_TEST(count == 0u, text_of(combination) << " came up, but: " << why);
            continue;
        }
        ++reached;
        BOOST_TEST(count >= least, text_of(combination) << ": " << count);
    }
    BOOST_TEST(reached > 100u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
