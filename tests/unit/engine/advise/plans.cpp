// language.md section 6, "Plans", where tests/contract/plans.txt does not reach.
#include <boost/test/unit_test.hpp>

#include "tests/unit/engine/advise/advising.h"

namespace wegwijzer::test {
namespace {

struct Planning : Advising {
    Planning() {
        calendar("jaar", days("2026-08-31", "2027-07-09"));
        model::Plan& made = plan("begeleiding");
        for (const model::InterventionId intervention : {talk, counsel, talk}) {
            model::PlanStep& step = made.steps.emplace_back();
            step.intervention = intervention;
            step.by = intervention == talk ? slber : decaan;
        }
        model::PlanOutcome outcome;
        outcome.goal.value = Tri::no;
        outcome.steps.resize(3);
        plan_outcomes.push_back(outcome);
        advise(applies("p", {}), model::PlanId(0));
        outcomes.back().terms.emplace_back();
    }
    // The number of the current step; 0: none.
    [[nodiscard]] std::size_t current() const {
        const advise::StudentAdvice advice = this->advice();
        return advice.plans.size() == 1 && advice.plans[0].current_step ? *advice.plans[0].current_step + 1 : 0;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(plans_over_time, Planning)

BOOST_AUTO_TEST_CASE(completed_behind_done_is_the_same_round) {
    follow_up(talk, "2026-09-01", FollowUpStatus::done);
    follow_up(talk, "2026-09-02", FollowUpStatus::completed);
    follow_up(counsel, "2026-09-10", FollowUpStatus::waived);
    BOOST_TEST(current() == 3u);
    follow_up(talk, "2026-09-20", FollowUpStatus::planned);
    BOOST_TEST(current() == 3u);
    follow_up(talk, "2026-09-25", FollowUpStatus::completed);
    BOOST_TEST(current() == 0u);
}

BOOST_AUTO_TEST_CASE(what_was_done_before_the_start_finishes_nothing) {
    follow_up(counsel, "2026-09-01", FollowUpStatus::done);
    BOOST_TEST(current() == 1u);
    follow_up(talk, "2026-09-10", FollowUpStatus::done);
    BOOST_TEST(current() == 2u);
}

BOOST_AUTO_TEST_CASE(a_row_without_a_date_finishes_nothing) {
    follow_up(talk, "", FollowUpStatus::done);
    BOOST_TEST(current() == 1u);
    BOOST_TEST(!advice().plans[0].started);
}

BOOST_AUTO_TEST_CASE(an_unknown_term_is_a_note_on_the_advice) {
    plan_outcomes[0].steps[0].length.unknown = true;
    BOOST_TEST(said() == "gesprek by slber, priority 3, policies p, term unknown\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
