// language.md section 6, "Policies step by step", and the rows of section 10 about advice.
#include <boost/test/unit_test.hpp>

#include "tests/unit/engine/advise/advising.h"

namespace wegwijzer::test {
BOOST_FIXTURE_TEST_SUITE(advise_steps, Advising)

namespace {

constexpr Length one_week = {1, LengthUnit::weeks};
constexpr Length two_weeks = {2, LengthUnit::weeks};
constexpr Length three_weeks = {3, LengthUnit::weeks};

PhaseSpan first_days(std::int64_t last) {
    PhaseSpan span;
    span.last = last;
    return span;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_policy_applies_when_als_is_true_and_no_tenzij_is) {
    const model::PolicyId p = applies("p", {talk});
    BOOST_TEST(said() == "gesprek by slber, priority 3, policies p\n");
    outcome_of(p).unless = {{Tri::no, {}, {}}, {Tri::unknown, {}, {}}};
    BOOST_TEST(said() == "gesprek by slber, priority 3, policies p, unless unknown\n");
    outcome_of(p).unless = {{Tri::unknown, {}, {}}, {Tri::yes, {}, {}}};
    BOOST_TEST(said().empty());
    outcome_of(p).unless.clear();
    outcome_of(p).condition.value = Tri::unknown;
    BOOST_TEST(said().empty());
    outcome_of(p).condition.value = Tri::no;
    BOOST_TEST(said().empty());
}

BOOST_AUTO_TEST_CASE(terms_count_days_working_days_and_months) {
    calendar("jaar", days("2026-08-31", "2027-07-09"), {{"herfst", days("2026-10-19", "2026-10-25")}});
    reference_date = "2026-10-14";  // a Wednesday
    applies("p", {talk}, Length{5, LengthUnit::working_days});
    BOOST_TEST(said() == "gesprek by slber, due 2026-10-28, priority 3, policies p\n");
    outcomes[0].terms[0].within = Length{10, LengthUnit::days};
    BOOST_TEST(said() == "gesprek by slber, due 2026-10-24, priority 3, policies p\n");
    reference_date = "2027-01-31";
    outcomes[0].terms[0].within = Length{1, LengthUnit::months};
    BOOST_TEST(said() == "gesprek by slber, due 2027-02-28, priority 3, policies p\n");
}

BOOST_AUTO_TEST_CASE(terms_beyond_the_calendar) {
    applies("p", {talk}, Length{9000, LengthUnit::years});
    BOOST_TEST(said() == "gesprek by slber, priority 3, policies p, term unknown\n");
}

BOOST_AUTO_TEST_CASE(uiterlijk_is_that_day_or_the_peildatum) {
    applies("p", {talk});
    outcomes[0].terms[0].due = day("2026-11-01");
    BOOST_TEST(said() == "gesprek by slber, due 2026-11-01, priority 3, policies p\n");
    outcomes[0].terms[0].due = day("2026-09-01");
    BOOST_TEST(said() == "gesprek by slber, due 2026-10-01, priority 3, policies p\n");
    outcomes[0].terms[0] = {{}, {}, true, {}};
    BOOST_TEST(said() == "gesprek by slber, priority 3, policies p, term unknown\n");
    // The earliest date lies behind it: the deadline moves to that date, and a note says so.
    outcomes[0].terms[0] = {{}, day("2026-11-01"), false, {}};
    edit(talk).not_before_day = 101;
    BOOST_TEST(said() ==
               "gesprek by slber, from 2026-12-09, due 2026-12-09, priority 3, policies p, deadline was 2026-11-01\n");
}

// language.md section 10, row 11.
BOOST_AUTO_TEST_CASE(advices_of_one_intervention_and_role_merge) {
    const model::PolicyId p = applies("p", {talk}, three_weeks, 3);
    const model::PolicyId q = applies("q", {talk}, one_week, 2);
    outcome_of(p).reasons = {model::SignalId(1)};
    outcome_of(q).reasons = {model::SignalId(0), model::SignalId(1)};
    BOOST_TEST(said() == "gesprek by slber, due 2026-10-08, priority 2, policies p q\n");
    BOOST_CHECK(advice().recommendations[0].reasons == (std::vector{model::SignalId(0), model::SignalId(1)}));
    edit(talk).not_before_day = 101;
    BOOST_TEST(said() == "gesprek by slber, from 2026-12-09, due 2026-12-16, priority 2, policies p q\n");
    edit(talk).not_before_day = 32;  // 2026-10-01 itself: not earlier
    BOOST_TEST(said() == "gesprek by slber, due 2026-10-08, priority 2, policies p q\n");
    // Another role is another advice.
    edit(q).advises[0].by = decaan;
    BOOST_TEST(said() ==
               "gesprek by decaan, due 2026-10-08, priority 2, policies q\n"
               "gesprek by slber, due 2026-10-22, priority 3, policies p\n");
}

BOOST_AUTO_TEST_CASE(an_unknown_start_moves_and_suppresses_nothing) {
    const model::PhaseId phase = this->phase("begin", first_days(100));
    started.reset();
    applies("p", {talk}, one_week);
    edit(talk).not_before_day = 101;
    edit(talk).not_in_phases = {phase};
    BOOST_TEST(said() ==
               "gesprek by slber, due 2026-10-08, priority 3, policies p, phase unknown, not before unknown\n");
    started = day("2026-08-31");
    BOOST_TEST(said() == "suppressed gesprek of p: phase begin\n");
    started = day("2026-01-01");
    BOOST_TEST(said() == "gesprek by slber, due 2026-10-08, priority 3, policies p\n");
}

// language.md section 10, row 7: q over p; both apply.
BOOST_AUTO_TEST_CASE(gaat_voor_op) {
    const model::PolicyId p = applies("p", {talk}, one_week);
    const model::PolicyId q = applies("q", {counsel}, two_weeks);
    edit(q).overrides = {p};
    BOOST_TEST(said() ==
               "verkenning by decaan, due 2026-10-15, priority 3, policies q\n"
               "suppressed gesprek of p: over q\n");
    // Nothing left of q: the one below speaks.
    edit(counsel).not_in_phases = {phase("begin", first_days(100))};
    BOOST_TEST(said() ==
               "gesprek by slber, due 2026-10-08, priority 3, policies p\n"
               "suppressed verkenning of q: phase begin\n");
    outcome_of(q).condition.value = Tri::unknown;
    BOOST_TEST(said() == "gesprek by slber, due 2026-10-08, priority 3, policies p\n");
}

BOOST_AUTO_TEST_CASE(precedence_is_not_handed_on_but_the_suppressed_still_suppress) {
    const model::InterventionId third = intervention("bijspijker", slber);
    const model::PolicyId c = applies("c", {talk});
    const model::PolicyId b = applies("b", {counsel});
    const model::PolicyId a = applies("a", {third});
    edit(a).overrides = {b};
    edit(b).overrides = {c};
    BOOST_TEST(said() ==
               "bijspijker by slber, priority 3, policies a\n"
               "suppressed gesprek of c: over b\n"
               "suppressed verkenning of b: over a\n");
    outcome_of(b).condition.value = Tri::no;
    BOOST_TEST(said() ==
               "bijspijker by slber, priority 3, policies a\n"
               "gesprek by slber, priority 3, policies c\n");
}

BOOST_AUTO_TEST_CASE(what_one_policy_gives_and_another_had_suppressed_stands_in_both_lists) {
    const model::PolicyId p = applies("p", {talk, counsel}, one_week);
    const model::PolicyId q = applies("q", {talk}, two_weeks);
    edit(q).overrides = {p};
    BOOST_TEST(said() ==
               "gesprek by slber, due 2026-10-15, priority 3, policies q\n"
               "suppressed gesprek of p: over q\n"
               "suppressed verkenning of p: over q\n");
}

BOOST_AUTO_TEST_CASE(niet_samen_met_keeps_the_first_by_priority_deadline_and_name) {
    edit(talk).not_together = {counsel};
    edit(counsel).not_together = {talk};
    const model::PolicyId p = applies("p", {talk}, two_weeks);
    const model::PolicyId q = applies("q", {counsel}, one_week);
    BOOST_TEST(said() ==
               "verkenning by decaan, due 2026-10-08, priority 3, policies q\n"
               "suppressed gesprek of p: not with verkenning\n");
    edit(p).priority = 2;
    BOOST_TEST(said() ==
               "gesprek by slber, due 2026-10-15, priority 2, policies p\n"
               "suppressed verkenning of q: not with gesprek\n");
    edit(p).priority = 3;
    outcome_of(q).terms[0].within = two_weeks;
    BOOST_TEST(said() ==
               "gesprek by slber, due 2026-10-15, priority 3, policies p\n"
               "suppressed verkenning of q: not with gesprek\n");
    outcome_of(p).terms[0].within.reset();  // without a deadline comes last
    BOOST_TEST(said() ==
               "verkenning by decaan, due 2026-10-15, priority 3, policies q\n"
               "suppressed gesprek of p: not with verkenning\n");
}

BOOST_AUTO_TEST_CASE(spoed_is_suppressed_and_moved_by_nothing) {
    const model::PhaseId phase = this->phase("begin", first_days(100));
    const model::PolicyId p = applies("p", {talk}, one_week, 1);
    const model::PolicyId urgent = applies("u", {counsel}, two_weeks, 5);
    edit(urgent).urgent = true;
    edit(p).overrides = {urgent};  // an error in a pack; still it does not count
    edit(counsel).not_in_phases = {phase};
    edit(counsel).not_before_day = 101;
    edit(counsel).not_together = {talk};
    edit(counsel).with_consent = true;
    edit(talk).not_together = {counsel};
    BOOST_TEST(said() ==
               "verkenning by decaan, urgent, ask, due 2026-10-15, priority 5, policies u\n"
               "suppressed gesprek of p: not with verkenning\n");
    BOOST_CHECK(advice().recommendations[0].consent == advise::Consent::ask);
    // Merged with other advice it stays spoed.
    edit(counsel).not_in_phases.clear();
    applies("r", {counsel}, one_week, 2);
    BOOST_TEST(said() ==
               "verkenning by decaan, urgent, ask, due 2026-10-15, priority 2, policies u r\n"
               "suppressed gesprek of p: not with verkenning\n");
}

BOOST_AUTO_TEST_CASE(consent_is_asked_where_the_intervention_says_so) {
    applies("p", {talk, counsel});
    edit(counsel).with_consent = true;
    const advise::StudentAdvice result = advice();
    BOOST_CHECK(result.recommendations[0].consent == advise::Consent::not_needed);
    BOOST_CHECK(result.recommendations[1].consent == advise::Consent::ask);
}

BOOST_AUTO_TEST_CASE(order_is_spoed_priority_deadline_line_name) {
    const model::RoleId outside = role("gemeente", model::Line::external);
    const model::RoleId leader = role("teamleider", model::Line::organisation);
    const model::InterventionId first = intervention("e", slber);
    applies("p1",
            {intervention("a", leader), intervention("b", outside), intervention("c", decaan), intervention("d", slber),
             first},
            two_weeks);
    applies("p2", {intervention("f", leader)}, one_week);
    applies("p3", {intervention("g", leader)}, three_weeks, 2);
    applies("p4", {intervention("h", leader)});
    edit(applies("p5", {intervention("i", leader)}, std::nullopt, 5)).urgent = true;
    std::string order;
    const model::RuleSet rules = build();
    for (const advise::Recommendation& one : advice().recommendations)
        order += rules.intervention(one.intervention).name;
    BOOST_TEST(order == "igfdecbah");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
