// Sentences that say more than the data do.
#include "tests/unit/dsl/editor/ways_out/trying.h"

namespace wegwijzer::editor {

using testing::Mistake;
using testing::with_signal;

BOOST_AUTO_TEST_SUITE(ways_out_guarded_texts)

std::string with_explanation(const std::string& text) {
    return with_signal("motivatie < 3") + "  uitleg " + text + "\n";
}

BOOST_AUTO_TEST_CASE(a_prediction_goes_and_the_rest_stays) {
    const Mistake mistake(
        Code::F302, with_explanation("\"De motivatie is {motivatie}. De student zal waarschijnlijk uitvallen.\""));
    BOOST_TEST(mistake.gives("haal `De student zal", "uitleg \"De motivatie is {motivatie}.\"\n"));
    BOOST_TEST(mistake.gives("schrijf `…` in plaats van", "uitleg \"De motivatie is {motivatie}. …\"\n"));
}

BOOST_AUTO_TEST_CASE(a_prediction_in_front_takes_its_blank_along) {
    const Mistake mistake(Code::F302,
                          with_explanation("\"De student gaat uitvallen. De motivatie is bijv. een {motivatie}.\""));
    BOOST_TEST(mistake.gives("haal `De student gaat", "uitleg \"De motivatie is bijv. een {motivatie}.\"\n"));
}

BOOST_AUTO_TEST_CASE(a_prediction_by_itself_is_for_the_author_to_write_anew) {
    const Mistake mistake(Code::F302, with_explanation("\"De student gaat uitvallen.\""));
    BOOST_TEST(!mistake.offers("haal"));
    BOOST_TEST(mistake.gives("schrijf `…`", "uitleg \"…\"\n"));
}

BOOST_AUTO_TEST_CASE(a_cause_is_said_by_whoever_says_it) {
    const Mistake mistake(Code::F303, with_explanation("\"De motivatie is {motivatie}. Dat komt \"\n"
                                                       "         \"doordat de student werkt.\""));
    BOOST_TEST(mistake.gives("schrijf `De student geeft zelf aan dat …",
                             "\"De motivatie is {motivatie}. De student geeft zelf aan dat ….\"\n         \"\"\n"));
    BOOST_TEST(mistake.gives("schrijf `… valt samen met …", "{motivatie}. … valt samen met ….\"\n"));
}

BOOST_AUTO_TEST_CASE(a_label_is_for_the_author_to_say_otherwise) {
    const Mistake mistake(Code::F301, "signaal s \"Luie student\"\n  factor inzet\n  als motivatie < 3\n");
    BOOST_TEST(mistake.gives("schrijf `…` in plaats van `Luie student`", "signaal s \"…\"\n"));
}

BOOST_AUTO_TEST_CASE(what_excludes_becomes_the_talk_that_the_message_gives_as_its_example) {
    const Mistake mistake(Code::F300,
                          "interventie uitschrijven \"Student uitschrijven\"\n  door slber\n\n"
                          "beleid b\n  als motivatie < 3\n  adviseer uitschrijven\n");
    const std::string way = "schrijf `gesprek_studiekeuze";
    BOOST_TEST(mistake.gives(way, "interventie gesprek_studiekeuze \"Gesprek over de studiekeuze\"\n  door slber"));
    BOOST_TEST(mistake.gives(way, "adviseer gesprek_studiekeuze\n"));
}

BOOST_AUTO_TEST_CASE(such_a_talk_gets_a_title_where_there_was_none) {
    const Mistake mistake(Code::F300, "interventie uitschrijven\n  door slber\n");
    BOOST_TEST(mistake.gives("schrijf `gesprek_studiekeuze",
                             "interventie gesprek_studiekeuze \"Gesprek over de studiekeuze\"\n  door slber"));
}

BOOST_AUTO_TEST_CASE(the_name_of_a_beleid_is_the_authors) {
    const Mistake mistake(Code::F300,
                          "interventie gesprek\n  door slber\n\n"
                          "beleid uitschrijven\n  als motivatie < 3\n  adviseer gesprek\n");
    BOOST_TEST(mistake.titles() == std::vector<std::string>{"sta F300 hier toe, met een reden"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::editor
