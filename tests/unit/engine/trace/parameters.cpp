#include <boost/test/unit_test.hpp>

#include "tests/unit/engine/trace/school.h"

namespace wegwijzer::test {

BOOST_FIXTURE_TEST_SUITE(trace_parameters, School)

// language.md section 10, row 9.
BOOST_AUTO_TEST_CASE(an_unknown_condition_counts_when_it_gives_another_value) {
    const model::ParameterId border = parameter("grens", model::ValueKind::number, dec("0.7"));
    const ExprId ict = equal(value(programme), text("ICT"));
    set(border, dec("0.8"), ict);
    BOOST_TEST(ask(value(border)) == "unknown; missing opleiding");
    BOOST_TEST(ask(value(border), records().set("opleiding", "ICT")) == "0.8");
    BOOST_TEST(ask(value(border), records().set("opleiding", "PABO")) == "0.7");

    const model::ParameterId same = parameter("zelfde", model::ValueKind::number, dec("0.7"));
    set(same, dec("0.7"), ict);
    BOOST_TEST(ask(value(same)) == "0.7");
}

BOOST_AUTO_TEST_CASE(the_last_line_that_holds_counts) {
    const model::ParameterId border = parameter("grens", model::ValueKind::number, dec("1"));
    set(border, dec("2"), equal(value(programme), text("ICT")));
    set(border, dec("3"));
    BOOST_TEST(ask(value(border)) == "3");  // an unknown line before it doesn't matter
    set(border, dec("4"), value(works));
    set(border, dec("3"), equal(value(prior), choice(0)));
    BOOST_TEST(ask(value(border)) == "unknown; missing werkt");
    BOOST_TEST(ask(value(border), records().set("werkt", "nee")) == "3");
    BOOST_TEST(ask(value(border), records().set("werkt", "ja")) == "unknown; missing vooropleiding");
    BOOST_TEST(ask(value(border), records().set("werkt", "ja").set("vooropleiding", "vmbo")) == "3");
    BOOST_TEST(ask(value(border), records().set("werkt", "ja").set("vooropleiding", "mbo")) == "4");
}

BOOST_AUTO_TEST_CASE(an_open_choice_without_a_line_is_unknown) {
    const model::ParameterId open = parameter("open", model::ValueKind::number, std::nullopt);
    BOOST_TEST(ask(value(open)) == "unknown");
    set(open, dec("5"));
    BOOST_TEST(ask(value(open)) == "5");
}

BOOST_AUTO_TEST_CASE(a_fault_in_a_condition_is_a_fault_of_the_parameter) {
    const model::ParameterId border = parameter("grens", model::ValueKind::number, dec("1"));
    set(border, dec("2"), less(divide(number("1"), value(motivation)), number("1")));
    BOOST_TEST(ask(value(border), records().set("motivatie", "0")) == "unknown; division by zero");
}

BOOST_AUTO_TEST_CASE(a_value_by_itself) {
    const model::ParameterId border = parameter("grens", model::ValueKind::number, dec("1"));
    set(border, dec("2"), value(works));
    const model::RuleSet rules = build();
    const Cohort cohort = records().set("werkt", "ja").finish();
    BOOST_CHECK(trace::parameter_value(rules, cohort, 0, day("2026-10-10"), border) == trace::Value{dec("2")});
    const Cohort unknown = records().finish();
    BOOST_CHECK(trace::is_unknown(trace::parameter_value(rules, unknown, 0, day("2026-10-10"), border)));
}

// A begrip and a parameter don't depend on the event in whose filter they stand.
BOOST_AUTO_TEST_CASE(names_in_a_filter) {
    const model::ParameterId border = parameter("grens", model::ValueKind::number, dec("5.5"));
    const model::ConceptId average =
        concept_named("gemiddeld", aggregate(model::AggregateFunction::average, of(tests), "cijfer"));
    const Records data =
        records().event("toetsen", {"2026-10-01", "a", "4"}).event("toetsen", {"2026-10-02", "b", "8"});
    BOOST_TEST(ask(count(of(tests).with(less(value(tests, "cijfer"), value(border)))), data) == "1");
    BOOST_TEST(ask(count(of(tests).with(less(value(tests, "cijfer"), value(average)))), data) == "1");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
