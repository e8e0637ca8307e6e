#include <boost/test/unit_test.hpp>

#include "tests/unit/engine/trace/school.h"

namespace wegwijzer::test {
namespace {

using Function = model::AggregateFunction;

struct Comparisons : School {
    // toetsen with cijfer 4.0 and unknown: 1 or 2 below 5.5.
    [[nodiscard]] Records one_or_two() const {
        return records().event("toetsen", {"2026-10-01", "a", "4"}).event("toetsen", {"2026-10-02", "b", ""});
    }
    ExprId range = count(of(tests).with(insufficient()));
    std::string missing = "unknown; missing toetsen.cijfer";
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(trace_comparisons, Comparisons)

// language.md section 10, row 1.
BOOST_AUTO_TEST_CASE(a_range_decides_when_every_number_in_it_agrees) {
    const Records data = one_or_two();
    BOOST_TEST(ask(range, data) == "1..2; missing toetsen.cijfer");
    BOOST_TEST(ask(at_least(range, number("1")), data) == "yes");
    BOOST_TEST(ask(at_least(range, number("2")), data) == missing);
    BOOST_TEST(ask(at_least(range, number("3")), data) == "no");
    BOOST_TEST(ask(at_least(add(range, number("1")), number("2")), data) == missing);
    BOOST_TEST(ask(existence(Quantifier::at_least, number("1"), of(tests).with(insufficient())), data) == "yes");
    BOOST_TEST(ask(equal(range, number("3")), data) == "no");
    BOOST_TEST(ask(equal(range, number("1.5")), data) == "no");
    BOOST_TEST(ask(equal(range, number("1")), data) == missing);
    BOOST_TEST(ask(compare(range, CompareOp::not_equal, number("0")), data) == "yes");
    BOOST_TEST(ask(compare(range, CompareOp::less_equal, number("2")), data) == "yes");
    BOOST_TEST(ask(less(number("0"), range), data) == "yes");
    BOOST_TEST(ask(less(range, number("-1")), data) == "no");
}

BOOST_AUTO_TEST_CASE(a_range_in_between_and_one_of) {
    const Records data = one_or_two();
    BOOST_TEST(ask(between(range, number("1"), number("2")), data) == "yes");
    BOOST_TEST(ask(between(range, number("2"), number("4")), data) == missing);
    BOOST_TEST(ask(between(range, number("3"), number("4")), data) == "no");
    BOOST_TEST(ask(between(range, number("3"), number("4"), true), data) == "yes");
    BOOST_TEST(ask(one_of(range, {number("1"), number("2")}), data) == "yes");
    BOOST_TEST(ask(one_of(range, {number("1"), number("3")}), data) == missing);
    BOOST_TEST(ask(one_of(range, {number("3"), number("0")}), data) == "no");
}

BOOST_AUTO_TEST_CASE(a_range_through_a_name_and_against_another) {
    const Records data = one_or_two();
    const model::ConceptId named = concept_named("onvoldoendes", range);
    BOOST_TEST(ask(at_least(value(named), number("1")), data) == "yes");
    BOOST_TEST(ask(at_least(add(value(named), number("1")), number("1")), data) == missing);
    BOOST_TEST(ask(less(range, count(of(tests).with(less(value(tests, "cijfer"), number("3"))))), data) == missing);
    BOOST_TEST(ask(at_least(range, value(motivation)), data) == "unknown; missing motivatie, toetsen.cijfer");
    // A known average is a known value; language.md section 10, row 10 goes for it too.
    const ExprId average = aggregate(Function::average, of(tests).with(is_known(value(tests, "cijfer"))), "cijfer");
    BOOST_TEST(ask(less(range, average), data) == "yes");
}

BOOST_AUTO_TEST_CASE(a_range_is_not_known) {
    BOOST_TEST(ask(is_known(range), one_or_two()) == "no");
    BOOST_TEST(ask(is_known(range, false), one_or_two()) == "yes");
    BOOST_TEST(ask(is_known(range), records().supply("toetsen")) == "yes");
    BOOST_TEST(ask(is_known(value(motivation))) == "no");
    BOOST_TEST(ask(is_known(value(motivation), false)) == "yes");
    BOOST_TEST(ask(is_known(value(motivation)), records().set("motivatie", "3")) == "yes");
}

// language.md section 11, "Values": unknown even where the known part would decide.
BOOST_AUTO_TEST_CASE(an_unknown_part_makes_a_comparison_unknown) {
    BOOST_TEST(ask(between(number("9"), value(motivation), number("5"))) == "unknown; missing motivatie");
    BOOST_TEST(ask(one_of(number("1"), {number("1"), value(motivation)})) == "unknown; missing motivatie");
    BOOST_TEST(ask(less(value(motivation), value(earned))) == "unknown; missing motivatie, behaald");
}

// language.md section 10, row 10, and section 3, "Numbers".
BOOST_AUTO_TEST_CASE(single_divisions_and_averages_are_compared_before_rounding) {
    const ExprId ratio = divide(value(earned), value(norm));
    const auto of_norm = [this](std::string_view points, std::string_view of) {
        return records().set("behaald", points).set("norm", of);
    };
    BOOST_TEST(ask(less(ratio, number("0.6")), of_norm("8.9", "15")) == "yes");
    BOOST_TEST(ask(less(ratio, number("0.6")), of_norm("9", "15")) == "no");
    BOOST_TEST(ask(less(ratio, number("0.7")), of_norm("699.9995", "1000")) == "yes");
    BOOST_TEST(ask(ratio, of_norm("699.9995", "1000")) == "0.7");  // rounded half to even
    BOOST_TEST(ask(less(value(concept_named("verhouding", ratio)), number("0.7")), of_norm("699.9995", "1000")) ==
               "yes");
    // Rounded first: the sign, more than one division, an `als`.
    BOOST_TEST(ask(less(negate(ratio), number("-0.7")), of_norm("700.0005", "1000")) == "no");
    BOOST_TEST(ask(less(divide(value(earned), value(norm), false), number("0.7")), of_norm("699.9995", "1000")) ==
               "no");
    BOOST_TEST(ask(less(if_then(boolean(true), ratio, number("0")), number("0.7")), of_norm("699.9995", "1000")) ==
               "no");
    BOOST_TEST(ask(one_of(ratio, {number("0.7"), number("1")}), of_norm("699.9995", "1000")) == "no");
    BOOST_TEST(ask(between(ratio, number("0.7"), number("1")), of_norm("699.9995", "1000")) == "no");

    const ExprId average = aggregate(Function::average, of(tests), "cijfer");
    const Records exact = records()
                              .event("toetsen", {"2026-10-01", "a", "5.3"})
                              .event("toetsen", {"2026-10-02", "b", "5.5"})
                              .event("toetsen", {"2026-10-03", "c", "5.7"});
    BOOST_TEST(ask(equal(average, number("5.5")), exact) == "yes");
    const Records thirds = records()
                               .event("toetsen", {"2026-10-01", "a", "5"})
                               .event("toetsen", {"2026-10-02", "b", "5"})
                               .event("toetsen", {"2026-10-03", "c", "6"});
    BOOST_TEST(ask(equal(average, number("5.333333")), thirds) == "no");
    BOOST_TEST(ask(equal(average, divide(number("16"), number("3"))), thirds) == "yes");
}

BOOST_AUTO_TEST_CASE(texts_dates_choices_and_yes_no) {
    const Records data = records()
                             .set("opleiding", "ICT")
                             .set("startdatum", "2026-08-31")
                             .set("zekerheid", "midden")
                             .set("werkt", "nee");
    BOOST_TEST(ask(equal(value(programme), text("ICT")), data) == "yes");
    BOOST_TEST(ask(equal(value(programme), text("ict")), data) == "no");
    BOOST_TEST(ask(less(value(start), reference_date()), data) == "yes");
    BOOST_TEST(ask(less(value(certainty), choice(2)), data) == "yes");
    BOOST_TEST(ask(at_least(value(certainty), choice(1)), data) == "yes");
    BOOST_TEST(ask(one_of(value(certainty), {choice(0), choice(2)}), data) == "no");
    BOOST_TEST(ask(equal(value(works), boolean(false)), data) == "yes");
    BOOST_TEST(ask(value(works), data) == "no");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
