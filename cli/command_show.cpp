#include <utility>

#include "cli/commands.h"
#include "cli/each_report.h"
#include "cli/earlier_run.h"
#include "cli/output.h"
#include "cli/session.h"
#include "dsl/ast/print_ast.h"
#include "engine/advise/capacity.h"
#include "engine/explain/caseload_json.h"
#include "engine/explain/trace_json.h"
#include "engine/model/print_model.h"
#include "engine/program/lower.h"
#include "engine/program/print.h"

namespace wegwijzer::cli {
namespace {

Status show_trace(const Context& context) {
    Status status = Status::fine;
    std::optional<Session> session = open_session(context, status);
    if (!session) return status;
    const std::optional<std::size_t> row = find_row(context, *session, status);
    if (!row) return status;
    const Date date = *context.options.date;
    const explain::Redactor redactor = session->make_redactor();
    const trace::Trace trace = trace::evaluate(session->rules(), session->cohort(), *row, date);
    json::Writer writer;
    write_trace(writer, redactor, session->cohort(), *row, date, trace);
    Output output(context);
    output.write(writer.text() + "\n");
    status = output.finish();
    close_session(context, *session);
    return status;
}

Status show_caseload(const Context& context) {
    Status status = Status::fine;
    std::optional<Session> session = open_session(context, status);
    if (!session) return status;
    const explain::Redactor redactor = session->make_redactor();
    // JSON is the same whoever asks for it: in the language of the pack.
    explain::CaseloadMaker maker(redactor, session->cohort(), *context.options.date, redactor.language());
    if (session->store) maker.put_overdue_first();
    advise::CapacityCount capacity;
    for_each_report(context, *session, redactor,
                    [&](explain::Visible<explain::StudentReport> report, const run::Evaluated& student) {
                        capacity.add(student.advice);
                        maker.add(beside(session->earlier, redactor, session->cohort(), std::move(report)));
                    });
    Output output(context);
    const explain::Visible<explain::Caseload> caseload = maker.make();
    output.write(json::written_indented([&](json::Writer& writer) { write_json(writer, redactor, caseload); }));
    status = output.finish();
    session->warn(run::capacity_warnings(session->rules(), capacity));
    close_session(context, *session);
    return status;
}

// What is written, also where it doesn't mean anything yet.
Status show_ast(const Context& context, const Compilation& compilation) {
    Output output(context);
    for (const ast::File& file : compilation.files) output.write(ast::print(file));
    const Status status = output.finish();
    if (!compilation.diagnostics.has_errors()) return status;
    context.report(compilation.diagnostics, compilation.sources);
    return Status::findings;
}

}  // namespace

Status run_show(const Context& context) {
    if (context.options.show == ShowWhat::trace) return show_trace(context);
    if (context.options.show == ShowWhat::caseload) return show_caseload(context);
    Status status = Status::fine;
    const std::optional<Compilation> compilation = compile_packs(context, context.options.packs, status);
    if (!compilation) return status;
    if (context.options.show == ShowWhat::ast) return show_ast(context, *compilation);
    if (compilation->rules == nullptr) {
        context.report(compilation->diagnostics, compilation->sources);
        return Status::findings;
    }
    Output output(context);
    if (context.options.show == ShowWhat::model) {
        output.write(model::print_model(*compilation->rules));
    } else {
        output.write(program::print(program::lower(*compilation->rules)));
    }
    return output.finish();
}

}  // namespace wegwijzer::cli
