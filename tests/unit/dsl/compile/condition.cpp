// A condition by itself against compiled packs: what it may read, where what is wrong is said, and that every id still means
// the same.
#include "dsl/compile/condition.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "engine/model/print_model.h"
#include "tests/support/random.h"
#include "tests/support/random_pack.h"

namespace wegwijzer::test {
BOOST_AUTO_TEST_SUITE(loose_condition)

namespace {

constexpr const char* text = R"(regelpakket proef "Proef"
  versie 1.0
  eigenaar "E"
  doel "D"
  rechtsgrond "R"

gegevens student
  nr        : sleutel
  start     : datum start
  motivatie : getal van 1 t/m 5
  opleiding : tekst
  niveau    : keuze uit laag, midden, hoog oplopend

reeks toets, toetsen
  datum  : datum
  cijfer : cijfer

factor f "F"

parameter grens : getal = 3
parameter gemiddelde_grens : cijfer = 5,5
begrip jong = motivatie < grens
begrip gemiddeld = gemiddelde cijfer van toetsen
tabel punten : geheel
  trefwijze eerste
  | motivatie || punten |
  | < 3       || 2      |
  | -         || 0      |

signaal s "S"
  factor f
  als jong
)";

Compilation compiled() {
    Compilation compilation = compile({{"p.regels", {{"p.regels", text}}}});
    BOOST_TEST_REQUIRE(compilation.rules != nullptr);
    return compilation;
}

std::string first_code(const CompiledCondition& condition) {
    if (condition.diagnostics.all().empty()) return "";
    return std::string(entry(condition.diagnostics.all().front().code).code);
}

}  // namespace

BOOST_AUTO_TEST_CASE(reads_fields_and_what_reads_nothing_else) {
    const Compilation packs = compiled();
    for (const char* condition :
         {"motivatie < 3", "motivatie < grens", "jong of opleiding is \"ICT\"", "niveau >= midden", "punten = 2",
          "start < peildatum - 10 weken", "motivatie is onbekend", "niet (motivatie is tussen 2 en 3)",
          "niveau is een van laag, hoog", "(als jong dan motivatie anders 5) = 5", "student.motivatie = 2"}) {
        const CompiledCondition read = compile_condition(packs, "--where", condition);
        BOOST_TEST_CONTEXT(condition << " " << first_code(read)) {
            BOOST_TEST_REQUIRE(read.rules != nullptr);
            BOOST_TEST((read.rules->expr(read.condition).type.kind == model::ValueKind::boolean));
        }
    }
}

BOOST_AUTO_TEST_CASE(says_what_is_wrong_at_its_place) {
    const Compilation packs = compiled();
    struct Wrong {
        const char* condition;
        const char* code;
        std::uint32_t begin;
    };
    for (const Wrong& wrong : {Wrong{"motivatie < ", "F018", 10}, Wrong{"motivatie", "F069", 0},
                               Wrong{"niveau = hoog en motvatie < 3", "F030", 17}, Wrong{"geen toets", "F112", 0},
                               Wrong{"jong en gemiddeld < 5,5", "F112", 8}, Wrong{"signaal s", "F112", 0},
                               Wrong{"niveau is hooog", "F031", 10}, Wrong{"motivatie < 3 en jong of jong", "F021", 14},
                               Wrong{"", "F018", 0}, Wrong{"   ", "F018", 0}}) {
        const CompiledCondition read = compile_condition(packs, "--where", wrong.condition);
        BOOST_TEST_CONTEXT(wrong.condition) {
            BOOST_TEST((read.rules == nullptr));
            BOOST_TEST_REQUIRE(!read.diagnostics.all().empty());
            BOOST_TEST(first_code(read) == wrong.code);
            BOOST_TEST(read.diagnostics.all().front().span.begin == wrong.begin);
            BOOST_TEST((read.diagnostics.all().front().span.source == read.source));
        }
    }
}

BOOST_AUTO_TEST_CASE(every_id_means_the_same) {
    const Compilation packs = compiled();
    const CompiledCondition read = compile_condition(packs, "--where", "jong of motivatie = 5");
    BOOST_TEST_REQUIRE(read.rules != nullptr);
    BOOST_TEST(read.rules->exprs.size() > packs.rules->exprs.size());
    for (std::size_t i = 0; i < packs.rules->exprs.size(); ++i) {
        BOOST_TEST((read.rules->exprs[i].origin == packs.rules->exprs[i].origin));
        BOOST_TEST(read.rules->exprs[i].node.index() == packs.rules->exprs[i].node.index());
    }
    BOOST_TEST(model::print_model(*read.rules) == model::print_model(*packs.rules));
}

BOOST_AUTO_TEST_CASE(never_throws) {
    const Compilation packs = compiled();
    for (std::uint64_t seed = 1; seed <= rounds(150); ++seed) {
        Random random(seed);
        std::string condition = random_condition(random, 3);
        const std::uint64_t changes = random.below(4);
        for (std::uint64_t i = 0; i < changes && !condition.empty(); ++i) {
            const std::size_t at = random.below(condition.size());
            if (random.one_in(2)) {
                condition.erase(at, random.below(4));
            } else {
                condition.insert(at, 1, static_cast<char>(random.below(256)));
            }
        }
        BOOST_TEST_CONTEXT("seed " << seed << " " << condition) {
            const CompiledCondition read = compile_condition(packs, "--where", condition);
            BOOST_TEST(((read.rules != nullptr) || read.diagnostics.has_errors()));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
