#include "engine/json/writer.h"

#include <boost/test/unit_test.hpp>

using wegwijzer::Decimal;
using wegwijzer::json::quoted;
using wegwijzer::json::Writer;

BOOST_AUTO_TEST_SUITE(json_writer)

BOOST_AUTO_TEST_CASE(compact_keeps_the_order_of_keys) {
    Writer writer;
    writer.begin_object().key("z").integer(-3).key("a").begin_array().string("x").null().boolean(true).end_array();
    writer.key("leeg").begin_object().end_object().key("d").decimal(Decimal::from_micros(4'500'000)).end_object();
    BOOST_TEST(writer.text() == R"({"z":-3,"a":["x",null,true],"leeg":{},"d":4.5})");
}

BOOST_AUTO_TEST_CASE(indented_is_for_people) {
    Writer writer(Writer::Layout::indented);
    writer.begin_object().key("a").begin_array().integer(1).integer(2).end_array().key("b").begin_array().end_array();
    writer.end_object();
    BOOST_TEST(writer.text() == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": []\n}");
}

BOOST_AUTO_TEST_CASE(odd_text_stays_valid_json) {
    BOOST_TEST(quoted("a\"b\\c\nd\te\x01") == R"("a\"b\\c\nd\te\u0001")");
    BOOST_TEST(quoted("caf\xc3\xa9") == "\"caf\xc3\xa9\"");
    BOOST_TEST(quoted("a\xff") == "\"a\xef\xbf\xbd\"");
}

BOOST_AUTO_TEST_SUITE_END()
