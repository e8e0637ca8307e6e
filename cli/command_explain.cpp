#include "api/run/explain_student.h"
#include "cli/commands.h"
#include "cli/explain_code.h"
#include "cli/output.h"
#include "cli/render/explanation.h"
#include "cli/render/student_page.h"
#include "cli/render/what_if.h"
#include "cli/render/why_not.h"
#include "cli/session.h"
#include "dsl/compile/change.h"

namespace wegwijzer::cli {

namespace {

// What one student is told, as text or as JSON.
class Telling {
  public:
    Telling(const Context& context, Session& session, std::size_t row, bool is_file)
        : context_(context),
          session_(session),
          redactor_(session.make_redactor()),
          student_{redactor_, session.cohort(), row, *context.options.date,
                   session.earlier.find(session.cohort().key_of(row))},
          as_json_(context.options.format == OutputFormat::json),
          language_(as_json_ ? student_.json_language() : context.language()) {
        frame_.language = context.language();
        frame_.width = context.environment.width;
        frame_.in_full = context.options.in_full;
        frame_.plain = context.options.plain;
        frame_.colour = context.colour_out() && !is_file;
    }

    [[nodiscard]] std::string tell() {
        // The page for the student has no place for them.
        const explain::ChangesWanted changes =
            is_student() && !as_json_ ? explain::ChangesWanted::none : explain::ChangesWanted::full;
        const run::ExplainedStudent explained = run::explain_student(student_, changes, language_);
        note_faults(*explained.explanation->report);
        if (as_json_) return run::to_json(student_, explained.explanation);
        if (!is_student()) return render_explanation(redactor_, explained.explanation, frame_);
        const explain::Visible<explain::StudentPage> page = explain::StudentPages(redactor_).make(
            explained.explanation, session_.cohort(), explained.advice, explained.trace, language_);
        return render_student_page(redactor_, page, frame_);
    }

    // Nothing, and said, when there is nothing of that name that the reader may see.
    [[nodiscard]] std::optional<std::string> tell_why_not(const std::string& name) {
        const run::WhyNotAnswer answer = run::explain_why_not(student_, name, language_);
        if (answer.problem) {
            context_.report(*answer.problem, session_.compilation.sources);
            return std::nullopt;
        }
        note_faults(*answer.value->explanation->report);
        if (as_json_) return run::to_json(student_, *answer.value);
        return render_why_not(redactor_, answer.value->explanation, answer.value->asked, frame_);
    }

    [[nodiscard]] std::string tell_what_if(const change::Changes& changes) {
        std::optional<explain::Visible<explain::StudentPage>> page;
        const explain::Visible<explain::WhatIf> what_if = explain::WhatIfExplainer(redactor_).explain(
            student_.cohort, student_.row, student_.reference_date, changes, language_,
            [&](const explain::Visible<explain::StudentExplanation>& explanation, const Cohort& cohort,
                const advise::StudentAdvice& advice, const trace::Trace& trace) {
                if (as_json_ || !is_student()) return;
                page = explain::StudentPages(redactor_).make(explanation, cohort, advice, trace, language_);
            });
        note_faults(*what_if->page->report);
        if (as_json_) return run::to_json(student_, what_if);
        return page ? render_what_if(redactor_, what_if, *page, frame_) : render_what_if(redactor_, what_if, frame_);
    }

  private:
    [[nodiscard]] bool is_student() const { return context_.options.role == "student"; }
    void note_faults(const explain::StudentReport& report) {
        run::FaultCount faults;
        faults.add(report.key, report.faults);
        session_.warn(faults.warnings());
    }

    const Context& context_;
    Session& session_;
    explain::Redactor redactor_;
    run::AskedStudent student_;
    bool as_json_;
    Language language_;
    ExplanationFrame frame_;
};

// What `--what-if` asks; nothing, and said, when it can't be asked.
std::optional<change::Changes> read_what_if(const Context& context, const Session& session, Status& status) {
    const ReadChanges read = read_changes(session.compilation, context.options.what_if,
                                          [&](const PrivacyClass& privacy) { return session.reader.may_see(privacy); });
    if (!read.diagnostics.has_errors()) return read.changes;
    context.report(read.diagnostics, read.sources);
    status = Status::wrong_use;
    return std::nullopt;
}

// Why `--why-not` can't be asked here, whatever it is about.
std::optional<Code> refuses_why_not(const Options& options) {
    if (!options.why_not) return std::nullopt;
    if (!options.what_if.empty()) return Code::F288;
    if (options.role == "student" && options.format != OutputFormat::json) return Code::F289;
    return std::nullopt;
}

}  // namespace

Status run_explain(const Context& context) {
    if (context.options.code) return explain_code(context);
    if (const std::optional<Code> refused = refuses_why_not(context.options)) {
        context.report(Diagnostic{.code = *refused, .span = {}});
        return Status::wrong_use;
    }
    Status status = Status::fine;
    std::optional<Session> session = open_session(context, status);
    if (!session) return status;
    const std::optional<std::size_t> row = find_row(context, *session, status);
    if (!row) return status;
    const bool asks_what_if = !context.options.what_if.empty();
    const std::optional<change::Changes> changes =
        asks_what_if ? read_what_if(context, *session, status) : std::nullopt;
    if (asks_what_if && !changes) return status;
    Output output(context);
    {
        const StepTimer timer(context, "explain");
        Telling telling(context, *session, *row, output.is_file());
        if (context.options.why_not) {
            const std::optional<std::string> told = telling.tell_why_not(*context.options.why_not);
            if (!told) return Status::wrong_use;
            output.write(*told);
        } else {
            output.write(changes ? telling.tell_what_if(*changes) : telling.tell());
        }
    }
    status = output.finish();
    close_session(context, *session);
    return status;
}

}  // namespace wegwijzer::cli
