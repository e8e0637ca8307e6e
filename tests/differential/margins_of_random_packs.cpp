// What is offered as a change has its effect in any pack, however wild: applied, the slow evaluator says what was stated.
#include <boost/test/unit_test.hpp>

#include "engine/margins/pairs.h"
#include "engine/margins/search.h"
#include "engine/trace/evaluate.h"
#include "tests/differential/random_case.h"

namespace {

using namespace wegwijzer;

margins::State verdict(const model::RuleSet& rules, const Cohort& cohort, std::size_t student, Date day,
                       std::size_t signal) {
    return margins::state_of(trace::evaluate(rules, cohort, student, day).outcome.signals[signal]);
}

}  // namespace

BOOST_AUTO_TEST_CASE(margins_of_random_packs_hold) {
    const std::uint64_t seed = test::fresh_seed();
    std::size_t offers = 0;
    std::size_t pairs = 0;
    for (std::uint64_t number = 0; number < test::case_count(60); ++number) {
        BOOST_TEST_CONTEXT("WEGWIJZER_SEED=" << seed + number) {
            const test::RandomCase one = test::random_case(seed + number);
            const std::size_t students = std::min<std::size_t>(one.cohort.students, 3);
            for (std::size_t student = 0; student < students; ++student) {
                for (std::size_t signal = 0; signal < one.rules.signals.size(); ++signal) {
                    const margins::State now = verdict(one.rules, one.cohort, student, one.reference_date, signal);
                    const margins::Preparations preparations(one.rules);
                    const model::SignalId id(signal);
                    std::vector<margins::Offer> found =
                        margins::find_offers(preparations, one.cohort, student, one.reference_date, id,
                                             margins::Depth::quick)
                            .offers;
                    for (margins::Offer& pair :
                         margins::find_pairs(preparations, one.cohort, student, one.reference_date, id, found).offers) {
                        ++pairs;
                        found.push_back(std::move(pair));
                    }
                    for (const margins::Offer& offer : found) {
                        ++offers;
                        const Cohort changed =
                            change::apply(one.cohort, student, margins::changes_of(*one.rules.schema, offer));
                        const margins::State then =
                            verdict(one.rules, changed, 0, margins::day_of(offer, one.reference_date), signal);
                        BOOST_REQUIRE_MESSAGE(then == offer.severity && then != now,
                                              "signal " << signal << " of student " << student);
                    }
                }
            }
        }
    }
    BOOST_TEST_MESSAGE(offers << " offers, " << pairs << " of them of two things");
    if (test::is_share()) return;
    BOOST_CHECK(offers > 0);
    BOOST_CHECK(pairs > 0);
}
