#include <boost/test/unit_test.hpp>

#include "tests/unit/engine/trace/school.h"

namespace wegwijzer::test {
namespace {

using Function = model::AggregateFunction;

struct Aggregates : School {
    ExprId grade(Function function, const Events& events) { return aggregate(function, events, "cijfer"); }
    Events all = of(tests);
    Events maths = of(tests).with(equal(value(tests, "vak"), text("wiskunde")));

    [[nodiscard]] Records grades() const {
        return records()
            .event("toetsen", {"2026-09-28", "wiskunde", "4.5"})
            .event("toetsen", {"2026-10-05", "taal", "7"})
            .event("toetsen", {"2026-10-05", "wiskunde", "6"})
            .event("toetsen", {"2026-11-01", "wiskunde", "1"});  // after the reference date: does not exist
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(trace_aggregates, Aggregates)

BOOST_AUTO_TEST_CASE(known_events) {
    const Records data = grades();
    BOOST_TEST(ask(count(all), data) == "3");
    BOOST_TEST(ask(count(maths), data) == "2");
    BOOST_TEST(ask(aggregate(Function::count_distinct, all, "vak"), data) == "2");
    BOOST_TEST(ask(grade(Function::sum, maths), data) == "10.5");
    BOOST_TEST(ask(grade(Function::average, maths), data) == "5.25");
    BOOST_TEST(ask(grade(Function::highest, all), data) == "7");
    BOOST_TEST(ask(grade(Function::lowest, all), data) == "4.5");
    BOOST_TEST(ask(grade(Function::first, all), data) == "4.5");
    BOOST_TEST(ask(grade(Function::last, all), data) == "6");  // of one day the last row
    BOOST_TEST(ask(aggregate(Function::last, all, "vak"), data) == "\"wiskunde\"");
    BOOST_TEST(ask(aggregate(Function::highest, all, "datum"), data) == "2026-10-05");
    BOOST_TEST(ask(aggregate(Function::time_since_last, all), data) == "5 days");
    BOOST_TEST(ask(count(all.in(from_to(date("2026-10-01"), date("2026-12-01")))), data) == "2");
    BOOST_TEST(ask(count(all.in(from_to(date("2026-11-01"), date("2026-12-01")))), data) == "0");
}

BOOST_AUTO_TEST_CASE(nothing_and_not_supplied) {
    const Records nothing = records().supply("toetsen");
    BOOST_TEST(ask(count(all), nothing) == "0");
    BOOST_TEST(ask(grade(Function::sum, all), nothing) == "0");
    BOOST_TEST(ask(existence(Quantifier::none, {}, all), nothing) == "yes");
    for (const Function function :
         {Function::average, Function::highest, Function::lowest, Function::first, Function::last}) {
        BOOST_TEST(ask(grade(function, all), nothing) == "unknown; missing toetsen");
    }
    BOOST_TEST(ask(aggregate(Function::time_since_last, all), nothing) == "unknown; missing toetsen");
    BOOST_TEST(ask(count(all)) == "unknown; missing toetsen");
    BOOST_TEST(ask(existence(Quantifier::none, {}, all)) == "unknown; missing toetsen");
    BOOST_TEST(ask(existence(Quantifier::at_least, number("0"), all)) == "unknown; missing toetsen");
    BOOST_TEST(ask(grade(Function::sum, all)) == "unknown; missing toetsen");
}

BOOST_AUTO_TEST_CASE(events_without_their_field_are_skipped) {
    Records data =
        records().event("toetsen", {"2026-10-01", "wiskunde", ""}).event("toetsen", {"2026-10-02", "taal", "7"});
    BOOST_TEST(ask(grade(Function::average, all), data) == "7");
    BOOST_TEST(ask(count(all), data) == "2");
    BOOST_TEST(ask(grade(Function::average, maths), data) == "unknown; missing toetsen.cijfer");
    const Events physics = of(tests).with(equal(value(tests, "vak"), text("natuurkunde")));
    BOOST_TEST(ask(grade(Function::average, physics), data) == "unknown; missing toetsen");
    // Skipped first: that its filter is unknown too does no harm.
    BOOST_TEST(ask(grade(Function::average, all.with(at_least(value(tests, "cijfer"), number("1")))), data) == "7");
}

BOOST_AUTO_TEST_CASE(an_unknown_filter_gives_a_range_or_nothing) {
    const Records data = grades().event("toetsen", {"2026-10-06", "", "8"});
    BOOST_TEST(ask(count(maths), data) == "2..3; missing toetsen.vak");
    BOOST_TEST(ask(grade(Function::sum, maths), data) == "unknown; missing toetsen.vak");
    BOOST_TEST(ask(grade(Function::last, maths), data) == "unknown; missing toetsen.vak");
    BOOST_TEST(ask(aggregate(Function::count_distinct, maths, "cijfer"), data) == "2..3; missing toetsen.vak");
    BOOST_TEST(ask(existence(Quantifier::exactly, number("2"), maths), data) == "unknown; missing toetsen.vak");
    BOOST_TEST(ask(existence(Quantifier::at_most, number("3"), maths), data) == "yes");
    // The student's own field in the filter.
    const Events own = of(tests).with(less(value(tests, "cijfer"), value(motivation)));
    BOOST_TEST(ask(count(own), grades()) == "0..3; missing motivatie");
}

BOOST_AUTO_TEST_CASE(distinct_values_of_maybes_may_be_known_already) {
    const Records data =
        records().event("toetsen", {"2026-10-01", "wiskunde", "6"}).event("toetsen", {"", "wiskunde", "6"});
    const Events recent = all.in(last(8, LengthUnit::weeks));
    BOOST_TEST(ask(count(recent), data) == "1..2; missing toetsen.datum");
    BOOST_TEST(ask(aggregate(Function::count_distinct, recent, "vak"), data) == "1");
}

BOOST_AUTO_TEST_CASE(undated_events) {
    const Records data = grades().event("toetsen", {"", "wiskunde", "9"}).event("toetsen", {"", "taal", "2"});
    const Events recent = maths.in(last(8, LengthUnit::weeks));
    BOOST_TEST(ask(count(maths), data) == "3");
    BOOST_TEST(ask(count(recent), data) == "2..3; missing toetsen.datum");
    BOOST_TEST(ask(grade(Function::highest, maths), data) == "9");
    BOOST_TEST(ask(grade(Function::highest, recent), data) == "unknown; missing toetsen.datum");
    BOOST_TEST(ask(grade(Function::sum, recent), data) == "unknown; missing toetsen.datum");
    // These go by date, period or not.
    BOOST_TEST(ask(grade(Function::first, maths), data) == "unknown; missing toetsen.datum");
    BOOST_TEST(ask(grade(Function::last, maths), data) == "unknown; missing toetsen.datum");
    BOOST_TEST(ask(aggregate(Function::time_since_last, maths), data) == "unknown; missing toetsen.datum");
    const Events physics = of(tests).with(equal(value(tests, "vak"), text("natuurkunde")));
    BOOST_TEST(ask(grade(Function::last, physics), data) == "unknown; missing toetsen");
}

// language.md section 10, row 2.
BOOST_AUTO_TEST_CASE(a_series_that_is_complete_up_to_a_day) {
    const Records data = records()
                             .event("presenties", {"2026-09-20", "0.5"})
                             .event("presenties", {"2026-09-28", "0.6"})
                             .complete_to("presenties", "2026-10-01");
    const Events recent = of(attendance).in(last(4, LengthUnit::weeks));
    BOOST_TEST(ask(existence(Quantifier::at_least, number("2"), recent), data) == "yes");
    BOOST_TEST(ask(existence(Quantifier::at_least, number("3"), recent), data) == "unknown; missing presenties");
    BOOST_TEST(ask(existence(Quantifier::at_most, number("1"), recent), data) == "no");
    BOOST_TEST(ask(existence(Quantifier::none, {}, recent), data) == "no");
    BOOST_TEST(ask(count(recent), data) == "2..; missing presenties");
    BOOST_TEST(ask(count(of(attendance)), data) == "2..; missing presenties");
    BOOST_TEST(ask(count(of(attendance).in(from_to(date("2026-09-01"), date("2026-09-30")))), data) == "2");
    BOOST_TEST(ask(count(of(attendance).in(from_to(date("2026-09-01"), date("2026-10-01")))), data) == "2");
    BOOST_TEST(ask(count(of(attendance).in(since(date("2026-12-01")))), data) == "0");  // no day at all
    BOOST_TEST(ask(aggregate(Function::count_distinct, recent, "aandeel"), data) == "2..; missing presenties");
    BOOST_TEST(ask(aggregate(Function::average, recent, "aandeel"), data) == "0.55");  // uses what is known
    BOOST_TEST(ask(count(recent), data, "2026-10-01") == "2");
}

BOOST_AUTO_TEST_CASE(change_is_later_minus_earlier) {
    const Events three = of(attendance).in(last(2, LengthUnit::weeks));
    const ExprId change = aggregate(Function::change, three, "aandeel");
    // P 2026-10-10: later 09-27..10-10, earlier 09-13..09-26.
    const Records data = records()
                             .event("presenties", {"2026-09-13", "0.9"})
                             .event("presenties", {"2026-09-26", "0.8"})
                             .event("presenties", {"2026-09-27", "0.5"})
                             .event("presenties", {"2026-09-12", "0.1"});
    BOOST_TEST(ask(change, data) == "-0.35");
    BOOST_TEST(ask(change, records().event("presenties", {"2026-09-27", "0.5"})) == "unknown; missing presenties");
    BOOST_TEST(ask(change, records().supply("presenties")) == "unknown; missing presenties");
    BOOST_TEST(ask(change, Records(data).event("presenties", {"", "0.5"})) == "unknown; missing presenties.datum");
    BOOST_TEST(
        ask(change, records().event("presenties", {"2026-09-27", "0.5"}).event("presenties", {"2026-09-20", ""})) ==
        "unknown; missing presenties.aandeel");
    // Each average is rounded first: 1/3 - 0 is 0.333333, not a third.
    const Records thirds = records()
                               .event("presenties", {"2026-09-27", "1"})
                               .event("presenties", {"2026-09-28", "0"})
                               .event("presenties", {"2026-09-29", "0"})
                               .event("presenties", {"2026-09-26", "0"});
    BOOST_TEST(ask(equal(change, number("0.333333")), thirds) == "yes");
    // In teaching weeks there is no earlier part before the kalender.
    const ExprId far = aggregate(Function::change, of(attendance).in(last(4, LengthUnit::teaching_weeks)), "aandeel");
    BOOST_TEST(ask(far, data) == "unknown");
}

// language.md section 3, "Fields and series": the resit replaces the first attempt, before any filter or period.
BOOST_AUTO_TEST_CASE(of_events_with_one_vak_the_last_counts) {
    const Events failed = of(resits).with(less(value(resits, "cijfer"), number("5.5")));
    const Records data = records()
                             .event("tentamens", {"2026-09-10", "wiskunde", "4"})
                             .event("tentamens", {"2026-10-01", "wiskunde", "6"})
                             .event("tentamens", {"2026-09-10", "taal", "3"})
                             .event("tentamens", {"2026-10-20", "taal", "8"})  // after the reference date
                             .event("tentamens", {"2026-09-11", "", "2"});     // stands by itself
    BOOST_TEST(ask(count(failed), data) == "2");
    BOOST_TEST(ask(count(of(resits).in(from_to(date("2026-09-01"), date("2026-09-30")))), data) == "2");
    BOOST_TEST(ask(count(failed), data, "2026-09-30") == "3");
    BOOST_TEST(ask(count(failed), data, "2026-10-20") == "1");
    // On one day the last row.
    const Records same_day = records()
                                 .event("tentamens", {"2026-09-10", "wiskunde", "4"})
                                 .event("tentamens", {"2026-09-10", "wiskunde", "7"});
    BOOST_TEST(ask(count(failed), same_day) == "0");
}

BOOST_AUTO_TEST_CASE(an_undated_event_makes_the_filter_of_its_vak_unknown) {
    const Events passed = of(resits).with(at_least(value(resits, "cijfer"), number("5.5")));
    const Records data = records()
                             .event("tentamens", {"2026-09-10", "wiskunde", "4"})
                             .event("tentamens", {"", "wiskunde", "6"})
                             .event("tentamens", {"2026-09-10", "taal", "7"});
    BOOST_TEST(ask(count(passed), data) == "1..3; missing tentamens.datum");
    BOOST_TEST(ask(count(passed.in(from_to(date("2026-10-01"), date("2026-10-10")))), data) ==
               "0..1; missing tentamens.datum");
    BOOST_TEST(ask(aggregate(Function::average, passed, "cijfer"), data) == "unknown; missing tentamens.datum");
}

BOOST_AUTO_TEST_CASE(sums_and_counts_that_do_not_fit_or_divide_by_zero) {
    const SeriesId loans =
        series("lening", "leningen", {{"datum", type_of(FieldKind::date)}, {"bedrag", type_of(FieldKind::number)}});
    const Records large =
        records().event("leningen", {"2026-09-10", "9000000000000"}).event("leningen", {"2026-09-11", "9000000000000"});
    BOOST_TEST(ask(aggregate(Function::sum, of(loans), "bedrag"), large) == "unknown; overflow");
    BOOST_TEST(ask(aggregate(Function::average, of(loans), "bedrag"), large) == "9000000000000");
    const Events faulty = of(loans).with(less(divide(number("1"), value(motivation)), number("1")));
    BOOST_TEST(ask(count(faulty), Records(large).set("motivatie", "0")) == "0..2; division by zero");
    BOOST_TEST(ask(count(faulty), large) == "0..2; missing motivatie");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
