// Which parts of a condition, and which levels of a signal, a page shows when not all is asked for.
#include "engine/explain/deciding.h"

#include <boost/test/unit_test.hpp>

namespace wegwijzer::test {

using explain::InBrief;
using enum Tri;

BOOST_AUTO_TEST_SUITE(deciding_lines)

namespace {

// "yes", "no" and "unknown" of the parts that carry it.
std::string parts(const model::ExprNode& whole, Tri outcome) {
    std::string carrying;
    for (const auto& [part, letter] : {std::pair{yes, 'y'}, {no, 'n'}, {unknown, 'u'}}) {
        if (explain::carries(whole, outcome, part)) carrying += letter;
    }
    return carrying;
}
model::ExprNode quantified(model::Quantifier quantifier) { return model::Quantified{quantifier, {}, {}}; }

std::string levels(model::SignalStatus status, bool is_stopped, const std::vector<Tri>& holds) {
    model::SignalOutcome outcome;
    outcome.status = status;
    std::string shown;
    for (const InBrief one : explain::levels_in_brief(outcome, is_stopped, holds)) {
        shown += one == InBrief::whole ? 'W' : one == InBrief::one_line ? '1' : '-';
    }
    return shown;
}

}  // namespace

BOOST_AUTO_TEST_CASE(an_and_that_fails_is_carried_by_what_fails_an_or_that_holds_by_what_holds) {
    BOOST_TEST(parts(model::And{}, yes) == "y");
    BOOST_TEST(parts(model::And{}, no) == "n");
    BOOST_TEST(parts(model::And{}, unknown) == "u");
    BOOST_TEST(parts(model::Or{}, yes) == "y");
    BOOST_TEST(parts(model::Or{}, no) == "n");
    BOOST_TEST(parts(model::Or{}, unknown) == "u");
}

BOOST_AUTO_TEST_CASE(a_count_is_carried_by_what_reaches_or_breaks_it) {
    BOOST_TEST(parts(quantified(model::Quantifier::all), no) == "n");
    BOOST_TEST(parts(quantified(model::Quantifier::at_least), yes) == "y");
    BOOST_TEST(parts(quantified(model::Quantifier::at_least), no) == "n");
    BOOST_TEST(parts(quantified(model::Quantifier::at_most), yes) == "n");
    BOOST_TEST(parts(quantified(model::Quantifier::at_most), no) == "y");
    BOOST_TEST(parts(quantified(model::Quantifier::none), yes) == "n");
    BOOST_TEST(parts(quantified(model::Quantifier::none), no) == "y");
    BOOST_TEST(parts(quantified(model::Quantifier::at_most), unknown) == "u");
}

BOOST_AUTO_TEST_CASE(each_part_of_anything_else_carries_it) {
    BOOST_TEST(parts(quantified(model::Quantifier::exactly), yes) == "ynu");
    BOOST_TEST(parts(quantified(model::Quantifier::exactly), no) == "ynu");
    BOOST_TEST(parts(model::Not{}, yes) == "ynu");
    BOOST_TEST(parts(model::ConceptValue{}, no) == "ynu");
}

BOOST_AUTO_TEST_CASE(of_the_levels_the_one_that_holds_is_whole_and_those_above_are_a_line) {
    using enum model::SignalStatus;
    BOOST_TEST(levels(active, false, {no, yes, yes}) == "1W-");
    BOOST_TEST(levels(active, false, {unknown, no, yes}) == "W1W");
    BOOST_TEST(levels(active, false, {yes}) == "W");
    BOOST_TEST(levels(undetermined, false, {no, unknown, no}) == "-W-");
    BOOST_TEST(levels(not_active, false, {no, no}) == "1W");
    BOOST_TEST(levels(not_active, true, {no, yes}) == "-1");
    BOOST_TEST(levels(not_applicable, false, {}) == "");
}

BOOST_AUTO_TEST_CASE(a_tenzij_that_does_not_hold_is_a_line) {
    BOOST_TEST((explain::unless_in_brief(no) == InBrief::one_line));
    BOOST_TEST((explain::unless_in_brief(yes) == InBrief::whole));
    BOOST_TEST((explain::unless_in_brief(unknown) == InBrief::whole));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
