// The database in a file, as the store uses it: statements are prepared once, and hold nothing when they have run.
#include "store/sqlite/sqlite_database.h"

#include <boost/test/unit_test.hpp>
#include <stdexcept>

#include "tests/unit/store/temporary_folder.h"

namespace wegwijzer::store::testing {
BOOST_AUTO_TEST_SUITE(sqlite_database)

namespace {

constexpr std::string_view above = "SELECT number FROM numbers WHERE number > ? ORDER BY number";

std::unique_ptr<Database> numbers_in(const TemporaryFolder& folder) {
    auto database = sqlite::open_database({folder.file("numbers.db"), true, std::chrono::milliseconds(0)});
    database->run("CREATE TABLE numbers (number BIGINT NOT NULL, text TEXT)");
    for (std::int64_t number = 1; number <= 3; ++number) {
        database->run("INSERT INTO numbers (number, text) VALUES (?, ?)", {number, std::string("text")});
    }
    return database;
}

std::vector<std::int64_t> numbers_above(Database& database, std::int64_t least) {
    std::vector<std::int64_t> found;
    const std::array values{Value(least)};
    database.run(above, values, [&](const Row& row) { found.push_back(std::get<std::int64_t>(row.front())); });
    return found;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_same_question_is_asked_again_with_other_values) {
    const TemporaryFolder folder;
    const auto database = numbers_in(folder);
    BOOST_TEST(numbers_above(*database, 0) == (std::vector<std::int64_t>{1, 2, 3}), boost::test_tools::per_element());
    BOOST_TEST(numbers_above(*database, 2) == (std::vector<std::int64_t>{3}), boost::test_tools::per_element());
    // A value that isn't there any more does not linger.
    database->run("INSERT INTO numbers (number, text) VALUES (?, ?)", {std::int64_t{4}, Value()});
    std::int64_t without = 0;
    database->run("SELECT COUNT(*) FROM numbers WHERE text IS NULL", {},
                  [&](const Row& row) { without = std::get<std::int64_t>(row.front()); });
    BOOST_TEST(without == 1);
}

BOOST_AUTO_TEST_CASE(a_question_is_asked_while_its_own_answer_is_read) {
    const TemporaryFolder folder;
    const auto database = numbers_in(folder);
    std::vector<std::size_t> inner;
    const std::array values{Value(std::int64_t{0})};
    database->run(above, values, [&](const Row& row) {
        inner.push_back(numbers_above(*database, std::get<std::int64_t>(row.front())).size());
    });
    BOOST_TEST(inner == (std::vector<std::size_t>{2, 1, 0}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_goes_wrong_half_way_leaves_nothing_open) {
    const TemporaryFolder folder;
    const auto database = numbers_in(folder);
    const std::array values{Value(std::int64_t{0})};
    const auto give_up = [](const Row&) { throw std::runtime_error("enough"); };
    BOOST_CHECK_THROW(database->run(above, values, give_up), std::runtime_error);
    // An open statement would stand in its way.
    database->run("VACUUM");
    BOOST_TEST(numbers_above(*database, 1).size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_table_that_is_changed_meanwhile_is_read_as_it_is) {
    const TemporaryFolder folder;
    const auto database = numbers_in(folder);
    BOOST_TEST(numbers_above(*database, 0).size() == 3U);
    database->run("ALTER TABLE numbers ADD COLUMN more TEXT");
    database->run("CREATE INDEX by_number ON numbers (number)");
    BOOST_TEST(numbers_above(*database, 1).size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::store::testing
