#include <boost/test/unit_test.hpp>

#include "tests/unit/engine/trace/school.h"

namespace wegwijzer::test {
namespace {

using model::Severity;
using model::SignalStatus;

struct Signals : School {
    ExprId recent =
        aggregate(model::AggregateFunction::average, of(attendance).in(last(3, LengthUnit::teaching_weeks)), "aandeel");
    [[nodiscard]] Records attended(const char* share) const {
        return records().event("presenties", {"2026-10-05", share});
    }
    [[nodiscard]] model::SignalOutcome outcome(model::SignalId signal, const Records& records) const {
        return evaluate(records).outcome.signals[signal.index()];
    }
    [[nodiscard]] std::string missing(const model::SignalOutcome& outcome) const {
        return trace::print_missing(*schema(), outcome.missing);
    }
    // What a condition of a policy says about the signals.
    std::string in_policy(ExprId condition, const Records& records) {
        const model::PolicyId id = policy("beleid", condition);
        const model::ConditionOutcome result = evaluate(records).outcome.policies[id.index()].condition;
        if (result.value != Tri::unknown) return result.value == Tri::yes ? "yes" : "no";
        return "unknown; missing " + trace::print_missing(*schema(), result.missing);
    }
    ExprId severity_is(model::SignalId signal, CompareOp op, Severity level) {
        return compare(severity_of(signal), op, severity(level));
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(trace_signals, Signals)

// language.md section 10, row 4.
BOOST_AUTO_TEST_CASE(the_highest_true_level_and_possibly_higher) {
    const model::SignalId signal = this->signal(
        "x", {{Severity::high, less(value(motivation), number("2"))}, {Severity::medium, less(recent, number("0.7"))}});
    const model::SignalOutcome active = outcome(signal, attended("0.6"));
    BOOST_CHECK(active.status == SignalStatus::active);
    BOOST_CHECK(active.severity == Severity::medium);
    BOOST_TEST(active.possibly_higher);
    BOOST_TEST(int{active.possible_severities} == 0b1100);
    BOOST_TEST(missing(active) == "motivatie");

    const model::SignalOutcome undetermined = outcome(signal, attended("0.9"));
    BOOST_CHECK(undetermined.status == SignalStatus::undetermined);
    BOOST_TEST(int{undetermined.possible_severities} == 0b1001);
    BOOST_TEST(missing(undetermined) == "motivatie");

    const Records data = attended("0.6");
    BOOST_TEST(in_policy(severity_is(signal, CompareOp::greater_equal, Severity::medium), data) == "yes");
    BOOST_TEST(in_policy(severity_is(signal, CompareOp::equal, Severity::high), data) == "unknown; missing motivatie");
    BOOST_TEST(in_policy(severity_is(signal, CompareOp::equal, Severity::low), data) == "no");
    BOOST_TEST(in_policy(is_active(signal), data) == "yes");
    BOOST_TEST(in_policy(is_active(signal), attended("0.9")) == "unknown; missing motivatie");
    BOOST_TEST(in_policy(severity_is(signal, CompareOp::less, Severity::low), attended("0.9")) ==
               "unknown; missing motivatie");
    BOOST_TEST(in_policy(severity_is(signal, CompareOp::equal, Severity::medium), attended("0.9")) == "no");
    BOOST_TEST(in_policy(is_known(severity_of(signal)), data) == "no");
    const Records motivated = attended("0.9").set("motivatie", "4");
    BOOST_CHECK(outcome(signal, motivated).status == SignalStatus::not_active);
    BOOST_TEST(in_policy(severity_is(signal, CompareOp::less, Severity::low), motivated) == "yes");
    BOOST_TEST(in_policy(is_active(signal), motivated) == "no");
    BOOST_TEST(in_policy(is_known(severity_of(signal)), motivated) == "yes");
    // Two sets: every pair must agree.
    BOOST_TEST(in_policy(compare(severity_of(signal), CompareOp::less_equal, severity_of(signal)), data) ==
               "unknown; missing motivatie");
}

BOOST_AUTO_TEST_CASE(unknown_levels_below_the_true_one_don_t_matter) {
    const model::SignalId signal = this->signal(
        "x", {{Severity::high, less(recent, number("0.7"))}, {Severity::medium, less(value(motivation), number("2"))}});
    const model::SignalOutcome result = outcome(signal, attended("0.6"));
    BOOST_CHECK(result.severity == Severity::high);
    BOOST_TEST(!result.possibly_higher);
    BOOST_TEST(int{result.possible_severities} == 0b1000);
    BOOST_TEST(missing(result).empty());
    BOOST_TEST(missing(outcome(signal, records())) == "motivatie, presenties");
}

BOOST_AUTO_TEST_CASE(a_fase_comes_before_everything) {
    PhaseSpan first_weeks;
    first_weeks.last = 14;
    PhaseSpan autumn;
    autumn.kind = PhaseSpan::Kind::dates;
    autumn.dates = days("2026-10-01", "2026-11-01");
    const model::PhaseId from_start = phase("begin", first_weeks);
    const model::PhaseId by_date = phase("herfst", autumn);
    const model::SignalId signal = this->signal("x", value(works));
    const Records data = records().set("werkt", "ja");

    edit(signal).phases = {from_start};
    BOOST_CHECK(outcome(signal, Records(data).set("startdatum", "2026-10-01")).status == SignalStatus::active);
    BOOST_CHECK(outcome(signal, Records(data).set("startdatum", "2026-09-01")).status == SignalStatus::not_applicable);
    const model::SignalOutcome unknown = outcome(signal, data);
    BOOST_CHECK(unknown.status == SignalStatus::undetermined);
    BOOST_TEST(missing(unknown) == "startdatum");
    BOOST_TEST(int{unknown.possible_severities} == 0b0101);
    BOOST_TEST(missing(outcome(signal, records())) == "startdatum");  // the condition is not reached

    edit(signal).phases = {from_start, by_date};  // in one of them
    BOOST_CHECK(outcome(signal, data).status == SignalStatus::active);
    // Before a tenzij: undetermined, though its ernst is certain.
    edit(signal).phases = {from_start};
    edit(signal).unless = {boolean(true)};
    BOOST_CHECK(outcome(signal, data).status == SignalStatus::undetermined);
    BOOST_TEST(int{outcome(signal, data).possible_severities} == 0b0001);
}

BOOST_AUTO_TEST_CASE(a_tenzij_stops_when_it_is_true) {
    const model::SignalId signal = this->signal("x", boolean(true));
    edit(signal).unless = {value(works), less(value(motivation), number("2"))};
    BOOST_CHECK(outcome(signal, records().set("werkt", "ja")).status == SignalStatus::not_active);
    BOOST_CHECK(outcome(signal, records().set("motivatie", "1")).status == SignalStatus::not_active);
    BOOST_CHECK(outcome(signal, records()).status == SignalStatus::active);  // unknown doesn't stop it
    BOOST_TEST(missing(outcome(signal, records())).empty());
}

BOOST_AUTO_TEST_CASE(a_fault_is_a_fault_of_the_signal) {
    const model::SignalId signal = this->signal("x", less(divide(number("1"), value(motivation)), number("1")));
    const model::SignalOutcome result = outcome(signal, records().set("motivatie", "0"));
    BOOST_CHECK(result.status == SignalStatus::undetermined);
    BOOST_TEST(result.missing.empty());
    BOOST_REQUIRE(result.faults.size() == 1u);
    BOOST_CHECK(result.faults.front().kind == model::FaultKind::division_by_zero);
}

// language.md section 4, "Signals in conditions".
BOOST_AUTO_TEST_CASE(the_series_of_signals) {
    const model::ClusterId coaching = cluster("coaching");
    const model::FactorId with_cluster = factor("motivatie_factor", coaching);
    const model::FactorId without = factor("integratie");
    const model::SignalId certain = signal("zeker", boolean(true));
    edit(certain).factor = with_cluster;
    const model::SignalId open =
        signal("open", {{Severity::high, less(value(motivation), number("2"))}, {Severity::low, boolean(true)}});
    edit(open).factor = without;
    edit(open).weight = dec("2.5");
    const model::SignalId maybe = signal("misschien", value(works));
    edit(maybe).factor = with_cluster;
    const model::SignalId strength = signal("sterk", boolean(true));
    edit(strength).kind = model::SignalKind::strength;
    signal("uit", boolean(false));

    const auto at_least_n = [&](const char* number, const Events& events) {
        return existence(Quantifier::at_least, this->number(number), events);
    };
    const ExprId is_medium =
        compare(value(model::SignalField::severity), CompareOp::greater_equal, severity(Severity::medium));
    const ExprId is_low =
        compare(value(model::SignalField::severity), CompareOp::greater_equal, severity(Severity::low));
    const ExprId in_coaching = equal(value(model::SignalField::cluster), choice(0));
    const ExprId not_in_coaching = compare(value(model::SignalField::cluster), CompareOp::not_equal, choice(0));
    // zeker and open are there, misschien may be; krachten are not among them.
    BOOST_TEST(in_policy(at_least_n("2", signals()), records()) == "yes");
    BOOST_TEST(in_policy(at_least_n("3", signals()), records()) == "unknown; missing werkt");
    BOOST_TEST(in_policy(at_least_n("4", signals()), records()) == "no");
    BOOST_TEST(in_policy(at_least_n("2", signals().with(is_medium)), records()) == "unknown; missing motivatie, werkt");
    BOOST_TEST(in_policy(at_least_n("2", signals().with(is_low)), records()) == "yes");
    BOOST_TEST(in_policy(at_least_n("2", signals().with(in_coaching)), records()) == "unknown; missing werkt");
    // A factor without a cluster has none: known, and not `coaching`.
    BOOST_TEST(in_policy(at_least_n("1", signals().with(not_in_coaching)), records()) == "yes");
    BOOST_TEST(in_policy(at_least_n("2", signals().with(not_in_coaching)), records()) == "no");
    const Records data = records().set("werkt", "ja").set("motivatie", "4");
    BOOST_TEST(
        in_policy(equal(aggregate(model::AggregateFunction::sum, signals(), model::SignalField::weight), number("4.5")),
                  data) == "yes");
    BOOST_TEST(
        in_policy(equal(aggregate(model::AggregateFunction::count_distinct, signals(), model::SignalField::factor),
                        number("2")),
                  data) == "yes");
    BOOST_TEST(
        in_policy(equal(aggregate(model::AggregateFunction::count_distinct, signals(), model::SignalField::cluster),
                        number("1")),
                  data) == "yes");
    BOOST_TEST(
        in_policy(equal(aggregate(model::AggregateFunction::sum, signals(), model::SignalField::weight), number("4.5")),
                  records()) == "unknown; missing werkt");
    const ExprId worst = aggregate(model::AggregateFunction::highest, signals(), model::SignalField::severity);
    BOOST_TEST(in_policy(equal(worst, severity(Severity::medium)), data) == "yes");
    BOOST_TEST(in_policy(equal(worst, severity(Severity::medium)), records()) == "unknown; missing motivatie, werkt");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
