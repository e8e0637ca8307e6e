#include "engine/diagnostics/did_you_mean.h"

#include <boost/test/unit_test.hpp>
#include <vector>

BOOST_AUTO_TEST_SUITE(did_you_mean)

namespace {

std::string meant(std::string_view written, const std::vector<std::string>& candidates) {
    return wegwijzer::did_you_mean(written, candidates).value_or("none");
}

}  // namespace

BOOST_AUTO_TEST_CASE(finds_other_case_first) {
    BOOST_TEST(meant("Presenties", {"presentiex", "presenties"}) == "presenties");
    BOOST_TEST(meant("COÖRDINATIE", {"coördinatie"}) == "coördinatie");
    BOOST_TEST(meant("Ec", {"EC"}) == "EC");
}

BOOST_AUTO_TEST_CASE(finds_few_letters) {
    BOOST_TEST(meant("presensies", {"gesprekken", "presenties", "toetsen"}) == "presenties");
    BOOST_TEST(meant("toesten", {"toetsen"}) == "toetsen");  // swapped neighbours are one letter
    BOOST_TEST(meant("coordinatie", {"coördinatie"}) == "coördinatie");
    BOOST_TEST(meant("motivati", {"motivering", "motivatie"}) == "motivatie");
}

BOOST_AUTO_TEST_CASE(no_more_than_a_third_of_the_letters) {
    BOOST_TEST(meant("abc", {"abd"}) == "abd");
    BOOST_TEST(meant("abc", {"ade"}) == "none");
    BOOST_TEST(meant("ab", {"ac"}) == "none");
    BOOST_TEST(meant("abcdef", {"abcdxy"}) == "abcdxy");
    BOOST_TEST(meant("abcdef", {"abcxyz"}) == "none");
    BOOST_TEST(meant("", {"a"}) == "none");
    BOOST_TEST(meant("x", {}) == "none");
}

BOOST_AUTO_TEST_CASE(finds_words_in_another_order) {
    BOOST_TEST(meant("presentie_lage", {"lage_presentie"}) == "lage_presentie");
    BOOST_TEST(meant("Presentie_lage_erg", {"erg_lage_presentie"}) == "erg_lage_presentie");
    BOOST_TEST(meant("presentie_hoge", {"lage_presentie"}) == "none");
}

BOOST_AUTO_TEST_CASE(takes_the_nearest_and_of_equals_the_first) {
    BOOST_TEST(meant("toetsem", {"toetse", "toetsen"}) == "toetse");
    BOOST_TEST(meant("presentie", {"presenties_x", "presenties"}) == "presenties");
    BOOST_TEST(meant("naam", {"naam", "namen"}) == "none");
}

BOOST_AUTO_TEST_CASE(long_names_take_no_time) {
    const std::string name(100'000, 'a');
    BOOST_TEST(meant(name, std::vector<std::string>(100, name + "b")) == "none");
}

BOOST_AUTO_TEST_SUITE_END()
