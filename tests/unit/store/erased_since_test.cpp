// Which entries were erased behind the back of a kept run, and which before it. On each database.
#include <boost/test/unit_test.hpp>

#include "tests/unit/store/test_store.h"

namespace wegwijzer::store::testing {
BOOST_AUTO_TEST_SUITE(store_erased_since)

namespace {

RunHeader run_at(EntryNumber followups, EntryNumber consents, const std::string& kept_at) {
    RunHeader run;
    run.inputs.followups_to = followups;
    run.inputs.consents_to = consents;
    run.recorded_at = kept_at;
    return run;
}

void forget_at(CaseStore& store, const std::string& student, const std::string& at) {
    BOOST_REQUIRE(store.forget(student, ForgetGround::objection, {"A. Jansen", at}).value->done.number);
}

BOOST_AUTO_TEST_CASE(what_was_gone_before_a_run_is_not_missing_from_it) {
    for (const std::string& database : all_databases()) {
        const TestStore tested(database);
        auto store = tested.open();
        const auto since = [&](const RunHeader& run, EntryKind kind) {
            return store.value->erased_since(run, kind).value.value_or(-1);
        };
        BOOST_REQUIRE(store.value->add({planned_talk(), planned_talk("S2"), given_consent("S2")}, some_time).value);
        forget_at(*store.value, "S1", "2026-11-02T10:00:00Z");
        const RunHeader first = run_at(2, 1, "2026-11-02T10:00:01Z");
        BOOST_TEST(since(first, EntryKind::followup) == 0);
        BOOST_TEST(since(first, EntryKind::consent) == 0);
        // With an entry in between it doesn't matter what the clock said.
        BOOST_REQUIRE(store.value->add({planned_talk("S3"), planned_talk("S4")}, some_time).value);
        const RunHeader second = run_at(4, 1, "2026-11-02T09:00:00Z");
        BOOST_TEST(since(second, EntryKind::followup) == 0);
        forget_at(*store.value, "S2", "2026-11-02T11:00:00Z");
        for (const RunHeader& run : {first, second}) {
            BOOST_TEST(since(run, EntryKind::followup) == 1);
            BOOST_TEST(since(run, EntryKind::consent) == 1);
        }
        // Entries that came after the run don't matter to it.
        forget_at(*store.value, "S4", "2026-11-02T12:00:00Z");
        BOOST_TEST(since(first, EntryKind::followup) == 1);
        BOOST_TEST(since(second, EntryKind::followup) == 2);
        // In the second of the run itself: said rather than not.
        const RunHeader third = run_at(4, 1, "2026-11-02T12:00:00Z");
        BOOST_TEST(since(third, EntryKind::followup) == 1);
        BOOST_TEST(since(run_at(4, 1, "2026-11-02T12:00:01Z"), EntryKind::followup) == 0);
    }
}

BOOST_AUTO_TEST_CASE(what_only_the_clock_tells_apart_is_said_to_be_so) {
    for (const std::string& database : all_databases()) {
        const TestStore tested(database);
        auto store = tested.open();
        const auto around = [&](const RunHeader& run, EntryKind kind) {
            return store.value->erased_around(run, kind).value.value_or(-1);
        };
        BOOST_REQUIRE(store.value->add({planned_talk(), planned_talk("S2"), given_consent("S2")}, some_time).value);
        forget_at(*store.value, "S2", "2026-11-02T10:00:00Z");
        const RunHeader run = run_at(2, 1, "2026-11-02T10:00:01Z");
        BOOST_TEST(around(run, EntryKind::followup) == 1);
        BOOST_TEST(around(run, EntryKind::consent) == 1);
        // Counted as erased since.
        BOOST_TEST(around(run_at(2, 1, "2026-11-02T10:00:00Z"), EntryKind::followup) == 0);
        // An entry came in between: it was before.
        BOOST_REQUIRE(store.value->add({planned_talk("S3")}, some_time).value);
        BOOST_TEST(around(run_at(3, 1, "2026-11-02T10:00:01Z"), EntryKind::followup) == 0);
    }
}

BOOST_AUTO_TEST_CASE(a_run_without_entries_misses_none) {
    const TestStore tested("sqlite");
    auto store = tested.open();
    BOOST_TEST(*store.value->erased_since(run_at(0, 0, some_time), EntryKind::followup).value == 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::store::testing
