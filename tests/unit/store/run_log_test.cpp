// The run log: kept whole or not at all, chained, append only but for forgetting.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "store/case_store.h"
#include "store/digest/sha256.h"
#include "store/migrations.h"
#include "store/runs/run_chain.h"
#include "store/runs/run_tables.h"
#include "store/sqlite/sqlite_database.h"
#include "tests/unit/store/temporary_folder.h"

namespace wegwijzer::store::testing {
BOOST_AUTO_TEST_SUITE(run_log)

namespace {

std::unique_ptr<Database> database_of_runs(const std::string& path) {
    return sqlite::open_database({path, true, std::chrono::milliseconds(100)});
}

RunToKeep run_of(const std::string& day, RunNumber after, std::size_t students = 3) {
    RunToKeep run;
    run.inputs = {*parse_iso_date(day), "0.1.0", sha256("packs"), sha256(day), 2, 1};
    run.run_by = "M. de Vries";
    run.counts = R"({"students":3})";
    run.rules = R"({"rules":"signal x"})";
    for (std::size_t i = 1; i <= students; ++i) {
        run.students.push_back({"S" + std::to_string(i), R"({"data":")" + day + R"("})"});
    }
    run.after = after;
    return run;
}

// Two runs in a store of this name.
std::string store_with_runs(const TemporaryFolder& folder) {
    const std::string path = folder.file("dossier.db");
    auto store = open_store(path);
    BOOST_REQUIRE(store.value->keep(run_of("2026-11-02", 0), some_time).value);
    BOOST_REQUIRE(store.value->keep(run_of("2026-11-09", 1), some_time).value);
    return path;
}

// Does it, whatever the database itself refuses.
void change_around_the_rules(const std::string& path, const std::string& sql) {
    const auto database = database_of_runs(path);
    std::vector<std::string> triggers;
    database->run("SELECT name FROM sqlite_schema WHERE type = 'trigger'", {},
                  [&](const Row& row) { triggers.push_back(std::get<std::string>(row.front())); });
    database->run("PRAGMA foreign_keys = OFF");
    for (const std::string& trigger : triggers) database->run("DROP TRIGGER " + trigger);
    database->run(sql);
}

bool is_refused(Database& database, const std::string& sql) {
    try {
        database.run(sql);
    } catch (const Failure& failure) {
        return failure.kind == Failure::Kind::taken;
    }
    return false;
}

BOOST_AUTO_TEST_CASE(a_kept_run_is_there_in_full_after_opening_again) {
    const TemporaryFolder folder;
    auto store = open_store(store_with_runs(folder));
    const auto runs = store.value->runs();
    BOOST_REQUIRE_EQUAL(runs.value->size(), 2u);
    const RunHeader& first = runs.value->front();
    BOOST_TEST(first.number == 1);
    BOOST_TEST((first.inputs == run_of("2026-11-02", 0).inputs));
    BOOST_TEST(first.run_by == "M. de Vries");
    BOOST_TEST(first.recorded_at == some_time);
    BOOST_TEST(first.previous_hash.empty());
    BOOST_TEST(runs.value->back().previous_hash == first.hash);
    auto students = store.value->students_of(2);
    std::ranges::sort(*students.value, {}, &StudentContent::student);
    BOOST_TEST((*students.value == run_of("2026-11-09", 1).students));
    BOOST_TEST(*store.value->rules_of(first).value == run_of("2026-11-02", 0).rules);
    const auto verified = store.value->verify();
    BOOST_TEST(verified.value->broken.empty());
    BOOST_TEST(verified.value->students == 6u);
    BOOST_TEST(verified.value->last_hash == runs.value->back().hash);
}

BOOST_AUTO_TEST_CASE(the_chain_is_what_it_says_it_is) {
    const StudentContent student{"S\"1", R"({"data":"x"})"};
    BOOST_TEST(commitment_to("00ff", student) == sha256("00ff\"S\\\"1\"{\"data\":\"x\"}"));
    BOOST_TEST(content_hash_of({"a", "b"}) == sha256("a\nb\n"));
    RunHeader header;
    header.number = 7;
    header.inputs = {*parse_iso_date("2026-11-02"), "0.1.0", "p", "d", 4, 5};
    header.recorded_at = some_time;
    header.run_by = "X";
    header.counts = "{}";
    header.rules_hash = "r";
    header.content_hash = "c";
    header.previous_hash = "b";
    header.hash = "is no part of itself";
    BOOST_TEST(hash_of(header) ==
               sha256(R"({"number":7,"reference_date":"2026-11-02","recorded_at":"2026-11-02T09:30:00Z","run_by":"X",)"
                      R"("engine_version":"0.1.0","packs_hash":"p","data_hash":"d","followups_to":4,"consents_to":5,)"
                      R"("counts":"{}","rules_hash":"r","content_hash":"c","previous_hash":"b"})"));
}

BOOST_AUTO_TEST_CASE(a_run_that_was_worked_out_before_the_newest_is_not_kept) {
    const TemporaryFolder folder;
    auto store = open_store(store_with_runs(folder));
    BOOST_TEST(code_of(store.value->keep(run_of("2026-11-16", 1), some_time)) == "F360");
    BOOST_TEST(store.value->runs().value->size() == 2u);
    BOOST_TEST(store.value->verify().value->students == 6u);
    BOOST_TEST(store.value->keep(run_of("2026-11-16", 2), some_time).value->number == 3);
}

BOOST_AUTO_TEST_CASE(a_run_goes_in_with_all_its_students_or_not_at_all) {
    const TemporaryFolder folder;
    auto store = open_store(folder.file("dossier.db"));
    RunToKeep run = run_of("2026-11-02", 0, 150);
    run.students[140].content.clear();  // which the database does not take
    BOOST_TEST(code_of(store.value->keep(run, some_time)) == "F333");
    BOOST_TEST(store.value->runs().value->empty());
    BOOST_TEST(store.value->verify().value->students == 0u);
    // Many students, in more than one statement.
    BOOST_TEST(store.value->keep(run_of("2026-11-02", 0, 350), some_time).value->number == 1);
    BOOST_TEST(store.value->students_of(1).value->size() == 350u);
    BOOST_TEST(store.value->verify().value->broken.empty());
}

BOOST_AUTO_TEST_CASE(every_run_has_salts_of_its_own) {
    const TemporaryFolder folder;
    const std::string path = store_with_runs(folder);
    const auto database = database_of_runs(path);
    std::vector<std::string> salts;
    for (const RunNumber run : {1, 2}) {
        read_students(*database, run, [&](const StudentRow& row) { salts.push_back(row.salt); });
    }
    std::ranges::sort(salts);
    BOOST_TEST(salts.size() == 6u);
    BOOST_TEST((std::ranges::adjacent_find(salts) == salts.end()));
}

BOOST_AUTO_TEST_CASE(the_database_itself_lets_nothing_be_changed_but_lets_a_student_be_forgotten) {
    const TemporaryFolder folder;
    const std::string path = store_with_runs(folder);
    {
        const auto database = database_of_runs(path);
        for (const char* sql :
             {"UPDATE run SET run_by = 'X'", "DELETE FROM run", "UPDATE run_rules SET content = 'x'",
              "DELETE FROM run_rules", "DELETE FROM run_student", "UPDATE run_student SET content = '{}'",
              "UPDATE run_student SET student = 'S9'", "UPDATE run_student SET content = NULL",
              "UPDATE run_student SET student = NULL, salt = NULL",
              "UPDATE run_student SET student = NULL, salt = NULL, content = NULL, commitment = salt || salt",
              "UPDATE run_student SET student = NULL, salt = NULL, content = NULL, place = place + 10",
              "UPDATE run_student SET student = NULL, salt = NULL, content = NULL, run = 3 - run",
              "INSERT OR REPLACE INTO run_student SELECT * FROM run_student"}) {
            BOOST_TEST(is_refused(*database, sql), sql);
        }
        database->run("UPDATE run_student SET student = NULL, salt = NULL, content = NULL WHERE student = 'S2'");
        // What is gone can't come back.
        BOOST_TEST(is_refused(*database,
                              "UPDATE run_student SET student = 'S2', salt = '0', content = '{}'"
                              " WHERE student IS NULL"));
    }
    auto store = open_store(path);
    const auto verified = store.value->verify();
    BOOST_TEST(verified.value->broken.empty());
    BOOST_TEST(verified.value->students == 6u);
    BOOST_TEST(verified.value->forgotten == 2u);
    BOOST_TEST(verified.value->without_erasure == 2u);  // which is found out
    BOOST_TEST(store.value->students_of(1).value->size() == 2u);
}

BOOST_AUTO_TEST_CASE(who_is_forgotten_is_gone_from_the_runs_as_well) {
    const TemporaryFolder folder;
    const std::string path = store_with_runs(folder);
    {
        auto store = open_store(path);
        BOOST_REQUIRE(store.value->add({planned_talk("S2")}, some_time).value);
        BOOST_REQUIRE(store.value->forget("S2", ForgetGround::objection, {"M. de Vries", some_time}).value);
        // Of whom there are no entries.
        BOOST_REQUIRE(store.value->forget("S3", ForgetGround::objection, {"M. de Vries", some_time}).value);
        BOOST_TEST(store.value->verify().value->broken.empty());
        BOOST_TEST(store.value->verify().value->forgotten == 4u);
        BOOST_TEST(store.value->students_of(2).value->size() == 1u);
    }
    BOOST_TEST(bytes_of(path).find("\"data\":\"2026-11-02\"") != std::string::npos);  // of S1, so that it can be found
    BOOST_TEST(bytes_of(path).find("S2") == std::string::npos);
    BOOST_TEST(bytes_of(path).find("S3") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(whatever_is_changed_is_found) {
    struct Changed {
        const char* sql;
        BrokenRun found;
    };
    for (const Changed& changed : {
             Changed{"UPDATE run SET run_by = 'X' WHERE number = 1", {1, BrokenLink::header, 0}},
             Changed{"UPDATE run SET peildatum = '2026-11-03' WHERE number = 2", {2, BrokenLink::header, 0}},
             Changed{"UPDATE run SET data_hash = packs_hash WHERE number = 1", {1, BrokenLink::header, 0}},
             Changed{"UPDATE run SET followups_to = 1 WHERE number = 1", {1, BrokenLink::header, 0}},
             Changed{"UPDATE run SET counts = '{}' WHERE number = 1", {1, BrokenLink::header, 0}},
             Changed{"UPDATE run_student SET content = '{}' WHERE run = 1", {1, BrokenLink::content, 3}},
             Changed{"UPDATE run_student SET student = 'S9' WHERE run = 1 AND place = 1", {1, BrokenLink::content, 1}},
             Changed{"DELETE FROM run_student WHERE run = 2 AND place = 3", {2, BrokenLink::students, 0}},
             Changed{"UPDATE run_student SET place = place + 3 WHERE run = 2 AND place = 1",
                     {2, BrokenLink::students, 0}},
             Changed{"UPDATE run_rules SET content = 'x'", {1, BrokenLink::rules, 0}},
             Changed{"DELETE FROM run WHERE number = 1", {2, BrokenLink::previous, 0}},
         }) {
        const TemporaryFolder folder;
        const std::string path = store_with_runs(folder);
        change_around_the_rules(path, changed.sql);
        const auto verified = open_store(path).value->verify();
        BOOST_TEST((std::ranges::find(verified.value->broken, changed.found) != verified.value->broken.end()),
                   changed.sql);
    }
}

BOOST_AUTO_TEST_CASE(a_store_of_the_first_version_becomes_one_of_this_one_with_its_entries) {
    const TemporaryFolder folder;
    const std::string path = folder.file("dossier.db");
    BOOST_REQUIRE(open_store(path).value->add({planned_talk(), given_consent()}, some_time).value);
    {
        const auto database = database_of_runs(path);
        for (const char* table : {"run_student", "run", "run_rules", "erasure"})
            database->run(std::string("DROP TABLE ") + table);
        database->set_version(1);
    }
    auto store = open_store(path);
    BOOST_TEST(store.value->standing(EntryKind::followup).value->size() == 1u);
    BOOST_TEST(store.value->keep(run_of("2026-11-02", 0), some_time).value->number == 1);
}

BOOST_AUTO_TEST_CASE(a_store_of_the_version_before_keeps_its_runs_and_finds_a_student_by_the_run) {
    const TemporaryFolder folder;
    const std::string path = store_with_runs(folder);
    {
        const auto database = database_of_runs(path);
        database->run("DROP INDEX student_of_run");
        database->run("CREATE INDEX run_of_student ON run_student (student, run)");
        database->set_version(4);
    }
    auto store = open_store(path);
    BOOST_TEST(store.value->verify().value->broken.empty());
    BOOST_TEST(store.value->students_of(2).value->size() == 3u);
    BOOST_TEST(store.value->keep(run_of("2026-11-16", 2), some_time).value->number == 3);
    BOOST_REQUIRE(store.value->forget("S2", ForgetGround::objection, {"M. de Vries", some_time}).value);
    BOOST_TEST(store.value->verify().value->forgotten == 3u);
    const auto database = database_of_runs(path);
    std::string plan;
    const std::array student{Value(std::string("S1"))};
    database->run(
        "EXPLAIN QUERY PLAN SELECT COUNT(*) FROM run_student WHERE run IN (SELECT number FROM run) AND student = ?",
        student, [&](const Row& row) { plan += std::get<std::string>(row.back()) + "\n"; });
    BOOST_TEST(plan.find("student_of_run (run=? AND student=?)") != std::string::npos, plan);
}

BOOST_AUTO_TEST_CASE(entries_as_they_stood_when_a_run_was_kept) {
    const TemporaryFolder folder;
    auto store = open_store(folder.file("dossier.db"));
    BOOST_REQUIRE(store.value->add({planned_talk("S1"), planned_talk("S2"), given_consent()}, some_time).value);
    BOOST_TEST(*store.value->last_entry(EntryKind::followup).value == 2);
    BOOST_TEST(*store.value->last_entry(EntryKind::consent).value == 1);
    Entry correction = planned_talk("S3");
    correction.corrects = 1;
    BOOST_REQUIRE(store.value->add({correction, planned_talk("S4")}, some_time).value);
    const auto then = store.value->standing_to(EntryKind::followup, 2);
    BOOST_REQUIRE_EQUAL(then.value->size(), 2u);
    BOOST_TEST(then.value->front().entry.student == "S1");
    const auto now = store.value->standing_to(EntryKind::followup, 4);
    BOOST_REQUIRE_EQUAL(now.value->size(), 3u);
    BOOST_TEST(now.value->front().entry.student == "S3");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::store::testing
