// What PostgreSQL does otherwise than SQLite, and a store must not notice. Runs where there is a server (tests/postgres_run.py).
#include <boost/test/unit_test.hpp>
#include <limits>

#include "store/migrations.h"
#include "tests/unit/store/test_store.h"

namespace wegwijzer::store::postgres::testing {
namespace {

using store::testing::code_of;
using store::testing::open_store;
using store::testing::planned_talk;
using store::testing::ServerDatabase;
using store::testing::some_time;

boost::test_tools::assertion_result is_there(boost::unit_test::test_unit_id /*test*/) {
    boost::test_tools::assertion_result result(store::testing::has_server());
    result.message() << "no server: tests/postgres_run.py starts one";
    return result;
}

std::optional<Failure::Kind> kind_of_failure(const std::function<void()>& work) {
    try {
        work();
    } catch (const Failure& failure) {
        return failure.kind;
    }
    return std::nullopt;
}

std::vector<Value> column(Database& database, std::string_view sql, std::initializer_list<Value> values = {}) {
    std::vector<Value> result;
    database.run(sql, std::span(values.begin(), values.size()), [&](const Row& row) { result.push_back(row.front()); });
    return result;
}

BOOST_AUTO_TEST_SUITE(store_postgres, *boost::unit_test::precondition(is_there))

BOOST_AUTO_TEST_CASE(values_come_back_as_they_went) {
    const ServerDatabase place;
    const auto database = place.open();
    database->begin();
    database->run("CREATE TABLE t (id INTEGER, text TEXT)");
    const std::vector<Value> numbers{std::numeric_limits<std::int64_t>::min(), std::int64_t{0},
                                     std::numeric_limits<std::int64_t>::max(), Value()};
    for (const Value& number : numbers) database->run("INSERT INTO t (id, text) VALUES (?, ?)", {number, "x"});
    // The first time with NULL, then with a text: one prepared statement for both.
    for (const Value& text :
         {Value(), Value("'); DROP TABLE t; --"), Value("$1 ? %s \\ \"'"), Value("🙂e\xCC\x81"), Value("")}) {
        database->run("INSERT INTO t (text) VALUES (?)", {text});
    }
    BOOST_TEST((column(*database, "SELECT id FROM t WHERE text = ? OR id IS NULL AND text = 'x'", {"x"}) == numbers));
    BOOST_TEST(
        (column(*database, "SELECT text FROM t WHERE id IS NULL AND text IS NULL") == std::vector<Value>{Value()}));
    BOOST_TEST((column(*database, "SELECT text FROM t WHERE text = ?", {"'); DROP TABLE t; --"}).size() == 1));
    BOOST_TEST((column(*database, "SELECT text FROM t WHERE text = ?", {""}) == std::vector<Value>{Value("")}));
    BOOST_TEST((column(*database, "SELECT COUNT(*) FROM t") == std::vector<Value>{std::int64_t{9}}));
    BOOST_TEST((column(*database, "SELECT SUM(id) FROM t WHERE id = 0") == std::vector<Value>{std::int64_t{0}}));
    BOOST_TEST((column(*database, "SELECT id = 0 FROM t WHERE id = 0") == std::vector<Value>{std::int64_t{1}}));
    database->commit();
}

// It would be kept up to the NUL, and nobody would know.
BOOST_AUTO_TEST_CASE(a_text_with_nul_is_refused) {
    const ServerDatabase place;
    const auto database = place.open();
    BOOST_TEST((kind_of_failure([&] { database->run("SELECT ?", {std::string("a\0b", 3)}); }) == Failure::Kind::fault));
}

// The server of the tests sorts as Dutch does: é beside e, capitals beside their small letters.
BOOST_AUTO_TEST_CASE(texts_are_in_the_order_of_their_bytes) {
    const ServerDatabase place;
    const auto database = place.open();
    const std::vector<Value> by_bytes{Value("B"), Value("a"), Value("b"), Value("z"), Value("é")};
    BOOST_TEST(
        (column(*database, "SELECT x FROM (VALUES ('é'), ('b'), ('B'), ('z'), ('a')) v (x) ORDER BY x") != by_bytes));
    database->begin();
    database->run("CREATE TABLE t (x TEXT)");
    for (const Value& text : by_bytes) database->run("INSERT INTO t (x) VALUES (?)", {text});
    database->commit();
    BOOST_TEST((column(*database, "SELECT x FROM t ORDER BY x") == by_bytes));
}

BOOST_AUTO_TEST_CASE(what_is_refused_is_told_apart) {
    const ServerDatabase place;
    BOOST_REQUIRE(open_store(place.address()).value->add({planned_talk()}, some_time).value);
    const auto database = place.open();
    BOOST_TEST((kind_of_failure([&] { database->run("SELECT nothing FROM entry"); }) == Failure::Kind::altered));
    BOOST_TEST((kind_of_failure([&] { database->run("DROP TABLE pg_catalog.pg_class"); }) == Failure::Kind::no_rights));
    BOOST_TEST((kind_of_failure([&] { database->run("SELECT 1; SELECT 2"); }) == Failure::Kind::altered));
    database->begin();
    BOOST_TEST((kind_of_failure([&] { database->run("DELETE FROM entry"); }) == Failure::Kind::taken));
    // The server answers this COMMIT with ROLLBACK, and calls that fine.
    BOOST_TEST((kind_of_failure([&] { database->commit(); }) == Failure::Kind::fault));
}

BOOST_AUTO_TEST_CASE(what_others_have_beside_it_is_neither_read_nor_changed) {
    const ServerDatabase place;
    const auto database = place.open();
    database->run("CREATE TABLE public.entry (x TEXT)");
    database->run("CREATE TABLE public.store_version (version BIGINT)");
    database->run("INSERT INTO public.store_version (version) VALUES (99)");
    BOOST_REQUIRE(open_store(place.address()).value->add({planned_talk()}, some_time).value);
    BOOST_TEST(open_store(place.address()).value->standing(EntryKind::followup).value->size() == 1u);
    BOOST_TEST((column(*database, "SELECT version FROM public.store_version") == std::vector<Value>{std::int64_t{99}}));
    BOOST_TEST((column(*database, "SELECT COUNT(*) FROM public.entry") == std::vector<Value>{std::int64_t{0}}));
}

BOOST_AUTO_TEST_CASE(a_schema_that_was_made_for_it_is_used_and_another_is_left) {
    const ServerDatabase ours;
    ours.open()->run("CREATE SCHEMA wegwijzer");
    BOOST_TEST(code_of(CaseStore::open(ours.address(), {})) == "F337");
    BOOST_TEST(code_of(open_store(ours.address())) == "");
    BOOST_TEST(code_of(CaseStore::open(ours.address(), {})) == "");

    const ServerDatabase other;
    other.open()->run("CREATE SCHEMA wegwijzer");
    const auto beside = other.open();
    beside->run("CREATE TABLE wegwijzer.anders (x TEXT)");
    BOOST_TEST(code_of(open_store(other.address())) == "F330");
    BOOST_TEST((column(*beside, "SELECT COUNT(*) FROM pg_catalog.pg_tables WHERE schemaname = 'wegwijzer'") ==
                std::vector<Value>{std::int64_t{1}}));
}

BOOST_AUTO_TEST_CASE(a_newer_or_damaged_store_is_said) {
    const ServerDatabase place;
    BOOST_REQUIRE(open_store(place.address()).value->add({planned_talk()}, some_time).value);
    const auto database = place.open();
    database->run("UPDATE store_version SET version = ?", {std::int64_t{newest_version + 1}});
    BOOST_TEST(code_of(open_store(place.address())) == "F331");
    database->run("UPDATE store_version SET version = ?", {std::int64_t{newest_version}});
    auto store = open_store(place.address());
    database->run("DROP TABLE entry CASCADE");
    BOOST_TEST(code_of(store.value->standing(EntryKind::followup)) == "F332");
    BOOST_TEST(code_of(store.value->add({planned_talk()}, some_time)) == "F332");
}

BOOST_AUTO_TEST_CASE(a_store_made_by_halves_is_not_there_at_all) {
    const ServerDatabase place;
    const auto database = place.open();
    database->begin();
    database->run("CREATE TABLE entry (x TEXT)");
    database->roll_back();
    BOOST_TEST(code_of(CaseStore::open(place.address(), {})) == "F337");
    BOOST_TEST(code_of(open_store(place.address())) == "");
}

// Numbers come from what is there: the lock makes that nobody else takes the same one, also between two connections.
BOOST_AUTO_TEST_CASE(a_writer_sees_what_the_one_before_it_wrote) {
    const ServerDatabase place;
    auto one = open_store(place.address());
    auto other = open_store(place.address());
    for (EntryNumber number = 1; number <= 10; number += 2) {
        BOOST_TEST(one.value->add({planned_talk()}, some_time).value->front() == number);
        BOOST_TEST(other.value->add({planned_talk()}, some_time).value->front() == number + 1);
    }
}

BOOST_AUTO_TEST_CASE(settings_of_the_database_do_not_change_what_is_promised) {
    const ServerDatabase place;
    const std::string name = place.address().substr(place.address().rfind('/') + 1);
    // The last one would refuse the others.
    for (const char* setting : {"synchronous_commit = off", "default_transaction_isolation = 'serializable'",
                                "standard_conforming_strings = off", "search_path = public", "lock_timeout = 0",
                                "default_transaction_read_only = on"}) {
        place.open()->run("ALTER DATABASE " + name + " SET " + setting);
    }
    auto store = open_store(place.address());
    BOOST_REQUIRE_EQUAL(code_of(store), "");
    const auto database = place.open();
    BOOST_TEST((column(*database, "SHOW synchronous_commit") == std::vector<Value>{Value("on")}));
    database->begin();
    BOOST_TEST((column(*database, "SHOW transaction_isolation") == std::vector<Value>{Value("read committed")}));
    BOOST_TEST(code_of(store.value->add({planned_talk()}, some_time)) == "F334");
    database->roll_back();
    BOOST_TEST(code_of(store.value->add({planned_talk("\\'")}, some_time)) == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::store::postgres::testing
