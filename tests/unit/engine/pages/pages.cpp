#include "engine/pages/pages.h"

#include <boost/test/unit_test.hpp>

#include <string>

#include "engine/pages/embedded.h"

namespace wegwijzer::pages {
BOOST_AUTO_TEST_SUITE(code_pages)

namespace {

BOOST_AUTO_TEST_CASE(a_page_has_two_meanings_and_two_examples) {
    const Page page = read_page(
        "# F001\n\n## Nederlands\n\nEen zin die\ndoorloopt.\n\nTweede.\n\n## English\n\nOne.\n\n## Fout, wrong\n\n"
        "```regels\nals a\n\n## b\n```\n\n## Goed, right\n\n```csv map/a.csv\nx\n```\n\n```console\n$ c\n```\n");
    BOOST_TEST(page.meaning_nl.size() == 2U);
    BOOST_TEST(page.meaning_nl.front() == "Een zin die doorloopt.");
    BOOST_TEST(page.meaning(Language::en).front() == "One.");
    BOOST_TEST(page.wrong.size() == 1U);
    BOOST_TEST(page.wrong.front().form == "regels");
    BOOST_TEST(page.wrong.front().name.empty());
    BOOST_TEST(page.wrong.front().text == "als a\n\n## b\n");
    BOOST_TEST(page.right.size() == 2U);
    BOOST_TEST(page.right.front().name == "map/a.csv");
    BOOST_TEST(page.right.back().form == "console");
}

BOOST_AUTO_TEST_CASE(odd_text_is_no_trouble) {
    BOOST_TEST(read_page("").wrong.empty());
    BOOST_TEST(read_page("## Fout, wrong\n```").wrong.size() == 1U);
    BOOST_TEST(read_page("## Iets anders\ntekst\n```\n").meaning_nl.empty());
}

BOOST_AUTO_TEST_CASE(every_code_has_its_page_and_no_other_has) {
    BOOST_TEST(embedded_pages().size() == all_codes().size());
    for (const Code code : all_codes()) {
        BOOST_TEST_CONTEXT(entry(code).code) {
            const std::optional<Page> page = page_of(code);
            BOOST_REQUIRE(page.has_value());
            BOOST_TEST(!page->meaning_nl.empty());
            BOOST_TEST(!page->meaning_en.empty());
            BOOST_TEST(!page->wrong.empty());
            BOOST_TEST(!page->right.empty());
        }
    }
}

BOOST_AUTO_TEST_CASE(arguments_are_left_open) {
    BOOST_TEST(without_arguments("`{0}` is geen {1}") == "`…` is geen …");
    BOOST_TEST(without_arguments("{0}").empty());
    BOOST_TEST(without_arguments("schrijf `{`") == "schrijf `{`");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::pages
