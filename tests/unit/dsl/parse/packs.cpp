// Whole packs: everything the reference shows can be read.
#include <boost/test/unit_test.hpp>
#include <cstdio>

#include "tests/support/parsing.h"

using wegwijzer::test::all_packs;
using wegwijzer::test::NamedText;
using wegwijzer::test::parse_text;

BOOST_AUTO_TEST_SUITE(packs)

BOOST_AUTO_TEST_CASE(are_read_without_findings) {
    for (const NamedText& pack : all_packs()) {
        const auto parsed = parse_text(pack.text);
        BOOST_TEST_INFO(pack.name);
        BOOST_TEST(parsed->findings() == "");
        BOOST_TEST(!parsed->file.declarations.empty());
        for (const auto& declaration : parsed->file.declarations) BOOST_TEST(!declaration.incomplete);
    }
}

BOOST_AUTO_TEST_CASE(keep_every_byte_in_their_tokens) {
    for (const NamedText& pack : all_packs()) {
        for (const std::string& text : {pack.text, "\xEF\xBB\xBF" + pack.text, pack.text + "? \xC3\xA9\t{ |"}) {
            const auto parsed = parse_text(text);
            BOOST_TEST_INFO(pack.name);
            BOOST_TEST((parsed->tokens_joined() == text));
        }
    }
}

BOOST_AUTO_TEST_CASE(know_the_tokens_of_each_declaration) {
    const auto parsed = parse_text(wegwijzer::test::reference_pack());
    std::uint32_t last = 0;
    for (const auto& declaration : parsed->file.declarations) {
        BOOST_TEST(declaration.first_token >= last);
        last = declaration.last_token;
        BOOST_TEST(last <= parsed->file.tokens.size());
        const auto& first = parsed->file.tokens[declaration.first_token];
        BOOST_TEST(first.begin == declaration.keyword.begin);
        BOOST_TEST(parsed->text().substr(first.begin, first.end - first.begin).size() > 2u);
    }
}

BOOST_AUTO_TEST_CASE(mean_the_same_with_other_line_ends_and_tabs) {
    const std::string text = wegwijzer::test::reference_pack();
    std::string windows = "\xEF\xBB\xBF";
    for (const char c : text) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    std::string tabs;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 3, "\n  ") == 0) {
            tabs += "\n\t";
            i += 2;
        } else {
            tabs += text[i];
        }
    }
    const std::string tree = parse_text(text)->tree();
    BOOST_TEST((parse_text(windows)->tree() == tree));
    BOOST_TEST((parse_text(tabs)->tree() == tree));
}

BOOST_AUTO_TEST_SUITE_END()
