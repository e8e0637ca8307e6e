// Many variants of one student's data are judged at once, and of those that the rules can't tell apart one is evaluated: each
// comes out as the slow evaluator says of it by itself, in any pack.
#include <boost/test/unit_test.hpp>

#include "engine/margins/judge.h"
#include "engine/margins/search.h"
#include "tests/differential/random_case.h"
#include "tests/support/random.h"

namespace {

using namespace wegwijzer;
using model::FieldValue;

// Few different ones, so that many are alike; such as stand in the data, and others.
FieldValue some_value(test::Random& random, const FieldType& type, const Column& column) {
    if (column.size() > 0 && random.one_in(2)) {
        if (const auto value = change::value_of(column, random.below(column.size()))) return *value;
    }
    switch (type.kind) {
        case FieldKind::key:
        case FieldKind::text: return std::string(random.one_in(2) ? "anders" : "b");
        case FieldKind::date: return *add_days(*parse_iso_date("2026-10-01"), random.between(-40, 40));
        case FieldKind::boolean: return random.one_in(2);
        case FieldKind::choice:
            return model::ChoiceValue{static_cast<std::uint32_t>(random.below(type.choices.size()))};
        case FieldKind::percentage: return Decimal::from_micros(random.between(0, 10) * 100'000);
        default: return Decimal::from_integer(random.between(0, 10));
    }
}

change::AddedEvent some_event(test::Random& random, const Cohort& record, const margins::SeriesRead& read, Date day) {
    const Series& series = record.schema->series_of(read.series);
    const SeriesData& data = record.series[read.series.index()];
    change::AddedEvent event{read.series, {}};
    event.values.resize(series.fields.size());
    event.values[series.date_field.index()] = day;
    for (const SeriesFieldId field : read.fields) {
        if (random.one_in(10)) continue;
        event.values[field.index()] =
            some_value(random, series.fields[field.index()].type, data.columns[field.index()]);
    }
    return event;
}

std::vector<change::Changes> some_variants(test::Random& random, const margins::Judge& judge,
                                           const margins::SeriesRead& read, Date day) {
    std::vector<change::Changes> variants(24);
    const std::size_t times = 1 + random.below(3);
    for (change::Changes& one : variants) {
        one.added.push_back(some_event(random, judge.record(), read, day));
        one.added.back().times = times;
    }
    return variants;
}

}  // namespace

BOOST_AUTO_TEST_CASE(variants_judged_at_once_come_out_as_one_by_one) {
    const std::uint64_t seed = test::fresh_seed();
    std::size_t judged = 0;
    std::size_t turned = 0;
    for (std::uint64_t number = 0; number < test::case_count(60); ++number) {
        BOOST_TEST_CONTEXT("WEGWIJZER_SEED=" << seed + number) {
            const test::RandomCase one = test::random_case(seed + number);
            test::Random random(seed + number);
            if (one.cohort.students == 0) continue;
            const margins::Preparations preparations(one.rules);
            for (std::size_t signal = 0; signal < one.rules.signals.size(); ++signal) {
                margins::Judge judge(one.rules, preparations.of(model::SignalId(signal)), one.cohort, 0,
                                     one.reference_date, model::SignalId(signal));
                for (const margins::SeriesRead& read : judge.reads().series) {
                    if (!judge.record().series[read.series.index()].supplied_for(0)) continue;
                    const Date day = *add_days(one.reference_date, random.between(-20, 20));
                    const Date judged_on = std::max(day, one.reference_date);
                    const std::vector<change::Changes> variants = some_variants(random, judge, read, day);
                    const std::vector<margins::State> states = judge.states_with(variants, judged_on);
                    BOOST_REQUIRE(states.size() == variants.size());
                    for (std::size_t i = 0; i < variants.size(); ++i) {
                        const bool is_same = states[i] == judge.state_with(variants[i], judged_on);
                        BOOST_REQUIRE_MESSAGE(is_same, "signal " << signal << ", variant " << i);
                        ++judged;
                        turned += states[i] == judge.state() ? 0 : 1;
                    }
                }
            }
        }
    }
    if (test::is_share()) return;
    BOOST_CHECK(judged > 0);
    BOOST_CHECK(turned > 0);
}
