#include "dsl/editor/rename.h"

#include <boost/test/unit_test.hpp>

#include "tests/unit/dsl/editor/editing.h"

namespace wegwijzer::editor {

BOOST_AUTO_TEST_SUITE(renaming)

namespace {

constexpr const char* rules = R"(
signaal x
  factor inzet
  als minstens 1 gesprek met soort is slb en niveau is mbo

voorbeeld "v"
  op 2026-11-02
  gegeven gesprekken
    | datum      | soort |
    | 2026-10-01 | slb   |
  verwacht geen signaal x
)";

// The pack with the name at the mark changed; or the refusal, in Dutch.
std::string renamed(std::string marked, const std::string& name) {
    const testing::AtCursor cursor(marked);
    const Names names = cursor.names();
    const NameUse* use = names.at(cursor.file().source, cursor.offset);
    BOOST_REQUIRE(use != nullptr);
    const Renaming renaming = rename(cursor.compilation, names, use->thing, name);
    if (!renaming.refusal.empty()) return renaming.refusal.nl;
    std::string text = cursor.text;
    for (auto edit = renaming.edits.rbegin(); edit != renaming.edits.rend(); ++edit)
        text.replace(edit->begin, edit->end - edit->begin, edit->text);
    return text;
}

std::string pack_with_mark(const std::string& before, const std::string& after) {
    std::string text = std::string(testing::head) + rules;
    const std::size_t at = text.find(before + after);
    return text.insert(at + before.size(), "^");
}

bool has(const std::string& text, const std::string& piece) { return text.find(piece) != std::string::npos; }

}  // namespace

BOOST_AUTO_TEST_CASE(a_field_keeps_its_column) {
    const std::string text = renamed(pack_with_mark("so", "ort : keuze"), "met_wie");
    BOOST_TEST(has(text, "met_wie : keuze uit slb, docent uit \"soort\""));
    BOOST_TEST(has(text, "met met_wie is slb"));
    BOOST_TEST(has(text, "| datum      | met_wie |"));
    BOOST_TEST(!has(text, "| soort"));
}

BOOST_AUTO_TEST_CASE(a_value_keeps_its_spelling_in_the_data) {
    const std::string text = renamed(pack_with_mark("soort is s", "lb"), "coach");
    BOOST_TEST(has(text, "keuze uit coach \"slb\", docent"));
    BOOST_TEST(has(text, "| 2026-10-01 | coach   |"));
}

BOOST_AUTO_TEST_CASE(other_things_of_that_name_stay) {
    const std::string text = renamed(pack_with_mark("factor in", "zet\n  als"), "werk");
    BOOST_TEST(has(text, "factor werk\n"));
    BOOST_TEST(has(text, "  factor werk\n"));
    BOOST_TEST(!has(text, "inzet"));
}

BOOST_AUTO_TEST_CASE(refusals) {
    const std::string marked = pack_with_mark("signaal ", "x\n");
    BOOST_TEST(has(renamed(marked, "een twee"), "geen naam"));
    BOOST_TEST(has(renamed(marked, "\xff"), "geen naam"));
    BOOST_TEST(has(renamed(marked, "kracht"), "woord van de taal"));
    BOOST_TEST(has(renamed(pack_with_mark("parameter gr", "ens"), "niveau"), "al gebruikt"));
    BOOST_TEST(has(renamed(marked + "signaal y ernst\n", "z"), "kan niet gelezen worden"));
}

// Beside `soort is`, the value `slb` comes first; a parameter of that name would be read as it.
BOOST_AUTO_TEST_CASE(a_name_that_would_be_read_as_another_is_refused) {
    const std::string text =
        std::string(testing::head) +
        "parameter wie : keuze uit slb, docent = slb\nparameter gr^oep : keuze uit slb, docent = slb\n"
        "signaal x\n  factor inzet\n  als wie is groep\n";
    BOOST_TEST(has(renamed(text, "docent"), "iets anders betekenen"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::editor
