#include <boost/test/unit_test.hpp>

#include "tests/unit/engine/trace/school.h"

namespace wegwijzer::test {
namespace {

struct Periods : School {
    [[nodiscard]] Records on(std::initializer_list<const char*> dates) const {
        Records result = records().supply("presenties");
        for (const char* date : dates) result.event("presenties", {date, "0.5"});
        return result;
    }
    ExprId in(model::PeriodId period) { return count(of(attendance).in(period)); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(trace_periods, Periods)

BOOST_AUTO_TEST_CASE(the_last_days_weeks_and_months) {
    const Records data = on({"2026-10-03", "2026-10-04", "2026-10-10", "2026-10-11", "2026-09-10", "2026-09-11"});
    BOOST_TEST(ask(in(last(7, LengthUnit::days)), data) == "2");
    BOOST_TEST(ask(in(last(1, LengthUnit::weeks)), data) == "2");
    BOOST_TEST(ask(in(last(1, LengthUnit::months)), data) == "4");
    BOOST_TEST(ask(in(last(5, LengthUnit::working_days)), on({"2026-10-02", "2026-10-05"})) == "1");
}

// language.md section 10, row 5.
BOOST_AUTO_TEST_CASE(the_last_teaching_weeks) {
    const Records data = on({"2026-10-11", "2026-10-12", "2026-10-20", "2026-10-28"});
    BOOST_TEST(ask(in(last(2, LengthUnit::teaching_weeks)), data, "2026-10-28") == "3");
    BOOST_TEST(ask(in(last(1, LengthUnit::teaching_weeks)), data, "2026-10-21") == "2");
    BOOST_TEST(ask(in(last(1, LengthUnit::teaching_weeks)), data, "2027-08-01") == "unknown");  // no kalender in force
    BOOST_TEST(ask(in(this_academic_year()), data, "2027-08-01") == "unknown");
    BOOST_TEST(ask(in(this_academic_year()), data, "2026-10-28") == "4");
    // language.md section 11: over an empty series too.
    BOOST_TEST(ask(in(this_academic_year()), on({}), "2027-08-01") == "unknown");
    BOOST_TEST(ask(in(this_academic_year()), records(), "2027-08-01") == "unknown; missing presenties");
}

BOOST_AUTO_TEST_CASE(counted_from_the_start) {
    const Records data = on({"2026-08-30", "2026-08-31", "2026-09-06", "2026-09-07", "2026-09-14"});
    const Records started = Records(data).set("startdatum", "2026-08-31");
    PhaseSpan first_week;
    first_week.last = 7;
    PhaseSpan before;
    before.kind = PhaseSpan::Kind::before_start;
    BOOST_TEST(ask(in(since_start()), started) == "4");
    BOOST_TEST(ask(in(study_weeks(number("2"), number("2"))), started) == "1");
    BOOST_TEST(ask(in(study_weeks(number("1"), number("2"))), started) == "3");
    BOOST_TEST(ask(in(in_phase(phase("week_een", first_week))), started) == "2");
    BOOST_TEST(ask(in(in_phase(phase("ervoor", before))), started) == "1");
    BOOST_TEST(ask(in(since_start()), data) == "unknown; missing startdatum");
    BOOST_TEST(ask(in(study_weeks(number("2"), number("2"))), data) == "unknown; missing startdatum");
    BOOST_TEST(ask(in(in_phase(model::PhaseId(0))), data) == "unknown; missing startdatum");
    BOOST_TEST(ask(in(since_start())) == "unknown; missing startdatum, presenties");

    PhaseSpan fixed;
    fixed.kind = PhaseSpan::Kind::dates;
    fixed.dates = days("2026-09-01", "2026-09-10");
    BOOST_TEST(ask(in(in_phase(phase("september", fixed))), data) == "2");
}

BOOST_AUTO_TEST_CASE(days_and_lengths_that_are_not_known) {
    const Records data = on({"2026-09-01", "2026-10-09"});
    const model::ParameterId length =
        parameter("venster", model::ValueKind::duration, Length{1, LengthUnit::weeks}, LengthUnit::weeks);
    set(length, Length{8, LengthUnit::weeks}, value(works));
    BOOST_TEST(ask(in(last(length, LengthUnit::weeks)), data) == "unknown; missing werkt");
    BOOST_TEST(ask(in(last(length, LengthUnit::weeks)), Records(data).set("werkt", "nee")) == "1");
    BOOST_TEST(ask(in(last(length, LengthUnit::weeks)), Records(data).set("werkt", "ja")) == "2");
    BOOST_TEST(ask(in(since(value(start))), data) == "unknown; missing startdatum");
    BOOST_TEST(ask(in(since(value(start))), Records(data).set("startdatum", "2026-09-01")) == "2");
    BOOST_TEST(ask(in(from_to(date("2026-09-01"), value(start))), data) == "unknown; missing startdatum");
    const model::ParameterId week = parameter("week", model::ValueKind::number, dec("1"));
    set(week, dec("2"), equal(value(programme), text("ICT")));
    BOOST_TEST(ask(in(study_weeks(value(week), number("6"))), Records(data).set("startdatum", "2026-08-31")) ==
               "unknown; missing opleiding");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
