// Kept runs that are past their term go, and the log still verifies. On each database.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "store/digest/sha256.h"
#include "tests/unit/store/test_store.h"

namespace wegwijzer::store::testing {
BOOST_AUTO_TEST_SUITE(due_runs)

namespace {

const ErasedBy who_erases{"A. Jansen", "2026-11-03T08:00:00Z"};
const Date day_of_purge = *parse_iso_date("2026-11-02");

RunToKeep run_on(const std::string& day, RunNumber after, const std::vector<std::string>& students,
                 const std::string& rules = "rules") {
    RunToKeep run;
    run.inputs = {*parse_iso_date(day), "0.1.0", sha256("packs"), sha256(day), 0, 0};
    run.run_by = "M. de Vries";
    run.counts = "{}";
    run.rules = rules;
    for (const std::string& student : students) run.students.push_back({student, R"({"day":")" + day + R"("})"});
    run.after = after;
    return run;
}

// Entries stay; a run stays for a year, and one with the rules `endless` for ever.
PurgeTerms a_year_for_runs() {
    return {[](const std::string&, Date) { return std::optional<Date>(); },
            [](const RunHeader& run, const std::string& rules) {
                return rules == "endless" ? std::nullopt : std::optional(add_days(run.inputs.reference_date, 365));
            }};
}

std::vector<RunNumber> numbers_of(const std::vector<RunWithStudents>& runs) {
    std::vector<RunNumber> numbers;
    for (const RunWithStudents& run : runs) numbers.push_back(run.header.number);
    return numbers;
}

void keep_four(CaseStore& store) {
    BOOST_REQUIRE(store.keep(run_on("2025-11-01", 0, {"S1", "S2"}), some_time).value);
    BOOST_REQUIRE(
        store.keep(run_on("2025-11-02", 1, {"S1", "S2", "S3"}), some_time).value);  // its last day is this one
    BOOST_REQUIRE(store.keep(run_on("2020-09-01", 2, {"S4"}, "endless"), some_time).value);
    BOOST_REQUIRE(store.keep(run_on("2024-09-01", 3, {"S2", "S5"}), some_time).value);
}

BOOST_AUTO_TEST_CASE(a_look_names_what_is_due_and_changes_nothing) {
    for (const std::string& database : all_databases()) {
        const TestStore tested(database);
        auto store = tested.open();
        keep_four(*store.value);
        const auto review = store.value->review_purge(a_year_for_runs(), day_of_purge);
        const std::vector<RunNumber> due{1, 4};
        const std::vector<RunNumber> kept{2, 3};
        BOOST_TEST(numbers_of(review.value->runs.due) == due, boost::test_tools::per_element());
        BOOST_TEST(numbers_of(review.value->runs.kept) == kept, boost::test_tools::per_element());
        BOOST_TEST(lines_in(review.value->runs.due) == 4);
        BOOST_TEST(store.value->verify().value->forgotten == 0u);
        BOOST_TEST(store.value->erasures().value->empty());
    }
}

BOOST_AUTO_TEST_CASE(what_was_due_is_gone_and_the_log_still_verifies) {
    for (const std::string& database : all_databases()) {
        const TestStore tested(database);
        auto store = tested.open();
        keep_four(*store.value);
        const auto before = store.value->verify();
        const auto purged = store.value->purge(a_year_for_runs(), day_of_purge, who_erases);
        BOOST_REQUIRE(purged.value);
        BOOST_TEST(!purged.value->done.unwiped);
        const ErasedCounts expected{3, 0, 0, 0, 4};  // S1, S2 and S5
        BOOST_TEST((purged.value->counts == expected));
        const auto after = store.value->verify();
        BOOST_TEST(after.value->broken.empty());
        BOOST_TEST(after.value->forgotten == 4u);
        BOOST_TEST(after.value->last_hash == before.value->last_hash);
        BOOST_TEST(store.value->students_of(1).value->empty());
        BOOST_TEST(store.value->students_of(2).value->size() == 3u);
        BOOST_TEST(store.value->students_of(4).value->empty());
        const auto erasures = store.value->erasures();
        BOOST_REQUIRE_EQUAL(erasures.value->size(), 1u);
        BOOST_TEST((erasures.value->front().counts == expected));
        // Once more there is nothing to do, and nothing is written down.
        BOOST_TEST(!store.value->purge(a_year_for_runs(), day_of_purge, who_erases).value->done.number);
        BOOST_TEST(store.value->erasures().value->size() == 1u);
        // The log goes on behind it.
        RunToKeep next = run_on("2026-11-02", 4, {"S1"});
        next.after_erasure = erasures.value->front().number;
        BOOST_TEST(store.value->keep(next, some_time).value->number == 5);
        BOOST_TEST(store.value->verify().value->broken.empty());
    }
}

BOOST_AUTO_TEST_CASE(who_is_forgotten_is_counted_in_each_run) {
    for (const std::string& database : all_databases()) {
        const TestStore tested(database);
        auto store = tested.open();
        keep_four(*store.value);
        BOOST_REQUIRE(store.value->add({planned_talk("S2")}, some_time).value);
        const ErasedCounts of_second{1, 1, 0, 0, 3};
        BOOST_TEST((store.value->review_forget("S2").value->counts == of_second));
        const auto forgotten = store.value->forget("S2", ForgetGround::objection, who_erases);
        BOOST_TEST((forgotten.value->review.counts == of_second));
        // Of whom there is nothing but lines of runs: that is written down as well.
        const auto other = store.value->forget("S3", ForgetGround::objection, who_erases);
        BOOST_REQUIRE(other.value->done.number);
        const auto erasures = store.value->erasures();
        BOOST_REQUIRE_EQUAL(erasures.value->size(), 2u);
        BOOST_TEST((erasures.value->front().counts == of_second));
        BOOST_TEST((erasures.value->back().counts == ErasedCounts{1, 0, 0, 0, 1}));
        BOOST_TEST(store.value->verify().value->broken.empty());
        BOOST_TEST(store.value->review_forget("S2").value->counts.is_nothing());
        // A run of which all are forgotten is not due any more.
        BOOST_REQUIRE(store.value->forget("S5", ForgetGround::objection, who_erases).value);
        const std::vector<RunNumber> due{1};
        BOOST_TEST(numbers_of(store.value->review_purge(a_year_for_runs(), day_of_purge).value->runs.due) == due,
                   boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(erasures_of_before_took_no_lines_of_runs) {
    const TestStore tested("sqlite");
    {
        auto store = tested.open();
        BOOST_REQUIRE(store.value->add({planned_talk()}, some_time).value);
        BOOST_REQUIRE(store.value->forget("S1", ForgetGround::objection, who_erases).value);
    }
    tested.database()->run("ALTER TABLE erasure DROP COLUMN run_lines");
    tested.database()->run("DROP INDEX student_of_run");
    tested.database()->run("CREATE INDEX run_of_student ON run_student (student, run)");
    tested.database()->run("PRAGMA user_version = 3");
    const auto erasures = tested.open().value->erasures();
    BOOST_REQUIRE_EQUAL(erasures.value->size(), 1u);
    BOOST_TEST((erasures.value->front().counts == ErasedCounts{1, 1, 0, 0, 0}));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::store::testing
