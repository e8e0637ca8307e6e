// What is said of a student depends on that student alone: not on who else is in the cohort, on batches or on threads.
#include <boost/test/unit_test.hpp>

#include "engine/execute/evaluate_all.h"
#include "engine/program/lower.h"
#include "tests/differential/random_case.h"
#include "tests/differential/random_cohort.h"
#include "tests/differential/random_rules.h"

namespace wegwijzer::test {

BOOST_AUTO_TEST_SUITE(independence)

BOOST_AUTO_TEST_CASE(a_student_alone_is_the_student_among_others) {
    const std::uint64_t seed = fresh_seed();
    for (std::uint64_t i = 0; i < case_count(150); ++i) {
        const RandomCase one = random_case(seed + i);
        const program::Program program = program::lower(one.rules);
        const auto table = execute::evaluate_all(program, one.cohort, one.reference_date);
        for (std::size_t student = 0; student < std::min<std::size_t>(one.cohort.students, 10); ++student) {
            const Cohort single = alone(one.cohort, student);
            const auto single_table = execute::evaluate_all(program, single, one.reference_date);
            BOOST_REQUIRE_MESSAGE(outcome_of(table, student) == outcome_of(single_table, 0),
                                  "WEGWIJZER_SEED=" << seed + i << " student " << student);
        }
    }
}

BOOST_AUTO_TEST_CASE(batches_and_threads_make_no_difference) {
    const std::uint64_t seed = fresh_seed();
    for (std::uint64_t i = 0; i < case_count(20); ++i) {
        Random random(seed + i);
        const auto schema = make_schema(true);
        const model::RuleSet rules = RandomRules(random, schema).make();
        const Cohort cohort = random_cohort(random, schema, {700, 5});
        const program::Program program = program::lower(rules);
        const Date today = Date::from_days(some_monday + 30);
        const auto table = execute::evaluate_all(program, cohort, today);
        for (const execute::Options options :
             {execute::Options{1, 64}, execute::Options{3, 64}, execute::Options{2, 100}, execute::Options{9, 4096}}) {
            const auto other = execute::evaluate_all(program, cohort, today, options);
            BOOST_REQUIRE_MESSAGE(hash_of(table) == hash_of(other), "WEGWIJZER_SEED=" << seed + i);
            for (std::size_t student = 0; student < cohort.students; ++student)
                BOOST_REQUIRE(outcome_of(table, student) == outcome_of(other, student));
        }
    }
}

BOOST_AUTO_TEST_CASE(nobody) {
    for (std::uint64_t seed = 1; seed < 40; ++seed) {
        Random random(seed);
        const auto schema = make_schema(seed % 2 == 0);
        const model::RuleSet rules = RandomRules(random, schema).make();
        const Cohort cohort = random_cohort(random, schema, {0, 0});
        const auto table = execute::evaluate_all(program::lower(rules), cohort, Date::from_days(some_monday), {4, 64});
        BOOST_TEST(table.students == 0u);
        BOOST_TEST(table.signals.size() == rules.signals.size());
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
