#include "api/run/compare_runs.h"
#include "api/run/sweep_range.h"
#include "cli/commands.h"
#include "cli/compare_kept.h"
#include "cli/output.h"
#include "cli/session.h"
#include "cli/threads.h"
#include "cli/write_comparison.h"
#include "engine/program/lower.h"

namespace wegwijzer::cli {
namespace {

Status run_comparison(const Context& context) {
    Status status = Status::fine;
    std::optional<Session> before = open_session(context, status);
    if (!before) return status;
    std::optional<Session> after =
        open_session(context, Opening{context.options.with, &before->bytes, {}, &*before}, status);
    if (!after) return status;
    const explain::Redactor redactor_before = before->make_redactor();
    const explain::Redactor redactor_after = after->make_redactor();
    Output output(context);
    {
        const StepTimer timer(context, "compare");
        const program::Program program_before = program::lower(before->rules());
        const program::Program program_after = program::lower(after->rules());
        const run::ComparedRuns runs = run::compare_runs(
            {redactor_before, program_before, before->cohort(), before->rows},
            {redactor_after, program_after, after->cohort(), after->rows}, *context.options.date, thread_count());
        before->warn(runs.faults_before);
        after->warn(runs.faults_after);
        after->warn(runs.capacity_after);
        if (const std::size_t alone = runs.only_before + runs.only_after; alone != 0) {
            Diagnostic note;
            note.code = Code::N271;
            note.arguments = {std::to_string(alone)};
            after->warn({note});
        }
        write_comparison(context, output, runs.comparison);
    }
    status = output.finish();
    close_sessions(context, *before, *after);
    return status;
}

Status run_sweep(const Context& context) {
    const std::string& written = *context.options.sweep;
    Status status = Status::fine;
    const std::string name = written.substr(0, written.find('='));
    const std::string trimmed = name.substr(0, name.find_last_not_of(' ') + 1);
    std::optional<Session> session = open_session(context, Opening{context.options.packs, nullptr, trimmed}, status);
    if (!session) return status;
    SourceMap argument;
    const SourceId source = argument.add("--sweep", written);
    const run::SweepRange range = run::read_sweep_range(session->rules(), written, source);
    if (range.problem) {
        context.report(*range.problem, argument);
        return Status::wrong_use;
    }
    const explain::Redactor redactor = session->make_redactor();
    Output output(context);
    {
        StepTimer timer(context, "sweep");
        const auto result = run::sweep(
            redactor, session->cohort(), session->rows, range.parameter, range.values, *context.options.date,
            thread_count(), [&](std::size_t done) { timer.progress("waarden", "values", done, range.values.size()); });
        session->warn(run::sweep_findings(redactor, session->cohort(), session->rows, range.parameter, range.values,
                                          *context.options.date, thread_count()));
        if (!result->is_used) {
            Diagnostic note;
            note.code = Code::N270;
            note.arguments = {result->parameter.id};
            session->warn({note});
        }
        write_sweep(context, output, result);
    }
    status = output.finish();
    close_session(context, *session);
    return status;
}

}  // namespace

Status run_diff(const Context& context) {
    if (!context.options.runs.empty()) return compare_kept(context);
    return context.options.sweep ? run_sweep(context) : run_comparison(context);
}

}  // namespace wegwijzer::cli
