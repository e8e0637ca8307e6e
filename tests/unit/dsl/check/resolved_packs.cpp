// Declarations after the check: ids in order of declaration, levels from high to low, percentages as ratios.
#include <boost/test/unit_test.hpp>
#include <string>

#include "engine/model/outcome.h"
#include "engine/model/print_model.h"
#include "engine/model/provenance.h"
#include "tests/support/pack_text.h"

using namespace wegwijzer;
using namespace wegwijzer::testing;

BOOST_AUTO_TEST_SUITE(check_resolved_packs)

namespace {

const std::string head = R"(regelpakket proef "Proef"
  versie 1.2
  geldig vanaf 2026-09-01
  eigenaar "E" doel "D" rechtsgrond "R" bewaren 2 jaar crisisroute "112"

gegevens student
  nummer : sleutel
  begin : datum start
)";

std::string model_of(const std::string& body) {
    const Compilation compilation = compile_text(head + body);
    if (compilation.rules == nullptr) return shown(compilation);
    const std::string text = model::print_model(*compilation.rules);
    const std::string known =
        "pack proef \"Proef\"\n  version \"1.2\"\n  language nl\n  valid 2026-09-01..\n  owner \"E\"\n  purpose \"D\"\n"
        "  legal_ground \"R\"\n  retention 2 years\n  crisis_route \"112\"\nstudent\n  nummer : key\n  begin : date\n";
    BOOST_TEST(text.substr(0, known.size()) == known);
    return text.substr(known.size());
}

}  // namespace

BOOST_AUTO_TEST_CASE(fields_and_series) {
    BOOST_TEST(model_of(R"(  naam : tekst naam vertrouwelijk
  wie : tekst mentor
  k : keuze uit a "HE A", b oplopend uit "Kolom"
  f : percentage als breuk bijzonder
  g : getal in EC van -1,5 t/m 300
reeks x, xen vertrouwelijk met motivering geldt laatste per v
  v : geheel
  d1 : datum
  d2 : datum
)") == R"(  naam : text confidential
  wie : text
  k : choice a "HE A", b ordered from "Kolom"
  f : percentage as_fraction special
  g : number in EC -1.5..300
  - key nummer
  - start begin
  - mentor wie
  - name naam
series x, xen confidential needs_motivation by d1 last_counts_per v
  v : integer
  d1 : date
  d2 : date
)");
}

BOOST_AUTO_TEST_CASE(calendars_phases_and_roles) {
    BOOST_TEST(model_of(R"(  wie : tekst
kalender j van 2026-08-31 t/m 2027-07-09
  vakantie herfst 2026-10-19 t/m 2026-10-25
  vakantie koningsdag 2027-04-27
fase a van dag 1 t/m dag 100
fase b vanaf dag 101
fase c voor de start
fase d van studieweek 2 t/m studieweek 6
fase e "Vast" van 2026-09-01 t/m 2026-12-31
bron B "Bron"
cluster k "Cluster"
factor f in k bron B "p. 3"
rol r "Rol" lijn organisatie persoon wie deskundig in "x" deskundig in "y" capaciteit 10 per week
)") == R"(  wie : text
  - key nummer
  - start begin
calendar j 2026-08-31..2027-07-09
  holiday herfst 2026-10-19..2026-10-25
  holiday koningsdag 2027-04-27..2027-04-27
phase a
  days 1..100
phase b
  from_day 101
phase c
  before_start
phase d
  study_weeks 2..6
phase e "Vast"
  2026-09-01..2026-12-31
source B "Bron"
cluster k "Cluster"
factor f
  in k
  source B "p. 3"
role r "Rol"
  line organisation
  person student.wie
  expert_in "x"
  expert_in "y"
  capacity 10
)");
}

BOOST_AUTO_TEST_CASE(parameters_and_their_lines) {
    BOOST_TEST(model_of(R"(  werkt : ja/nee
parameter p : percentage = 70% tussen 50% en 90,5% eigenaar "O"
parameter d : duur tussen 2 weken en 8 weken
parameter g : geheel van 1 t/m 5 = 3 tussen 0 en 4
parameter k : keuze uit a, b = b
parameter c : cijfer = 5,5
stel d in op 4 weken omdat "zo"
stel p in op 80% voor werkt omdat "beroepseis" motivering "m"
stel p in op 75% voor niet werkt
)") == R"(  werkt : yes/no
  - key nummer
  - start begin
parameter p
  percentage = 0.7
  between 0.5..0.905
  set 0.8 when student.werkt because "beroepseis"
  motivation "m"
  set 0.75 when (not student.werkt)
  owner "O"
parameter d
  duration = open
  between 2 weeks..8 weeks
  set 4 weeks because "zo"
parameter g
  number = 3
  between 1..4
parameter k
  choice(a, b) = 'b
parameter c
  grade = 5.5
  between 1..10
)");
}

BOOST_AUTO_TEST_CASE(signals_interventions_and_policies) {
    BOOST_TEST(model_of(R"(  werkt : ja/nee
  m : getal
bron B "Bron"
factor f
fase a van dag 1 t/m dag 100
rol r lijn eerste
rol t lijn tweede
signaal s "Signaal"
  ernst laag als m < 3
  ernst hoog als m < 1
  factor f
  in fase a
  tenzij werkt
  sterkte 1,5
  uitleg "Nu {m}, grens {3}."
  bron B "p. 1"
kans k factor f als werkt
interventie i "I" door r niet samen met j niet samen met j vraag "Wat?" vraag "Wie?" duur 30 minuten factor f
interventie j door t via r met toestemming niet in fase a pas vanaf dag 30 versterkt i
interventie l door t rechtstreeks zonder toestemming motivering "m" grondslag "g" bron B
beleid p "P"
  als signaal s
  tenzij kans k
  adviseer i, j binnen 2 weken
  adviseer l door r uiterlijk peildatum
  prioriteit 1
  bron B
beleid q spoed als werkt adviseer i gaat voor op p
)") == R"(  werkt : yes/no
  m : number
  - key nummer
  - start begin
phase a
  days 1..100
source B "Bron"
factor f
role r
  line first
role t
  line second
signal s "Signaal"
  factor f
  phase a
  high when (< student.m 1)
  low when (< student.m 3)
  unless student.werkt
  weight 1.5
  explanation "Nu " {student.m} ", grens " {3} "."
  source B "p. 1"
opportunity k
  factor f
  medium when student.werkt
intervention i "I"
  by r
  duration 30 minutes
  question "Wat?"
  question "Wie?"
  not_together j
  factor f
intervention j
  by t
  through r
  with_consent
  not_together i
  not_in_phase a
  not_before_day 30
  reinforces i
intervention l
  by t
  directly
  without_consent
  source B
  motivation "m"
  legal_basis "g"
policy p "P"
  when active.s
  unless active.k
  advise i by r within 2 weeks
  advise j by t within 2 weeks
  advise l by r due reference_date
  priority 1
  source B
policy q
  when student.werkt
  advise i by r
  priority 3
  urgent
  overrides p
)");
}

BOOST_AUTO_TEST_CASE(what_stands_behind_a_rule) {
    const Compilation compilation = compile_body(
        "begrip binnen = aantal toetsen met (cijfer < 5 en student.motivatie < 3) in fase begin\n"
        "stel grens in op 80% voor werkt\n"
        "signaal s\n  factor kennis\n  als binnen > 2\n  uitleg \"{grens}\"\n"
        "beleid p\n  als signaal s en ec > 3 EC\n  adviseer gesprek_slb uiterlijk startdatum\n");
    BOOST_TEST(findings_text(compilation).empty());
    BOOST_REQUIRE(compilation.rules != nullptr);
    const model::RuleSet& rules = *compilation.rules;
    const auto names = [&](const model::FieldUses& uses) {
        std::string text;
        for (const model::FieldUse& use : uses) {
            text += use.student_field ? rules.schema->field(use.student_field).name
                                      : rules.schema->series_of(use.series).plural + '.' +
                                            rules.schema->series_of(use.series).fields[use.series_field.index()].name;
            text += ' ';
        }
        return text;
    };
    const model::Provenance provenance = model::find_provenance(rules);
    BOOST_TEST(names(provenance.concepts.back()) == "startdatum motivatie toetsen.datum toetsen.cijfer ");
    BOOST_TEST(names(provenance.parameters.front()) == "werkt ");
    BOOST_TEST(names(provenance.signals.front()) == "startdatum motivatie werkt toetsen.datum toetsen.cijfer ");
    BOOST_TEST(names(provenance.policies.front()) == "startdatum ec ");
    BOOST_TEST(provenance.policy_signals.front().size() == 1u);
    BOOST_TEST(names(model::fields_behind(rules, rules.policies.front().condition)) == "ec ");
}

BOOST_AUTO_TEST_CASE(missing_things_stand_in_order_of_declaration) {
    using model::Missing;
    const Missing field{FieldId{3}, {}, {}};
    const Missing series{{}, SeriesId{0}, {}};
    const Missing series_field{{}, SeriesId{0}, SeriesFieldId{0}};
    const Missing next_series{{}, SeriesId{1}, {}};
    BOOST_TEST((field < series && series < series_field && series_field < next_series));
    BOOST_TEST(!(series < field));
}

BOOST_AUTO_TEST_SUITE_END()
