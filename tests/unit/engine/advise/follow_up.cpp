// language.md section 6, "Follow-up and consent", where tests/contract/policies.txt does not reach: rows without a date, and
// what a cohort hands over.
#include <boost/test/unit_test.hpp>

#include "tests/unit/engine/advise/advising.h"

namespace wegwijzer::test {
BOOST_FIXTURE_TEST_SUITE(follow_up_and_consent, Advising)

namespace {

constexpr Length two_weeks = {2, LengthUnit::weeks};

}  // namespace

BOOST_AUTO_TEST_CASE(a_row_without_a_date_does_not_count_and_is_named) {
    edit(talk).at_most_once_per = model::LengthSource{two_weeks, {}};
    applies("p", {talk});
    follow_up(talk, "", FollowUpStatus::done);
    BOOST_TEST(said() == "gesprek by slber, priority 3, policies p, undated gesprek\n");
    history.followups.insert(history.followups.begin(),
                             {talk, day("2026-09-25"), FollowUpStatus::planned, std::nullopt});
    BOOST_TEST(said() == "gesprek by slber, since 2026-09-25, priority 3, policies p, undated gesprek\n");
}

BOOST_AUTO_TEST_CASE(consent_without_a_date_may_be_the_latest) {
    edit(talk).with_consent = true;
    applies("p", {talk});
    consent(talk, "2026-09-01", ConsentStatus::given);
    BOOST_TEST(said() == "gesprek by slber, given, priority 3, policies p\n");
    consent(talk, "", ConsentStatus::given);
    BOOST_TEST(said() == "gesprek by slber, given, priority 3, policies p\n");
    consent(talk, "", ConsentStatus::refused);
    BOOST_TEST(said() == "gesprek by slber, ask, priority 3, policies p\n");
    history.consents = {{talk, std::nullopt, ConsentStatus::refused}};
    BOOST_TEST(said() == "gesprek by slber, ask, priority 3, policies p\n");
}

BOOST_AUTO_TEST_CASE(a_row_of_unknown_status_is_another_status) {
    applies("p", {talk}, two_weeks);
    follow_up(talk, "2026-09-10", FollowUpStatus::planned);
    history.followups.push_back({talk, day("2026-09-12"), std::nullopt, std::nullopt});
    BOOST_TEST(said() == "gesprek by slber, due 2026-10-15, priority 3, policies p\n");
    follow_up(talk, "2026-09-14", FollowUpStatus::planned);
    BOOST_TEST(said() == "gesprek by slber, since 2026-09-14, due 2026-09-28, priority 3, policies p\n");
}

BOOST_AUTO_TEST_CASE(in_progress_a_day_that_is_past_stays) {
    applies("p", {talk});
    outcomes[0].terms[0].due = day("2026-09-20");
    follow_up(talk, "2026-09-10", FollowUpStatus::planned);
    BOOST_TEST(said() == "gesprek by slber, since 2026-09-10, due 2026-09-20, priority 3, policies p\n");
    outcomes[0].terms[0].due = day("2026-09-05");
    BOOST_TEST(said() == "gesprek by slber, since 2026-09-10, due 2026-09-10, priority 3, policies p\n");
}

BOOST_AUTO_TEST_CASE(what_waits_is_held_back_with_what_comes_first) {
    edit(counsel).only_after = {talk};
    edit(talk).at_most_once_per = model::LengthSource{{2, LengthUnit::years}, {}};
    calendar("jaar", days("2026-08-31", "2027-07-09"));
    const model::PolicyId p = applies("p", {counsel, talk});
    const model::PolicyId q = applies("q", {counsel});
    edit(p).overrides = {q};
    // Done in an earlier year: `pas na` asks for it again, and `hooguit eens per` holds it back. Its policy speaks all the same.
    follow_up(talk, "2026-05-01", FollowUpStatus::done);
    BOOST_TEST(said() ==
               "suppressed verkenning of p: done 2026-05-01 (gesprek first)\n"
               "suppressed gesprek of p: done 2026-05-01\n"
               "suppressed verkenning of q: done 2026-05-01 (gesprek first)\n"
               "suppressed gesprek of q: done 2026-05-01\n");
    history.followups.back().date = day("2026-09-15");
    BOOST_TEST(said() ==
               "verkenning by decaan, priority 3, policies p\n"
               "suppressed gesprek of p: done 2026-09-15\n"
               "suppressed verkenning of q: over p\n");
}

BOOST_AUTO_TEST_CASE(a_cohort_hands_over_rows_up_to_the_reference_date_with_their_intervention) {
    Schema schema;
    schema.student_fields.push_back({"nr", type_of(FieldKind::key), "nr", {}});
    schema.student_fields.push_back({"start", type_of(FieldKind::date), "start", {}});
    schema.key = FieldId{0};
    schema.start = FieldId{1};
    add_built_in_series(schema, Language::nl, {"gesprek", "verkenning"}, {"slber"});
    Records records(std::make_shared<const Schema>(schema));
    records.student("S0").student("S1").set("start", "2026-08-31");
    records.event("opvolgingen", {"", "gesprek", "", "afgerond"});
    records.event("opvolgingen", {"2026-10-01", "verkenning", "slber", "gepland"});
    records.event("opvolgingen", {"2026-09-30", "gesprek"});
    records.event("opvolgingen", {"2026-09-30", "", "", "gepland"});
    records.event("opvolgingen", {"2026-10-02", "gesprek", "", "gepland"});
    records.event("toestemmingen", {"2026-10-01", "verkenning", "ingetrokken"});
    const Cohort cohort = records.finish();
    const advise::StudentHistory known = advise::history_of(cohort, 1, day("2026-10-01"));
    BOOST_CHECK(known.start == day("2026-08-31"));
    BOOST_TEST_REQUIRE(known.followups.size() == 3u);
    BOOST_CHECK(known.followups[0].date == day("2026-09-30") && !known.followups[0].status);
    BOOST_CHECK(known.followups[1].intervention == counsel && known.followups[1].status == FollowUpStatus::planned);
    BOOST_CHECK(!known.followups[2].date && known.followups[2].status == FollowUpStatus::completed);
    BOOST_TEST_REQUIRE(known.consents.size() == 1u);
    BOOST_CHECK(known.consents[0].status == ConsentStatus::withdrawn);
    const advise::StudentHistory nothing = advise::history_of(cohort, 0, day("2026-10-01"));
    BOOST_CHECK(nothing.followups_supplied && nothing.followups.empty() && !nothing.start);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
