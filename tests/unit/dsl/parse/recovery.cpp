// One mistake, one finding; and what stands beside a mistake is read.
#include <boost/test/unit_test.hpp>

#include "tests/support/parsing.h"

using wegwijzer::test::parse_text;

BOOST_AUTO_TEST_SUITE(recovery)

namespace {

std::string findings(const std::string& text) { return parse_text(text)->findings(); }
std::string tree(const std::string& text) { return parse_text(text)->tree(); }

}  // namespace

BOOST_AUTO_TEST_CASE(two_mistakes_in_two_clauses_are_two_findings) {
    const std::string text = "signaal s\n  factor 3\n  als a <\n  uitleg \"U\"\n  tenzij b b\n  motivering \"M\"\n";
    BOOST_TEST(findings(text) ==
               "2:10 F010 `3` past hier niet\n3:9 F018 bij `<` mist een waarde\n5:12 F010 `b` past hier niet\n");
    BOOST_TEST(tree(text) ==
               "(incomplete)\nsignal s\n  explanation\n    text \"U\"\n  unless\n    name b\n  motivation \"M\"\n");
}

BOOST_AUTO_TEST_CASE(a_broken_declaration_does_not_swallow_the_next) {
    BOOST_TEST(findings("begrip = 3\nbegrip y = (3\nbegrip z = 4\n") ==
               "1:1 F018 bij `begrip` mist een naam\n2:13 F018 bij `3` mist `)`\n");
    const auto parsed = parse_text("begrip = 3\nbegrip y = (3\nbegrip z = 4\n");
    BOOST_TEST(parsed->file.declarations.size() == 3u);
    BOOST_TEST(parsed->file.declarations[0].incomplete);
    BOOST_TEST(!parsed->file.declarations[2].incomplete);
}

// A slip is read as what was meant.
BOOST_AUTO_TEST_CASE(reads_on_after_a_slip) {
    const std::string right =
        "signaal s\n  factor f\n  ernst hoog als minstens 2 toetsen met c < 5,5 en a is een van b, c\n";
    for (const auto& [wrong, finding] : std::vector<std::pair<std::string, std::string>>{
             {"signaal s\n  factor f\n  esnst hoog als minstens 2 toetsen met c < 5,5 en a is een van b, c\n",
              "3:3 F011 onbekend woord `esnst`\n"},
             {"signaal s\n  factor f\n  ernst hoog Als minstens 2 toetsen met c < 5,5 en a is een van b, c\n",
              "3:14 F013 woorden van de taal hebben kleine letters\n"},
             {"signaal s\n  factor f\n  ernst hoog minstens 2 toetsen met c < 5,5 en a is een van b, c\n",
              "3:9 F018 bij `hoog` mist `als`\n"},
             {"signaal s\n  factor f\n  severity hoog als minstens 2 toetsen met c < 5,5 en a is een van b, c\n",
              "3:3 F029 `severity` is een woord van de andere taal\n"},
             {"signaal s\n  factor f\n  ernst hoog als minimaal 2 toetsen met c < 5,5 en a is een van b, c\n",
              "3:18 F010 `minimaal` past hier niet\n"},
             {"signaal s\n  factor f\n  ernst hoog als minstens 2 toetsen met c < 5.5 && a is een van b, c\n",
              "3:45 F003 in het Nederlands heeft een getal een komma\n3:49 F012 het teken `&&` schrijft u anders\n"},
             {"signaal s\n  factor f\n  ernst hoog als minstens 2 toetsen met c < 5,5 EN a is een van b, c\n",
              "3:49 F013 woorden van de taal hebben kleine letters\n"},
             {"signaal s\n  factor f\n  ernst ernst hoog als minstens 2 toetsen met c < 5,5 en a is een van b, c\n",
              "3:9 F010 `ernst` past hier niet\n"},
             {"signaal s\nfactor_f\n  factor f\n",
              "2:1 F018 bij `factor_f` mist een woord zoals `signaal`, `kracht`, `kans`, `interventie`\n"},
         }) {
        BOOST_TEST_INFO(wrong);
        BOOST_TEST(findings(wrong) == finding);
        if (finding.find("2:1 F018") != std::string::npos) continue;
        std::string read = tree(wrong);
        if (read.starts_with("(incomplete)\n")) read.erase(0, 13);
        BOOST_TEST(read == tree(right));
    }
}

BOOST_AUTO_TEST_CASE(reads_a_misspelt_declaration_as_what_was_meant) {
    BOOST_TEST(findings("beleidd b\n  als signaal s\n") == "1:1 F017 `beleidd` opent geen declaratie\n");
    BOOST_TEST(tree("beleidd b\n  als signaal s\n") == "(incomplete)\npolicy b\n  if\n    signal s\n");
    BOOST_TEST(tree("Tabel t : geheel\n  trefwijze uniek\n  | a || r |\n  | - || 1 |\n")
                   .starts_with("(incomplete)\ntable t unique"));
}

BOOST_AUTO_TEST_CASE(keeps_lines_in_the_first_column_with_the_declaration_above) {
    const std::string text = "signaal s\n  factor f\nals a < 3\nbegrip x = alle van:\n- a\n- b\n";
    BOOST_TEST(findings(text) ==
               "3:1 F016 deze regel begint in de eerste kolom, maar opent geen declaratie\n"
               "5:1 F016 deze regel begint in de eerste kolom, maar opent geen declaratie\n"
               "6:1 F016 deze regel begint in de eerste kolom, maar opent geen declaratie\n");
    BOOST_TEST(tree(text) ==
               "signal s\n  factor f\n  if\n    compare <\n      name a\n      number 3\n"
               "concept x\n  bullets all\n    item\n      name a\n    item\n      name b\n");
}

BOOST_AUTO_TEST_CASE(passes_over_one_bullet_row_or_field) {
    BOOST_TEST(tree("begrip x = alle van:\n  - a <\n  - b\n  - e\n") == "(incomplete)\nconcept x\n");
    BOOST_TEST(findings("begrip x = alle van:\n  - a <\n  - b\n  - c d\n  - e\n") ==
               "2:7 F018 bij `<` mist een waarde\n4:5 F018 bij `c` mist `is`, `en` of `of`\n");
    BOOST_TEST(findings("gegevens student\n  a : sleutel\n  b : tekts\n  c datum\n  d : datum start\n") ==
               "3:7 F011 onbekend woord `tekts`\n4:3 F018 bij `c` mist `:`\n");
    BOOST_TEST(
        findings("voorbeeld \"v\"\n  op 2026-09-01\n  gegeven toetsen\n    | a | b |\n    | 1 | 2\n    | 3 | 4 |\n") ==
        "5:11 F018 bij `2` mist `|`\n");
}

BOOST_AUTO_TEST_CASE(takes_one_value_on_the_line_of_gegeven_student) {
    BOOST_TEST(findings("voorbeeld \"v\"\n  gegeven student a 3\n    b 4\n") == "");
    BOOST_TEST(findings("voorbeeld \"v\"\n  gegeven student\n    a 3 b 4\n") == "3:9 F010 `b 4` past hier niet\n");
}

BOOST_AUTO_TEST_CASE(one_message_for_a_file_that_is_no_text) {
    const std::string binary("begrip x = 3\n\0\x01\x02\0", 17);
    BOOST_TEST(findings(binary) == "2:1 F001 dit bestand kan niet als tekst gelezen worden: er staan nulbytes in\n");
    BOOST_TEST(findings("bron x \"co\xEBrdinatie\"\nbron y \"\xEB\"\n") ==
               "1:11 F001 dit bestand kan niet als tekst gelezen worden: deze tekens zijn geen UTF-8\n");
    BOOST_TEST(findings("\xFF\xFE"
                        "b") == "1:1 F001 dit bestand kan niet als tekst gelezen worden: het is UTF-16\n");
}

BOOST_AUTO_TEST_CASE(one_message_for_a_file_in_the_other_language) {
    BOOST_TEST(findings("signal s\n  factor f\n  if a < 3.5\nconcept c = 4\n") ==
               "1:1 F029 `signal` is een woord van de andere taal\n");
    BOOST_TEST(tree("signal s\n  if a\n") == "signal s\n  if\n    name a\n");
}

// What follows from a text that isn't closed is not a second mistake.
BOOST_AUTO_TEST_CASE(keeps_silent_about_what_follows) {
    BOOST_TEST(
        findings("signaal s\n  als aantal toetsen met (vak is \"wiskunde en cijfer < 5) > 3\n  uitleg \"U\"\n") ==
        "2:34 F008 deze tekst is niet gesloten\n");
    // The word that opens the declaration is gone.
    BOOST_TEST(findings("rol r lijn eerste\n student\n  a : sleutel\n  b : tekst\n") ==
               "2:2 F010 `student` past hier niet\n");
}

BOOST_AUTO_TEST_CASE(holds_on_deep_and_long_texts) {
    BOOST_TEST(findings("begrip x = " + std::string(20'000, '(') + "a" + std::string(20'000, ')') + "\n") ==
               "1:113 F023 dit zit te diep in elkaar\n");
    std::string nots;
    for (int i = 0; i < 20'000; ++i) nots += "niet ";
    BOOST_TEST(findings("begrip x = " + nots + "a\n").find("F023") != std::string::npos);
    std::string sums = "begrip x = a";
    for (int i = 0; i < 20'000; ++i) sums += " + a";
    BOOST_TEST(findings(sums + "\n").find("F023") != std::string::npos);
    std::string many;
    for (int i = 0; i < 1'200'000; ++i) many += "a ";
    BOOST_TEST(findings("begrip x = " + many + "\n") == "1:1 F005 `begrip` is te groot\n");
    // A hundred inside each other are fine.
    BOOST_TEST(findings("begrip x = " + std::string(95, '(') + "a" + std::string(95, ')') + "\n") == "");
}

BOOST_AUTO_TEST_SUITE_END()
