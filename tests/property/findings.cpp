// What finding out an unknown thing decides: with every value that people write for a field, and with whatever turns up in a series,
// the signal comes out as was said.
#include "engine/margins/findings.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <string>
#include <vector>

#include "dsl/compile/compile.h"
#include "engine/trace/evaluate.h"
#include "tests/support/random_signal.h"

BOOST_AUTO_TEST_SUITE(margins_laws)

namespace {

using namespace wegwijzer;
using margins::Finding;
using model::FieldValue;
using test::Random;

struct Asked {
    const model::RuleSet& rules;
    const Cohort& cohort;  // of one
    const trace::Trace& trace;

    [[nodiscard]] const model::SignalOutcome& now() const { return trace.outcome.signals.front(); }
};

model::SignalOutcome outcome_of(const model::RuleSet& rules, const Cohort& cohort) {
    return trace::evaluate(rules, cohort, 0, test::signal_day()).outcome.signals.front();
}

bool is_in(const margins::ValueRange& range, const FieldValue& value) {
    const margins::Point point = *margins::point_of(value);
    if (range.from) {
        const margins::Point from = *margins::point_of(range.from->value);
        if (range.from->is_included ? point < from : point <= from) return false;
    }
    if (!range.to) return true;
    const margins::Point to = *margins::point_of(range.to->value);
    return range.to->is_included ? point <= to : point < to;
}
bool is_in(const margins::ValueList& list, const FieldValue& value) {
    return (std::ranges::find(list.values, value) != list.values.end()) != list.is_all_but;
}

// How `answers` says that it comes out with this value of the field.
const margins::Outcome& said_of(const Finding& finding, const FieldValue& value) {
    for (const margins::FindingCase& one : finding.cases) {
        const bool is_meant = std::ranges::any_of(one.answers, [&](const margins::Answer& answer) {
            if (const auto* range = std::get_if<margins::ValueRange>(&answer)) return is_in(*range, value);
            return is_in(std::get<margins::ValueList>(answer), value);
        });
        if (is_meant) return one.outcome;
    }
    return finding.otherwise;
}

void check_field(const Asked& it, const Finding& finding, std::map<std::string, std::size_t>& totals) {
    const FieldId field = finding.missing.student_field;
    const FieldType& type = it.rules.schema->field(field).type;
    std::vector<FieldValue> values = test::values_people_write(type, FieldValue{test::signal_day()});
    if (type.kind == FieldKind::duration) values = test::values_people_write(type, FieldValue{Decimal{}});
    if (type.kind == FieldKind::text) {
        values.assign(test::programmes().begin(), test::programmes().end());
        values.emplace_back("nergens genoemd");
    }
    ++totals[finding.cases.empty() ? "field, one outcome" : "field, cases"];
    if (!finding.decides_something()) ++totals["field, not alone"];
    for (const FieldValue& value : values) {
        const model::SignalOutcome then = outcome_of(it.rules, change::apply(it.cohort, 0, {{{field, value}}, {}}));
        const margins::Outcome& said = said_of(finding, value);
        BOOST_CHECK_MESSAGE(then.possible_severities == said.severities, it.rules.schema->field(field).name
                                                                             << ": " << int{then.possible_severities}
                                                                             << " instead of " << int{said.severities});
        if (!said.is_decided()) {
            for (const model::Missing& need : then.missing) {
                BOOST_CHECK(std::ranges::find(said.needs, need) != said.needs.end());
            }
        }
    }
}

// Some events, and the series known with nothing else in it.
change::Changes some_events(const Schema& schema, SeriesId series, Random& random) {
    const auto all = test::events_people_write(schema, series, test::signal_day());
    change::Changes changes;
    for (std::uint64_t n = 1 + random.below(5); n > 0; --n)
        changes.added.push_back({series, all[random.below(all.size())]});
    return changes;
}

// None: a condition that the list comes by has not been found out by these events.
const margins::Outcome* said_of(const Asked& it, const Finding& finding, const Cohort& found) {
    for (const margins::FindingCase& one : finding.cases) {
        const auto& answer = std::get<margins::ConditionAnswer>(one.answers.front());
        trace::StepId root;
        const trace::Trace then =
            trace::evaluate_expr(it.rules, found, 0, test::signal_day(), it.trace.step(answer.condition).expr, &root);
        const Tri holds = trace::truth_of(then.step(root).value);
        if (holds == Tri::unknown) return nullptr;
        if (holds == answer.holds) return &one.outcome;
    }
    return &finding.otherwise;
}

void check_series(const Asked& it, const Finding& finding, Random& random, std::map<std::string, std::size_t>& totals) {
    ++totals[finding.decides_something() ? "series, decided" : "series, not alone"];
    // Of a series of which a part is known, other events would change that as well.
    if (it.cohort.series[finding.missing.series.index()].supplied_for(0)) return;
    for (int i = 0; i < 12; ++i) {
        const Cohort found = change::apply(it.cohort, 0, some_events(*it.rules.schema, finding.missing.series, random));
        const margins::Outcome* said = said_of(it, finding, found);
        if (said == nullptr || !said->is_decided()) continue;
        ++totals["series, tried"];
        BOOST_CHECK_MESSAGE(outcome_of(it.rules, found).possible_severities == said->severities,
                            "a series: another outcome than was said");
    }
}

Cohort without_a_series(const Cohort& cohort, std::size_t student, Random& random) {
    const SeriesId left_out(random.below(cohort.schema->series.size()));
    change::Kept kept;
    kept.series = [=](SeriesId series) { return series != left_out; };
    return change::apply(cohort, student, {}, kept);
}

}  // namespace

BOOST_AUTO_TEST_CASE(finding_out_decides_what_was_said) {
    constexpr std::size_t wanted = test::under_sanitizers ? 150 : 1000;
    std::size_t signals = 0;
    std::map<std::string, std::size_t> totals;
    for (std::uint64_t number = test::first_seed(); signals < wanted; ++number) {
        BOOST_TEST_CONTEXT("WEGWIJZER_SEED=" << number) {
            Random random(number);
            const std::string text = test::random_signals(random, 1);
            BOOST_TEST_CONTEXT(text.substr(test::signal_head().size())) {
                const Compilation compiled = compile({{"proef", {{"proef.regels", text}}}});
                BOOST_REQUIRE(compiled.rules);
                const Cohort cohort = test::random_students(random, compiled.rules->schema, 2);
                for (std::size_t student = 0; student < cohort.students; ++student) {
                    const Cohort one = random.one_in(2) ? without_a_series(cohort, student, random)
                                                        : change::apply(cohort, student, {});
                    const trace::Trace trace = trace::evaluate(*compiled.rules, one, 0, test::signal_day());
                    const Asked it{*compiled.rules, one, trace};
                    if (it.now().missing.empty()) continue;
                    ++signals;
                    for (const Finding& finding : margins::find_out(margins::Preparations(*compiled.rules), one, 0,
                                                                    test::signal_day(), trace, model::SignalId(0))) {
                        if (finding.missing.student_field) {
                            check_field(it, finding, totals);
                        } else {
                            check_series(it, finding, random, totals);
                        }
                    }
                }
            }
        }
    }
    for (const auto& [what, count] : totals) BOOST_TEST_MESSAGE(what << ": " << count);
    for (const char* what :
         {"field, cases", "field, not alone", "series, decided", "series, not alone", "series, tried"})
        BOOST_TEST(totals[what] > wanted / 100, what << ": " << totals[what]);
}

BOOST_AUTO_TEST_SUITE_END()
