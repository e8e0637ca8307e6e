#include <boost/test/unit_test.hpp>

#include "tests/unit/engine/trace/school.h"

namespace wegwijzer::test {
namespace {

struct Logic : School {
    ExprId yes = boolean(true);
    ExprId no = boolean(false);
    ExprId unknown = value(works);
    ExprId other_unknown = less(value(motivation), number("3"));
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(trace_logic, Logic)

BOOST_AUTO_TEST_CASE(and_or_and_not_are_kleenes) {
    BOOST_TEST(ask(both({yes, yes})) == "yes");
    BOOST_TEST(ask(both({unknown, no})) == "no");
    BOOST_TEST(ask(both({yes, unknown})) == "unknown; missing werkt");
    BOOST_TEST(ask(either({unknown, yes})) == "yes");
    BOOST_TEST(ask(either({no, no})) == "no");
    BOOST_TEST(ask(either({no, unknown, other_unknown})) == "unknown; missing motivatie, werkt");
    BOOST_TEST(ask(negation(unknown)) == "unknown; missing werkt");
    BOOST_TEST(ask(negation(no)) == "yes");
}

// language.md section 5, "Signals": the unknown leaves that are reached through unknown parts only.
BOOST_AUTO_TEST_CASE(missing_are_the_leaves_reached_through_unknown_parts) {
    const ExprId condition = both({unknown, other_unknown});
    BOOST_TEST(ask(condition) == "unknown; missing motivatie, werkt");
    BOOST_TEST(ask(condition, records().set("werkt", "ja")) == "unknown; missing motivatie");
    BOOST_TEST(ask(condition, records().set("werkt", "nee")) == "no");
    BOOST_TEST(ask(both({either({unknown, yes}), other_unknown})) == "unknown; missing motivatie");
}

// language.md section 10, row 3: minstens 2 van: a, alle van: (b, c), d.
BOOST_AUTO_TEST_CASE(nested_lists_count_what_is_certain) {
    const auto nested = [this](ExprId a, ExprId b, ExprId c, ExprId d) {
        return list(Quantifier::at_least, number("2"), {a, list(Quantifier::all, {}, {b, c}), d});
    };
    BOOST_TEST(ask(nested(yes, yes, unknown, no)) == "unknown; missing werkt");
    BOOST_TEST(ask(nested(yes, no, unknown, no)) == "no");
    BOOST_TEST(ask(nested(yes, yes, unknown, yes)) == "yes");
    BOOST_TEST(ask(nested(yes, no, unknown, yes)) == "yes");
}

BOOST_AUTO_TEST_CASE(lists_that_count) {
    const std::vector<ExprId> parts = {yes, no, unknown};
    BOOST_TEST(ask(list(Quantifier::at_most, number("0"), parts)) == "no");
    BOOST_TEST(ask(list(Quantifier::at_most, number("1"), parts)) == "unknown; missing werkt");
    BOOST_TEST(ask(list(Quantifier::at_most, number("2"), parts)) == "yes");
    BOOST_TEST(ask(list(Quantifier::exactly, number("0"), parts)) == "no");
    BOOST_TEST(ask(list(Quantifier::exactly, number("2"), parts)) == "unknown; missing werkt");
    BOOST_TEST(ask(list(Quantifier::none, {}, parts)) == "no");
    BOOST_TEST(ask(list(Quantifier::none, {}, {no, unknown})) == "unknown; missing werkt");
    BOOST_TEST(ask(list(Quantifier::all, {}, {yes, yes})) == "yes");
    BOOST_TEST(ask(list(Quantifier::all, {}, {no, unknown})) == "no");
}

BOOST_AUTO_TEST_CASE(an_unknown_number_leaves_a_list_unknown) {
    const model::ParameterId number = parameter("hoeveel", model::ValueKind::number, dec("1"));
    set(number, dec("2"), value(works));
    BOOST_TEST(ask(list(Quantifier::at_least, value(number), {yes, yes})) == "unknown; missing werkt");
    BOOST_TEST(ask(list(Quantifier::at_least, value(number), {yes, yes}), records().set("werkt", "ja")) == "yes");
}

BOOST_AUTO_TEST_CASE(a_choice_between_two_values) {
    const auto choose = [this](ExprId condition, ExprId one, ExprId other) { return if_then(condition, one, other); };
    BOOST_TEST(ask(choose(yes, number("1"), value(motivation))) == "1");
    BOOST_TEST(ask(choose(no, number("1"), value(motivation))) == "unknown; missing motivatie");
    BOOST_TEST(ask(choose(unknown, number("1"), number("2"))) == "unknown; missing werkt");
    BOOST_TEST(ask(choose(unknown, number("1"), number("1"))) == "1");
    BOOST_TEST(ask(choose(unknown, number("1"), value(motivation))) == "unknown; missing motivatie, werkt");
    // Rounded, 2/3 is 0.666667: the same as what is written, where a comparison in place tells them apart.
    const ExprId ratio = divide(number("2"), number("3"));
    BOOST_TEST(ask(choose(unknown, ratio, number("0.666667"))) == "0.666667");
    BOOST_TEST(ask(equal(choose(yes, ratio, number("1")), number("0.666667"))) == "yes");
    BOOST_TEST(ask(equal(ratio, number("0.666667"))) == "no");
}

BOOST_AUTO_TEST_CASE(a_choice_makes_a_range_unknown) {
    Records range_known = records();
    range_known.event("toetsen", {"2026-10-01", "wiskunde", ""}).event("toetsen", {"2026-10-01", "wiskunde", "4"});
    const ExprId range = count(of(tests).with(insufficient()));
    BOOST_TEST(ask(at_least(range, number("1")), range_known) == "yes");
    BOOST_TEST(ask(at_least(if_then(yes, range, number("0")), number("1")), range_known) ==
               "unknown; missing toetsen.cijfer");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
