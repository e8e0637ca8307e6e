// A caseload hides nobody: everyone is in one group, the numbers add up, and who is not named is counted.
#include <array>
#include <boost/test/unit_test.hpp>
#include <numeric>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "api/run/evaluation.h"
#include "cli/render/caseload.h"
#include "dsl/compile/compile.h"
#include "engine/explain/caseload.h"
#include "engine/io/read.h"
#include "engine/program/lower.h"
#include "tests/support/random.h"

namespace wegwijzer::test {
BOOST_AUTO_TEST_SUITE(caseload)

namespace {

// Each group can come about, alone and together with others.
constexpr const char* pack = R"(regelpakket proef "Proef"
  versie 1.0
  eigenaar "E"
  doel "D"
  rechtsgrond "R"
  crisisroute "Bel 112."

gegevens student
  nr : sleutel
  begin : datum start
  a  : getal van 1 t/m 5
  b  : getal van 1 t/m 5
  c  : getal van 1 t/m 5
  d  : getal van 1 t/m 5 vertrouwelijk

reeks gesprek, gesprekken
  datum : datum

factor f "F"
rol slber "SLB'er" lijn eerste
rol decaan "Decaan" lijn tweede

signaal laag "Laag"
  factor f
  ernst hoog als a < 2
  ernst laag als a < 3

signaal los "Los"
  factor f
  als b < 2

signaal verborgen "Verborgen"
  factor f
  als d < 2

kracht sterk "Sterk"
  factor f
  als b > 4

kans ruimte "Ruimte"
  factor f
  als c > 4

interventie praten "Praten" door slber
interventie later "Later" door slber
interventie decaan_erbij "De decaan erbij"
  door decaan
  via slber
  met toestemming

aanpak steun "Steun"
  doel a > 1
  stap 1 praten binnen 1 week

beleid p1
  als signaal laag
  tenzij minstens 1 gesprek in de laatste 2 weken
  adviseer praten binnen 5 werkdagen

beleid p2
  als c < 2
  adviseer later

beleid p3
  als signaal verborgen
  adviseer decaan_erbij binnen 3 weken
  gaat voor op p1

beleid p4
  als c = 3
  adviseer steun

beleid p5
  als a = 1 en c = 1
  adviseer decaan_erbij
  spoed
)";

std::string any_student(Random& random, std::size_t number) {
    std::string text = "{\"nr\":\"K" + std::to_string(100 + number) + "\"";
    for (const char* field : {"a", "b", "c", "d"}) {
        if (random.one_in(8)) continue;
        text += std::string(",\"") + field + "\":" + std::to_string(random.between(1, 5));
    }
    if (!random.one_in(6)) {
        text += ",\"gesprekken\":[";
        if (random.one_in(2)) text += R"({"datum":"2026-10-28"})";
        text += "]";
    }
    return text + "}\n";
}

struct Told {
    explain::Visible<explain::Caseload> caseload;
    std::string table;
    std::string plain;
};

Told tell(const model::RuleSet& rules, const Cohort& cohort, const explain::Reader& reader) {
    const Date date = *parse_iso_date("2026-11-02");
    const explain::Redactor redactor(rules, reader);
    explain::CaseloadMaker maker(redactor, cohort, date, Language::nl);
    std::vector<std::size_t> rows(cohort.students);
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    run::evaluate_students(rules, program::lower(rules), cohort, rows, date, 1, [&](const run::Evaluated& student) {
        maker.add(redactor.redact(cohort, student.row, date, student.outcome, student.advice));
    });
    explain::Visible<explain::Caseload> caseload = maker.make();
    cli::CaseloadFrame frame;
    std::string table = cli::render_caseload(rules, caseload, frame);
    frame.plain = true;
    std::string plain = cli::render_caseload(rules, caseload, frame);
    return {std::move(caseload), std::move(table), std::move(plain)};
}

// "12 studenten: 3 met advies, 1 …": the first number and the sum of the others.
std::pair<std::size_t, std::size_t> counts_in(const std::string& text) {
    const std::size_t colon = text.rfind(": ", text.find("met advies"));
    const std::size_t begin = text.rfind('\n', colon) + 1;
    std::istringstream all(text.substr(begin, text.find("Adviezen zijn", colon) - begin));
    std::pair<std::size_t, std::size_t> counts{0, 0};
    bool is_first = true;
    for (std::string word; all >> word;) {
        if (word.find_first_not_of("0123456789") != std::string::npos) continue;
        (is_first ? counts.first : counts.second) += std::stoul(word);
        is_first = false;
    }
    return counts;
}

}  // namespace

BOOST_AUTO_TEST_CASE(everyone_is_named_or_counted) {
    const Compilation compilation = compile({{"p.regels", {{"p.regels", pack}}}});
    BOOST_TEST_REQUIRE(compilation.rules != nullptr);
    const model::RuleSet& rules = *compilation.rules;
    std::set<std::size_t> groups_seen;
    for (std::uint64_t seed = 1; seed <= rounds(200); ++seed) {
        Random random(seed);
        // No more than can be named in one sentence: who is cut off there is told by number.
        const auto students = static_cast<std::size_t>(random.between(0, 12));
        std::string data;
        for (std::size_t i = 0; i < students; ++i) data += any_student(random, i);
        const io::ReadResult read = io::read_json(rules.schema, {"d.jsonl", data});
        BOOST_TEST_REQUIRE(read.cohort.students == students);
        for (const explain::Reader& reader : {explain::Reader::nobody(), explain::Reader::mentor()}) {
            const Told told = tell(rules, read.cohort, reader);
            BOOST_TEST_CONTEXT("seed " << seed << "\n" << data << told.table) {
                const explain::Caseload& made = *told.caseload;
                BOOST_TEST(made.students.size() == students);
                BOOST_TEST(std::accumulate(made.counts.begin(), made.counts.end(), std::size_t{0}) == students);
                for (const explain::CaseloadStudent& student : made.students) {
                    groups_seen.insert(static_cast<std::size_t>(student.group));
                    BOOST_TEST(student.reasons.size() == student.report.recommendations.size());
                }
                for (const std::string* text : {&told.table, &told.plain}) {
                    const auto [all, sum] = counts_in(*text);
                    BOOST_TEST(all == students);
                    std::size_t unnamed = 0;
                    for (std::size_t i = 0; i < students; ++i) {
                        if (text->find("K" + std::to_string(100 + i)) == std::string::npos) ++unnamed;
                    }
                    BOOST_TEST(unnamed <= made.count(explain::CaseloadGroup::nothing));
                    BOOST_TEST(sum == students);
                }
            }
        }
    }
    BOOST_TEST(groups_seen.size() == explain::caseload_groups);
}

// In a group students stand in the order of their first recommendation, then by key.
BOOST_AUTO_TEST_CASE(the_order_is_that_of_the_policy) {
    const Compilation compilation = compile({{"p.regels", {{"p.regels", pack}}}});
    BOOST_TEST_REQUIRE(compilation.rules != nullptr);
    const model::RuleSet& rules = *compilation.rules;
    for (std::uint64_t seed = 1; seed <= rounds(50); ++seed) {
        Random random(seed);
        std::string data;
        for (std::size_t i = 0; i < 30; ++i) data += any_student(random, i);
        const io::ReadResult read = io::read_json(rules.schema, {"d.jsonl", data});
        const Told told = tell(rules, read.cohort, explain::Reader::mentor());
        const std::vector<explain::CaseloadStudent>& students = told.caseload->students;
        for (std::size_t i = 1; i < students.size(); ++i) {
            const explain::CaseloadStudent& before = students[i - 1];
            const explain::CaseloadStudent& after = students[i];
            BOOST_TEST((before.group <= after.group));
            if (before.group != after.group || before.report.recommendations.empty()) continue;
            BOOST_TEST(!advise::comes_before(rules, after.report.recommendations.front().advice,
                                             before.report.recommendations.front().advice));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
