// A condition in another place: as a begrip that two rules read, or in the beleid that reads the signal.
#include "tests/unit/dsl/editor/ways_out/trying.h"

namespace wegwijzer::editor {

using testing::Mistake;
using testing::with_signal;

BOOST_AUTO_TEST_SUITE(ways_out_conditions)

BOOST_AUTO_TEST_CASE(a_condition_that_two_rules_share_gets_a_name) {
    const Mistake mistake(Code::F083, with_signal("motivatie < 3") + "begrip zorg = signaal s of werkt\n");
    BOOST_TEST(mistake.gives("schrijf `motivatie < 3`", "begrip zorg = motivatie < 3 of werkt\n"));
    const std::string shared = mistake.after("voeg toe:  begrip voorwaarde_s");
    BOOST_TEST(shared.find("begrip voorwaarde_s = motivatie < 3\n\nsignaal s\n") != std::string::npos);
    BOOST_TEST(shared.find("als voorwaarde_s\n") != std::string::npos);
    BOOST_TEST(shared.find("begrip zorg = voorwaarde_s of werkt\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_signal_that_reads_itself_gets_a_condition_from_its_author) {
    const Mistake mistake(Code::F083, with_signal("signaal s"));
    BOOST_TEST(mistake.gives("haal `signaal s` weg", "  als …\n"));
    BOOST_TEST(!mistake.offers("voeg toe"));
}

constexpr const char* advice = R"(
interventie gesprek
  door slber

beleid b
  als      signaal s
  adviseer gesprek
)";

BOOST_AUTO_TEST_CASE(consent_is_asked_in_the_policy_that_reads_the_signal) {
    const Mistake mistake(Code::F170, with_signal("werkt en minstens 1 toestemming") + advice);
    const std::string text = mistake.after("zet `minstens 1 toestemming` in beleid `b`");
    BOOST_TEST(text.find("  als werkt\n") != std::string::npos);
    BOOST_TEST(text.find("als      signaal s en minstens 1 toestemming\n") != std::string::npos);
    BOOST_TEST(mistake.gives("haal `minstens 1 toestemming` weg", "  als werkt\n"));
}

BOOST_AUTO_TEST_CASE(consent_that_was_all_leaves_the_condition_open) {
    const Mistake mistake(Code::F170, with_signal("minstens 1 toestemming"));
    BOOST_TEST(mistake.gives("haal `minstens 1 toestemming` weg", "  als …\n"));
}

BOOST_AUTO_TEST_CASE(a_signal_that_reads_signals_may_be_a_beleid) {
    const Mistake mistake(
        Code::F083, with_signal("motivatie < 3") + "signaal t \"Zorgen\"\n  factor inzet\n  als signaal s en werkt\n");
    BOOST_TEST(
        mistake.gives("maak van `t` een `beleid`", "beleid t \"Zorgen\"\n  als signaal s en werkt\n  adviseer …\n"));
}

BOOST_AUTO_TEST_CASE(a_signal_of_which_something_would_be_lost_is_made_no_beleid) {
    const Mistake mistake(Code::F083, with_signal("motivatie < 3") +
                                          "signaal t\n  factor inzet\n  als signaal s\n  uitleg \"Zorgen.\"\n");
    BOOST_TEST(!mistake.offers("maak van `t`"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::editor
