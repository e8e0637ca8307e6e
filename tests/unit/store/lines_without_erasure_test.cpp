// Lines of kept runs may be emptied, and the erasures say how many were: whoever empties one beside them is found out. On each
// database.
#include <boost/test/unit_test.hpp>

#include "store/digest/sha256.h"
#include "tests/unit/store/test_store.h"

namespace wegwijzer::store::testing {
BOOST_AUTO_TEST_SUITE(store_lines_without_erasure)

namespace {

void keep_three_students(CaseStore& store, const std::string& day, RunNumber after) {
    RunToKeep run;
    run.inputs = {*parse_iso_date(day), "0.1.0", sha256("packs"), sha256(day), 0, 0};
    run.run_by = "M. de Vries";
    run.counts = R"({"students":3})";
    run.rules = R"({"rules":"signal x"})";
    run.students = {{"S1", "{}"}, {"S2", "{}"}, {"S3", "{}"}};
    run.after = after;
    BOOST_REQUIRE(store.keep(run, some_time).value);
}

void empty_by_hand(const TestStore& tested, const std::string& where) {
    tested.database()->run("UPDATE run_student SET student = NULL, salt = NULL, content = NULL WHERE " + where);
}

BOOST_AUTO_TEST_CASE(what_an_erasure_took_is_as_is_allowed_and_what_none_took_is_not) {
    for (const std::string& database : all_databases()) {
        const TestStore tested(database);
        auto store = tested.open();
        keep_three_students(*store.value, "2026-11-02", 0);
        keep_three_students(*store.value, "2026-11-09", 1);
        BOOST_REQUIRE(store.value->forget("S2", ForgetGround::objection, {"A. Jansen", some_time}).value);
        VerifiedRuns verified = *store.value->verify().value;
        BOOST_TEST(verified.is_intact());
        BOOST_TEST(verified.forgotten == 2u);
        empty_by_hand(tested, "run = 2 AND student = 'S3'");
        verified = *store.value->verify().value;
        BOOST_TEST(!verified.is_intact());
        BOOST_TEST(verified.broken.empty());
        BOOST_TEST(verified.forgotten == 3u);
        BOOST_TEST(verified.without_erasure == 1u);
        BOOST_TEST((verified.with_erased == std::vector<RunNumber>{1, 2}));
        // Of one run it can't be told: erasures are of all.
        BOOST_TEST(store.value->verify(2).value->without_erasure == 0u);
    }
}

// Before version 4 of the store, an erasure did not write down how many lines it took; it had one student.
BOOST_AUTO_TEST_CASE(an_erasure_that_does_not_say_how_much_explains_one_line_of_each_run) {
    for (const std::string& database : all_databases()) {
        const TestStore tested(database);
        auto store = tested.open();
        keep_three_students(*store.value, "2026-11-02", 0);
        keep_three_students(*store.value, "2026-11-09", 1);
        tested.database()->run(
            "INSERT INTO erasure (number, kind, ground, recorded_by, recorded_at, students, followups, consents, lists,"
            " followups_to, consents_to, lists_to) VALUES (1, 'forget', 'objection', 'X', '2026-11-02T09:30:00Z', 1, 0,"
            " 0, 0, 0, 0, 0)");
        empty_by_hand(tested, "student = 'S2'");
        VerifiedRuns verified = *store.value->verify().value;
        BOOST_TEST(verified.is_intact());
        BOOST_TEST(verified.untold == 2u);
        BOOST_TEST(verified.without_erasure == 0u);
        empty_by_hand(tested, "run = 1 AND student = 'S1'");
        verified = *store.value->verify().value;
        BOOST_TEST(!verified.is_intact());
        BOOST_TEST(verified.untold == 0u);
        BOOST_TEST(verified.without_erasure == 3u);
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE_END()
}  // namespace wegwijzer::store::testing
