#include "api/run/explain_student.h"

#include "engine/diagnostics/did_you_mean.h"
#include "engine/explain/explanation_json.h"
#include "engine/explain/what_if_json.h"
#include "engine/explain/why_not_json.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::run {
namespace {

using explain::Visible;

trace::Trace trace_of(const AskedStudent& student) {
    return trace::evaluate(student.redactor.rules(), student.cohort, student.row, student.reference_date);
}

ExplainedStudent explain_traced(const AskedStudent& student, const explain::Explainer& explainer, trace::Trace trace,
                                Language language) {
    const Date date = student.reference_date;
    advise::StudentAdvice advice = advise::advise(student.redactor.rules(), trace.outcome,
                                                  advise::history_of(student.cohort, student.row, date), date);
    Visible<explain::StudentExplanation> explanation =
        explainer.explain(student.cohort, student.row, date, advice, trace, language, student.earlier);
    return {std::move(trace), std::move(advice), std::move(explanation)};
}

Diagnostic nothing_called(const AskedStudent& student, const model::StudentOutcome& outcome, const std::string& name) {
    Diagnostic unknown;
    unknown.code = Code::F287;
    unknown.arguments = {{name, name}};
    if (const auto meant = did_you_mean(name, explain::names_to_ask(student.redactor, outcome))) {
        unknown.way_out = ask_whether(*meant);
    }
    return unknown;
}

}  // namespace

ExplainedStudent explain_student(const AskedStudent& student, explain::ChangesWanted changes, Language language) {
    return explain_traced(student, explain::Explainer(student.redactor, changes), trace_of(student), language);
}

WhyNotAnswer explain_why_not(const AskedStudent& student, const std::string& name, Language language) {
    trace::Trace trace = trace_of(student);
    std::optional<explain::Asked> asked = explain::asked_about(student.redactor, trace.outcome, name);
    if (!asked) return {std::nullopt, nothing_called(student, trace.outcome, name)};
    const explain::Explainer explainer(student.redactor, explain::ChangesWanted::full, asked->signals);
    ExplainedStudent explained = explain_traced(student, explainer, std::move(trace), language);
    return {WhyNot{std::move(*asked), std::move(explained.explanation)}, std::nullopt};
}

std::string to_json(const AskedStudent& student, const Visible<explain::StudentExplanation>& explanation) {
    return json::written_indented([&](json::Writer& writer) { write_json(writer, student.redactor, explanation); });
}

std::string to_json(const AskedStudent& student, const WhyNot& why_not) {
    return json::written_indented(
        [&](json::Writer& writer) { write_json(writer, student.redactor, why_not.explanation, why_not.asked); });
}

std::string to_json(const AskedStudent& student, const Visible<explain::WhatIf>& what_if) {
    return json::written_indented([&](json::Writer& writer) { write_json(writer, student.redactor, what_if); });
}

}  // namespace wegwijzer::run
