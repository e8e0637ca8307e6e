#include "store/case_store.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "store/migrations.h"
#include "tests/unit/store/test_store.h"

namespace wegwijzer::store::testing {
BOOST_AUTO_TEST_SUITE(case_store)

namespace {

// The kind of failure that `work` throws.
template <class Work>
std::optional<Failure::Kind> failure_of(const Work& work) {
    try {
        work();
    } catch (const Failure& failure) {
        return failure.kind;
    }
    return std::nullopt;
}

BOOST_DATA_TEST_CASE(what_is_added_is_there_after_opening_again, all_databases(), database_name) {
    const TestStore place(database_name);
    Entry waived = planned_talk("S2");
    waived.status = FollowUpStatus::waived;
    waived.planned_on.reset();
    waived.waiver = Waiver::wrongly_signalled;
    waived.reason = "was ziek; 'zie \"brief\"'";
    {
        auto store = place.open();
        BOOST_REQUIRE_EQUAL(code_of(store), "");
        const auto numbers = store.value->add({planned_talk(), waived, given_consent()}, some_time);
        BOOST_REQUIRE(numbers.value);
        const std::vector<EntryNumber> expected{1, 2, 1};  // follow-up and consent are numbered apart
        BOOST_TEST(*numbers.value == expected, boost::test_tools::per_element());
    }
    auto store = place.open();
    const auto followups = store.value->standing(EntryKind::followup);
    BOOST_REQUIRE_EQUAL(followups.value->size(), 2u);
    BOOST_TEST((followups.value->at(0).entry == planned_talk()));
    BOOST_TEST((followups.value->at(1).entry == waived));
    BOOST_TEST(followups.value->at(1).recorded_at == some_time);
    const auto consents = store.value->standing(EntryKind::consent);
    BOOST_REQUIRE_EQUAL(consents.value->size(), 1u);
    BOOST_TEST((consents.value->at(0).entry == given_consent()));
    // One file, once nobody has it open.
    store.value.reset();
    BOOST_TEST(!std::filesystem::exists(place.name() + "-wal"));
}

BOOST_DATA_TEST_CASE(a_correction_counts_where_the_first_one_stood_and_hides_nothing, all_databases(), database_name) {
    const TestStore place(database_name);
    auto store = place.open();
    BOOST_REQUIRE(store.value->add({planned_talk(), planned_talk(), planned_talk("S2")}, some_time).value);
    Entry correction = planned_talk();
    correction.status = FollowUpStatus::proposed;
    correction.planned_on.reset();
    correction.corrects = 1;
    BOOST_TEST(store.value->add({correction}, some_time).value->front() == 4);
    BOOST_TEST(code_of(store.value->add({correction}, some_time)) == "F344");
    correction.corrects = 4;
    correction.student = "S3";
    BOOST_TEST(store.value->add({correction}, some_time).value->front() == 5);

    const auto standing = store.value->standing(EntryKind::followup);
    std::vector<EntryNumber> numbers;
    for (const StoredEntry& stored : *standing.value) numbers.push_back(stored.number);
    const std::vector<EntryNumber> expected{5, 2, 3};
    BOOST_TEST(numbers == expected, boost::test_tools::per_element());

    const auto of_student = store.value->entries_of("S1");
    BOOST_REQUIRE_EQUAL(of_student.value->size(), 3u);
    BOOST_TEST((of_student.value->at(0).entry == planned_talk()));
    BOOST_TEST(of_student.value->at(0).corrected_by.value_or(0) == 4);
    BOOST_TEST(of_student.value->at(1).corrected_by.value_or(0) == 5);
    BOOST_TEST(!of_student.value->at(2).corrected_by);
}

BOOST_DATA_TEST_CASE(entries_are_added_all_or_none, all_databases(), database_name) {
    const TestStore place(database_name);
    auto store = place.open();
    Entry correction = planned_talk();
    correction.corrects = 9;
    BOOST_TEST(code_of(store.value->add({planned_talk(), planned_talk("S2"), correction}, some_time)) == "F343");
    BOOST_TEST(store.value->standing(EntryKind::followup).value->empty());
    // A consent is no follow-up, even of the same number.
    BOOST_REQUIRE(store.value->add({planned_talk()}, some_time).value);
    Entry consent = given_consent();
    consent.corrects = 1;
    BOOST_TEST(code_of(store.value->add({consent}, some_time)) == "F343");
}

BOOST_DATA_TEST_CASE(the_database_itself_refuses_to_change_or_erase_entries, all_databases(), database_name) {
    const TestStore place(database_name);
    BOOST_REQUIRE(place.open().value->add({planned_talk()}, some_time).value);
    const auto database = place.database();
    BOOST_TEST((failure_of([&] { database->run("UPDATE entry SET student = 'S2'"); }) == Failure::Kind::taken));
    BOOST_TEST((failure_of([&] { database->run("DELETE FROM entry"); }) == Failure::Kind::taken));
    const std::string replace = place.is_file() ? "INSERT OR REPLACE INTO entry SELECT * FROM entry"
                                                : "INSERT INTO entry SELECT * FROM entry"
                                                  " ON CONFLICT (kind, id) DO UPDATE SET student = 'S2'";
    BOOST_TEST((failure_of([&] { database->run(replace); }) == Failure::Kind::taken));
    if (!place.is_file()) {
        BOOST_TEST((failure_of([&] { database->run("TRUNCATE entry CASCADE"); }) == Failure::Kind::taken));
    }
    // Nor does it take what the rules for entries don't allow.
    BOOST_TEST((
        failure_of([&] {
            database->run(
                "INSERT INTO entry (kind, id, place, student, intervention, role, status, on_date, recorded_by,"
                " recorded_at) VALUES ('followup', 2, 2, 'S1', 'gesprek', 'slber', 'waived', '2026-10-01', 'X', 'nu')");
        }) == Failure::Kind::taken));
    BOOST_TEST(place.open().value->standing(EntryKind::followup).value->size() == 1u);
}

BOOST_DATA_TEST_CASE(texts_are_kept_byte_for_byte, all_databases(), database_name) {
    const TestStore place(database_name);
    std::vector<Entry> entries;
    for (const std::string& text :
         {std::string("'); DROP TABLE entry; --"), std::string("\"\\' ? $1 :x @y %s"),
          std::string("🙂 é e\xCC\x81 \xE2\x80\xA8"), std::string("=cmd|' /C calc'!A0"), std::string(100'000, 'a')}) {
        Entry entry = planned_talk(text);
        entry.status = FollowUpStatus::done;
        entry.planned_on.reset();
        entry.outcome = text;
        entry.recorded_by = text;
        entries.push_back(entry);
    }
    BOOST_REQUIRE(place.open().value->add(entries, some_time).value);
    auto store = place.open();
    for (const Entry& entry : entries) {
        const auto found = store.value->entries_of(entry.student);
        BOOST_REQUIRE_EQUAL(found.value->size(), 1u);
        BOOST_TEST((found.value->front().entry == entry));
    }
}

BOOST_AUTO_TEST_CASE(a_newer_store_and_another_database_are_left_as_they_are) {
    const TemporaryFolder folder;
    const std::string newer = folder.file("nieuwer.db");
    BOOST_REQUIRE(open_store(newer).value->add({planned_talk()}, some_time).value);
    sqlite::open_database({newer, false, short_patience})
        ->run("PRAGMA user_version = " + std::to_string(newest_version + 1));
    const std::string before = bytes_of(newer);
    BOOST_TEST(code_of(open_store(newer)) == "F331");
    BOOST_TEST(bytes_of(newer) == before);

    const std::string text = folder.file("brief.db");
    write_bytes(text, std::string(5000, 'x'));
    BOOST_TEST(code_of(open_store(text)) == "F330");
    BOOST_TEST(bytes_of(text) == std::string(5000, 'x'));
}

BOOST_AUTO_TEST_CASE(an_empty_file_becomes_a_store) {
    const TemporaryFolder folder;
    const std::string path = folder.file("leeg.db");
    write_bytes(path, "");
    BOOST_REQUIRE(open_store(path).value->add({planned_talk()}, some_time).value);
    BOOST_TEST(open_store(path).value->standing(EntryKind::followup).value->size() == 1u);
}

// As the header of the file says it.
std::size_t page_size_of(const std::string& file) {
    return static_cast<unsigned char>(file.at(16)) * 256U + static_cast<unsigned char>(file.at(17));
}

// Whatever block is overwritten: either nothing of it is seen, because it held nothing, or it is said. Never other entries.
BOOST_AUTO_TEST_CASE(damage_is_said_and_never_read_as_something_else) {
    const TemporaryFolder folder;
    const std::string path = folder.file("dossier.db");
    std::vector<Entry> entries;
    for (int i = 0; i < 200; ++i) entries.push_back(planned_talk("S" + std::to_string(i)));
    BOOST_REQUIRE(open_store(path).value->add(entries, some_time).value);
    const std::string whole = bytes_of(path);
    const std::string broken = folder.file("kapot.db");
    const std::size_t page = page_size_of(whole);
    BOOST_REQUIRE_EQUAL(page, 32768u);
    std::size_t said = 0;
    for (std::size_t at = 0; at + 512 <= whole.size(); at += page) {
        std::string bytes = whole;
        bytes.replace(at, 512, 512, '\x5A');
        write_bytes(broken, bytes);
        auto store = open_store(broken);
        const auto read = store.value ? store.value->standing(EntryKind::followup) : Answer<std::vector<StoredEntry>>();
        if (!read.value) {
            ++said;
            continue;
        }
        BOOST_REQUIRE_EQUAL(read.value->size(), entries.size());
        for (std::size_t i = 0; i < entries.size(); ++i) BOOST_TEST((read.value->at(i).entry == entries[i]));
    }
    BOOST_TEST(said > whole.size() / page / 2);
    write_bytes(broken, whole.substr(0, whole.size() / 2));
    BOOST_TEST(code_of(open_store(broken)) == "F332");
}

BOOST_DATA_TEST_CASE(another_writer_is_waited_for_and_then_said, all_databases(), database_name) {
    const TestStore place(database_name);
    auto store = place.open();
    const auto other = place.database();
    other->begin();
    BOOST_TEST(code_of(store.value->add({planned_talk()}, some_time)) == "F334");
    other->roll_back();
    BOOST_TEST(code_of(store.value->add({planned_talk()}, some_time)) == "");
}

BOOST_AUTO_TEST_CASE(names_that_are_no_file_are_refused) {
    const TemporaryFolder folder;
    for (const char* name : {"", ":memory:", "file:x.db", "file:x.db?mode=memory", "mysql://h/d", "/dev/null"}) {
        BOOST_TEST(code_of(open_store(name)) == "F335", name);
    }
    BOOST_TEST(code_of(open_store(folder.file(""))) == "F335");
    BOOST_TEST(code_of(open_store(folder.file("nergens/x.db"))) == "F333");
    BOOST_TEST(code_of(CaseStore::open(folder.file("x.db"), {})) == "F337");
    BOOST_TEST(!std::filesystem::exists(folder.file("x.db")));
}

BOOST_AUTO_TEST_CASE(a_file_that_may_only_be_read_is_said) {
    const TemporaryFolder folder;
    const std::string path = folder.file("dossier.db");
    BOOST_REQUIRE(open_store(path).value->add({planned_talk()}, some_time).value);
    std::filesystem::permissions(path, std::filesystem::perms::owner_read);
    if (access(path.c_str(), W_OK) == 0) return;  // root may write everything: then there is nothing to see
    BOOST_TEST(code_of(open_store(path)) == "F333");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::store::testing
