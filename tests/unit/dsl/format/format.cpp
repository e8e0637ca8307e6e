#include "dsl/format/format.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/parsing.h"

using wegwijzer::Language;
using wegwijzer::test::parse_text;

BOOST_AUTO_TEST_SUITE(formatting)

namespace {

std::string formatted(const std::string& text, Language language = Language::nl) {
    const auto parsed = parse_text(text);
    BOOST_TEST(parsed->rendered() == "");
    wegwijzer::Scope scope;
    scope.add(parsed->file);
    return format(parsed->sources, parsed->file, language, scope).value_or("");
}

}  // namespace

BOOST_AUTO_TEST_CASE(leaves_the_example_of_the_reference_as_it_is) {
    const std::string text = wegwijzer::test::reference_pack();
    BOOST_TEST(formatted(text) == text);
}

BOOST_AUTO_TEST_CASE(lays_out_clauses_in_columns) {
    BOOST_TEST(formatted("beleid b \"B\" als   signaal s tenzij a\n adviseer i,\n   j gaat voor op c prioriteit 2\n") ==
               "beleid b \"B\"\n  als      signaal s\n  tenzij   a\n  adviseer i, j\n  gaat voor op c\n  "
               "prioriteit 2\n");
    BOOST_TEST(formatted("signaal s\n ernst hoog als a<3\n ernst midden als a < 4,50\n") ==
               "signaal s\n  ernst hoog   als a < 3\n  ernst midden als a < 4,50\n");
    BOOST_TEST(formatted("signaal s factor f als a uitleg \"x\" motivering \"y\"\n") ==
               "signaal s\n  factor  f\n  als     a\n  uitleg  \"x\"\n  motivering \"y\"\n");
    BOOST_TEST(formatted("stel a in op 3 voor b is 3 omdat \"x\"\n") == "stel a in op 3 voor b is 3\n  omdat \"x\"\n");
    BOOST_TEST(
        formatted("stel a in op 3 omdat \"x\" # een\n  # twee\n voor b is 3 # drie\n motivering \"m\"\n") ==
        "stel a in op 3\n  omdat      \"x\"  # een\n  # twee\n  voor       b is 3  # drie\n  motivering \"m\"\n");
    BOOST_TEST(formatted("parameter p : geheel = 3\n tussen 1 en 4 eigenaar \"E\"\n") ==
               "parameter p : geheel = 3\n  tussen   1 en 4\n  eigenaar \"E\"\n");
}

BOOST_AUTO_TEST_CASE(lays_out_fields_and_tables_in_columns) {
    BOOST_TEST(formatted("gegevens student\n nr:sleutel\n v : keuze uit a,  b   met motivering\n w:datum start\n") ==
               "gegevens student\n  nr : sleutel\n  v  : keuze uit a, b   met motivering\n"
               "  w  : datum            start\n");
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
               "begrip x = alle van:\n  - " + part + " en\n    " + part + "\n  - -a < 3\n");
    BOOST_TEST(formatted("signaal s als " + part + " of " + part + " of geen toets in fase f\n") ==
               "signaal s\n  als     " + part + " of\n          " + part + " of geen toets in fase f\n");
}

BOOST_AUTO_TEST_CASE(breaks_long_choices_before_each_else) {
    const std::string part = "als gemiddelde aandeel van presenties in de laatste 3 lesweken < 70% dan";
    BOOST_TEST(formatted("begrip x = " + part + " 2 anders " + part + " 1 anders 0\n") ==
               "begrip x =\n  " + part + " 2\n    anders " + part + " 1\n    anders 0\n");
    BOOST_TEST(formatted("begrip x = als a dan 2\n anders als b dan 1\n anders 0\n") ==
               "begrip x = als a dan 2 anders als b dan 1 anders 0\n");
    // A comment stays with the line it stood on.
    BOOST_TEST(formatted("begrip x = " + part + " 2  # twee\n anders " + part + " 1 anders 0\n") ==
               "begrip x =\n  " + part + " 2  # twee\n    anders " + part + " 1\n    anders 0\n");
}

BOOST_AUTO_TEST_CASE(puts_rows_that_stand_together_in_columns) {
    BOOST_TEST(formatted("bron a \"A\"\nbron bb \"B\"\n\n\n\nbron c \"C\"\nrol r lijn eerste\n") ==
               "bron a  \"A\"\nbron bb \"B\"\n\n\nbron c \"C\"\nrol r lijn eerste\n");
    BOOST_TEST(formatted("cluster c\nfactor f bron b in c\nfactor g in c bron b\n") ==
               "cluster c\nfactor  f         bron b   in c\nfactor  g  in c   bron b\n");
}

BOOST_AUTO_TEST_CASE(keeps_texts_as_they_are) {
    const std::string text =
        "signaal s\n  uitleg  \"a \\\" \\{ \\\\ {x} \\n\"\n          \"tweede\" \"derde\"\n  bron    b "
        "\"pl\xC3\xA9k\"\n";
    BOOST_TEST(formatted(text) == text);
    BOOST_TEST(formatted("signaal s uitleg \"{ x  <3 } en {a}\"\n    \"y\"\n") ==
               "signaal s\n  uitleg  \"{x < 3} en {a}\"\n          \"y\"\n");
    // Control characters of the author's own are no marks of the layout.
    const std::string controls = "bron b \"\x1b\x1c\x1d\x1e\x1f\"\n";
    BOOST_TEST(formatted(controls) == controls);
}

BOOST_AUTO_TEST_CASE(keeps_comments_where_they_were) {
    BOOST_TEST(formatted("# boven\n\n# kop\nsignaal s # a\n      # b\n als alle van: # c\n   # d\n   - x # e\n   # f\n"
                         " uitleg \"u\"# g\n  # h\n# onder\n") ==
               "# boven\n\n# kop\nsignaal s  # a\n  # b\n  als alle van:  # c\n    # d\n    - x  # e\n    # f\n"
               "  uitleg  \"u\"  # g\n  # h\n# onder\n");
    // Where its line is no longer one, above it.
    BOOST_TEST(formatted("beleid b\n adviseer i, # een\n   j # twee\n") ==
               "beleid b\n  # een\n  adviseer i, j  # twee\n");
    // A condition breaks where a comment was.
    BOOST_TEST(formatted("beleid b\n als a en # een\n c en d # twee\n") ==
               "beleid b\n  als      a en  # een\n           c en d  # twee\n");
    BOOST_TEST(formatted("tabel t : geheel\n trefwijze eerste\n # rij\n | a || r # kop\n # twee\n | - || 1\n") ==
               "tabel t : geheel\n  trefwijze eerste\n  # rij\n  | a || r |  # kop\n  # twee\n  | - || 1 |\n");
    BOOST_TEST(formatted("# alleen dit\n") == "# alleen dit\n");
}

BOOST_AUTO_TEST_CASE(keeps_empty_lines) {
    BOOST_TEST(formatted("\n\nbegrip a = 1\n\n\n\n\nbegrip b = 2\nsignaal s\n\n\n als a\n\n") ==
               "begrip a = 1\n\n\nbegrip b = 2\n\nsignaal s\n\n  als     a\n");
    // Declarations with clauses stand apart.
    BOOST_TEST(formatted("begrip a = 1\nbegrip b = 2\nsignaal s\n als a\n # bij s\n# kop\n# t\nsignaal t als b\n") ==
               "begrip a = 1\nbegrip b = 2\n\nsignaal s\n  als     a\n  # bij s\n\n# kop\n# t\nsignaal t\n"
               "  als     b\n");
}

BOOST_AUTO_TEST_CASE(keeps_line_ends_and_byte_order_mark) {
    BOOST_TEST(formatted("\xEF\xBB\xBFsignaal s # c\r\n als a\n") == "\xEF\xBB\xBFsignaal s  # c\r\n  als     a\r\n");
    BOOST_TEST(formatted("begrip a = 1") == "begrip a = 1\n");
    BOOST_TEST(formatted("") == "");
}

BOOST_AUTO_TEST_CASE(says_the_language) {
    const std::string silent = "regelpakket p\n  versie    1.0\n";
    const std::string english = "rulepack p language en\n  version   1.0\n";
    BOOST_TEST(formatted(silent, Language::en) == english);
    BOOST_TEST(formatted(english, Language::en) == english);
    BOOST_TEST(formatted(english) == silent);
    const std::string explicit_one = "regelpakket p\n  taal      nl\n";
    BOOST_TEST(formatted("regelpakket p taal nl\n") == explicit_one);
    BOOST_TEST(formatted(explicit_one, Language::en) == "rulepack p\n  language  en\n");
    BOOST_TEST(formatted("rulepack p\n  language  en\n") == explicit_one);
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
    BOOST_TEST(formatted("begrip x = als a dan hoog anders laag <= ernst van signaal s\n", Language::en) ==
               "concept x = if a then high else low <= severity of signal s\n");
    // Identifiers of the packs are the author's own, whatever they are called.
    BOOST_TEST(formatted("begrip x = minstens 1 opvolging met interventie is datum\n", Language::en) ==
               "concept x = at least 1 followup with intervention is datum\n");
}

BOOST_AUTO_TEST_CASE(translates_values_through_the_name_of_a_concept) {
    BOOST_TEST(formatted("begrip x = laatste status van opvolgingen\nbegrip y = x is een van gepland, gegeven\n"
                         "tabel t : keuze uit gepland\n  trefwijze eerste\n  | x       || r       |\n"
                         "  | gepland || gepland |\nvoorbeeld \"v\"\n  verwacht begrip x = gepland\n",
                         Language::en) ==
               "concept x = last status of followups\nconcept y = x is one of planned, given\n\n"
               "table t : choice of gepland\n  hit first\n  | x       || r       |\n"
               "  | planned || gepland |\n\nexample \"v\"\n  expect concept x = planned\n");
}

BOOST_AUTO_TEST_CASE(translates_cells_by_their_field) {
    BOOST_TEST(formatted("reeks toets, toetsen\n  datum : datum\n  vak   : tekst\n  c     : cijfer\n  h     : ja/nee\n"
                         "  p     : percentage\nvoorbeeld \"v\"\n  gegeven toetsen\n    | vak | c   | h  | p       |\n"
                         "    | 4,5 | 4,5 | ja | 40,5 %  |\n    | ja  | 4.5 | yes | \"3,5%\" |\n",
                         Language::en)
                   .ends_with("    | vak | c   | h   | p      |\n    | 4,5 | 4.5 | yes | 40.5 % |\n"
                              "    | ja  | 4,5 | ja  | \"3.5%\" |\n"));
    BOOST_TEST(formatted("voorbeeld \"v\"\n  gegeven opvolgingen\n    | datum | interventie | status |\n"
                         "    | 2026-09-01 | datum | gepland |\n    | 2026-09-01 | x | done |\n",
                         Language::en) ==
               "example \"v\"\n  given followups\n    | date       | intervention | status     |\n"
               "    | 2026-09-01 | datum        | planned    |\n    | 2026-09-01 | x            | uitgevoerd |\n");
}

BOOST_AUTO_TEST_SUITE_END()
