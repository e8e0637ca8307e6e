#include <optional>

#include "api/run/compare_runs.h"
#include "api/run/contents.h"
#include "api/run/readers.h"
#include "api/run/run_findings.h"
#include "api/run/sweep_range.h"
#include "engine/compare/compare_json.h"

namespace wegwijzer::api {
namespace {

// One rule set with its students, for the reader of the request.
struct Prepared {
    const Rules::Contents& rules;
    const wegwijzer::Cohort& cohort;
    std::vector<std::size_t> rows;
    std::optional<explain::Redactor> redactor;  // none: something is wrong

    [[nodiscard]] run::RunSide side() const { return {*redactor, rules.program, cohort, rows}; }
};

void say(std::vector<Finding>& findings, const std::vector<Diagnostic>& diagnostics, const SourceMap& sources,
         Language language) {
    for (const Diagnostic& diagnostic : diagnostics) {
        findings.push_back(as_finding(diagnostic, sources, inner(language)));
    }
}

std::optional<Date> read_date(const Request& request, std::vector<Finding>& findings) {
    const std::optional<Date> date = parse_iso_date(request.reference_date);
    if (!date) {
        Diagnostic problem;
        problem.code = Code::F209;
        problem.arguments = {request.reference_date};
        say(findings, {problem}, {}, request.language);
    }
    return date;
}

// `swept`: the open choice that is given its values.
Prepared prepare(const Cohort& cohort, const Request& request, std::string_view swept, std::vector<Finding>& findings) {
    const Rules::Contents& rules = *cohort.contents().rules;
    Prepared prepared{rules, cohort.contents().data.cohort, {}, {}};
    const SourceMap& sources = rules.compilation.sources;
    std::vector<Diagnostic> open = run::open_choices(rules.rules());
    std::erase_if(open, [&](const Diagnostic& choice) { return choice.arguments.front().nl == swept; });
    say(findings, open, sources, request.language);
    if (!open.empty()) return prepared;
    const run::ReaderRequest who{request.role, request.mentor};
    const run::ChosenReader chosen = run::choose_reader(rules.rules(), who);
    if (chosen.problem) {
        say(findings, {*chosen.problem}, sources, request.language);
        return prepared;
    }
    run::SelectedStudents selected = run::select_students(rules.rules(), prepared.cohort, chosen.reader, who);
    if (selected.problem) {
        say(findings, {*selected.problem}, sources, request.language);
        return prepared;
    }
    prepared.rows = std::move(selected.rows);
    prepared.redactor.emplace(rules.rules(), chosen.reader, rules.authorship);
    return prepared;
}

}  // namespace

Outcome<std::string> compare_json(const Cohort& before, const Cohort& after, const Request& request) {
    Outcome<std::string> outcome;
    const std::optional<Date> date = read_date(request, outcome.findings);
    if (!date) return outcome;
    const Prepared old_side = prepare(before, request, {}, outcome.findings);
    const Prepared new_side = prepare(after, request, {}, outcome.findings);
    if (!old_side.redactor || !new_side.redactor) return outcome;
    const run::ComparedRuns runs = run::compare_runs(old_side.side(), new_side.side(), *date, request.threads);
    say(outcome.findings, runs.faults_before, old_side.rules.compilation.sources, request.language);
    say(outcome.findings, runs.faults_after, new_side.rules.compilation.sources, request.language);
    say(outcome.findings, runs.capacity_after, new_side.rules.compilation.sources, request.language);
    json::Writer writer;
    write_json(writer, runs.comparison);
    outcome.value = writer.take();
    return outcome;
}

Outcome<std::string> sweep_json(const Cohort& cohort, std::string_view range, const Request& request) {
    Outcome<std::string> outcome;
    const std::optional<Date> date = read_date(request, outcome.findings);
    if (!date) return outcome;
    SourceMap argument;
    const SourceId source = argument.add("range", std::string(range));
    const Rules::Contents& rules = *cohort.contents().rules;
    const run::SweepRange values = run::read_sweep_range(rules.rules(), range, source);
    if (values.problem) {
        say(outcome.findings, {*values.problem}, argument, request.language);
        return outcome;
    }
    const Prepared side = prepare(cohort, request, rules.rules().parameter(values.parameter).name, outcome.findings);
    if (!side.redactor) return outcome;
    say(outcome.findings,
        run::sweep_findings(*side.redactor, side.cohort, side.rows, values.parameter, values.values, *date,
                            request.threads),
        side.rules.compilation.sources, request.language);
    json::Writer writer;
    write_json(writer, run::sweep(*side.redactor, side.cohort, side.rows, values.parameter, values.values, *date,
                                  request.threads));
    outcome.value = writer.take();
    return outcome;
}

}  // namespace wegwijzer::api
