#include <algorithm>

#include "api/run/requested_run.h"
#include "api/run/sweep_range.h"
#include "engine/compare/compare_json.h"

namespace wegwijzer::api {
namespace {

// What both sides have to say is said once.
void add_new(std::vector<Finding>& findings, std::vector<Finding> more) {
    const auto is_same = [](const Finding& left, const Finding& right) {
        return left.code == right.code && left.file == right.file && left.line == right.line &&
               left.column == right.column && left.message == right.message && left.why == right.why &&
               left.way_out == right.way_out;
    };
    for (Finding& finding : more) {
        const bool is_said = std::ranges::any_of(findings, [&](const Finding& said) { return is_same(said, finding); });
        if (!is_said) findings.push_back(std::move(finding));
    }
}

}  // namespace

Outcome<std::string> compare_json(const Cohort& before, const Cohort& after, const Request& request) {
    Outcome<std::string> outcome;
    RequestedRun old_run(before, request);
    RequestedRun new_run(after, request, {{}, &old_run});
    if (old_run.can_start() && new_run.can_start()) {
        const run::ComparedRuns runs =
            run::compare_runs(old_run.side(), new_run.side(), old_run.date(), request.threads);
        old_run.say(runs.faults_before);
        new_run.say(runs.faults_after);
        new_run.say(runs.capacity_after);
        outcome.value = json::written_indented([&](json::Writer& writer) { write_json(writer, runs.comparison); });
    }
    outcome.findings = old_run.take_findings();
    add_new(outcome.findings, new_run.take_findings());
    return outcome;
}

Outcome<std::string> sweep_json(const Cohort& cohort, std::string_view range, const Request& request) {
    Outcome<std::string> outcome;
    SourceMap argument;
    const SourceId source = argument.add("range", std::string(range));
    const model::RuleSet& rules = cohort.contents().rules->rules();
    const run::SweepRange values = run::read_sweep_range(rules, range, source);
    if (values.problem) {
        outcome.findings = {as_finding(*values.problem, argument, inner(request.language))};
        return outcome;
    }
    RequestedRun run(cohort, request, {rules.parameter(values.parameter).name, nullptr});
    if (run.can_start()) {
        const run::RunSide side = run.side();
        run.say(run::sweep_findings(side.redactor, side.cohort, side.rows, values.parameter, values.values, run.date(),
                                    request.threads));
        const explain::Visible<comparison::Sweep> swept = run::sweep(
            side.redactor, side.cohort, side.rows, values.parameter, values.values, run.date(), request.threads);
        outcome.value = json::written_indented([&](json::Writer& writer) { write_json(writer, swept); });
    }
    outcome.findings = run.take_findings();
    return outcome;
}

}  // namespace wegwijzer::api
