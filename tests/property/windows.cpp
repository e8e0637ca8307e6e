// Windows over events as the evaluator counts them, against a question per event that is answered day by day
// (tests/support/brute_calendar.h): shares nothing with engine/calendar.
#include <boost/test/unit_test.hpp>

#include "engine/trace/evaluate.h"
#include "tests/support/brute_calendar.h"
#include "tests/support/random.h"
#include "tests/support/rule_set_builder.h"

namespace wegwijzer::test {
BOOST_AUTO_TEST_SUITE(windows)

namespace {

using Function = model::AggregateFunction;

struct World {
    RuleSetBuilder builder;
    FieldId start = builder.start_field("startdatum");
    SeriesId events = builder.series(
        "presentie", "presenties", {{"datum", type_of(FieldKind::date)}, {"aandeel", type_of(FieldKind::percentage)}});

    World() {
        builder.calendar("jaar", days("2026-08-31", "2027-07-09"),
                         {{"herfst", days("2026-10-19", "2026-10-25")}, {"kerst", days("2026-12-21", "2027-01-03")}});
        builder.calendar("volgend", days("2027-08-30", "2028-07-07"));
    }
};

struct Day {
    Date date;
    std::int64_t percent = 0;
};

std::string share(std::int64_t percent) {
    return percent < 10 ? "0.0" + std::to_string(percent) : "0." + std::to_string(percent);
}

std::vector<Day> any_days(Random& random, Date around) {
    std::vector<Day> result;
    for (std::uint64_t i = random.below(12); i > 0; --i) {
        result.push_back({Date::from_days(around.days() + static_cast<std::int32_t>(random.between(-90, 5))),
                          random.between(1, 99)});
    }
    return result;
}

// The count over the days that `is_in` says yes to; unknown when it says nothing.
template <class IsIn>
trace::Value brute_count(const std::vector<Day>& all, Date reference_date, IsIn is_in) {
    if (!is_in(reference_date)) return trace::Unknown{};
    std::int64_t count = 0;
    for (const Day& one : all) {
        if (one.date <= reference_date && *is_in(one.date)) ++count;
    }
    return Decimal::from_integer(count);
}

// The average of the shares, rounded; unknown over nothing.
template <class IsIn>
std::optional<Decimal> brute_average(const std::vector<Day>& all, Date reference_date, IsIn is_in) {
    if (!is_in(reference_date)) return std::nullopt;
    std::int64_t sum = 0;
    std::int64_t count = 0;
    for (const Day& one : all) {
        if (one.date > reference_date || !*is_in(one.date)) continue;
        sum += one.percent;
        ++count;
    }
    if (count == 0) return std::nullopt;
    return divide(Decimal::from_micros(sum * 10'000), Decimal::from_integer(count));
}

}  // namespace

BOOST_AUTO_TEST_CASE(count_and_change_over_days_answered_one_by_one) {
    constexpr LengthUnit units[] = {LengthUnit::days,           LengthUnit::weeks,  LengthUnit::working_days,
                                    LengthUnit::teaching_weeks, LengthUnit::months, LengthUnit::years};
    std::size_t known_changes = 0;
    for (std::uint64_t seed = 0; seed < rounds(1500); ++seed) {
        BOOST_TEST_CONTEXT("seed " << seed) {
            Random random(seed);
            World world;
            RuleSetBuilder& builder = world.builder;
            const Length length{random.between(1, 8), units[random.below(6)]};
            const Date reference_date =
                Date::from_days(day("2026-08-20").days() + static_cast<std::int32_t>(random.below(420)));
            const std::optional<Date> start =
                random.one_in(5) ? std::nullopt
                                 : std::optional(Date::from_days(reference_date.days() -
                                                                 static_cast<std::int32_t>(random.below(80))));
            PhaseSpan weeks;
            weeks.kind = PhaseSpan::Kind::study_weeks;
            weeks.first = random.between(1, 6);
            weeks.last = weeks.first + random.between(0, 4);
            const Events all = builder.of(world.events);
            const ExprId in_last = builder.count(all.in(builder.last(length.count, length.unit)));
            const ExprId change =
                builder.aggregate(Function::change, all.in(builder.last(length.count, length.unit)), "aandeel");
            const ExprId in_year = builder.count(all.in(builder.this_academic_year()));
            const ExprId in_weeks = builder.count(all.in(builder.study_weeks(
                builder.number(std::to_string(weeks.first)), builder.number(std::to_string(weeks.last)))));
            const ExprId in_phase = builder.count(all.in(builder.in_phase(builder.phase("weken", weeks))));
            const ExprId from_start = builder.count(all.in(builder.since_start()));

            const model::RuleSet rules = builder.build();
            const std::vector<Day> events = any_days(random, reference_date);
            Records records(rules.schema);
            records.student("S1").set("startdatum", start ? to_iso(*start) : "").supply("presenties");
            for (const Day& one : events) records.event("presenties", {to_iso(one.date), share(one.percent)});
            const Cohort cohort = records.finish();
            const auto value_of = [&](ExprId expr) {
                trace::StepId root;
                const trace::Trace trace = trace::evaluate_expr(rules, cohort, 0, reference_date, expr, &root);
                return trace.step(root).value;
            };

            const auto lies_in_last = [&](Date date) {
                return brute_is_in_last(rules.calendars, reference_date, length, date);
            };
            const auto lies_before = [&](Date date) {
                return brute_is_in_last_before(rules.calendars, reference_date, length, date);
            };
            BOOST_CHECK(value_of(in_last) == brute_count(events, reference_date, lies_in_last));
            BOOST_CHECK(value_of(in_year) == brute_count(events, reference_date, [&](Date date) {
                            return brute_is_in_academic_year(rules.calendars, reference_date, date);
                        }));
            const auto lies_in_weeks = [&](Date date) { return brute_is_in_phase(weeks, start, reference_date, date); };
            BOOST_CHECK(value_of(in_weeks) == brute_count(events, reference_date, lies_in_weeks));
            BOOST_CHECK(value_of(in_phase) == brute_count(events, reference_date, lies_in_weeks));
            BOOST_CHECK(value_of(from_start) == brute_count(events, reference_date, [&](Date date) {
                            return start ? std::optional(date >= *start) : std::nullopt;
                        }));
            const std::optional<Decimal> later = brute_average(events, reference_date, lies_in_last);
            const std::optional<Decimal> earlier = brute_average(events, reference_date, lies_before);
            const bool is_known = later && earlier;
            BOOST_CHECK(value_of(change) ==
                        (is_known ? trace::Value{subtract(*later, *earlier).value()} : trace::Value{trace::Unknown{}}));
            known_changes += is_known ? 1 : 0;
        }
    }
    BOOST_TEST(known_changes > 100u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
