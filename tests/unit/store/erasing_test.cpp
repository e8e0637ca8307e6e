#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <thread>

#include "store/case_store.h"
#include "store/sqlite/sqlite_database.h"
#include "tests/unit/store/test_store.h"

namespace wegwijzer::store::testing {
BOOST_AUTO_TEST_SUITE(store_erasing)

namespace {

const ErasedBy somebody{"A. Jansen", "2026-11-03T08:00:00Z"};

Entry corrected(EntryNumber number, const std::string& student = "S1") {
    Entry entry = planned_talk(student);
    entry.corrects = number;
    return entry;
}

std::vector<EntryNumber> numbers_standing(CaseStore& store) {
    std::vector<EntryNumber> numbers;
    const auto standing = store.standing(EntryKind::followup);
    for (const StoredEntry& stored : *standing.value) numbers.push_back(stored.number);
    return numbers;
}

// Every entry of every student that a test knows.
std::size_t count_all(CaseStore& store) {
    std::size_t count = 0;
    for (const char* student : {"S1", "S2", "S3"}) count += store.entries_of(student).value->size();
    return count;
}

bool is_in_files(const std::string& path, const std::string& text) {
    for (const char* end : {"", "-wal", "-shm"}) {
        if (bytes_of(path + end).find(text) != std::string::npos) return true;
    }
    return false;
}

PurgeTerms days_kept(int days) {
    return {[days](const std::string&, Date last) { return add_days(last, days); },
            [days](const RunHeader& run, const std::string&) { return add_days(run.inputs.reference_date, days); }};
}

BOOST_AUTO_TEST_CASE(numbers_of_each_kind_are_used_once) {
    for (const std::string& database : all_databases()) {
        const TestStore tested(database);
        auto store = tested.open();
        BOOST_REQUIRE(store.value->add({planned_talk("S2"), planned_talk(), given_consent()}, some_time).value);
        BOOST_REQUIRE(store.value->add_list({planned_talk()}, {"a.csv", "hash", "X", {2}}, some_time).value);
        const auto forgotten = store.value->forget("S1", ForgetGround::objection, somebody);
        BOOST_REQUIRE(forgotten.value);
        BOOST_TEST((forgotten.value->review.counts == ErasedCounts{1, 2, 1, 1}));
        BOOST_TEST(count_all(*store.value) == 1u);
        const std::vector<EntryNumber> expected{4, 2};
        BOOST_TEST(*store.value->add({planned_talk(), given_consent()}, some_time).value == expected,
                   boost::test_tools::per_element());
        // The name and the hash of the list are gone; its number is not given again.
        BOOST_TEST(store.value->add_list({planned_talk()}, {"a.csv", "hash", "X", {2}}, some_time).value->list == 2);
        // Also behind a second erasure, and one that erased none of that kind.
        BOOST_REQUIRE(store.value->forget("S1", ForgetGround::objection, somebody).value->done.number);
        BOOST_REQUIRE(store.value->forget("S2", ForgetGround::objection, somebody).value->done.number);
        BOOST_TEST(store.value->add({planned_talk()}, some_time).value->front() == 6);
        BOOST_TEST(store.value->add({given_consent()}, some_time).value->front() == 3);
    }
}

BOOST_AUTO_TEST_CASE(what_an_erased_entry_took_the_place_of_goes_too) {
    for (const std::string& database : all_databases()) {
        const TestStore tested(database);
        auto store = tested.open();
        BOOST_REQUIRE(store.value->add({planned_talk("S2"), corrected(1), planned_talk("S2")}, some_time).value);
        const auto review = store.value->review_forget("S1");
        BOOST_TEST(review.value->of_others == 1);
        BOOST_TEST(count_all(*store.value) == 3u);  // looking changes nothing
        BOOST_REQUIRE(store.value->forget("S1", ForgetGround::unlawful, somebody).value);
        BOOST_TEST(numbers_standing(*store.value) == std::vector<EntryNumber>{3}, boost::test_tools::per_element());
        BOOST_TEST(count_all(*store.value) == 1u);
    }
}

BOOST_AUTO_TEST_CASE(a_correction_about_somebody_else_stays_and_can_be_corrected) {
    for (const std::string& database : all_databases()) {
        const TestStore tested(database);
        auto store = tested.open();
        BOOST_REQUIRE(
            store.value->add({planned_talk(), corrected(1, "S2"), corrected(2, "S3"), planned_talk("S2")}, some_time)
                .value);
        BOOST_REQUIRE(store.value->forget("S1", ForgetGround::unlawful, somebody).value);
        const auto of_second = store.value->entries_of("S2");
        BOOST_REQUIRE_EQUAL(of_second.value->size(), 2u);
        BOOST_TEST(!of_second.value->front().entry.corrects);
        BOOST_TEST(of_second.value->front().corrected_by.value_or(0) == 3);
        const std::vector<EntryNumber> expected{3, 4};
        BOOST_TEST(numbers_standing(*store.value) == expected, boost::test_tools::per_element());
        BOOST_TEST(store.value->add({corrected(3, "S3")}, some_time).value->front() == 5);
        const std::vector<EntryNumber> after{5, 4};
        BOOST_TEST(numbers_standing(*store.value) == after, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(nothing_is_erased_and_nothing_written_down_where_there_is_nothing) {
    for (const std::string& database : all_databases()) {
        const TestStore tested(database);
        auto store = tested.open();
        BOOST_REQUIRE(store.value->add({planned_talk("S2")}, some_time).value);
        BOOST_TEST(!store.value->forget("S1", ForgetGround::objection, somebody).value->done.number);
        BOOST_TEST(!store.value->purge(days_kept(100'000), *parse_iso_date("2026-11-02"), somebody).value->done.number);
        BOOST_TEST(store.value->erasures().value->empty());
        BOOST_TEST(count_all(*store.value) == 1u);
    }
}

BOOST_AUTO_TEST_CASE(an_erasure_says_who_when_how_much_and_never_whom) {
    const TemporaryFolder folder;
    const std::string path = folder.file("dossier.db");
    auto store = open_store(path);
    BOOST_REQUIRE(store.value->add({planned_talk("KEY-ONE"), given_consent("KEY-TWO")}, some_time).value);
    BOOST_TEST(is_in_files(path, "KEY-ONE"));
    BOOST_REQUIRE(store.value->forget("KEY-ONE", ForgetGround::consent_withdrawn, somebody).value);
    const auto purged = store.value->purge(days_kept(1), *parse_iso_date("2026-11-02"), somebody);
    BOOST_TEST(!purged.value->done.unwiped);
    BOOST_TEST((purged.value->counts == ErasedCounts{1, 0, 1, 0}));
    const auto erasures = store.value->erasures();
    BOOST_REQUIRE_EQUAL(erasures.value->size(), 2u);
    const Erasure& first = erasures.value->front();
    BOOST_TEST(first.number == 1);
    BOOST_TEST((first.kind == ErasureKind::forget && first.ground == ForgetGround::consent_withdrawn));
    BOOST_TEST(first.recorded_by == "A. Jansen");
    BOOST_TEST(first.recorded_at == somebody.at);
    BOOST_TEST((first.counts == ErasedCounts{1, 1, 0, 0}));
    BOOST_TEST((erasures.value->back().kind == ErasureKind::purge && !erasures.value->back().ground));
    BOOST_TEST(!is_in_files(path, "KEY-ONE"));
    BOOST_TEST(!is_in_files(path, "KEY-TWO"));
}

BOOST_AUTO_TEST_CASE(afterwards_the_database_refuses_as_before) {
    for (const std::string& database : all_databases()) {
        const TestStore tested(database);
        auto store = tested.open();
        BOOST_REQUIRE(store.value->add({planned_talk(), planned_talk("S2")}, some_time).value);
        BOOST_REQUIRE(store.value->forget("S1", ForgetGround::objection, somebody).value);
        const auto beside = tested.database();
        for (const char* sql : {"UPDATE entry SET student = 'S3'", "DELETE FROM entry", "DELETE FROM erasure",
                                "UPDATE erasure SET recorded_by = 'X'"}) {
            BOOST_CHECK_THROW(beside->run(sql), Failure);
        }
        BOOST_TEST(count_all(*store.value) == 1u);
    }
}

BOOST_AUTO_TEST_CASE(rows_are_let_go_for_one_transaction_that_comes_to_its_end) {
    for (const std::string& database : all_databases()) {
        const TestStore tested(database);
        auto store = tested.open();
        BOOST_REQUIRE(store.value->add({planned_talk(), planned_talk("S2")}, some_time).value);
        const auto beside = tested.database();
        {
            const Transaction undone(*beside);
            beside->let_rows_go("entry");
            beside->run("DELETE FROM entry WHERE student = 'S1'");
        }
        BOOST_TEST(count_all(*store.value) == 2u);
        BOOST_CHECK_THROW(beside->run("DELETE FROM entry"), Failure);
    }
}

BOOST_AUTO_TEST_CASE(somebody_who_writes_is_waited_for_and_then_nothing_is_erased) {
    const TemporaryFolder folder;
    const std::string path = folder.file("dossier.db");
    auto store = open_store(path);
    BOOST_REQUIRE(store.value->add({planned_talk()}, some_time).value);
    const auto other = sqlite::open_database({path, false, std::chrono::milliseconds(100)});
    other->begin();
    BOOST_TEST(code_of(store.value->forget("S1", ForgetGround::objection, somebody)) == "F334");
    other->roll_back();
    BOOST_TEST(count_all(*store.value) == 1u);
}

BOOST_AUTO_TEST_CASE(somebody_who_reads_keeps_the_bytes_and_that_is_said) {
    const TemporaryFolder folder;
    const std::string path = folder.file("dossier.db");
    auto store = open_store(path);
    BOOST_REQUIRE(store.value->add({planned_talk("KEY-ONE")}, some_time).value);
    const auto other = sqlite::open_database({path, false, std::chrono::milliseconds(100)});
    other->run("BEGIN");
    other->run("SELECT COUNT(*) FROM entry");
    const auto forgotten = store.value->forget("KEY-ONE", ForgetGround::objection, somebody);
    BOOST_REQUIRE(forgotten.value);
    BOOST_TEST((forgotten.value->done.unwiped && forgotten.value->done.unwiped->code == Code::F370));
    BOOST_TEST(store.value->entries_of("KEY-ONE").value->empty());
    BOOST_TEST(is_in_files(path, "KEY-ONE"));
    other->run("COMMIT");
    BOOST_TEST(!store.value->forget("KEY-ONE", ForgetGround::objection, somebody).value->done.unwiped);
    BOOST_TEST(!is_in_files(path, "KEY-ONE"));
}

// On a server: what is in the files of a database is looked at by tests/store_erase_run.py.
BOOST_AUTO_TEST_CASE(a_server_that_somebody_reads_on_is_not_clean_and_that_is_said) {
    if (!has_server()) return;
    const TestStore tested("postgresql");
    auto store = tested.open();
    BOOST_REQUIRE(store.value->add({planned_talk("KEY-ONE")}, some_time).value);
    const auto other = tested.database();
    other->run("BEGIN ISOLATION LEVEL REPEATABLE READ");
    other->run("SELECT COUNT(*) FROM store_version");
    const auto forgotten = store.value->forget("KEY-ONE", ForgetGround::objection, somebody);
    BOOST_REQUIRE(forgotten.value);
    BOOST_TEST(forgotten.value->done.number.value_or(0) == 1);
    BOOST_TEST((forgotten.value->done.unwiped && forgotten.value->done.unwiped->code == Code::F370));
    BOOST_TEST(store.value->entries_of("KEY-ONE").value->empty());
    other->run("COMMIT");
    BOOST_TEST(!store.value->forget("KEY-ONE", ForgetGround::objection, somebody).value->done.unwiped);
    // Somebody who is there and in no transaction is in nobody's way.
    BOOST_TEST(*store.value->last_entry(EntryKind::followup).value == 1);
}

BOOST_AUTO_TEST_CASE(who_is_soon_done_on_a_server_is_waited_for) {
    if (!has_server()) return;
    const TestStore tested("postgresql");
    auto store = CaseStore::open(tested.name(), {.may_create = true, .patience = std::chrono::seconds(20)});
    BOOST_REQUIRE(store.value->add({planned_talk()}, some_time).value);
    const auto other = tested.database();
    other->run("BEGIN ISOLATION LEVEL REPEATABLE READ");
    other->run("SELECT COUNT(*) FROM store_version");
    std::thread soon_done([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        other->run("COMMIT");
    });
    BOOST_TEST(!store.value->forget("S1", ForgetGround::objection, somebody).value->done.unwiped);
    soon_done.join();
}

BOOST_AUTO_TEST_CASE(a_server_keeps_no_samples_of_what_is_about_students) {
    if (!has_server()) return;
    const TestStore tested("postgresql");
    auto store = tested.open();
    BOOST_REQUIRE(store.value->add(std::vector<Entry>(200, planned_talk("KEY-ONE")), some_time).value);
    const auto beside = tested.database();
    beside->run("ANALYZE");
    std::vector<std::string> sampled;
    beside->run("SELECT DISTINCT tablename FROM pg_catalog.pg_stats WHERE schemaname = 'wegwijzer' ORDER BY 1", {},
                [&](const Row& row) { sampled.push_back(std::get<std::string>(row.front())); });
    BOOST_TEST((std::ranges::find(sampled, "store_version") != sampled.end()));  // so that it can be found
    for (const char* table : {"entry", "import_file", "run_student"})
        BOOST_TEST((std::ranges::find(sampled, table) == sampled.end()), table);
}

BOOST_AUTO_TEST_CASE(a_text_about_somebody_else_that_names_the_key_is_pointed_out) {
    for (const std::string& database : all_databases()) {
        const TestStore tested(database);
        auto store = tested.open();
        std::vector<Entry> entries;
        for (const char* reason : {"samen met S1.", "S11 en XS1", "zie dossier (S1)", "niets"}) {
            entries.push_back(planned_talk("S2"));
            entries.back().reason = reason;
        }
        entries.push_back(planned_talk());
        entries.back().reason = "S1 zelf";
        BOOST_REQUIRE(store.value->add(entries, some_time).value);
        std::vector<EntryNumber> numbers;
        const auto review = store.value->review_forget("S1");
        for (const StoredEntry& stored : review.value->mentions) numbers.push_back(stored.number);
        const std::vector<EntryNumber> expected{1, 3};
        BOOST_TEST(numbers == expected, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(everything_of_a_student_has_its_list_and_line) {
    for (const std::string& database : all_databases()) {
        const TestStore tested(database);
        auto store = tested.open();
        BOOST_REQUIRE(store.value->add({planned_talk()}, some_time).value);
        BOOST_REQUIRE(store.value
                          ->add_list({planned_talk("S2"), planned_talk(), given_consent()},
                                     {"lijst.csv", "hash", "X", {2, 3, 5}}, some_time)
                          .value);
        const auto exported = store.value->everything_of("S1");
        BOOST_REQUIRE_EQUAL(exported.value->size(), 3u);
        BOOST_TEST(!exported.value->at(0).list);
        BOOST_TEST(exported.value->at(1).list->name == "lijst.csv");
        BOOST_TEST(exported.value->at(1).list->line == 3);
        BOOST_TEST((exported.value->at(2).stored.entry.kind == EntryKind::consent));
        BOOST_TEST(exported.value->at(2).list->line == 5);
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::store::testing
