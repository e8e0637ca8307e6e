#include "cli/each_report.h"

#include <utility>

#include "cli/threads.h"
#include "engine/program/lower.h"

namespace wegwijzer::cli {

void for_each_report(const Context& context, Session& session, const explain::Redactor& redactor,
                     const UseReport& use) {
    StepTimer timer(context, "evaluate");
    const Date date = *context.options.date;
    run::FaultCount faults;
    std::size_t done = 0;
    const program::Program program = program::lower(session.rules());
    run::evaluate_students(session.rules(), program, session.cohort(), session.rows, date, thread_count(),
                           [&](const run::Evaluated& student) {
                               explain::Visible<explain::StudentReport> report = redactor.redact(
                                   session.cohort(), student.row, date, student.outcome, student.advice);
                               faults.add(report->key, report->faults);
                               use(std::move(report), student);
                               timer.progress("studenten", "students", ++done, session.rows.size());
                           });
    session.warn(faults.warnings());
}

}  // namespace wegwijzer::cli
