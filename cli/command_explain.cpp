#include "api/run/evaluation.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/render/explanation.h"
#include "cli/render/student_page.h"
#include "cli/render/what_if.h"
#include "cli/render/why_not.h"
#include "cli/session.h"
#include "dsl/compile/change.h"
#include "engine/diagnostics/did_you_mean.h"
#include "engine/explain/explanation_json.h"
#include "engine/explain/what_if_json.h"
#include "engine/explain/why_not_json.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::cli {

namespace {

// What one student is told, as text or as JSON.
class Telling {
  public:
    Telling(const Context& context, Session& session, std::size_t row, bool is_file)
        : context_(context),
          session_(session),
          redactor_(session.make_redactor()),
          row_(row),
          as_json_(context.options.format == OutputFormat::json),
          // JSON is the same whoever asks for it: in the language of the pack.
          language_(as_json_ ? redactor_.language() : context.language()) {
        frame_.language = context.language();
        frame_.width = context.environment.width;
        frame_.in_full = context.options.in_full;
        frame_.plain = context.options.plain;
        frame_.colour = context.colour_out() && !is_file;
    }

    [[nodiscard]] std::string tell() {
        const model::RuleSet& rules = session_.rules();
        const trace::Trace trace = trace::evaluate(rules, session_.cohort(), row_, date());
        const advise::StudentAdvice advice =
            advise::advise(rules, trace.outcome, advise::history_of(session_.cohort(), row_, date()), date());
        // The page for the student has no place for them.
        const explain::ChangesWanted changes =
            is_student() && !as_json_ ? explain::ChangesWanted::none : explain::ChangesWanted::full;
        const explain::Visible<explain::StudentExplanation> explanation =
            explain::Explainer(redactor_, changes).explain(session_.cohort(), row_, date(), advice, trace, language_);
        note_faults(*explanation->report);
        if (as_json_) return json([&](json::Writer& writer) { write_json(writer, redactor_, explanation); });
        if (!is_student()) return render_explanation(redactor_, explanation, frame_);
        const explain::Visible<explain::StudentPage> page =
            explain::StudentPages(redactor_).make(explanation, session_.cohort(), advice, trace, language_);
        return render_student_page(redactor_, page, frame_);
    }

    // Nothing, and said, when there is nothing of that name that the reader may see.
    [[nodiscard]] std::optional<std::string> tell_why_not(const std::string& name) {
        const model::RuleSet& rules = session_.rules();
        const trace::Trace trace = trace::evaluate(rules, session_.cohort(), row_, date());
        const std::optional<explain::Asked> asked = explain::asked_about(redactor_, trace.outcome, name);
        if (!asked) {
            Diagnostic unknown;
            unknown.code = Code::F287;
            unknown.arguments = {{name, name}};
            const std::vector<std::string> names = explain::names_to_ask(redactor_, trace.outcome);
            if (const auto meant = did_you_mean(name, names)) {
                unknown.way_out = {"bedoelt u `" + *meant + "`?", "did you mean `" + *meant + "`?"};
            }
            Diagnostics problems;
            problems.add(std::move(unknown));
            context_.report(problems, session_.compilation.sources);
            return std::nullopt;
        }
        const advise::StudentAdvice advice =
            advise::advise(rules, trace.outcome, advise::history_of(session_.cohort(), row_, date()), date());
        const explain::Visible<explain::StudentExplanation> explanation =
            explain::Explainer(redactor_, explain::ChangesWanted::full, asked->signals)
                .explain(session_.cohort(), row_, date(), advice, trace, language_);
        note_faults(*explanation->report);
        if (as_json_) return json([&](json::Writer& writer) { write_json(writer, redactor_, explanation, *asked); });
        return render_why_not(redactor_, explanation, *asked, frame_);
    }

    [[nodiscard]] std::string tell_what_if(const change::Changes& changes) {
        std::optional<explain::Visible<explain::StudentPage>> page;
        const explain::Visible<explain::WhatIf> what_if = explain::WhatIfExplainer(redactor_).explain(
            session_.cohort(), row_, date(), changes, language_,
            [&](const explain::Visible<explain::StudentExplanation>& explanation, const Cohort& cohort,
                const advise::StudentAdvice& advice, const trace::Trace& trace) {
                if (as_json_ || !is_student()) return;
                page = explain::StudentPages(redactor_).make(explanation, cohort, advice, trace, language_);
            });
        note_faults(*what_if->page->report);
        if (as_json_) return json([&](json::Writer& writer) { write_json(writer, redactor_, what_if); });
        return page ? render_what_if(redactor_, what_if, *page, frame_) : render_what_if(redactor_, what_if, frame_);
    }

  private:
    [[nodiscard]] Date date() const { return *context_.options.date; }
    [[nodiscard]] bool is_student() const { return context_.options.role == "student"; }
    void note_faults(const explain::StudentReport& report) {
        run::FaultCount faults;
        faults.add(report.key, report.faults);
        session_.warn(faults.warnings());
    }
    template <class Write>
    [[nodiscard]] static std::string json(const Write& write) {
        json::Writer writer(json::Writer::Layout::indented);
        write(writer);
        return writer.text() + "\n";
    }

    const Context& context_;
    Session& session_;
    explain::Redactor redactor_;
    std::size_t row_;
    bool as_json_;
    Language language_;
    ExplanationFrame frame_;
};

// What `--what-if` asks; nothing, and said, when it can't be asked.
std::optional<change::Changes> read_what_if(const Context& context, Session& session, Status& status) {
    const ReadChanges read = read_changes(session.compilation, context.options.what_if,
                                          [&](const PrivacyClass& privacy) { return session.reader.may_see(privacy); });
    if (!read.diagnostics.has_errors()) return read.changes;
    context.report(read.diagnostics, session.compilation.sources);
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
    if (const std::optional<Code> refused = refuses_why_not(context.options)) {
        Diagnostics problems;
        problems.add({.code = *refused, .span = {}});
        context.report(problems, {});
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
