// `plan`: where the plans of one student stand; without a student, which plans of the caseload ask for something now.
#include "api/run/student_plans.h"
#include "cli/commands.h"
#include "cli/each_report.h"
#include "cli/output.h"
#include "cli/render/plan_list.h"
#include "cli/render/plan_page.h"
#include "cli/session.h"

namespace wegwijzer::cli {
namespace {

PlanFrame plan_frame(const Context& context, bool is_file) {
    PlanFrame frame;
    frame.language = context.language();
    frame.width = context.environment.width;
    frame.colour = context.colour_out() && !is_file;
    frame.plain = context.options.plain;
    frame.is_student = context.options.role == "student";
    return frame;
}

std::string plans_of_one(const Context& context, Session& session, std::size_t row, bool is_file) {
    const StepTimer timer(context, "plan");
    const explain::Redactor redactor = session.make_redactor();
    const bool as_json = context.options.format == OutputFormat::json;
    const Language language = as_json ? redactor.language() : context.language();
    const run::AskedStudent student{redactor, session.cohort(), row, *context.options.date};
    const run::ToldPlans told = run::plans_of(student, language);
    const explain::StudentReport& report = *told.explained.explanation->report;
    run::FaultCount faults;
    faults.add(report.key, report.faults);
    session.warn(faults.warnings());
    if (!as_json) return render_plan_page(redactor, told.page, plan_frame(context, is_file));
    return run::to_json(redactor, told.page);
}

std::string plans_that_ask(const Context& context, Session& session, bool is_file) {
    const explain::Redactor redactor = session.make_redactor();
    const bool as_json = context.options.format == OutputFormat::json;
    const Language language = as_json ? redactor.language() : context.language();
    explain::PlanPages pages(redactor);
    for_each_report(context, session, redactor,
                    [&](const explain::Visible<explain::StudentReport>& report, const run::Evaluated& student) {
                        pages.add(report, session.cohort(), student.outcome, language);
                    });
    const explain::Visible<explain::PlanList> list = pages.list(*context.options.date);
    if (!as_json) {
        return render_plan_list(session.rules(), list, plan_frame(context, is_file), context.options.mentor);
    }
    return run::to_json(redactor, list);
}

}  // namespace

Status run_plan(const Context& context) {
    Status status = Status::fine;
    std::optional<Session> session = open_session(context, status);
    if (!session) return status;
    std::optional<std::size_t> row;
    if (context.options.student) {
        row = find_row(context, *session, status);
        if (!row) return status;
    }
    Output output(context);
    output.write(row ? plans_of_one(context, *session, *row, output.is_file())
                     : plans_that_ask(context, *session, output.is_file()));
    status = output.finish();
    close_session(context, *session);
    return status;
}

}  // namespace wegwijzer::cli
