// Words as a reader sees them, and patterns of words.
#include "dsl/review/wording.h"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace wegwijzer::review;

BOOST_AUTO_TEST_SUITE(review_wording)

namespace {

std::string joined(const std::vector<TextWord>& words) {
    std::string result;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) result += words[i].sentence != words[i - 1].sentence ? " | " : " ";
        result += words[i].text.empty() ? "{}" : words[i].text;
    }
    return result;
}
std::vector<TextWord> text(std::string_view written) { return words_of_text({{written, 0, true}}); }
bool fits(std::string_view pattern, std::string_view written) { return Pattern(pattern).occurs_in(text(written)); }
bool fits_name(std::string_view pattern, std::string_view name) {
    return Pattern(pattern).occurs_in(words_of_name(name, 0));
}
// Is what `pattern` finds in `written` denied?
bool denied(std::string_view pattern, std::string_view written) {
    const auto words = text(written);
    for (std::size_t first = 0; first < words.size(); ++first) {
        if (const std::size_t length = Pattern(pattern).length_at(words, first)) return is_denied(words, first, length);
    }
    BOOST_ERROR("it doesn't fit");
    return false;
}

}  // namespace

BOOST_AUTO_TEST_CASE(names_fall_apart) {
    BOOST_TEST(joined(words_of_name("negatief_toelatingsadvies", 0)) == "negatief toelatingsadvies");
    BOOST_TEST(joined(words_of_name("negatiefAdvies2", 0)) == "negatief advies2");
    BOOST_TEST(joined(words_of_name("IQ_score", 0)) == "iq score");
    BOOST_TEST(joined(words_of_name("\"Land van geboorte\"", 0)) == "land van geboorte");
    const auto words = words_of_name("a_coördinatie", 10);
    BOOST_TEST(words[1].text == "coördinatie");
    BOOST_TEST(words[1].begin == 12u);
    BOOST_TEST(words[1].end == 12u + 12u);
}

BOOST_AUTO_TEST_CASE(texts_fall_apart_in_sentences_and_leave_values_out) {
    BOOST_TEST(joined(text("\"Een zin. Nog één; en\\nmeer, {als a is \"}\" dan b} dus\"")) ==
               "een zin | nog één | en meer {} dus");
    BOOST_TEST(joined(words_of_text({{"\"Dat komt \"", 0, false}, {"\"doordat\"", 40, false}})) == "dat komt doordat");
    BOOST_TEST(joined(words_of_text({{"\"Klaar.\"", 0, false}, {"\"Niets\"", 40, false}})) == "klaar | niets");
}

BOOST_AUTO_TEST_CASE(patterns_take_whole_words) {
    BOOST_TEST(fits("straf", "als Straf voor"));
    BOOST_TEST(!fits("straf", "straffe koffie"));
    BOOST_TEST(!fits("dom", "een domein"));
    BOOST_TEST(fits("ongemotiveerd*", "ongemotiveerde student"));
    BOOST_TEST(fits("negatief* .. *advies", "een negatief bindend studieadvies"));
    BOOST_TEST(fits("negatief* .. *advies", "negatief advies"));
    BOOST_TEST(!fits("negatief* .. *advies", "negatief is hier een woord te ver van advies"));
    BOOST_TEST(!fits("negatief* .. *advies", "Het saldo is negatief. Advies volgt"));
    BOOST_TEST(!fits("komt doordat", "komt {x} doordat"));
    BOOST_TEST(fits_name("negatief* .. *advies", "negatief_toelatingsadvies"));
    BOOST_TEST(fits_name("*ras*", "grasland"));
    BOOST_TEST(fits_name("=geloof", "geloof"));
    BOOST_TEST(!fits_name("=geloof", "geloof_in_kunnen"));
    BOOST_TEST(!fits_name("=geloof", "het_geloof"));
}

BOOST_AUTO_TEST_CASE(a_denial_counts_in_its_own_clause) {
    BOOST_TEST(denied("veroorzaakt", "dat betekent niet dat het een het ander veroorzaakt"));
    BOOST_TEST(denied("zal .. uitvallen", "de student zal niet uitvallen"));
    BOOST_TEST(!denied("veroorzaakt", "de student komt niet, dat veroorzaakt achterstand"));
    BOOST_TEST(!denied("veroorzaakt", "de student komt niet. Dat veroorzaakt achterstand"));
    BOOST_TEST(!denied("veroorzaakt", "werk veroorzaakt achterstand, niet de reistijd"));
}

BOOST_AUTO_TEST_SUITE_END()
