#include "dsl/editor/position.h"

#include <boost/test/unit_test.hpp>

namespace wegwijzer::editor {

BOOST_AUTO_TEST_SUITE(positions)

namespace {

// é takes two bytes, 🎓 four bytes and two units of UTF-16.
constexpr std::string_view text = "aé🎓b\r\ntwee\rdrie\n";

Position position(std::uint32_t offset, Units units) { return Lines(text, units).position_of(offset); }

}  // namespace

BOOST_AUTO_TEST_CASE(columns_count_in_the_units_asked_for) {
    BOOST_TEST(position(7, Units::utf_8).character == 7u);
    BOOST_TEST(position(7, Units::utf_16).character == 4u);
    BOOST_TEST(position(7, Units::utf_32).character == 3u);
}

BOOST_AUTO_TEST_CASE(lines_end_in_any_way) {
    const Lines lines(text, Units::utf_16);
    BOOST_TEST(lines.line_count() == 4u);
    BOOST_TEST(lines.offset_of({1, 0}) == 10u);
    BOOST_TEST(lines.offset_of({2, 0}) == 15u);
    BOOST_TEST(lines.offset_of({3, 0}) == 20u);
}

BOOST_AUTO_TEST_CASE(there_and_back) {
    for (const Units units : {Units::utf_8, Units::utf_16, Units::utf_32}) {
        const Lines lines(text, units);
        for (const std::uint32_t offset : {0u, 1u, 3u, 7u, 8u, 10u, 14u, 15u, 19u, 20u})
            BOOST_TEST(lines.offset_of(lines.position_of(offset)) == offset);
    }
}

BOOST_AUTO_TEST_CASE(a_place_that_is_not_there_is_the_nearest) {
    const Lines lines(text, Units::utf_16);
    BOOST_TEST(lines.offset_of({0, 99}) == 8u);
    BOOST_TEST(lines.offset_of({99, 3}) == text.size());
    BOOST_TEST(lines.offset_of({0, 3}) == 3u);  // inside 🎓
    BOOST_TEST(lines.position_of(5).character == 2u);
    BOOST_TEST(Lines("", Units::utf_16).offset_of({5, 5}) == 0u);
}

BOOST_AUTO_TEST_CASE(a_change_takes_the_place_of_a_range) {
    BOOST_TEST(replace_range("een\ntwee", {{0, 1}, {1, 1}}, "X", Units::utf_16) == "eXwee");
    BOOST_TEST(replace_range("een", {{0, 2}, {0, 1}}, "X", Units::utf_16) == "eeXn");
    BOOST_TEST(replace_range("", {{4, 2}, {9, 1}}, "X", Units::utf_16) == "X");
    BOOST_TEST(replace_range("🎓a", {{0, 2}, {0, 3}}, "b", Units::utf_16) == "🎓b");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::editor
