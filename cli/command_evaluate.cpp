#include <utility>

#include "cli/commands.h"
#include "cli/each_report.h"
#include "cli/next_commands.h"
#include "cli/output.h"
#include "cli/render/caseload.h"
#include "cli/render/csv.h"
#include "cli/run_keeper.h"
#include "cli/session.h"
#include "engine/advise/capacity.h"
#include "engine/explain/report_json.h"

namespace wegwijzer::cli {
namespace {

using Report = explain::Visible<explain::StudentReport>;

// Takes the reports one by one, in the order of the input.
class Form {
  public:
    Form() = default;
    Form(const Form&) = delete;
    Form& operator=(const Form&) = delete;
    virtual ~Form() = default;
    virtual void begin(Output& output) = 0;
    virtual void add(Output& output, Report report) = 0;
    virtual void end(Output& output) = 0;
};

class JsonForm : public Form {
  public:
    JsonForm(const explain::Redactor& redactor, bool lines) : redactor_(redactor), lines_(lines) {}
    void begin(Output& output) override {
        if (!lines_) output.write("[");
    }
    void add(Output& output, Report report) override {
        json::Writer writer;
        write_json(writer, redactor_, report);
        if (lines_) {
            output.write(writer.text() + "\n");
        } else {
            output.write((is_first_ ? "\n" : ",\n") + writer.text());
        }
        is_first_ = false;
    }
    void end(Output& output) override {
        if (!lines_) output.write(is_first_ ? "]\n" : "\n]\n");
    }

  private:
    const explain::Redactor& redactor_;
    bool lines_;
    bool is_first_ = true;
};

class CsvForm : public Form {
  public:
    // `is_beside`: an earlier run.
    CsvForm(const explain::Redactor& redactor, bool is_beside, Language language)
        : redactor_(redactor), is_beside_(is_beside), language_(language) {}
    void begin(Output& output) override {
        // A spreadsheet takes a file for UTF-8 by this mark; a program behind a pipe has no use for it.
        if (output.is_file()) output.write("\xEF\xBB\xBF");
        output.write(csv_header(is_beside_, language_));
    }
    void add(Output& output, Report report) override { output.write(csv_rows(redactor_, report, language_)); }
    void end(Output& /*output*/) override {}

  private:
    const explain::Redactor& redactor_;
    bool is_beside_;
    Language language_;
};

class TableForm : public Form {
  public:
    TableForm(const explain::Redactor& redactor, explain::CaseloadMaker maker, CaseloadFrame frame)
        : redactor_(redactor), maker_(std::move(maker)), frame_(std::move(frame)) {}
    void begin(Output& /*output*/) override {}
    void add(Output& /*output*/, Report report) override { maker_.add(report); }
    void end(Output& output) override { output.write(render_caseload(redactor_.rules(), maker_.make(), frame_)); }

  private:
    const explain::Redactor& redactor_;
    explain::CaseloadMaker maker_;
    CaseloadFrame frame_;
};

CaseloadFrame caseload_frame(const Context& context, const Output& output) {
    CaseloadFrame frame;
    frame.language = context.language();
    frame.width = context.environment.width;
    frame.colour = context.colour_out() && !output.is_file();
    frame.plain = context.options.plain;
    frame.mentor = context.options.mentor;
    frame.where = context.options.where.value_or("");
    frame.explain_command = explain_command(context);
    frame.record_command = record_command(context);
    return frame;
}

std::unique_ptr<Form> make_form(const Context& context, const Session& session, const explain::Redactor& redactor,
                                bool is_beside, const Output& output) {
    switch (context.options.format) {
        case OutputFormat::json: return std::make_unique<JsonForm>(redactor, false);
        case OutputFormat::jsonl: return std::make_unique<JsonForm>(redactor, true);
        case OutputFormat::csv: return std::make_unique<CsvForm>(redactor, is_beside, context.language());
        case OutputFormat::junit:
        case OutputFormat::svg:
        case OutputFormat::table: break;
    }
    explain::CaseloadMaker maker(redactor, session.cohort(), *context.options.date, context.language());
    if (!context.options.store.empty()) maker.put_overdue_first();
    return std::make_unique<TableForm>(redactor, std::move(maker), caseload_frame(context, output));
}

}  // namespace

Status run_evaluate(const Context& context) {
    Status status = Status::fine;
    std::string by;  // who keeps it
    if (context.options.keep) {
        store::CheckedPerson person = store::check_person(context.options.by, {"--door", "--by"});
        if (person.problem) {
            context.report(*person.problem);
            return Status::wrong_use;
        }
        by = std::move(person.name);
    }
    std::optional<Session> session = open_session(context, status);
    if (!session) return status;
    std::optional<KeptContents> contents;
    if (context.options.keep) contents.emplace(*session, session->earlier, *context.options.date);
    const explain::Redactor redactor = session->make_redactor();
    Output output(context);
    advise::CapacityCount capacity;
    {
        const std::unique_ptr<Form> form =
            make_form(context, *session, redactor, session->earlier.header.has_value(), output);
        form->begin(output);
        for_each_report(context, *session, redactor, [&](Report report, const run::Evaluated& student) {
            capacity.add(student.advice);
            if (contents) contents->add(student);
            form->add(output, beside(session->earlier, redactor, session->cohort(), std::move(report)));
        });
        form->end(output);
    }
    status = output.finish();
    // Only what could be shown is kept.
    if (status == Status::fine && contents) status = keep_run(context, *session, *contents, session->earlier, by);
    session->warn(run::capacity_warnings(session->rules(), capacity));
    close_session(context, *session);
    return status;
}

}  // namespace wegwijzer::cli
