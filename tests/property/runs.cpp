// `in enige` and `langste rij` as the evaluator counts them, against every window and every stretch looked at one by one
// (tests/support/brute_calendar.h): shares nothing with engine/calendar.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "engine/trace/evaluate.h"
#include "engine/trace/print_trace.h"
#include "tests/support/brute_calendar.h"
#include "tests/support/random.h"
#include "tests/support/rule_set_builder.h"

namespace wegwijzer::test {
BOOST_AUTO_TEST_SUITE(runs)

namespace {

using Function = model::AggregateFunction;

struct World {
    RuleSetBuilder builder;
    SeriesId events = builder.series("verzuim", "verzuimen",
                                     {{"datum", type_of(FieldKind::date)},
                                      {"uren", type_of(FieldKind::number)},
                                      {"gemeld", type_of(FieldKind::boolean)}});

    World() {
        builder.calendar("jaar", days("2026-09-02", "2027-07-09"),
                         {{"herfst", days("2026-10-19", "2026-10-25")}, {"kerst", days("2026-12-21", "2027-01-03")}});
    }
};

struct Seen {
    std::optional<Date> date;
    std::optional<std::int64_t> hours;
    Tri passes = Tri::yes;
};

std::vector<Seen> some_events(Random& random, Date around, bool is_clean) {
    std::vector<Seen> all;
    for (std::uint64_t i = random.below(10); i > 0; --i) {
        Seen one;
        one.date = Date::from_days(around.days() + static_cast<std::int32_t>(random.between(-50, 3)));
        one.hours = random.between(-3, 9);
        if (random.one_in(3)) one.passes = Tri::no;
        if (!is_clean) {
            if (random.one_in(4)) one.passes = Tri::unknown;
            if (random.one_in(12)) one.date.reset();
            if (random.one_in(10)) one.hours.reset();
        }
        all.push_back(one);
    }
    return all;
}

// In order of date, those of one day as they came in; nothing after the peildatum, nothing undated.
std::vector<Seen> dated(std::vector<Seen> all, Date reference_date) {
    std::erase_if(all, [&](const Seen& one) { return !one.date || *one.date > reference_date; });
    std::ranges::stable_sort(all, {}, [](const Seen& one) { return *one.date; });
    return all;
}

// The highest `measure` over the windows of `passing`; 0 without any.
template <class Measure>
std::optional<std::int64_t> highest(const std::vector<Seen>& passing, const Calendars& calendars, Date reference_date,
                                    Length length, Measure measure) {
    if (!brute_is_in_window(calendars, reference_date, length, reference_date, reference_date)) return std::nullopt;
    std::optional<std::int64_t> best;
    for (const Seen& opening : passing) {
        std::int64_t sum = 0;
        for (const Seen& one : passing) {
            if (*brute_is_in_window(calendars, reference_date, length, *opening.date, *one.date)) sum += measure(one);
        }
        best = std::max(best.value_or(sum), sum);
    }
    return best.value_or(0);
}

trace::Value range(std::int64_t low, std::int64_t high) {
    if (low == high) return Decimal::from_integer(low);
    return trace::CountRange{low, high};
}

// The longest stretch of `places` in which all count, every stretch tried.
template <class Place, class Counts>
std::int64_t longest_stretch(const std::vector<Place>& places, Counts counts) {
    std::int64_t best = 0;
    for (std::size_t from = 0; from < places.size(); ++from) {
        for (std::size_t to = from; to < places.size(); ++to) {
            const bool all = std::all_of(places.begin() + static_cast<std::ptrdiff_t>(from),
                                         places.begin() + static_cast<std::ptrdiff_t>(to) + 1, counts);
            if (all) best = std::max(best, static_cast<std::int64_t>(to - from + 1));
        }
    }
    return best;
}

}  // namespace

BOOST_AUTO_TEST_CASE(windows_and_rows_looked_at_one_by_one) {
    constexpr LengthUnit units[] = {LengthUnit::days,           LengthUnit::weeks,  LengthUnit::working_days,
                                    LengthUnit::teaching_weeks, LengthUnit::months, LengthUnit::years};
    std::size_t ranges = 0;
    std::size_t above_one = 0;
    for (std::uint64_t seed = 0; seed < rounds(1500); ++seed) {
        BOOST_TEST_CONTEXT("seed " << seed) {
            Random random(seed);
            World world;
            RuleSetBuilder& builder = world.builder;
            const Length length{random.between(1, 12), units[random.below(6)]};
            const Date reference_date =
                Date::from_days(day("2026-08-25").days() + static_cast<std::int32_t>(random.below(200)));
            const bool within = random.one_in(3);
            const auto cut = [&](model::PeriodId id) { return within ? builder.within_academic_year(id) : id; };
            const Events all = builder.of(world.events)
                                   .with(builder.equal(builder.value(world.events, "gemeld"), builder.boolean(true)));
            const Events in_any = all.in(cut(builder.any(length.count, length.unit)));
            const Events in_last = all.in(cut(builder.last(length.count, length.unit)));
            const ExprId count = builder.count(in_any);
            const ExprId sum = builder.aggregate(Function::sum, in_any, "uren");
            const ExprId row = builder.aggregate(Function::longest_run, in_last);
            const ExprId days = builder.aggregate(Function::longest_run_days, in_last);
            const ExprId row_of_all = builder.aggregate(Function::longest_run, all);

            const model::RuleSet rules = builder.build();
            const std::vector<Seen> events = some_events(random, reference_date, random.one_in(2));
            Records records(rules.schema);
            records.student("S1").supply("verzuimen");
            for (const Seen& one : events) {
                records.event("verzuimen",
                              {one.date ? to_iso(*one.date) : "", one.hours ? std::to_string(*one.hours) : "",
                               one.passes == Tri::unknown ? ""
                               : one.passes == Tri::yes   ? "ja"
                                                          : "nee"});
            }
            const Cohort cohort = records.finish();
            const auto value_of = [&](ExprId expr) {
                trace::StepId root;
                const trace::Trace trace = trace::evaluate_expr(rules, cohort, 0, reference_date, expr, &root);
                return trace.step(root).value;
            };
            const auto check = [&](std::string_view what, ExprId expr, const trace::Value& expected) {
                const trace::Value value = value_of(expr);
                const model::ValueType type{model::ValueKind::number, {}, {}};
                BOOST_TEST(bool{value == expected}, what << ": " << trace::print_value(rules, value, type) << " for "
                                                         << trace::print_value(rules, expected, type));
            };

            const Calendars& calendars = rules.calendars;
            const auto in_year = [&](Date date) { return brute_is_in_academic_year(calendars, reference_date, date); };
            const bool is_cut_unknown = within && !in_year(reference_date);
            std::int64_t undated = 0;
            bool undated_hours = false;
            for (const Seen& one : events) {
                if (one.date || one.passes == Tri::no) continue;
                ++undated;
                undated_hours = undated_hours || one.hours;
            }
            std::vector<Seen> counting = dated(events, reference_date);
            if (within && !is_cut_unknown)
                std::erase_if(counting, [&](const Seen& one) { return !*in_year(*one.date); });
            std::vector<Seen> certain = counting;
            std::erase_if(certain, [](const Seen& one) { return one.passes != Tri::yes; });
            std::vector<Seen> possible = counting;
            std::erase_if(possible, [](const Seen& one) { return one.passes == Tri::no; });

            // in enige
            const auto one_each = [](const Seen&) { return std::int64_t{1}; };
            const auto low = highest(certain, calendars, reference_date, length, one_each);
            const auto high = highest(possible, calendars, reference_date, length, one_each);
            if (is_cut_unknown || !low) {
                check("count", count, trace::Unknown{});
                check("sum", sum, trace::Unknown{});
            } else {
                check("count", count, range(*low, *high + undated));
                ranges += *low != *high + undated ? 1 : 0;
                above_one += *low > 1 ? 1 : 0;
                const auto has_no_hours = [](const Seen& one) { return !one.hours; };
                std::vector<Seen> summed = certain;
                std::erase_if(summed, has_no_hours);
                std::vector<Seen> maybe = possible;
                std::erase_if(maybe, has_no_hours);
                if (maybe.size() != summed.size() || undated_hours) {
                    check("sum", sum, trace::Unknown{});
                } else {
                    const auto best =
                        highest(summed, calendars, reference_date, length, [](const Seen& one) { return *one.hours; });
                    check("sum", sum, Decimal::from_integer(*best));
                }
            }

            // langste rij
            const bool is_days_unknown =
                is_cut_unknown || !brute_is_in_last(calendars, reference_date, length, reference_date);
            const auto passes = [](const Seen& one) { return one.passes == Tri::yes; };
            const auto may_pass = [](const Seen& one) { return one.passes != Tri::no; };
            const std::vector<Seen> every = dated(events, reference_date);
            check("row of all", row_of_all,
                  undated > 0 ? trace::Value{trace::Unknown{}}
                              : range(longest_stretch(every, passes), longest_stretch(every, may_pass)));
            if (is_days_unknown || undated > 0) {
                check("row", row, trace::Unknown{});
                check("days", days, trace::Unknown{});
                continue;
            }
            std::vector<Seen> inside = counting;
            std::erase_if(inside, [&](const Seen& one) {
                return !*brute_is_in_last(calendars, reference_date, length, *one.date);
            });
            check("row", row, range(longest_stretch(inside, passes), longest_stretch(inside, may_pass)));
            std::vector<Date> working;
            for (Date each = Date::from_days(reference_date.days() - 60); each <= reference_date;
                 each = Date::from_days(each.days() + 1)) {
                if (brute_is_working_day(calendars, each)) working.push_back(each);
            }
            const auto on = [&](auto counts) {
                return [&, counts](Date date) {
                    return std::ranges::any_of(inside,
                                               [&](const Seen& one) { return *one.date == date && counts(one); });
                };
            };
            check("days", days, range(longest_stretch(working, on(passes)), longest_stretch(working, on(may_pass))));
        }
    }
    BOOST_TEST(ranges > 100u);
    BOOST_TEST(above_one > 100u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
