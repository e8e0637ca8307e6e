#include "dsl/format/format.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/parsing.h"

using wegwijzer::Language;
using wegwijzer::test::parse_text;

namespace {

std::string formatted(const std::string& text, Language language = Language::nl) {
    const auto parsed = parse_text(text);
    BOOST_TEST(parsed->rendered() == "");
    return format(parsed->file, language);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(formatting)

BOOST_AUTO_TEST_CASE(lays_out_clauses_in_columns) {
    BOOST_TEST(formatted("beleid b \"B\" als   signaal s tenzij a\n adviseer i,\n   j gaat voor op c prioriteit 2\n") ==
               "beleid b \"B\"\n  als        signaal s\n  tenzij     a\n  adviseer   i, j\n  gaat voor op c\n  "
               "prioriteit 2\n");
    BOOST_TEST(formatted("signaal s\n ernst hoog als a<3\n ernst midden als a < 4,50\n") ==
               "signaal s\n  ernst hoog   als a < 3\n  ernst midden als a < 4,50\n");
}

BOOST_AUTO_TEST_CASE(lays_out_fields_and_tables_in_columns) {
    BOOST_TEST(formatted("gegevens student\n nr:sleutel\n vooropleiding : keuze uit a,  b   met motivering\n") ==
               "gegevens student\n  nr            : sleutel\n  vooropleiding : keuze uit a, b   met motivering\n");
    BOOST_TEST(formatted("tabel t : geheel trefwijze uniek\n |é|| r\n |>= 4|| 1\n |-|| 10|\n") ==
               "tabel t : geheel\n  trefwijze uniek\n  | é    || r  |\n  | >= 4 || 1  |\n  | -    || 10 |\n");
}

BOOST_AUTO_TEST_CASE(writes_what_has_two_spellings_in_one) {
    BOOST_TEST(formatted("begrip x = a is niet bekend en b > 70 % en c > 3 week en d > 1 dagen\n") ==
               "begrip x = a is onbekend en b > 70% en c > 3 weken en d > 1 dag\n");
    BOOST_TEST(formatted("fase f voor de start\n") == "fase f vóór de start\n");
}

BOOST_AUTO_TEST_CASE(breaks_long_conditions_behind_a_connective) {
    const std::string part = "gemiddelde aandeel van presenties in de laatste 3 lesweken < 70%";
    BOOST_TEST(formatted("begrip x = alle van:\n - " + part + " en " + part + "\n - -a < 3\n") ==
               "begrip x = alle van:\n    - " + part + " en\n      " + part + "\n    - -a < 3\n");
    BOOST_TEST(formatted("signaal s als " + part + " of " + part + " of geen toets in fase f\n") ==
               "signaal s\n  als " + part + " of\n    " + part + " of geen toets in fase f\n");
}

BOOST_AUTO_TEST_CASE(keeps_lines_of_a_kind_together) {
    BOOST_TEST(
        formatted("bron a \"A\"\nbron b \"B\"\nrol r lijn eerste\nbegrip x = alle van:\n  - a\nbegrip y = 3\n") ==
        "bron a \"A\"\nbron b \"B\"\n\nrol r   lijn eerste\n\nbegrip x = alle van:\n    - a\n\nbegrip y = 3\n");
}

// Built-in series, fields and values are words; the author's names are not.
BOOST_AUTO_TEST_CASE(translates_built_in_names_only_in_their_place) {
    BOOST_TEST(formatted("begrip x = minstens 1 opvolging met (status is uitgevoerd en interventie is status)\n",
                         Language::en) ==
               "concept x = at least 1 followup with (status is done and intervention is status)\n");
    BOOST_TEST(formatted("begrip x = minstens 1 toets met (status is uitgevoerd en datum is hoog)\n", Language::en) ==
               "concept x = at least 1 toets with (status is uitgevoerd and datum is hoog)\n");
    BOOST_TEST(formatted("begrip x = laatste datum van opvolgingen met status is een van gepland, uitgevoerd\n",
                         Language::en) == "concept x = last date of followups with status is one of planned, done\n");
    BOOST_TEST(formatted("begrip x = ernst van signaal hoog is hoog of hoog < midden\n", Language::en) ==
               "concept x = severity of signal hoog is high or hoog < midden\n");
}

BOOST_AUTO_TEST_SUITE_END()
