#include "engine/execute/discernment.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "dsl/compile/compile.h"
#include "engine/program/lower.h"

namespace wegwijzer::execute {
BOOST_AUTO_TEST_SUITE(discernment)

namespace {

const Date day = *parse_iso_date("2026-11-02");

struct Test {
    std::string subject;
    int grade = 0;
    Date date = day;
};

// By test: the first one that the rule can't tell from it.
std::vector<std::size_t> alike(const std::string& condition, const std::vector<Test>& tests,
                               const std::string& marks = "") {
    const Compilation compiled = compile({{"proef", {{"proef.regels", R"(regelpakket proef "Proef"
  versie 1.0
  eigenaar "Dienst Studentzaken"
  doel "Begeleiding aanbieden"
  rechtsgrond "AVG art. 6 lid 1 onder e"

gegevens student
  nr         : sleutel
  startdatum : datum start

reeks toets, toetsen)" + marks + R"(
  datum  : datum
  vak    : tekst
  cijfer : cijfer

factor inzet
begrip gemiddeld = gemiddelde cijfer van toetsen

signaal s
  factor inzet
  als )" + condition + "\n"}}}});
    BOOST_REQUIRE(compiled.rules);
    const std::shared_ptr<const Schema>& schema = compiled.rules->schema;
    const SeriesId series = schema->find_series("toetsen");
    CohortBuilder build(schema);
    for (std::size_t i = 0; i < tests.size(); ++i) {
        build.add_student("S" + std::to_string(i));
        build.add_event(series, static_cast<std::uint32_t>(i));
        build.set(series, SeriesFieldId(0), tests[i].date);
        build.set_text(series, SeriesFieldId(1), tests[i].subject);
        build.set(series, SeriesFieldId(2), Decimal::from_integer(tests[i].grade));
    }
    const Cohort cohort = std::move(build).finish();
    const program::Program program = program::lower_signal(*compiled.rules, model::SignalId(0));
    return Discernment(program, series).first_alike(cohort, day);
}

using Firsts = std::vector<std::size_t>;

BOOST_AUTO_TEST_CASE(on_the_same_side_of_a_filter_they_are_alike) {
    const std::vector<Test> tests = {{"wiskunde", 3}, {"taal", 5}, {"wiskunde", 6}, {"taal", 9}};
    BOOST_TEST(alike("minstens 2 toetsen met cijfer < 5,5", tests) == (Firsts{0, 0, 2, 2}));
    BOOST_TEST(alike("minstens 2 toetsen", tests) == (Firsts{0, 0, 0, 0}));
    BOOST_TEST(alike("minstens 2 toetsen met (cijfer < 5,5 en vak is \"taal\")", tests) == (Firsts{0, 1, 0, 0}));
}

BOOST_AUTO_TEST_CASE(of_another_day_they_are_not) {
    const std::vector<Test> tests = {{"taal", 3}, {"taal", 3, *parse_iso_date("2026-10-05")}, {"taal", 3}};
    BOOST_TEST(alike("minstens 2 toetsen in de laatste 2 weken", tests) == (Firsts{0, 1, 0}));
}

BOOST_AUTO_TEST_CASE(a_value_that_is_calculated_with_counts_where_the_event_passes) {
    const std::vector<Test> tests = {{"wiskunde", 3}, {"wiskunde", 4}, {"taal", 3}, {"taal", 9}, {"wiskunde", 3}};
    BOOST_TEST(alike("gemiddelde cijfer van toetsen met vak is \"wiskunde\" < 5,5", tests) == (Firsts{0, 1, 2, 2, 0}));
    BOOST_TEST(alike("aantal verschillende vak van toetsen >= 2", tests) == (Firsts{0, 0, 2, 2, 0}));
}

BOOST_AUTO_TEST_CASE(the_value_that_replaces_another_counts) {
    const std::vector<Test> tests = {{"wiskunde", 3}, {"taal", 4}, {"wiskunde", 5}, {"taal", 8}};
    BOOST_TEST(alike("minstens 2 toetsen met cijfer < 5,5", tests, " geldt laatste per vak") == (Firsts{0, 1, 0, 3}));
}

// What they are compared with changes with each of them.
BOOST_AUTO_TEST_CASE(a_filter_that_follows_the_events_tells_every_value) {
    const std::vector<Test> tests = {{"wiskunde", 3}, {"taal", 3}, {"wiskunde", 4}};
    BOOST_TEST(alike("minstens 2 toetsen met cijfer < gemiddeld", tests) == (Firsts{0, 0, 2}));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::execute
