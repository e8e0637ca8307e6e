// What was recorded of a plan explains where it stands, and nothing of it gets lost: on random plans and histories. And the days
// of reviews are those of a slow reading of language.md section 6 and 11, "Plans".
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>

#include "engine/advise/plan_record.h"
#include "engine/advise/reviews.h"
#include "tests/support/brute_calendar.h"
#include "tests/support/random.h"
#include "tests/unit/engine/advise/advising.h"

namespace wegwijzer::test {
BOOST_AUTO_TEST_SUITE(plan_records)

namespace {

struct RandomPlan : Advising {
    explicit RandomPlan(Random& random) {
        calendar("jaar", days("2026-08-31", "2027-07-09"));
        const std::vector<model::InterventionId> all{talk, counsel, intervention("oefenen", slber)};
        model::Plan& made = plan("begeleiding");
        const auto steps = static_cast<std::size_t>(random.between(1, 5));
        for (std::size_t i = 0; i < steps; ++i) {
            model::PlanStep& step = made.steps.emplace_back();
            step.intervention = all[random.below(2)];  // so that one often comes back
            step.by = step.intervention == counsel ? decaan : slber;
        }
        model::PlanOutcome outcome;
        outcome.goal.value = random.one_in(4) ? Tri::yes : Tri::no;
        outcome.steps.resize(steps);
        plan_outcomes.push_back(outcome);
        advise(applies("p", {}), model::PlanId(0));
        outcomes.back().terms.emplace_back();

        history.followups_supplied = true;
        std::vector<Date> dates;
        for (std::uint64_t i = random.below(12); i > 0; --i) {
            dates.push_back(Date::from_days(day("2026-08-20").days() + static_cast<std::int32_t>(random.below(40))));
        }
        std::ranges::sort(dates);
        for (const Date date : dates) {
            advise::FollowUp& row = history.followups.emplace_back();
            row.intervention = all[random.below(all.size())];
            row.date = date;
            if (!random.one_in(8)) row.status = static_cast<FollowUpStatus>(random.below(5));
        }
        if (random.one_in(3)) history.followups.push_back({talk, std::nullopt, FollowUpStatus::done, std::nullopt});
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(what_was_recorded_explains_where_a_plan_stands) {
    std::size_t done_steps = 0;
    std::size_t beyond = 0;
    std::size_t not_counted = 0;
    for (std::uint64_t seed = first_seed(), end = seed + rounds(4000); seed < end; ++seed) {
        Random random(seed);
        const RandomPlan made(random);
        const model::RuleSet rules = made.build();
        const advise::StudentAdvice advice = made.advice();
        BOOST_TEST_REQUIRE(advice.plans.size() == 1u);
        const advise::PlanState& state = advice.plans[0];
        const advise::PlanRecord record = advise::record_of(rules, made.history, state);
        BOOST_TEST_CONTEXT("seed " << seed) {
            BOOST_TEST_REQUIRE(record.steps.size() == state.steps.size());
            std::map<std::size_t, int> told;
            for (std::size_t i = 0; i < state.steps.size(); ++i) {
                const bool is_done = state.steps[i].status == advise::StepStatus::done;
                BOOST_TEST(record.steps[i].is_finished == is_done);
                done_steps += is_done ? 1 : 0;
                BOOST_TEST(std::ranges::is_sorted(record.steps[i].followups));
                for (const std::size_t row : record.steps[i].followups) {
                    ++told[row];
                    BOOST_TEST((made.history.followups[row].intervention == rules.plans[0].steps[i].intervention));
                    BOOST_TEST((*made.history.followups[row].date >= *state.started));
                }
            }
            for (const std::size_t row : record.beyond) ++told[row];
            for (const std::size_t row : record.not_counted) {
                ++told[row];
                const std::optional<Date>& date = made.history.followups[row].date;
                BOOST_TEST((!date || !state.started || *date < *state.started));
            }
            beyond += record.beyond.size();
            not_counted += record.not_counted.size();
            for (std::size_t row = 0; row < made.history.followups.size(); ++row) {
                const bool is_of_the_plan = std::ranges::any_of(rules.plans[0].steps, [&](const model::PlanStep& step) {
                    return step.intervention == made.history.followups[row].intervention;
                });
                BOOST_TEST(told[row] == (is_of_the_plan ? 1 : 0));
            }
        }
    }
    // It says something only where there is something to tell.
    BOOST_TEST(done_steps > 1000u);
    BOOST_TEST(beyond > 500u);
    BOOST_TEST(not_counted > 500u);
}

BOOST_AUTO_TEST_CASE(reviews_are_counted_from_the_start) {
    constexpr LengthUnit units[] = {LengthUnit::days, LengthUnit::weeks, LengthUnit::working_days, LengthUnit::months};
    for (std::uint64_t seed = first_seed(), end = seed + rounds(2000); seed < end; ++seed) {
        Random random(seed);
        RuleSetBuilder builder;
        builder.calendar("jaar", days("2026-08-31", "2027-07-09"),
                         {{"herfst", days("2026-10-19", "2026-10-25")}, {"kerst", days("2026-12-21", "2027-01-03")}});
        const model::RuleSet rules = builder.build();
        const Date start = Date::from_days(day("2026-08-20").days() + static_cast<std::int32_t>(random.below(200)));
        const Date today = Date::from_days(start.days() + static_cast<std::int32_t>(random.below(200)));
        const Length every{random.between(0, 6), units[random.below(4)]};
        const std::vector<Date> until = advise::reviews_until(rules.calendars, start, every, today);
        const std::optional<Date> next = advise::next_review(rules.calendars, start, every, today);
        BOOST_TEST_CONTEXT("seed " << seed << ", every " << every.count << " of unit " << static_cast<int>(every.unit)
                                   << " from " << to_iso(start) << ", today " << to_iso(today)) {
            if (every.count == 0) {
                BOOST_TEST(until.empty());
                BOOST_TEST(!next.has_value());
                continue;
            }
            // Times once, twice, three times ... the length, up to today; the one after is the next.
            std::vector<std::string> expected;
            std::optional<Date> one;
            for (std::int64_t times = 1;; ++times) {
                one = brute_after(rules.calendars, start, {every.count * times, every.unit});
                if (!one || *one > today) break;
                expected.push_back(to_iso(*one));
            }
            std::vector<std::string> told;
            for (const Date date : until) told.push_back(to_iso(date));
            BOOST_TEST(told == expected, boost::test_tools::per_element());
            BOOST_TEST((next == one));
            BOOST_TEST((!next || *next > today));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
