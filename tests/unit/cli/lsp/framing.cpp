#include "cli/lsp/framing.h"

#include <boost/test/unit_test.hpp>

namespace wegwijzer::cli::lsp {

BOOST_AUTO_TEST_SUITE(framing)

namespace {

std::vector<std::string> all(FrameReader& reader) {
    std::vector<std::string> bodies;
    while (auto body = reader.next()) bodies.push_back(std::move(*body));
    return bodies;
}

std::vector<std::string> read(std::string_view bytes) {
    FrameReader reader;
    reader.add(bytes);
    return all(reader);
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_is_framed_is_read) {
    const std::vector<std::string> expected{"{}", "", "é"};
    BOOST_TEST(read(frame("{}") + frame("") + frame("é")) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(bytes_may_come_one_by_one) {
    const std::string bytes = frame("een") + frame("twee");
    FrameReader reader;
    std::vector<std::string> bodies;
    for (const char byte : bytes) {
        reader.add({&byte, 1});
        for (std::string& body : all(reader)) bodies.push_back(std::move(body));
    }
    const std::vector<std::string> expected{"een", "twee"};
    BOOST_TEST(bodies == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(headers_in_any_case_and_order) {
    BOOST_TEST(read("X: 1\r\ncontent-LENGTH:  2 \r\nContent-Type: x\r\n\r\n{}").at(0) == "{}");
    BOOST_TEST(read("Content-Length: 2\n\n{}").at(0) == "{}");
}

BOOST_AUTO_TEST_CASE(what_is_no_message_is_passed_over) {
    for (const std::string odd : {"rommel\r\n\r\n", "Content-Length: x\r\n\r\n", "Content-Length: -2\r\n\r\n",
                                  "\r\n\r\n", "Content-Length: 99999999999999999999999\r\n\r\n"}) {
        const auto bodies = read(odd + frame("{}"));
        BOOST_TEST_CONTEXT(odd) {
            BOOST_REQUIRE_EQUAL(bodies.size(), 1u);
            BOOST_TEST(bodies.front() == "{}");
        }
    }
}

BOOST_AUTO_TEST_CASE(a_message_that_is_too_long_is_passed_over_as_it_comes) {
    const std::size_t length = FrameReader::most_body_bytes + 1;
    FrameReader reader;
    reader.add("Content-Length: " + std::to_string(length) + "\r\n\r\n");
    const std::string piece(1 << 20, 'x');
    for (std::size_t left = length; left > 0;) {
        const std::size_t now = std::min(left, piece.size());
        reader.add(std::string_view(piece).substr(0, now));
        BOOST_TEST(!reader.next());
        left -= now;
    }
    reader.add(frame("{}"));
    BOOST_TEST(reader.next().value() == "{}");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::cli::lsp
