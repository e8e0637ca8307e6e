#include <boost/test/unit_test.hpp>

#include "tests/unit/engine/trace/school.h"

namespace wegwijzer::test {
namespace {

struct Policies : School {
    model::SignalId active = signal("actief", boolean(true));
    model::SignalId open = signal("open", value(works));
    model::SignalId off = signal("uit", boolean(false));
    model::SignalId strength = signal("kracht", boolean(true));
    model::InterventionId talk = intervention("gesprek", role("slber"));

    Policies() { edit(strength).kind = model::SignalKind::strength; }

    std::vector<std::string> names(const std::vector<model::SignalId>& signals) {
        std::vector<std::string> result;
        for (const model::SignalId signal : signals) result.push_back(edit(signal).name);
        return result;
    }
    model::PolicyOutcome outcome(model::PolicyId policy, const Records& records) const {
        return evaluate(records).outcome.policies[policy.index()];
    }
    model::PolicyOutcome outcome(model::PolicyId policy) const { return outcome(policy, records()); }
};
using Names = std::vector<std::string>;

}  // namespace

BOOST_FIXTURE_TEST_SUITE(trace_policies, Policies)

BOOST_AUTO_TEST_CASE(reasons_are_the_active_signals_that_als_reads) {
    const model::PolicyId named =
        policy("naam", either({is_active(open), is_active(off),
                               compare(severity_of(strength), CompareOp::greater, severity(model::Severity::none)),
                               negation(is_active(active))}));
    BOOST_TEST(names(outcome(named).reasons) == (Names{"actief", "kracht"}), boost::test_tools::per_element());
    BOOST_TEST(outcome(named).filtered_signals.empty());

    const model::PolicyId filtered = policy("filter", existence(Quantifier::at_least, number("1"), signals()));
    BOOST_TEST(names(outcome(filtered).reasons) == (Names{"actief"}), boost::test_tools::per_element());
    BOOST_TEST(names(outcome(filtered).filtered_signals) == (Names{"actief", "open"}),
               boost::test_tools::per_element());
    BOOST_TEST(outcome(policy("altijd")).reasons.empty());
    BOOST_CHECK(outcome(policy("altijd_ook")).condition.value == Tri::yes);
}

// A name in a filter counts as read, also over an empty series.
BOOST_AUTO_TEST_CASE(a_signal_named_in_a_filter_is_read) {
    const model::PolicyId in_filter =
        policy("in_filter", existence(Quantifier::none, {}, of(tests).with(is_active(active))));
    BOOST_TEST(names(outcome(in_filter, records().supply("toetsen")).reasons) == (Names{"actief"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_tenzij_has_an_outcome_of_its_own) {
    const model::PolicyId id = policy("beleid", boolean(true));
    edit(id).unless = {value(works), boolean(false), existence(Quantifier::at_least, number("9"), signals())};
    const model::PolicyOutcome result = outcome(id);
    BOOST_REQUIRE(result.unless.size() == 3u);
    BOOST_CHECK(result.unless[0].value == Tri::unknown);
    BOOST_TEST(trace::print_missing(*schema(), result.unless[0].missing) == "werkt");
    BOOST_CHECK(result.unless[1].value == Tri::no);
    BOOST_CHECK(result.unless[2].value == Tri::no);
    BOOST_TEST(result.reasons.empty());  // only `als` gives reasons
    BOOST_TEST(names(result.filtered_signals) == (Names{"actief", "open"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(terms_of_this_student) {
    const model::ParameterId term =
        parameter("termijn", model::ValueKind::duration, Length{2, LengthUnit::weeks}, LengthUnit::weeks);
    set(term, Length{1, LengthUnit::weeks}, value(works));
    const model::PolicyId id = policy("beleid", boolean(true));
    advise(id, talk, Length{5, LengthUnit::working_days});
    advise(id, talk).within = model::LengthSource{{0, LengthUnit::weeks}, term};
    const ExprId start_day = value(start);
    advise(id, talk).due = start_day;
    advise(id, talk);
    const std::vector<model::AdviceTerm> unknown = outcome(id).terms;
    BOOST_CHECK(unknown[0].within == (Length{5, LengthUnit::working_days}));
    BOOST_CHECK(!unknown[1].within && unknown[1].unknown);
    BOOST_TEST(trace::print_missing(*schema(), unknown[1].missing) == "werkt");
    BOOST_CHECK(!unknown[2].due && unknown[2].unknown);
    BOOST_TEST(trace::print_missing(*schema(), unknown[2].missing) == "startdatum");
    BOOST_CHECK(unknown[3] == model::AdviceTerm{});

    const std::vector<model::AdviceTerm> known =
        outcome(id, records().set("werkt", "ja").set("startdatum", "2026-12-01")).terms;
    BOOST_CHECK(known[1].within == (Length{1, LengthUnit::weeks}) && !known[1].unknown);
    BOOST_CHECK(known[2].due == day("2026-12-01") && !known[2].unknown);
}

// The trace says what happened: values, days, events, what is missing.
BOOST_AUTO_TEST_CASE(a_trace_prints) {
    const model::RuleSet rules = [&] {
        School school;
        school.signal("zwak",
                      school.existence(
                          Quantifier::at_least, school.number("1"),
                          school.of(school.tests).with(school.insufficient()).in(school.last(1, LengthUnit::weeks))));
        return school.build();
    }();
    const Cohort cohort = records()
                              .event("toetsen", {"2026-10-09", "wiskunde", ""})
                              .event("toetsen", {"2026-09-01", "wiskunde", "4"})
                              .finish();
    BOOST_TEST(trace::print_trace(rules, cohort, trace::evaluate(rules, cohort, 0, day("2026-10-10"))) ==
               R"(signal zwak: undetermined; missing toetsen.cijfer
  medium
    (at_least 1 toetsen where (< event.cijfer 5.5) last 1 weeks) = unknown [2026-10-04..2026-10-10]; missing toetsen.cijfer
      1 = 1
      event 2026-09-01: filter yes, period no
        (< event.cijfer 5.5) = yes
          event.cijfer = 4
          5.5 = 5.5
      event 2026-10-09: filter unknown, period yes
        (< event.cijfer 5.5) = unknown; missing toetsen.cijfer
          event.cijfer = unknown; missing toetsen.cijfer
          5.5 = 5.5
)");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
