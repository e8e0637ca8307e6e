// The pages of the students of both institutions that come along. What a page says about each signal, kracht, kans and
// policy, told from the ticks in the tree alone, is what evaluating the cohort says; and each value on it has its node.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "api/run/evaluation.h"
#include "cli/files.h"
#include "cli/render/explanation.h"
#include "dsl/compile/change.h"
#include "engine/explain/explanation.h"
#include "engine/explain/explanation_json.h"
#include "engine/io/read.h"
#include "engine/program/lower.h"
#include "engine/trace/evaluate.h"
#include "tests/differential/marked_page.h"
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

struct Institution {
    Compilation compilation;
    io::ReadResult data;

    [[nodiscard]] const model::RuleSet& rules() const { return *compilation.rules; }
};

Institution read_institution(const std::string& name, const std::string& packs) {
    const std::string place = "examples/instelling/" + name;
    std::vector<PackText> texts{read_pack(place)};
    for (PackText& pack : read_pack_in_use("rules/" + packs)) texts.push_back(std::move(pack));
    Institution institution{compile(texts), {}};
    BOOST_REQUIRE(institution.compilation.rules);
    cli::FileProblems problems;
    const cli::DataBytes bytes = cli::read_data(place + "/gegevens", problems);
    institution.data = io::read_csv_folder(institution.rules().schema, bytes.files());
    BOOST_REQUIRE(institution.data.cohort.students == 1000u);
    return institution;
}

// Every so many students.
std::vector<std::size_t> rows_of(const Cohort& cohort, std::size_t step) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < cohort.students; row += step) rows.push_back(row);
    return rows;
}

// Calls `use` with the page of each of these students, and what evaluating them says.
template <class Use>
void explain_each(const Institution& institution, const std::vector<std::size_t>& rows,
                  const explain::Redactor& redactor, Language language, Use&& use) {
    const model::RuleSet& rules = institution.rules();
    const Cohort& cohort = institution.data.cohort;
    const program::Program program = program::lower(rules);
    const Date day = Date::from_calendar(2026, 11, 16).value();
    const explain::Explainer explainer(redactor);
    run::evaluate_students(rules, program, cohort, rows, day, 1, [&](const run::Evaluated& student) {
        const trace::Trace trace = trace::evaluate(rules, cohort, student.row, day);
        use(explainer.explain(cohort, student.row, day, student.advice, trace, language), student.outcome);
    });
}

void hold_verdicts(const Institution& institution) {
    const model::RuleSet& rules = institution.rules();
    const explain::Redactor redactor(rules, explain::Reader::mentor());
    const std::vector<std::size_t> rows = rows_of(institution.data.cohort, under_sanitizers ? 10 : 1);
    std::size_t told = 0;
    explain_each(institution, rows, redactor, Language::nl, [&](const auto& explanation, const auto& outcome) {
        require_the_same(rules, *explanation, outcome);
        told += explanation->signals.size();
    });
    BOOST_TEST(told == rows.size() * rules.signals.size());  // an own mentor may see every one
}

// The numbers in a text: "4,5", "70%", "2026".
std::set<std::string> numbers_in(std::string_view text) {
    constexpr std::string_view digits = "0123456789";
    constexpr std::string_view inside = "0123456789.,%";
    std::set<std::string> numbers;
    for (std::size_t at = text.find_first_of(digits); at < text.size(); at = text.find_first_of(digits, at)) {
        const std::size_t end = std::min(text.find_first_not_of(inside, at), text.size());
        std::string number(text.substr(at, end - at));
        while (number.ends_with('.') || number.ends_with(',')) number.pop_back();
        numbers.insert(number);
        at = end;
    }
    return numbers;
}

// Those the authors wrote, and those of a list.
std::set<std::string> numbers_written(const Compilation& compilation) {
    std::set<std::string> written;
    for (std::size_t i = 0; i < compilation.sources.size(); ++i) {
        written.merge(numbers_in(compilation.sources.text(SourceId(i))));
    }
    for (int number = 1; number < 10; ++number) written.insert(std::to_string(number));
    return written;
}

// Each value on a page is one of the tree, by its node; and no number stands outside a value but those the authors wrote and
// the numbers of a list.
void hold_values(const Institution& institution, const explain::Reader& reader, Language language) {
    const Compilation& compilation = institution.compilation;
    const std::set<std::string> written = numbers_written(compilation);
    const explain::Redactor redactor(institution.rules(), reader, {&compilation.sources, {}});
    std::size_t found = 0;
    const std::vector<std::size_t> rows = rows_of(institution.data.cohort, under_sanitizers ? 250 : 25);
    explain_each(institution, rows, redactor, language, [&](const auto& explanation, const auto&) {
        const std::string& student = explanation->report->key;
        const auto fault = fault_in_values(redactor, explanation, language);
        BOOST_REQUIRE_MESSAGE(!fault, student << ": " << fault.value_or(""));
        cli::ExplanationFrame frame{.language = language, .in_full = true, .marks_nodes = true};
        const MarkedPage page = take_apart(cli::render_explanation(redactor, explanation, frame));
        found += page.values.size();
        for (const std::string& number : numbers_in(page.rest)) {
            BOOST_REQUIRE_MESSAGE(written.contains(number), student << ": " << number << " has no node");
        }
        json::Writer writer;
        write_json(writer, redactor, explanation);
        std::string values = "\"values\":{";
        for (const explain::ShownValue& value : explain::values_of(*explanation)) {
            values += json::quoted(value.node()) + ":" + json::quoted(value.text()) + ",";
        }
        values.back() = '}';
        BOOST_REQUIRE_MESSAGE(writer.text().find(values) != std::string::npos, student);
    });
    BOOST_TEST(found > rows.size() * 100);
}

// Each value on the page with a change in thought is one of the evaluation that it is said of: a field, an event of today, one
// of a later day, one of another year.
void hold_what_if(const Institution& institution, const explain::Reader& reader, Language language) {
    const Compilation& compilation = institution.compilation;
    const Cohort& cohort = institution.data.cohort;
    const std::set<std::string> written = numbers_written(compilation);
    const explain::Redactor redactor(institution.rules(), reader, {&compilation.sources, {}});
    const explain::WhatIfExplainer explainer(redactor);
    const Date day = Date::from_calendar(2026, 11, 16).value();
    const std::vector<std::vector<std::string>> asked = {
        {"heeft_vast_aanspreekpunt = nee", "leerjaar = 3"},
        {"metingen + {2026-11-16; motivatie: 1,5; binding_sociaal: 1; stress: 5}"},
        {"leeromgeving_dagen + {2026-12-14}"},
        {"reflectiemomenten + {2027-01-11; uitkomst: switch}"},
    };
    std::vector<std::size_t> found(asked.size());  // values of how it is now
    std::size_t without = 0;
    std::size_t advice = 0;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const ReadChanges read = read_changes(compilation, asked[i], [](const PrivacyClass&) { return true; });
        BOOST_REQUIRE_MESSAGE(!read.diagnostics.has_errors(), asked[i].front());
        for (const std::size_t row : rows_of(cohort, under_sanitizers ? 500 : 100)) {
            const auto what_if = explainer.explain(cohort, row, day, read.changes, language);
            const std::string where = asked[i].front() + " of " + what_if->page->report->key;
            MarkedPage page;
            const auto fault = fault_in_values(redactor, what_if, language, page);
            BOOST_REQUIRE_MESSAGE(!fault, where << ": " << fault.value_or(""));
            for (const std::string& number : numbers_in(page.rest)) {
                BOOST_REQUIRE_MESSAGE(written.contains(number), where << ": " << number << " has no node");
            }
            for (const auto& [node, text] : page.values) {
                if (node.starts_with("what_if/now/")) ++found[i];
                if (node.starts_with("what_if/without/")) ++without;
                if (node.starts_with("what_if/now/recommendations/")) ++advice;
            }
        }
        BOOST_TEST(found[i] > 0, asked[i].front());
    }
    BOOST_TEST(without > 0);
    BOOST_TEST(advice > 0);
}

// Each value on a student's own page too; a day that the explanation has as well is the same day there.
void hold_own_pages(const Institution& institution, Language language) {
    const Compilation& compilation = institution.compilation;
    const model::RuleSet& rules = institution.rules();
    const Cohort& cohort = institution.data.cohort;
    const std::set<std::string> written = numbers_written(compilation);
    const explain::Redactor redactor(rules, explain::Reader::student(), {&compilation.sources, {}});
    const explain::Explainer explainer(redactor);
    const explain::StudentPages pages(redactor);
    const program::Program program = program::lower(rules);
    const Date day = Date::from_calendar(2026, 11, 16).value();
    const std::vector<std::size_t> rows = rows_of(cohort, under_sanitizers ? 50 : 10);
    std::set<std::string> kinds;  // of values: the last name of their node
    run::evaluate_students(rules, program, cohort, rows, day, 1, [&](const run::Evaluated& student) {
        const trace::Trace trace = trace::evaluate(rules, cohort, student.row, day);
        const auto own = pages.make(explainer.explain(cohort, student.row, day, student.advice, trace, language),
                                    cohort, student.advice, trace, language);
        const std::string& key = own->explanation->report->key;
        MarkedPage page;
        const auto fault = fault_in_values(redactor, own, language, page);
        BOOST_REQUIRE_MESSAGE(!fault, key << ": " << fault.value_or(""));
        for (const std::string& number : numbers_in(page.rest)) {
            BOOST_REQUIRE_MESSAGE(written.contains(number), key << ": " << number << " has no node");
        }
        const std::vector<explain::ActionShown>& actions = own->explanation->actions;
        for (std::size_t i = 0; i < actions.size(); ++i) {
            const explain::ShownValue& due = own->actions[i].due;
            BOOST_REQUIRE_MESSAGE(due.node() == actions[i].due.node(), key);
            BOOST_REQUIRE_MESSAGE(actions[i].due.spoken().starts_with(due.text()), key);
        }
        for (const auto& [node, text] : page.values) kinds.insert(node.substr(node.rfind('/') + 1));
    });
    for (const char* kind : {"day", "due", "person", "reference_date"}) {
        BOOST_TEST(kinds.contains(kind), kind);
    }
}

// The caseload of the same students says what their pages say.
void hold_caseload(const Institution& institution, const explain::Reader& reader, Language language) {
    const Compilation& compilation = institution.compilation;
    const Cohort& cohort = institution.data.cohort;
    const explain::Redactor redactor(institution.rules(), reader, {&compilation.sources, {}});
    const Date day = Date::from_calendar(2026, 11, 16).value();
    explain::CaseloadMaker maker(redactor, cohort, day, language);
    std::vector<explain::Visible<explain::StudentExplanation>> explanations;
    const std::vector<std::size_t> rows = rows_of(cohort, under_sanitizers ? 50 : 10);
    explain_each(institution, rows, redactor, language, [&](const auto& explanation, const auto&) {
        maker.add(explanation->report);
        explanations.push_back(explanation);
    });
    const explain::Visible<explain::Caseload> caseload = maker.make();
    std::size_t found = 0;
    const auto fault = fault_in_values(redactor, caseload, explanations, language, found);
    BOOST_REQUIRE_MESSAGE(!fault, fault.value_or(""));
    BOOST_TEST(found > rows.size() * 10);
    // Most reasons that measure something say what they measured.
    const auto measured = std::ranges::count_if(caseload->students, [](const explain::CaseloadStudent& student) {
        return !student.reasons.empty() && student.reasons.front().strongest &&
               !student.reasons.front().strongest->decided.value.empty();
    });
    BOOST_TEST(static_cast<std::size_t>(measured) > rows.size() / 4);
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_hogeschool) {
    const Institution institution = read_institution("hogeschool", "hbo");
    hold_verdicts(institution);
    hold_values(institution, explain::Reader::mentor(), Language::nl);
    hold_values(institution, explain::Reader::nobody(), Language::en);
    hold_caseload(institution, explain::Reader::mentor(), Language::nl);
    hold_caseload(institution, explain::Reader::nobody(), Language::en);
    hold_what_if(institution, explain::Reader::mentor(), Language::nl);
    hold_own_pages(institution, Language::nl);
}

BOOST_AUTO_TEST_CASE(the_roc) {
    const Institution institution = read_institution("roc", "mbo");
    hold_verdicts(institution);
    hold_values(institution, explain::Reader::mentor(), Language::nl);
    hold_caseload(institution, explain::Reader::mentor(), Language::nl);
    hold_what_if(institution, explain::Reader::mentor(), Language::en);
    hold_own_pages(institution, Language::en);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
