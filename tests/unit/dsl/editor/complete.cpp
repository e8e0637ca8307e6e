#include "dsl/editor/complete.h"

#include <boost/test/unit_test.hpp>

#include "tests/unit/dsl/editor/editing.h"

namespace wegwijzer::editor {

BOOST_AUTO_TEST_SUITE(completion)

namespace {

// What is proposed behind `typed`, with commas between; words and names apart.
std::string proposed(const std::string& typed, Proposal::Kind kind) {
    const testing::AtCursor cursor(testing::head + typed + "^");
    const Names names = cursor.names();
    const Proposals proposals = complete(cursor.text, cursor.offset, names, Language::nl, Language::nl,
                                         [] { return std::vector<std::string>{"landelijk"}; });
    std::string list;
    for (const Proposal& item : proposals.items) {
        if (item.kind == kind) list += (list.empty() ? "" : ", ") + item.label;
    }
    return list;
}

constexpr auto name = Proposal::Kind::name;
constexpr auto value = Proposal::Kind::value;
constexpr auto word = Proposal::Kind::word;

}  // namespace

BOOST_AUTO_TEST_CASE(names_that_are_right_there_and_no_others) {
    BOOST_TEST(proposed("signaal x\n  als ", name) == "nummer, niveau, start, grens");
    BOOST_TEST(proposed("signaal x\n  factor ", name) == "inzet");
    BOOST_TEST(proposed("signaal x\n  als minstens 1 gesprek met ", name) == "datum, soort");
    BOOST_TEST(proposed("stel ", name) == "grens");
    BOOST_TEST(proposed("gebruik ", name) == "landelijk");
    BOOST_TEST(proposed("beleid b\n  adviseer ", name).empty());
}

BOOST_AUTO_TEST_CASE(values_of_what_stands_before) {
    BOOST_TEST(proposed("signaal x\n  als niveau is een van mbo, ", value) == "mbo, havo");
    BOOST_TEST(proposed("signaal x\n  als minstens 1 gesprek met (soort is ", value) == "slb, docent");
    BOOST_TEST(proposed("begrip laatste_soort = laatste soort van gesprekken\nsignaal x\n  als laatste_soort is ",
                        value) == "slb, docent");
    BOOST_TEST(proposed("beleid b\n  als minstens 1 signaal met ernst >= ", value) == "laag, midden, hoog");
}

BOOST_AUTO_TEST_CASE(words_that_are_right_there) {
    BOOST_TEST(proposed("rol r lijn ", word) == "eerste, tweede, extern, organisatie");
    BOOST_TEST(proposed("beleid b\n  gaat voor ", word) == "op");
    BOOST_TEST(proposed("signaal x\n  ernst ", word) == "laag, midden, hoog");
    BOOST_TEST(proposed("kans k\n  ", word).find("ernst") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(nothing_in_a_comment_or_a_text) {
    for (const char* typed : {"# ", "signaal x \"", "signaal x\n  uitleg \"Was {grens} en "})
        BOOST_TEST((proposed(typed, word) + proposed(typed, name)).empty(), typed);
    BOOST_TEST(proposed("signaal x\n  uitleg \"Was {", name).find("grens") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::editor
