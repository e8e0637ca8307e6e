#include "engine/advise/capacity.h"

#include <boost/test/unit_test.hpp>

#include "tests/unit/engine/advise/advising.h"

namespace wegwijzer::test {

BOOST_FIXTURE_TEST_SUITE(advise_capacity, Advising)

BOOST_AUTO_TEST_CASE(what_is_due_in_one_week_beyond_the_capacity) {
    edit(slber).capacity_per_week = 2;
    const auto due = [this](model::InterventionId intervention, model::RoleId by, const char* iso) {
        advise::Recommendation one;
        one.intervention = intervention;
        one.by = by;
        if (iso != nullptr) one.due = day(iso);
        return one;
    };
    advise::CapacityCount count;
    const auto add = [&](std::vector<advise::Recommendation> all) {
        advise::StudentAdvice advice;
        advice.recommendations = std::move(all);
        count.add(advice);
    };
    // Monday 2026-10-05 and Sunday 2026-10-11 are one calendar week.
    add({due(talk, slber, "2026-10-05"), due(counsel, decaan, "2026-10-05")});
    add({due(talk, slber, "2026-10-11"), due(counsel, decaan, "2026-10-06")});
    add({due(talk, slber, nullptr), due(talk, slber, "2026-10-12")});
    BOOST_TEST(count.excess(build()).empty());
    add({due(talk, slber, "2026-10-07")});
    const std::vector<advise::CapacityExcess> excess = count.excess(build());
    BOOST_REQUIRE(excess.size() == 1u);
    BOOST_CHECK(excess[0] == (advise::CapacityExcess{slber, day("2026-10-05"), 2, 3}));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
