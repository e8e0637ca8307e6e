// Packs as people write them, from text, over random records: the same law as for random rule sets.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "dsl/compile/compile.h"
#include "engine/program/lower.h"
#include "tests/differential/difference.h"
#include "tests/differential/random_case.h"
#include "tests/differential/random_cohort.h"
#include "tests/differential/random_rules.h"
#include "tests/support/packs.h"

namespace wegwijzer::test {

BOOST_AUTO_TEST_SUITE(written_packs)

namespace {

void require_equal(const model::RuleSet& rules, std::uint64_t seed, std::uint64_t cases) {
    for (std::uint64_t i = 0; i < cases; ++i) {
        Random random(seed + i);
        const Cohort cohort = random_cohort(random, rules.schema, {40, 12});
        const auto day = some_monday + static_cast<std::int32_t>(random.between(0, 120));
        const auto difference = find_difference(rules, cohort, Date::from_days(day));
        BOOST_REQUIRE_MESSAGE(!difference, "WEGWIJZER_SEED=" << seed + i << "\n" << difference.value_or(""));
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_measured_pack) {
    const Compilation compilation = compile({read_pack("tests/bench/vijftig.regels")});
    BOOST_REQUIRE(compilation.rules);
    const model::RuleSet& rules = *compilation.rules;
    require_equal(rules, 1, case_count(20));
    require_equal(rules, fresh_seed(), case_count(10));

    // What it promises to measure.
    BOOST_TEST(rules.signals.size() == 50u);
    BOOST_TEST(rules.concepts.size() == 5u);
    BOOST_TEST(std::ranges::count_if(rules.signals, [](const auto& signal) { return signal.levels.size() > 1; }) == 5);
    const program::Program program = program::lower(rules);
    std::set<std::uint32_t> periods;
    std::int64_t averages = 0;
    std::int64_t teaching_weeks = 0;
    for (const program::Instruction& one : program.instructions) {
        averages += one.opcode == program::Opcode::average ? 1 : 0;
        if (one.opcode == program::Opcode::window && one.operand_count != 0)
            periods.insert(program.operands_of(one)[0].value);
    }
    for (const std::uint32_t period : periods) {
        const program::Instruction& one = program.instructions[period];
        if (one.opcode != program::Opcode::period_last) continue;
        const Length length = program::unpack_length(program.instruction(program.operands_of(one)[0]).immediate);
        teaching_weeks += length.unit == LengthUnit::teaching_weeks ? 1 : 0;
    }
    BOOST_TEST(periods.size() >= 15u);
    BOOST_TEST(teaching_weeks == 3);
    BOOST_TEST(averages == 8);
}

// The series that exist without declaring, read as any other.
constexpr const char* follow_up_pack = R"(regelpakket opvolging
gegevens student
  nummer : sleutel
  startdatum : datum start
  motivatie : getal
reeks toets, toetsen
  datum : datum
  cijfer : cijfer
kalender jaar van 2026-08-31 t/m 2027-07-11
factor f
rol slber lijn eerste
interventie praten door slber
interventie oefenen door slber hooguit eens per grens
  pas na praten
parameter grens : duur = 3 weken
stel grens in op 5 weken voor motivatie < 3
begrip gesprekken = aantal opvolgingen met (interventie is praten en status is een van uitgevoerd, afgerond)
signaal a factor f ernst hoog als gesprekken < 1 ernst laag als minstens 2 opvolgingen met rol is slber in de laatste grens
signaal b factor f als laatste status van opvolgingen met interventie is praten is gepland
signaal c factor f als tijd sinds laatste opvolging met uitkomst is "taal" < 2 weken of gepland_later
begrip gepland_later = minstens 1 opvolging met (gepland_op > peildatum of gepland_op is onbekend)
signaal d factor f als aantal verschillende interventie van opvolgingen in dit studiejaar >= 2
kracht k factor f als hoogste gepland_op van opvolgingen > peildatum
beleid p
  als signaal a of minstens 1 toestemming met status is gegeven in de laatste 2 maanden
  tenzij laatste interventie van toestemmingen met status is niet gegeven is oefenen
  adviseer praten binnen grens
beleid q
  als aantal verschillende status van toestemmingen >= 2
  adviseer oefenen
)";

BOOST_AUTO_TEST_CASE(a_pack_that_reads_follow_up_and_consent) {
    const Compilation compilation = compile({{"p", {{"p.regels", follow_up_pack}}}});
    BOOST_REQUIRE(compilation.rules);
    require_equal(*compilation.rules, 1, case_count(20));
    require_equal(*compilation.rules, fresh_seed(), case_count(20));
}

BOOST_AUTO_TEST_CASE(the_packs_that_come_along) {
    std::size_t compiled = 0;
    for (const auto& entry : std::filesystem::directory_iterator("rules")) {
        if (!entry.is_directory()) continue;
        const Compilation compilation = compile(read_pack_in_use(entry.path()));
        if (!compilation.rules) continue;
        ++compiled;
        require_equal(*compilation.rules, fresh_seed(), case_count(20));
    }
    BOOST_TEST(compiled > 0u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
