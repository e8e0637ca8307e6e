#include "cli/each_report.h"

#include <algorithm>
#include <thread>

#include "api/run/evaluation.h"
#include "engine/program/lower.h"

namespace wegwijzer::cli {

void for_each_report(const Context& context, Session& session, const explain::Redactor& redactor,
                     const UseReport& use) {
    StepTimer timer(context, "evaluate");
    const Date date = *context.options.date;
    run::FaultCount faults;
    std::size_t done = 0;
    const program::Program program = program::lower(session.rules());
    const std::size_t threads = std::max(1U, std::thread::hardware_concurrency());
    run::evaluate_students(
        session.rules(), program, session.cohort(), session.rows, date, threads, [&](const run::Evaluated& student) {
            const explain::Visible<explain::StudentReport> report =
                redactor.redact(session.cohort(), student.row, date, student.outcome, student.advice);
            faults.add(report->key, report->faults);
            use(report, student.advice);
            timer.progress("studenten", "students", ++done, session.rows.size());
        });
    session.warn(faults.warnings());
}

}  // namespace wegwijzer::cli
