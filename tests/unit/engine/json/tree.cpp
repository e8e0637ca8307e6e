#include "engine/json/tree.h"

#include <boost/test/unit_test.hpp>

namespace wegwijzer::json {

BOOST_AUTO_TEST_SUITE(json_tree)

BOOST_AUTO_TEST_CASE(is_looked_into_by_key) {
    const auto tree = read_tree(R"({"a":{"b":[1,"x",true,null,{"c":2}]},"a2":5.5})");
    BOOST_REQUIRE(tree);
    const auto& items = (*tree)["a"]["b"].items();
    BOOST_REQUIRE_EQUAL(items.size(), 5u);
    BOOST_TEST(items[0].integer().value() == 1);
    BOOST_TEST(items[1].text().value() == "x");
    BOOST_TEST(items[2].boolean().value());
    BOOST_TEST(items[3].is_null());
    BOOST_TEST(items[4]["c"].integer().value() == 2);
    BOOST_TEST(!(*tree)["a2"].integer());
}

BOOST_AUTO_TEST_CASE(what_is_not_there_is_nothing) {
    const auto tree = read_tree(R"([{"a":1}])");
    BOOST_REQUIRE(tree);
    BOOST_TEST((*tree)["a"]["b"]["c"].is_null());
    BOOST_TEST((*tree)["a"].items().empty());
    BOOST_TEST(!tree->items().front()["a"].text());
    BOOST_TEST(!tree->items().front()["a"].boolean());
}

BOOST_AUTO_TEST_CASE(of_doubles_the_last_counts) {
    BOOST_TEST(read_tree(R"({"a":1,"a":2})")->operator[]("a").integer().value() == 2);
}

BOOST_AUTO_TEST_CASE(is_exactly_one_value) {
    for (const char* text : {"", "{", "[1,]", "1 2", "{\"a\"}", "nul"}) BOOST_TEST(!read_tree(text), text);
}

BOOST_AUTO_TEST_CASE(a_scalar_is_written_as_it_stands) {
    for (const char* text : {"5", "-1.5", "\"a\\\"b\"", "true", "null"}) BOOST_TEST(read_tree(text)->written() == text);
    BOOST_TEST(read_tree("[1]")->written() == "null");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::json
