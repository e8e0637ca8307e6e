#include "engine/examples/run_examples.h"

#include <algorithm>
#include <optional>

#include "engine/advise/advice.h"
#include "engine/examples/comes_out.h"
#include "engine/examples/explain_failure.h"
#include "engine/examples/judge.h"
#include "engine/examples/parameters_read.h"
#include "engine/examples/subject.h"
#include "engine/execute/evaluate_all.h"
#include "engine/explain/format_value.h"
#include "engine/program/lower.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::examples {
namespace {

// One per parameter without a value that the voorbeeld reads: the line to add.
std::vector<Diagnostic> open_choices(const model::RuleSet& rules, const model::Example& example, Language written) {
    std::vector<Diagnostic> found;
    for (const model::ParameterId id : parameters_read(rules, example)) {
        const model::Parameter& parameter = rules.parameter(id);
        if (!parameter.is_open()) continue;
        const bool nl = written == Language::nl;
        const std::string value = parameter.lowest
                                      ? explain::format_constant(rules, *parameter.lowest, parameter.type, written)
                                      : std::string("…");
        Diagnostic diagnostic;
        diagnostic.code = Code::F250;
        diagnostic.span = example.keyword;
        diagnostic.arguments = {parameter.name,
                                (nl ? "stel " : "set ") + parameter.name + (nl ? " in op " : " to ") + value};
        found.push_back(std::move(diagnostic));
    }
    return found;
}

// A voorbeeld that sets parameters has a program of its own.
model::StudentOutcome batch_outcome(const Subject& subject, const std::shared_ptr<const model::RuleSet>& rules,
                                    const program::Program& program) {
    const auto run = [&](const program::Program& of) {
        return execute::outcome_of(execute::evaluate_all(of, subject.cohort, subject.on), 0);
    };
    return subject.rules == rules ? run(program) : run(program::lower(*subject.rules));
}

}  // namespace

ExampleResult run_example(const std::shared_ptr<const model::RuleSet>& rules, const program::Program& program,
                          const explain::Authorship& authorship, std::size_t index, Evaluator evaluator) {
    const model::Example& example = rules->examples[index];
    const Subject subject = build_subject(rules, example);
    const explain::Redactor redactor(*subject.rules, explain::Reader::student(), authorship);
    ExampleResult result{index, open_choices(*subject.rules, example, redactor.language_of(example.origin))};
    if (!result.findings.empty()) return result;

    std::optional<trace::Trace> traced;  // for the slow evaluator, and to say why something did not come out
    const auto trace = [&]() -> const trace::Trace& {
        if (!traced) traced = trace::evaluate(*subject.rules, subject.cohort, 0, subject.on);
        return *traced;
    };
    const model::StudentOutcome outcome =
        evaluator == Evaluator::trace ? trace().outcome : batch_outcome(subject, rules, program);
    const advise::StudentAdvice advice =
        advise::advise(*subject.rules, outcome, advise::history_of(subject.cohort, 0, subject.on), subject.on);
    const explain::Visible<explain::StudentReport> report =
        redactor.redact(subject.cohort, 0, subject.on, outcome, advice);
    const CameOut came_out{subject, outcome, advice, *report};
    for (const model::Expectation& expectation : example.expectations) {
        if (holds(came_out, expectation)) continue;
        Diagnostic diagnostic;
        diagnostic.code = Code::F251;
        diagnostic.span = expectation.origin;
        diagnostic.arguments = {example.title, redactor.words_of(expectation.origin), describe(came_out, expectation)};
        diagnostic.lines = explain_failure(came_out, expectation, redactor, trace());
        result.findings.push_back(std::move(diagnostic));
    }
    return result;
}

// The others need not be evaluated.
bool is_about_signals(const model::Example& example) {
    return std::ranges::all_of(example.expectations, [](const model::Expectation& expectation) {
        const auto* signal = std::get_if<model::SignalExpectation>(&expectation.what);
        return signal != nullptr && !signal->signal.is_none();
    });
}

namespace {

model::StudentOutcome outcome_of_its_signals(const Subject& subject, const model::Example& example) {
    model::StudentOutcome outcome;
    outcome.signals.resize(subject.rules->signals.size());
    for (const model::Expectation& expectation : example.expectations) {
        const model::SignalId id = std::get<model::SignalExpectation>(expectation.what).signal;
        outcome.signals[id.index()] =
            trace::evaluate_signal(*subject.rules, subject.cohort, 0, subject.on, id).outcome.signals.front();
    }
    return outcome;
}

}  // namespace

bool comes_out(const Subject& subject, const model::Example& example, const model::StudentOutcome& outcome) {
    const advise::StudentAdvice advice =
        is_about_signals(example)
            ? advise::StudentAdvice()
            : advise::advise(*subject.rules, outcome, advise::history_of(subject.cohort, 0, subject.on), subject.on);
    const explain::StudentReport unread;  // it is for the reasons in words
    const CameOut came_out{subject, outcome, advice, unread};
    return std::ranges::all_of(example.expectations,
                               [&](const model::Expectation& each) { return holds(came_out, each); });
}

bool comes_out(const std::shared_ptr<const model::RuleSet>& rules, const model::Example& example) {
    const Subject subject = build_subject(rules, example);
    if (!open_choices(*subject.rules, example, Language::nl).empty()) return false;
    return comes_out(subject, example,
                     is_about_signals(example)
                         ? outcome_of_its_signals(subject, example)
                         : trace::evaluate(*subject.rules, subject.cohort, 0, subject.on).outcome);
}

}  // namespace wegwijzer::examples
