#include "cli/session.h"

#include <ostream>

#include "api/run/data_findings.h"
#include "engine/diagnostics/render.h"

namespace wegwijzer::cli {
namespace {

Status say(const Context& context, const Diagnostic& problem, Status status, const SourceMap& sources = {}) {
    Diagnostics problems;
    problems.add(problem);
    context.report(std::move(problems), sources);
    return status;
}

// A folder of packs is for `check`; students are looked at with one.
std::optional<Diagnostic> collection_problem(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
        const std::vector<std::string> packs = packs_in_collection(path);
        if (packs.empty()) continue;
        std::string list;
        for (const std::string& pack : packs) list += (list.empty() ? "`" : ", `") + pack + "`";
        Diagnostic problem;
        problem.code = Code::F222;
        problem.arguments = {path, list};
        return problem;
    }
    return std::nullopt;
}

io::ReadResult read_into_cohort(const Session& session) {
    const std::shared_ptr<const Schema> schema = session.rules().schema;
    const std::vector<io::DataFile> files = session.bytes.files();
    return session.bytes.is_folder ? io::read_csv_folder(schema, files) : io::read_json(schema, files.front());
}

explain::Authorship authorship_of(const Compilation& compilation) {
    explain::Authorship authorship;
    authorship.sources = &compilation.sources;
    for (const ast::File& file : compilation.files) {
        if (authorship.languages.size() <= file.source.index()) authorship.languages.resize(file.source.index() + 1);
        authorship.languages[file.source.index()] = file.language;
    }
    return authorship;
}

void list_findings(const Context& context, const Session& session) {
    const std::vector<run::ShownFinding> findings =
        run::shown_findings(*session.rules().schema, session.data_reader, session.data.report);
    context.streams.err << run::render(findings, context.language(), context.options.error_format);
}

}  // namespace

void Session::warn(std::vector<Diagnostic> more) {
    for (Diagnostic& diagnostic : more) warnings.add(std::move(diagnostic));
}

explain::Redactor Session::make_redactor() const {
    return explain::Redactor(rules(), reader, authorship_of(compilation));
}

std::optional<Compilation> compile_packs(const Context& context, const std::vector<std::string>& paths,
                                         Status& status) {
    FileProblems problems;
    std::vector<PackText> packs;
    {
        const StepTimer timer(context, "read packs");
        for (const std::string& path : paths) packs.push_back(read_pack(path, problems));
    }
    status = context.report(problems);
    if (status != Status::fine) return std::nullopt;
    const StepTimer timer(context, "compile");
    Compilation compilation = compile(std::move(packs));
    context.log.count("findings", compilation.diagnostics.all().size());
    return compilation;
}

std::optional<Session> open_session(const Context& context, Status& status) {
    const Options& options = context.options;
    if (const auto problem = collection_problem(options.packs)) {
        status = say(context, *problem, Status::wrong_use);
        return std::nullopt;
    }
    std::optional<Compilation> compilation = compile_packs(context, options.packs, status);
    if (!compilation) return std::nullopt;
    if (compilation->rules == nullptr) {
        context.report(compilation->diagnostics, compilation->sources);
        status = Status::findings;
        return std::nullopt;
    }

    std::optional<Session> session(std::in_place);
    session->compilation = std::move(*compilation);
    const SourceMap& sources = session->compilation.sources;
    Diagnostics open;
    for (Diagnostic& choice : run::open_choices(session->rules())) open.add(std::move(choice));
    if (open.has_errors()) {
        context.report(open, sources);
        status = Status::findings;
        return std::nullopt;
    }
    const run::ReaderRequest request{options.role, options.mentor};
    const run::ChosenReader chosen = run::choose_reader(session->rules(), request);
    const auto problem =
        chosen.problem ? chosen.problem : run::problem_of_selection(session->rules(), chosen.reader, request);
    if (problem) {
        status = say(context, *problem, Status::wrong_use, sources);
        return std::nullopt;
    }
    session->reader = chosen.reader;
    if (!options.mentor && options.role != "student") session->data_reader = chosen.reader;

    FileProblems problems;
    {
        const StepTimer timer(context, "read data files");
        session->bytes = read_data(options.data, problems);
    }
    status = context.report(problems);
    if (status != Status::fine) return std::nullopt;
    {
        const StepTimer timer(context, "read data into columns");
        session->data = read_into_cohort(*session);
    }
    const io::ReadReport& report = session->data.report;
    context.log.count("students", report.students);
    context.log.count("events", report.event_count());
    context.log.count("invalid cells", report.invalid_cell_count());
    context.log.count("set-aside rows", report.set_aside_count());
    if (report.unreadable || (options.strict && report.fails_strict())) {
        list_findings(context, *session);
        status = Status::wrong_use;
        if (!report.unreadable) {
            Diagnostic strict;
            strict.code = Code::F235;
            say(context, strict, status);
        }
        return std::nullopt;
    }
    run::SelectedStudents selected =
        run::select_students(session->rules(), session->cohort(), session->reader, request);
    session->rows = std::move(selected.rows);
    if (options.mentor && session->rows.empty()) {
        Diagnostic nobody;
        nobody.code = Code::N230;
        nobody.arguments = {*options.mentor};
        session->warnings.add(nobody);
    }
    session->warn(run::pack_warnings(session->rules(), *options.date));
    return session;
}

std::optional<std::size_t> find_row(const Context& context, const Session& session, Status& status) {
    const run::SelectedStudents found =
        run::find_student(session.rules(), session.cohort(), session.reader, session.rows, *context.options.student);
    if (found.problem) {
        status = say(context, *found.problem, Status::wrong_use);
        return std::nullopt;
    }
    return found.rows.front();
}

void close_session(const Context& context, Session& session) {
    list_findings(context, session);
    context.report(session.warnings, session.compilation.sources);
    const run::DataCounts counts = run::shown_counts(*session.rules().schema, session.data_reader, session.data.report);
    context.streams.err << (context.options.error_format == ErrorFormat::json
                                ? run::closing_json(counts)
                                : run::closing_line(counts, context.language()));
}

}  // namespace wegwijzer::cli
