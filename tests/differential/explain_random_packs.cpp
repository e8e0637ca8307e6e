// Random rule sets over random cohorts: what is said about a student stands for every reader, in every form, and says of the
// outcome what both evaluators say. An explanation works out values by itself, so it meets every kind of expression here.
#include <boost/test/unit_test.hpp>
#include <string>

#include "api/run/evaluation.h"
#include "engine/explain/explanation_json.h"
#include "engine/explain/report_json.h"
#include "engine/explain/trace_json.h"
#include "engine/program/lower.h"
#include "engine/trace/evaluate.h"
#include "tests/differential/marked_page.h"
#include "tests/differential/random_case.h"

namespace wegwijzer::test {

BOOST_AUTO_TEST_SUITE(explain_random_packs)

namespace {

std::string report_of(const explain::Redactor& redactor, const explain::Visible<explain::StudentReport>& report) {
    json::Writer writer;
    write_json(writer, redactor, report);
    return writer.take();
}

// Every level, tenzij and policy that a line explains came out as the trace says.
void require_the_same_outcome(const explain::StudentExplanation& explanation, const trace::Trace& trace) {
    for (const explain::SignalExplanation& one : explanation.signals) {
        const auto& levels = trace.signal_levels[one.signal.index()];
        BOOST_REQUIRE(one.levels.size() <= levels.size());
        for (std::size_t i = 0; i < one.levels.size() && one.levels.size() == levels.size(); ++i) {
            const Tri holds = trace::truth_of(trace.step(levels[i]).value);
            BOOST_REQUIRE((one.levels[i].condition.holds == holds));
            BOOST_REQUIRE((holds == Tri::unknown || one.levels[i].condition.missing.empty()));
        }
    }
    for (const explain::PolicyExplanation& one : explanation.policies) {
        if (one.condition) {
            BOOST_REQUIRE((one.condition->holds == trace.outcome.policies[one.policy.index()].condition.value));
        }
    }
}

void run_case(std::uint64_t seed) {
    const RandomCase one = random_case(seed);
    const program::Program program = program::lower(one.rules);
    for (const explain::Reader& reader : {explain::Reader::nobody(), explain::Reader::mentor()}) {
        const explain::Redactor redactor(one.rules, reader);
        const explain::Explainer explainer(redactor);
        explain::CaseloadMaker maker(redactor, one.cohort, one.reference_date, Language::nl);
        std::vector<explain::Visible<explain::StudentExplanation>> explanations;
        std::vector<std::size_t> rows(one.cohort.students);
        for (std::size_t row = 0; row < rows.size(); ++row) rows[row] = row;
        run::evaluate_students(
            one.rules, program, one.cohort, rows, one.reference_date, 1, [&](const run::Evaluated& student) {
                const trace::Trace trace = trace::evaluate(one.rules, one.cohort, student.row, one.reference_date);
                const auto explanation =
                    explainer.explain(one.cohort, student.row, one.reference_date, student.advice, trace, Language::nl);
                require_the_same_outcome(*explanation, trace);
                const auto report =
                    redactor.redact(one.cohort, student.row, one.reference_date, student.outcome, student.advice);
                BOOST_REQUIRE(report_of(redactor, report) == report_of(redactor, explanation->report));
                json::Writer writer;
                write_json(writer, redactor, explanation);
                write_trace(writer, redactor, one.cohort, student.row, one.reference_date, trace);
                const auto fault = fault_in_values(redactor, explanation, Language::nl);
                BOOST_REQUIRE_MESSAGE(!fault, fault.value_or(""));
                maker.add(report);
                explanations.push_back(explanation);
            });
        std::size_t found = 0;
        const auto fault = fault_in_values(redactor, maker.make(), explanations, Language::nl, found);
        BOOST_REQUIRE_MESSAGE(!fault, fault.value_or(""));
        BOOST_REQUIRE(found > 0);
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(on_a_fixed_seed) {
    for (std::uint64_t i = 0; i < case_count(150); ++i) {
        BOOST_TEST_CONTEXT("WEGWIJZER_SEED=" << 1 + i) { run_case(1 + i); }
    }
}

BOOST_AUTO_TEST_CASE(on_a_fresh_seed) {
    const std::uint64_t seed = fresh_seed();
    for (std::uint64_t i = 0; i < case_count(50); ++i) {
        BOOST_TEST_CONTEXT("WEGWIJZER_SEED=" << seed + i) { run_case(seed + i); }
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
