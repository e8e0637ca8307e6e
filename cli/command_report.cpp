// `report`: a folder of pages that need no server and no network. One caseload, and a page for each student who was asked for.
#include <algorithm>
#include <exception>
#include <ostream>
#include <span>
#include <thread>

#include "cli/commands.h"
#include "cli/each_report.h"
#include "cli/render/html/caseload_page.h"
#include "cli/render/html/own_page.h"
#include "cli/render/html/student_page.h"
#include "cli/report_folder.h"
#include "cli/threads.h"
#include "engine/advise/capacity.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::cli {
namespace {

using html::Link;

// The name says nothing about the student: the order is that of the caseload.
std::string file_of_student(std::size_t number) {
    const std::string digits = std::to_string(number);
    return "student-" + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits + ".html";
}

// One student's page, and where it stands in the report.
struct PageToMake {
    std::size_t row = 0;
    std::string file;
    std::vector<Link> links;
};

// Pages are made on all processors, a portion at a time, and written in their order.
class Pages {
  public:
    Pages(const Context& context, const Session& session, const explain::Redactor& redactor)
        : context_(context),
          session_(session),
          redactor_(redactor),
          is_own_page_(context.options.role == "student"),
          explainer_(redactor, changes_wanted()) {}

    [[nodiscard]] bool write(const std::vector<PageToMake>& pages, ReportFolder& folder, FileProblems& problems) const {
        StepTimer timer(context_, "student pages");
        constexpr std::size_t portion = 256;
        for (std::size_t first = 0; first < pages.size(); first += portion) {
            const std::span<const PageToMake> some(pages.data() + first, std::min(portion, pages.size() - first));
            const std::vector<std::string> texts = make(some);
            for (std::size_t i = 0; i < some.size(); ++i) {
                if (!folder.add(some[i].file, texts[i], problems)) return false;
            }
            timer.progress("pagina's", "pages", first + some.size(), pages.size());
        }
        return true;
    }

  private:
    [[nodiscard]] std::vector<std::string> make(std::span<const PageToMake> pages) const {
        std::vector<std::string> texts(pages.size());
        const std::size_t count = std::min(thread_count(), pages.size());
        std::vector<std::exception_ptr> faults(count);
        {
            std::vector<std::jthread> threads;
            for (std::size_t thread = 0; thread < count; ++thread) {
                threads.emplace_back([&, thread] {
                    try {
                        for (std::size_t i = thread; i < pages.size(); i += count) texts[i] = text_of(pages[i]);
                    } catch (...) {
                        faults[thread] = std::current_exception();
                    }
                });
            }
        }
        for (const std::exception_ptr& fault : faults) {
            if (fault) std::rethrow_exception(fault);
        }
        return texts;
    }

    [[nodiscard]] std::string text_of(const PageToMake& page) const {
        const model::RuleSet& rules = session_.rules();
        const Date date = *context_.options.date;
        const trace::Trace trace = trace::evaluate(rules, session_.cohort(), page.row, date);
        const advise::StudentAdvice advice =
            advise::advise(rules, trace.outcome, advise::history_of(session_.cohort(), page.row, date), date);
        // A student's own page tells what is advised now.
        const explain::EarlierStudent* earlier =
            is_own_page_ ? nullptr : session_.earlier.find(session_.cohort().key_of(page.row));
        const explain::Visible<explain::StudentExplanation> explanation =
            explainer_.explain(session_.cohort(), page.row, date, advice, trace, context_.language(), earlier);
        if (is_own_page_) {
            return html::own_page(redactor_,
                                  explain::StudentPages(redactor_).make(explanation, session_.cohort(), advice, trace,
                                                                        context_.language()),
                                  context_.language());
        }
        html::StudentPageFrame frame;
        frame.language = context_.language();
        frame.links = page.links;
        return html::student_page(redactor_, explanation, frame);
    }

    // The student's own page has no place for what would change a signal. Two things at once are searched for a conversation, with
    // the students of one mentor or with one student: for a whole cohort that takes too long.
    [[nodiscard]] explain::ChangesWanted changes_wanted() const {
        if (is_own_page_) return explain::ChangesWanted::none;
        const bool is_for_a_conversation = context_.options.mentor || context_.options.student;
        return is_for_a_conversation ? explain::ChangesWanted::quick : explain::ChangesWanted::single;
    }

    const Context& context_;
    const Session& session_;
    const explain::Redactor& redactor_;
    bool is_own_page_;
    explain::Explainer explainer_;
};

// The caseload of the selected students; warnings about them go to the session.
explain::Visible<explain::Caseload> make_caseload(const Context& context, Session& session,
                                                  const explain::Redactor& redactor) {
    explain::CaseloadMaker maker(redactor, session.cohort(), *context.options.date, context.language());
    if (session.store) maker.put_overdue_first();
    advise::CapacityCount capacity;
    for_each_report(context, session, redactor,
                    [&](const explain::Visible<explain::StudentReport>& report, const run::Evaluated& student) {
                        capacity.add(student.advice);
                        maker.add(beside(session.earlier, redactor, session.cohort(), report));
                    });
    session.warn(run::capacity_warnings(session.rules(), capacity));
    return maker.make();
}

// For `--students` everyone who has a line of their own, in the order of the caseload.
std::vector<PageToMake> choose_pages(const Context& context, const explain::Caseload& caseload,
                                     std::optional<std::size_t> only) {
    std::vector<PageToMake> pages;
    for (const explain::CaseloadStudent& student : caseload.students) {
        const bool is_asked_for = only ? student.report.row == *only
                                       : context.options.students && student.group != explain::CaseloadGroup::nothing;
        if (is_asked_for) pages.push_back({student.report.row, file_of_student(pages.size() + 1), {}});
    }
    return pages;
}

// To the caseload, the one before and the one after. None on a student's own page: it is about nobody else.
void link_pages(const Context& context, std::vector<PageToMake>& pages) {
    for (std::size_t i = 0; i < pages.size(); ++i) {
        std::vector<html::Link>& links = pages[i].links;
        links.push_back({"index.html", std::string(context.say("Alle studenten", "All students"))});
        if (i > 0) links.push_back({pages[i - 1].file, std::string(context.say("Vorige student", "Previous student"))});
        if (i + 1 < pages.size()) {
            links.push_back({pages[i + 1].file, std::string(context.say("Volgende student", "Next student"))});
        }
    }
}

bool write_report(const Context& context, Session& session, std::optional<std::size_t> only, ReportFolder& folder,
                  FileProblems& problems) {
    const explain::Redactor redactor = session.make_redactor();
    const explain::Visible<explain::Caseload> caseload = make_caseload(context, session, redactor);
    std::vector<PageToMake> pages = choose_pages(context, *caseload, only);
    const bool is_own_page = context.options.role == "student";
    if (!is_own_page) link_pages(context, pages);
    if (!Pages(context, session, redactor).write(pages, folder, problems)) return false;
    if (is_own_page) return folder.finish(problems);

    html::CaseloadPageFrame frame;
    frame.where = context.options.where.value_or("");
    frame.language = context.language();
    frame.mentor = context.options.mentor;
    for (const explain::CaseloadStudent& student : caseload->students) {
        const auto page = std::ranges::find(pages, student.report.row, &PageToMake::row);
        frame.files.push_back(page == pages.end() ? std::string() : page->file);
    }
    return folder.add("index.html", html::caseload_page(redactor, caseload, frame), problems) &&
           folder.finish(problems);
}

}  // namespace

Status run_report(const Context& context) {
    ReportFolder folder(context.options.out_file, html::report_mark);
    if (const std::optional<Diagnostic> problem = folder.problem()) {
        context.report(*problem);
        return Status::wrong_use;
    }
    Status status = Status::fine;
    std::optional<Session> session = open_session(context, status);
    if (!session) return status;
    std::optional<std::size_t> only;
    if (context.options.student) {
        only = find_row(context, *session, status);
        if (!only) return status;
        // Who reads about themself hears nothing of others.
        if (context.options.role == "student") session->rows = {*only};
    }
    FileProblems problems;
    if (write_report(context, *session, only, folder, problems))
        context.streams.out << context.options.out_file << '\n';
    status = context.report(problems);
    close_session(context, *session);
    return status;
}

}  // namespace wegwijzer::cli
