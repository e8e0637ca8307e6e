// What the page of a student says about each signal, kracht, kans and policy, told from the ticks in the tree alone, is what
// evaluating the cohort says: of every student of both institutions that come along.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "api/run/evaluation.h"
#include "cli/files.h"
#include "engine/explain/explanation.h"
#include "engine/io/read.h"
#include "engine/program/lower.h"
#include "engine/trace/evaluate.h"
#include "tests/support/packs.h"
#include "tests/support/random.h"

namespace wegwijzer::test {

BOOST_AUTO_TEST_SUITE(explain_institutions)

namespace {

Tri any_of(const std::vector<explain::ConditionLine>& lines) {
    Tri any = Tri::no;
    for (const explain::ConditionLine& line : lines) any = tri_or(any, line.holds);
    return any;
}

struct Verdict {
    model::SignalStatus status = model::SignalStatus::not_active;
    model::Severity severity = model::Severity::none;
    bool possibly_higher = false;
};

// As a person reads it off the page: outside its phases, stopped, the first level that is ticked, or one that can't be told.
Verdict read_off(const explain::SignalExplanation& one) {
    Tri in_phase = one.phases.empty() ? Tri::yes : Tri::no;
    for (const explain::PhaseLine& phase : one.phases) in_phase = tri_or(in_phase, phase.holds);
    if (in_phase == Tri::no) return {.status = model::SignalStatus::not_applicable};
    if (in_phase == Tri::unknown) return {.status = model::SignalStatus::undetermined};
    if (any_of(one.unless) == Tri::yes) return {};
    Verdict verdict;
    for (const explain::LevelExplanation& level : one.levels) {
        const Tri holds = level.condition.holds;
        if (holds == Tri::unknown) verdict.status = model::SignalStatus::undetermined;
        if (holds != Tri::yes) continue;
        verdict.possibly_higher = verdict.status == model::SignalStatus::undetermined;
        verdict.status = model::SignalStatus::active;
        verdict.severity = level.severity;
        break;
    }
    return verdict;
}

Tri read_off(const explain::PolicyExplanation& one) {
    if (any_of(one.unless) == Tri::yes) return Tri::no;
    return one.condition ? one.condition->holds : Tri::yes;
}

void require_the_same(const model::RuleSet& rules, const explain::StudentExplanation& explanation,
                      const model::StudentOutcome& outcome) {
    const std::string& student = explanation.report->key;
    for (const explain::SignalExplanation& one : explanation.signals) {
        const model::SignalOutcome& evaluated = outcome.signals[one.signal.index()];
        const Verdict verdict = read_off(one);
        const bool same = verdict.status == evaluated.status && verdict.possibly_higher == evaluated.possibly_higher &&
                          verdict.severity == evaluated.severity;
        BOOST_REQUIRE_MESSAGE(same, student << ": " << rules.signal(one.signal).name);
        std::vector<std::string> missing;
        for (const model::Missing& each : evaluated.missing) missing.push_back(explain::name_of(*rules.schema, each));
        BOOST_REQUIRE_MESSAGE(one.missing == missing, student << ": " << rules.signal(one.signal).name);
        const bool has_words = one.explanation.has_value();
        const bool should_have =
            evaluated.status == model::SignalStatus::active && !rules.signal(one.signal).explanation.empty();
        BOOST_REQUIRE(has_words == should_have);
    }
    for (const explain::PolicyExplanation& one : explanation.policies) {
        const model::PolicyOutcome& evaluated = outcome.policies[one.policy.index()];
        const bool is_stopped = std::ranges::any_of(
            evaluated.unless, [](const model::ConditionOutcome& unless) { return unless.value == Tri::yes; });
        const Tri applies = is_stopped ? Tri::no : evaluated.condition.value;
        BOOST_REQUIRE_MESSAGE((read_off(one) == applies), student << ": " << rules.policy(one.policy).name);
        BOOST_REQUIRE((one.applies == applies));
    }
}

void run_institution(const std::string& name, const std::string& packs) {
    const std::string place = "examples/instelling/" + name;
    std::vector<PackText> texts{read_pack(place)};
    for (PackText& pack : read_pack_in_use("rules/" + packs)) texts.push_back(std::move(pack));
    const Compilation compilation = compile(texts);
    BOOST_REQUIRE(compilation.rules);
    const model::RuleSet& rules = *compilation.rules;
    cli::FileProblems problems;
    const cli::DataBytes bytes = cli::read_data(place + "/gegevens", problems);
    const io::ReadResult data = io::read_csv_folder(rules.schema, bytes.files());
    const Cohort& cohort = data.cohort;
    BOOST_REQUIRE(cohort.students == 1000u);

    const program::Program program = program::lower(rules);
    const Date day = Date::from_calendar(2026, 11, 16).value();
    const explain::Redactor redactor(rules, explain::Reader::mentor());
    const explain::Explainer explainer(redactor);
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < cohort.students; row += under_sanitizers ? 10 : 1) rows.push_back(row);
    std::size_t told = 0;
    run::evaluate_students(rules, program, cohort, rows, day, 1, [&](const run::Evaluated& student) {
        const trace::Trace trace = trace::evaluate(rules, cohort, student.row, day);
        const auto explanation = explainer.explain(cohort, student.row, day, student.advice, trace, Language::nl);
        require_the_same(rules, *explanation, student.outcome);
        told += explanation->signals.size();
    });
    BOOST_TEST(told == rows.size() * rules.signals.size());  // an own mentor may see every one
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_student_of_the_hogeschool) { run_institution("hogeschool", "hbo"); }
BOOST_AUTO_TEST_CASE(every_student_of_the_roc) { run_institution("roc", "mbo"); }

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
