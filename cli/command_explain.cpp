#include "api/run/evaluation.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/render/explanation.h"
#include "cli/render/student_page.h"
#include "cli/session.h"
#include "engine/explain/explanation_json.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::cli {

Status run_explain(const Context& context) {
    Status status = Status::fine;
    std::optional<Session> session = open_session(context, status);
    if (!session) return status;
    const std::optional<std::size_t> row = find_row(context, *session, status);
    if (!row) return status;
    const model::RuleSet& rules = session->rules();
    const Date date = *context.options.date;
    const explain::Redactor redactor = session->make_redactor();
    const bool as_json = context.options.format == OutputFormat::json;
    Output output(context);
    {
        const StepTimer timer(context, "explain");
        const trace::Trace trace = trace::evaluate(rules, session->cohort(), *row, date);
        const advise::StudentAdvice advice =
            advise::advise(rules, trace.outcome, advise::history_of(session->cohort(), *row, date), date);
        // JSON is the same whoever asks for it: in the language of the pack.
        const explain::Visible<explain::StudentExplanation> explanation = explain::Explainer(redactor).explain(
            session->cohort(), *row, date, advice, trace, as_json ? redactor.language() : context.language());
        run::FaultCount faults;
        faults.add(explanation->report->key, explanation->report->faults);
        session->warn(faults.warnings());
        if (as_json) {
            json::Writer writer(json::Writer::Layout::indented);
            write_json(writer, redactor, explanation);
            output.write(writer.text() + "\n");
        } else {
            ExplanationFrame frame;
            frame.language = context.language();
            frame.width = context.environment.width;
            frame.in_full = context.options.in_full;
            frame.colour = context.colour_out() && !output.is_file();
            if (context.options.role == "student") {
                const explain::Visible<explain::StudentPage> page = explain::StudentPages(redactor).make(
                    explanation, session->cohort(), advice, trace, context.language());
                output.write(render_student_page(redactor, page, frame));
            } else {
                output.write(render_explanation(redactor, explanation, frame));
            }
        }
    }
    status = output.finish();
    close_session(context, *session);
    return status;
}

}  // namespace wegwijzer::cli
