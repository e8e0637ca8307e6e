// Declarations: the tree of every clause there is, in Dutch and in English alike.
#include <boost/test/unit_test.hpp>

#include "dsl/format/format.h"
#include "dsl/parse/parse.h"
#include "tests/support/parsing.h"

using wegwijzer::Language;
using wegwijzer::test::parse_text;

BOOST_AUTO_TEST_SUITE(declarations)

namespace {

std::string tree(const std::string& text) {
    const auto parsed = parse_text(text);
    return parsed->diagnostics.all().empty() ? parsed->tree() : parsed->findings();
}

std::string formatted(const wegwijzer::test::Parsed& parsed, Language language) {
    return format(parsed.sources, parsed.file, language).value_or("");
}

// What the Dutch says in English words.
constexpr const char* every_clause_nl = R"(regelpakket p "Pak"
  versie 1.0.2
  taal nl
  geldig vanaf 2026-09-01 t/m 31 augustus 2027
  eigenaar "E"
  doel "D"
  rechtsgrond "R"
  crisisroute "C"
  bewaren 2 jaar
gebruik q
bron B1 "Bron"
gegevens student
  nr : sleutel
  nm : tekst naam vertrouwelijk
  mt : tekst mentor uit "Kolom"
  vo : keuze uit mbo, nooit "geen" oplopend met motivering
  st : datum start
  ge : getal van -1,5 t/m 5
  ec : getal in EC van 0 t/m 300
  uu : getal in uur
  he : geheel van 1 t/m 5 bijzonder
  ci : cijfer alleen toetsing
  pe : percentage als breuk
  du : duur
  wa : ja/nee
reeks toets, toetsen vertrouwelijk geldt laatste per vak
  datum : datum
  vak : tekst
kalender k
  van 2026-08-31 t/m 2027-07-11
  vakantie herfst 2026-10-19 t/m 2026-10-25
  vakantie dagje 2027-04-27
fase f1 "F" van dag 1 t/m dag 100
fase f2 vanaf dag 101
fase f3 van studieweek 1 t/m studieweek 6
fase f4 vóór de start
fase f5 van 2026-08-31 t/m 2026-11-13
cluster c "C"
factor fa "F" in c bron B1 "p. 3"
rol r1 "R" lijn eerste persoon mt
rol r2 lijn tweede deskundig in "X" capaciteit 12 per week
rol r3 lijn extern
rol r4 lijn organisatie
parameter pa "P" : percentage = 70%
  tussen 50% en 90%
  bron B1
  eigenaar "E"
stel pa in op 80% voor vo is mbo
  omdat "O"
  motivering "M"
  grondslag "G"
begrip be "B" = gemiddelde pe van toetsen met vak is bekend sinds 2026-09-01
signaal s "S"
  factor fa
  in fase f1, f2
  ernst hoog als be < 3
  ernst midden als be < 4
  ernst laag als be < 5
  tenzij wa
  sterkte 1,5
  uitleg "U {be} en \{x}"
  bron B1 "P"
  motivering "M"
  grondslag "G"
kracht kr
  factor fa
  als minstens 1 toets
kans ka
  als geen toets in dit studiejaar
interventie i "I"
  door r1
  via r2
  rechtstreeks
  met toestemming
  zonder toestemming
  duur 30 minuten
  vraag "V?"
  niet samen met j
  niet in fase f1, f2
  pas vanaf dag 30
  pas na j
  hooguit eens per 4 weken
  versterkt kr
  factor fa
beleid b "B"
  als signaal s en (kracht kr of niet kans ka)
  tenzij ernst van signaal s >= midden
  adviseer i, j door r1 binnen 5 werkdagen
  adviseer i uiterlijk peildatum
  prioriteit 2
  spoed
  gaat voor op c
aanpak a "A"
  doel hoogstens 2 signalen met ernst is een van laag, midden
  stap 1 i door r1 binnen 2 lesweken
  stap 2 i na 1 maand
  stap 3 i in studieweek 1 t/m 4
  bespreek elke 2 weken
  evalueer na 6 weken
tabel t "T" : geheel
  trefwijze eerste
  | ge   | vo         | be       || trap |
  | >= 4 | mbo, nooit | -        || 2    |
  | 3    | onbekend   | 1 t/m 2  || 1    |
  | -    | -          | -        || 0    |
voorbeeld "V"
  op 2026-11-02
  gegeven student
    vo mbo
    ge -1
  gegeven toetsen volledig t/m 2026-10-01
    | datum      | vak   |
    | 2026-09-28 | "a|b" |
    | 2026-09-29 |       |
  gegeven opvolgingen
    | datum      | interventie | status     |
    | 2026-09-28 | i           | uitgevoerd |
  gegeven toestemmingen geen
  stel pa in op 75%
  verwacht signaal s ernst hoog mogelijk hoger
  verwacht geen kracht kr
  verwacht kans ka niet van toepassing
  verwacht signaal onbepaald
  verwacht advies i in lijn eerste door r1 via r2 vanaf 2026-11-03 uiterlijk 2026-11-16 prioriteit 2 onderdrukt
  verwacht geen aanpak a
  verwacht begrip be = 50%
  verwacht parameter pa is onbekend
)";

constexpr const char* every_clause_en = R"(rulepack p "Pak"
  version 1.0.2
  language en
  valid from 2026-09-01 to 31 August 2027
  owner "E"
  purpose "D"
  legal ground "R"
  crisis route "C"
  retain 2 years
use q
source B1 "Bron"
data student
  nr : key
  nm : text name confidential
  mt : text mentor from "Kolom"
  vo : choice of mbo, nooit "geen" ascending with justification
  st : date start
  ge : number from -1.5 to 5
  ec : number in EC from 0 to 300
  uu : number in hours
  he : integer from 1 to 5 special
  ci : grade audit only
  pe : percentage as fraction
  du : duration
  wa : yes/no
series toets, toetsen confidential last counts per vak
  datum : date
  vak : text
calendar k
  from 2026-08-31 to 2027-07-11
  holiday herfst 2026-10-19 to 2026-10-25
  holiday dagje 2027-04-27
phase f1 "F" from day 1 to day 100
phase f2 from day 101
phase f3 from study week 1 to study week 6
phase f4 before the start
phase f5 from 2026-08-31 to 2026-11-13
cluster c "C"
factor fa "F" in c source B1 "p. 3"
role r1 "R" line first person mt
role r2 line second expert in "X" capacity 12 per week
role r3 line external
role r4 line organisation
parameter pa "P" : percentage = 70%
  between 50% and 90%
  source B1
  owner "E"
set pa to 80% for vo is mbo
  because "O"
  justification "M"
  legal basis "G"
concept be "B" = average pe of toetsen with vak is known since 2026-09-01
signal s "S"
  factor fa
  in phase f1, f2
  severity high if be < 3
  severity medium if be < 4
  severity low if be < 5
  unless wa
  weight 1.5
  explanation "U {be} en \{x}"
  source B1 "P"
  justification "M"
  legal basis "G"
strength kr
  factor fa
  if at least 1 toets
opportunity ka
  if no toets in this academic year
intervention i "I"
  by r1
  through r2
  directly
  with consent
  without consent
  duration 30 minutes
  question "V?"
  not together with j
  not in phase f1, f2
  not before day 30
  only after j
  at most once per 4 weeks
  reinforces kr
  factor fa
policy b "B"
  if signal s and (strength kr or not opportunity ka)
  unless severity of signal s >= medium
  advise i, j by r1 within 5 working days
  advise i due reference date
  priority 2
  urgent
  overrides c
plan a "A"
  goal at most 2 signals with severity is one of low, medium
  step 1 i by r1 within 2 teaching weeks
  step 2 i after 1 month
  step 3 i in study week 1 to 4
  review every 2 weeks
  evaluate after 6 weeks
table t "T" : integer
  hit first
  | ge   | vo         | be     || trap |
  | >= 4 | mbo, nooit | -      || 2    |
  | 3    | unknown    | 1 to 2 || 1    |
  | -    | -          | -      || 0    |
example "V"
  on 2026-11-02
  given student
    vo mbo
    ge -1
  given toetsen complete to 2026-10-01
    | datum      | vak   |
    | 2026-09-28 | "a|b" |
    | 2026-09-29 |       |
  given followups
    | date       | intervention | status |
    | 2026-09-28 | i            | done   |
  given consents none
  set pa to 75%
  expect signal s severity high possibly higher
  expect no strength kr
  expect opportunity ka not applicable
  expect signal undetermined
  expect advice i in line first by r1 through r2 from 2026-11-03 due 2026-11-16 priority 2 suppressed
  expect no plan a
  expect concept be = 50%
  expect parameter pa is unknown
)";

}  // namespace

BOOST_AUTO_TEST_CASE(reads_every_clause_in_both_languages) {
    BOOST_TEST(parse_text(every_clause_nl)->rendered() == "");
    BOOST_TEST(parse_text(every_clause_en)->rendered() == "");
}

// Printed in the other language, each is the other.
BOOST_AUTO_TEST_CASE(says_the_same_in_both_languages) {
    const auto dutch = parse_text(every_clause_nl);
    const auto english = parse_text(every_clause_en);
    BOOST_TEST(formatted(*dutch, Language::en) == formatted(*english, Language::en));
    BOOST_TEST(formatted(*english, Language::nl) == formatted(*dutch, Language::nl));
    // And reads back as what it was.
    BOOST_TEST(parse_text(formatted(*dutch, Language::en))->tree() == english->tree());
    BOOST_TEST(parse_text(formatted(*english, Language::nl))->tree() == dutch->tree());
}

BOOST_AUTO_TEST_CASE(takes_the_signs_of_either_spelling) {
    BOOST_TEST(tree("fase f voor de start\n") == tree("fase f vóór de start\n"));
    BOOST_TEST(tree("fase f vo\xCC\x81\xCC\x81r de start\n") != tree("fase f vóór de start\n"));
    BOOST_TEST(tree("fase f vo\xCC\x81o\xCC\x81r de start\n") == tree("fase f vóór de start\n"));
}

BOOST_AUTO_TEST_CASE(lets_clauses_share_a_line) {
    BOOST_TEST(tree("beleid b als signaal s adviseer i binnen 2 weken prioriteit 1 spoed\n") ==
               tree("beleid b\n  als signaal s\n  adviseer i\n    binnen 2 weken\n  prioriteit\n  1\n  spoed\n"));
}

// Rule 3: `in fase` that opens a line is the clause.
BOOST_AUTO_TEST_CASE(tells_the_clause_in_fase_from_the_period) {
    BOOST_TEST(tree("signaal s\n  als geen toets in fase f\n  tenzij a\n") ==
               "signal s\n  if\n    exists none\n      series toets\n        period phase f\n  unless\n    name a\n");
    BOOST_TEST(tree("signaal s\n  als geen toets\n  in fase f\n  tenzij a\n") ==
               "signal s\n  if\n    exists none\n      series toets\n  in_phase f\n  unless\n    name a\n");
}

BOOST_AUTO_TEST_CASE(leaves_clause_words_free_as_names) {
    BOOST_TEST(tree("signaal factor\n  factor ernst\n  als fase < uitleg en bron is tekst\n  bron bron \"x\"\n") ==
               "signal factor\n  factor ernst\n  if\n    and\n      compare <\n        name fase\n        name uitleg\n"
               "      compare = in_words\n        name bron\n        name tekst\n  source bron \"x\"\n");
    BOOST_TEST(
        tree("gegevens student\n  start : datum start\n  naam : tekst naam\n  duur : duur\n") ==
        "student_data\n  field start\n    type date\n    mark start\n  field naam\n    type text\n    mark name\n"
        "  field duur\n    type duration\n");
    BOOST_TEST(tree("voorbeeld \"x\"\n  gegeven student\n    fase propedeuse\n    op ja\n  op 2026-09-01\n") ==
               "example \"x\"\n  given student\n    fase\n      name propedeuse\n    op\n      yes\n  on\n    date "
               "2026-09-01\n");
    BOOST_TEST(tree("regelpakket versie versie 2\n") == "pack versie\n  version 2\n");
}

// English `no` is `nee` and `geen`: its place decides.
BOOST_AUTO_TEST_CASE(tells_no_from_no) {
    const std::string head = "rulepack p\n  language en\n";
    BOOST_TEST(
        tree(head + "policy b\n  if a is no\n  unless no\n  urgent\n  if no toets\n  unless not no\n") ==
        "pack p\n  language en\npolicy b\n  if\n    compare = in_words\n      name a\n      no\n  unless\n    no\n"
        "  urgent\n  if\n    exists none\n      series toets\n  unless\n    not\n      no\n");
}

BOOST_AUTO_TEST_CASE(fills_in_expressions_with_texts_of_their_own) {
    BOOST_TEST(tree("signaal s\n  uitleg \"A {aantal toetsen met (vak is \"w{\")} b\" \" c.\"\n") ==
               "signal s\n  explanation\n    text \"A \"\n    fill_in\n      count\n        series toetsen\n"
               "          filter_in_parentheses\n            compare = in_words\n              name vak\n"
               "              text \"w{\"\n    text \" b c.\"\n");
}

BOOST_AUTO_TEST_CASE(finds_the_language_in_the_head_of_the_pack) {
    using wegwijzer::find_language;
    BOOST_TEST((find_language("regelpakket p \"x\"\n  taal en\n") == Language::en));
    BOOST_TEST((find_language("\xEF\xBB\xBFrulepack p \"x\" version 1.0 language en\r\n") == Language::en));
    BOOST_TEST(
        (find_language("rulepack p\n  owner \"taal nl language nl\" # taal nl\n  language en\n") == Language::en));
    BOOST_TEST((find_language("bron x \"taal en\"\n  taal en\n") == Language::nl));
    BOOST_TEST((find_language("") == Language::nl));
}

BOOST_AUTO_TEST_SUITE_END()
