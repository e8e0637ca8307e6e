// What is erased while a run is worked out does not come back with it. On each database.
#include <boost/test/unit_test.hpp>

#include "store/digest/sha256.h"
#include "tests/unit/store/test_store.h"

namespace wegwijzer::store::testing {
BOOST_AUTO_TEST_SUITE(store_erased_meanwhile)

namespace {

RunToKeep run_with_two(const std::string& day, RunNumber after, std::int64_t after_erasure) {
    RunToKeep run;
    run.inputs = {*parse_iso_date(day), "0.1.0", sha256("packs"), sha256(day), 2, 0};
    run.run_by = "M. de Vries";
    run.counts = R"({"students":2})";
    run.rules = R"({"rules":"signal x"})";
    run.students = {{"S1", "{}"}, {"S2", "{}"}};
    run.after = after;
    run.after_erasure = after_erasure;
    return run;
}

PurgeTerms everything_is_due() {
    const auto always = [](const auto&, const auto&) { return parse_iso_date("2026-01-01"); };
    return {always, always};
}

BOOST_AUTO_TEST_CASE(a_run_that_was_worked_out_before_an_erasure_is_not_kept) {
    for (const std::string& database : all_databases()) {
        const TestStore tested(database);
        auto store = tested.open();
        BOOST_REQUIRE(store.value->add({planned_talk("S1"), planned_talk("S2")}, some_time).value);
        BOOST_TEST(store.value->last_erasure().value.value_or(-1) == 0);
        const RunToKeep run = run_with_two("2026-11-02", 0, 0);
        {
            auto other = tested.open();
            BOOST_REQUIRE(
                other.value->forget("S2", ForgetGround::objection, {"A. Jansen", some_time}).value->done.number);
        }
        BOOST_TEST(code_of(store.value->keep(run, some_time)) == "F366");
        BOOST_TEST(store.value->runs().value->empty());
        BOOST_TEST(store.value->runs_of("S2").value->empty());
        BOOST_TEST(store.value->last_erasure().value.value_or(-1) == 1);
        BOOST_TEST(store.value->keep(run_with_two("2026-11-02", 0, 1), some_time).value->number == 1);
    }
}

BOOST_AUTO_TEST_CASE(the_end_of_a_term_is_an_erasure_and_a_look_is_none) {
    for (const std::string& database : all_databases()) {
        const TestStore tested(database);
        auto store = tested.open();
        BOOST_REQUIRE(store.value->add({planned_talk("S1")}, some_time).value);
        auto other = tested.open();
        const Date day = *parse_iso_date("2026-11-02");
        BOOST_REQUIRE(other.value->review_purge(everything_is_due(), day).value);
        BOOST_REQUIRE(
            other.value->forget("S9", ForgetGround::objection, {"A. Jansen", some_time}).value);  // nothing of S9
        BOOST_TEST(store.value->keep(run_with_two("2026-11-02", 0, 0), some_time).value->number == 1);
        BOOST_REQUIRE(other.value->purge(everything_is_due(), day, {"A. Jansen", some_time}).value->done.number);
        BOOST_TEST(code_of(store.value->keep(run_with_two("2026-11-09", 1, 0), some_time)) == "F366");
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE_END()
}  // namespace wegwijzer::store::testing
