#include "engine/diagnostics/source.h"

#include <array>
#include <boost/test/unit_test.hpp>
#include <utility>

#include "engine/base/unicode.h"

BOOST_AUTO_TEST_SUITE(source)

namespace {

using wegwijzer::LineColumn;
using wegwijzer::SourceId;
using wegwijzer::SourceMap;

std::string place(const SourceMap& sources, SourceId source, std::uint32_t offset) {
    const LineColumn place = sources.line_column(source, offset);
    return std::to_string(place.line) + ':' + std::to_string(place.column);
}

}  // namespace

BOOST_AUTO_TEST_CASE(counts_lines_and_characters) {
    SourceMap sources;
    const SourceId source = sources.add("a", "één\r\ntwee\n\n日x");
    BOOST_TEST(place(sources, source, 0) == "1:1");
    BOOST_TEST(place(sources, source, 1) == "1:1");  // inside a character: that character
    BOOST_TEST(place(sources, source, 2) == "1:2");
    BOOST_TEST(place(sources, source, 4) == "1:3");
    BOOST_TEST(place(sources, source, 7) == "2:1");
    BOOST_TEST(place(sources, source, 11) == "2:5");  // the line end itself
    BOOST_TEST(place(sources, source, 12) == "3:1");
    BOOST_TEST(place(sources, source, 13) == "4:1");
    BOOST_TEST(place(sources, source, 15) == "4:1");
    BOOST_TEST(place(sources, source, 16) == "4:2");
    BOOST_TEST(place(sources, source, 17) == "4:3");
    BOOST_TEST(place(sources, source, 4'000'000'000U) == "4:3");
    BOOST_TEST(sources.line_text(source, 1) == "één");
    BOOST_TEST(sources.line_text(source, 2) == "twee");
    BOOST_TEST(sources.line_text(source, 3).empty());
    BOOST_TEST(sources.line_text(source, 4) == "日x");
    BOOST_TEST(sources.line_text(source, 5).empty());
    BOOST_TEST(sources.line_text(source, 0).empty());
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_is_no_column) {
    SourceMap sources;
    const SourceId source = sources.add("a", "\xEF\xBB\xBFxy\nz");
    BOOST_TEST(place(sources, source, 0) == "1:1");
    BOOST_TEST(place(sources, source, 3) == "1:1");
    BOOST_TEST(place(sources, source, 4) == "1:2");
    BOOST_TEST(place(sources, source, 6) == "2:1");
    BOOST_TEST(sources.line_text(source, 1) == "xy");
    BOOST_TEST(sources.text(source).size() == 7U);
}

BOOST_AUTO_TEST_CASE(a_lone_carriage_return_ends_no_line) {
    SourceMap sources;
    const SourceId source = sources.add("a", "x\ry\n");
    BOOST_TEST(place(sources, source, 2) == "1:3");
    BOOST_TEST(sources.line_text(source, 1) == "x\ry");
    BOOST_TEST(place(sources, source, 4) == "2:1");
}

BOOST_AUTO_TEST_CASE(counts_what_is_not_utf8_byte_by_byte) {
    SourceMap sources;
    const SourceId source = sources.add("a", "\xFF\xFEx");
    BOOST_TEST(place(sources, source, 2) == "1:3");
}

BOOST_AUTO_TEST_CASE(counts_any_place_of_a_long_line) {
    // Characters of one to four bytes and bytes that are none, across every border of a block.
    std::string text = "\xEF\xBB\xBF";
    for (int i = 0; i < 4000; ++i) text += i % 97 == 0 ? "\n" : std::array{"a", "é", "日", "😀", "\xFF", "\xC3"}[i % 6];
    SourceMap sources;
    const SourceId source = sources.add("a", text);
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    for (std::size_t position = 3; position < text.size();) {
        const std::size_t size = wegwijzer::first_code_point(std::string_view(text).substr(position)).size;
        for (std::size_t inside = 0; inside < size; ++inside) {
            const LineColumn found = sources.line_column(source, static_cast<std::uint32_t>(position + inside));
            BOOST_TEST_INFO("at " << position + inside);
            BOOST_REQUIRE((found.line == line && found.column == column));
        }
        const bool ends_line = text[position] == '\n';
        line += ends_line ? 1 : 0;
        column = ends_line ? 1 : column + 1;
        position += size;
    }
}

BOOST_AUTO_TEST_CASE(many_places_on_one_long_line_take_no_time) {
    SourceMap sources;
    std::string text;
    text.resize(20'000'000, 'x');
    const SourceId source = sources.add("a", std::move(text));
    std::uint64_t sum = 0;
    for (std::uint32_t place = 0; place < 20'000'000; place += 200) sum += sources.line_column(source, place).column;
    BOOST_TEST(sum == 999'990'100'000U);  // minutes when every column is counted from the start of its line
}

BOOST_AUTO_TEST_CASE(gives_the_text_of_a_span_as_far_as_it_goes) {
    SourceMap sources;
    const SourceId source = sources.add("a", "hallo");
    BOOST_TEST(sources.text({source, 1, 3}) == "al");
    BOOST_TEST(sources.text({source, 3, 99}) == "lo");
    BOOST_TEST(sources.text({source, 3, 1}).empty());
    BOOST_TEST(sources.text({source, 99, 100}).empty());
    BOOST_TEST(sources.text(wegwijzer::Span{}).empty());
    BOOST_TEST(sources.name(SourceId{}).empty());
    BOOST_TEST(place(sources, SourceId{}, 5) == "1:1");
}

BOOST_AUTO_TEST_CASE(texts_never_move) {
    SourceMap sources;
    const SourceId first = sources.add("a", "kort");
    const std::string_view text = sources.text(first);
    for (int i = 0; i < 100; ++i) sources.add("b", "x");
    const SourceMap copy = sources;
    BOOST_TEST(static_cast<const void*>(sources.text(first).data()) == static_cast<const void*>(text.data()));
    BOOST_TEST(static_cast<const void*>(copy.text(first).data()) == static_cast<const void*>(text.data()));
    BOOST_TEST(sources.size() == 101U);
}

BOOST_AUTO_TEST_SUITE_END()
