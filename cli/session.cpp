#include "cli/session.h"

#include <algorithm>
#include <future>
#include <ostream>
#include <string>
#include <unordered_set>

#include "api/run/authorship.h"
#include "api/run/data_view.h"
#include "cli/run_inputs.h"
#include "cli/store_series.h"
#include "dsl/compile/packs_in_use.h"
#include "engine/diagnostics/render.h"
#include "engine/io/shown.h"
#include "engine/json/writer.h"

namespace wegwijzer::cli {
namespace {

Status say(const Context& context, const Diagnostic& problem, Status status, const SourceMap& sources = {}) {
    context.report(problem, sources);
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

// `--where`, against these rules and for this reader. False: something is wrong with it, and has been said. Rules that don't
// select may lack a field of the condition; they may not hide one.
bool read_condition(const Context& context, Session& session, bool selects_by_others) {
    session.where = compile_condition(session.compilation, "--where", *context.options.where);
    Diagnostics problems = session.where->diagnostics;
    if (selects_by_others && problems.has_errors()) return true;
    if (!problems.has_errors()) {
        if (auto hidden = run::problem_of_condition(*session.where, session.reader)) problems.add(std::move(*hidden));
    }
    context.report(problems, session.where->sources);
    return !problems.has_errors();
}

void select_students_where(const Context& context, Session& session) {
    run::SelectedWhere selected =
        run::select_where(*session.where, session.cohort(), session.rows, *context.options.date);
    session.unplaced = selected.unplaced;
    if (!session.rows.empty()) session.warn(run::notes_of_selection(*session.where, selected));
    session.rows = std::move(selected.rows);
}

void keep_students_of(Session& session, const Session& selected) {
    std::unordered_set<std::string> keys;
    for (const std::size_t row : selected.rows) keys.insert(selected.cohort().key_of(row));
    std::erase_if(session.rows, [&](std::size_t row) { return !keys.contains(session.cohort().key_of(row)); });
}

// Of the data as a whole; a long list is cut off, with the number that is left.
constexpr std::size_t most_findings = 1000;

// Of the data as a whole: to a student, no keys of others.
io::Visibility visibility_of_all(const Session& session) {
    const Schema& schema = *session.rules().schema;
    io::Visibility visibility = run::visibility_of(schema, session.data_reader);
    if (session.is_for_student) {
        visibility.student_field = [key = schema.key, may_see = visibility.student_field](FieldId field) {
            return field != key && may_see(field);
        };
    }
    return visibility;
}

void list_findings(const Context& context, const Session& session) {
    RenderOptions how;
    how.language = context.language();
    how.format = context.options.error_format;
    how.most = most_findings;
    const io::Visibility visibility = visibility_of_all(session);
    context.streams.err << io::findings_text(session.data.report, visibility, how);
}

bool has_shown_findings(const Session& session) {
    const io::Visibility visibility = visibility_of_all(session);
    return std::ranges::any_of(session.data.report.findings, [&](const io::DataFinding& finding) {
        return io::shown(finding, visibility) != io::Shown::nothing;
    });
}

// What may be told of the data as a whole.
io::ClosingCount count_of(const Session& session) {
    return io::count_shown(*session.rules().schema, session.data.report, visibility_of_all(session));
}

// Do the students of this command stand beside those of the run before?
bool stands_beside_earlier_run(const Options& options) {
    switch (options.command) {
        case Command::evaluate:
        case Command::explain:
        case Command::report: return true;
        case Command::show: return options.show == ShowWhat::caseload;
        default: return false;
    }
}

// The data into columns, and meanwhile what the store has beside them. False: it can't be read, and that has been said.
bool read_data_beside_store(const Context& context, Session& session, const store::RunInputs* as_kept) {
    const Options& options = context.options;
    const std::shared_ptr<const Schema>& schema = session.rules().schema;
    const StoreReading reading = start_reading(context, *session.store, *schema, as_kept);
    std::future<store::Answer<EarlierRun>> earlier = std::async(std::launch::async, [&] {
        // One after the other: a store answers one question at a time.
        reading.wait();
        if (options.keep || as_kept != nullptr) session.note_inputs(*options.date);
        if (!stands_beside_earlier_run(options)) return store::Answer<EarlierRun>{EarlierRun(), std::nullopt};
        return read_earlier_run(*session.store, *options.date);
    });
    {
        const StepTimer timer(context, "read data into columns");
        session.data = read_into_cohort(session.bytes, schema, recorded_series(context, *schema, reading));
    }
    const StepTimer timer(context, "wait for the run before");
    store::Answer<EarlierRun> read = earlier.get();
    const store::Answer<StoreSeries>& recorded = reading.get();
    if (const auto& problem = recorded.problem ? recorded.problem : read.problem) {
        context.report(*problem);
        return false;
    }
    recorded.value->name_entries(session.data.report, options.store);
    session.inputs.followups_to = recorded.value->followups_to;
    session.inputs.consents_to = recorded.value->consents_to;
    session.after_erasure = recorded.value->after_erasure;
    session.earlier = std::move(*read.value);
    return true;
}

std::string closing_json(const io::ClosingCount& count) {
    json::Writer writer;
    const auto number = [&](const char* key, std::size_t value) {
        writer.key(key).integer(static_cast<std::int64_t>(value));
    };
    writer.begin_object().key("kind").string("counts");
    number("students", count.students);
    number("events", count.events);
    number("invalid_cells", count.invalid_cells);
    number("set_aside_rows", count.set_aside_rows);
    writer.key("leaves_out_series").boolean(count.leaves_out_series).end_object();
    return writer.take();
}

}  // namespace

void Session::warn(std::vector<Diagnostic> more) {
    for (Diagnostic& diagnostic : more) warnings.add(std::move(diagnostic));
}

void Session::note_inputs(Date reference_date) {
    inputs.reference_date = reference_date;
    inputs.engine_version = WEGWIJZER_VERSION;
    inputs.packs_hash = hash_of_packs(compilation);
    inputs.data_hash = hash_of_data(bytes, reference_date);
}

explain::Redactor Session::make_redactor() const {
    return explain::Redactor(rules(), reader, run::authorship_of(compilation));
}

bool refuse_collections(const Context& context, const std::vector<std::string>& paths, Status& status) {
    const std::optional<Diagnostic> problem = collection_problem(paths);
    if (problem) status = say(context, *problem, Status::wrong_use);
    return problem.has_value();
}

std::optional<Compilation> compile_packs(const Context& context, const std::vector<std::string>& paths,
                                         Status& status) {
    FileProblems problems;
    std::vector<PackText> packs;
    {
        const StepTimer timer(context, "read packs");
        for (const std::string& path : paths) packs.push_back(read_pack(path, problems));
        if (!problems.unreadable) packs = with_packs_in_use(std::move(packs), packs_beside);
    }
    status = context.report(problems);
    if (status != Status::fine) return std::nullopt;
    const StepTimer timer(context, "compile");
    Compilation compilation = compile(std::move(packs));
    context.log.count("findings", compilation.diagnostics.all().size());
    return compilation;
}

std::optional<Session> open_session(const Context& context, Status& status) {
    return open_session(context, Opening{context.options.packs, nullptr, {}}, status);
}

std::optional<Session> open_session(const Context& context, const Opening& opening, Status& status) {
    const Options& options = context.options;
    if (refuse_collections(context, opening.packs, status)) return std::nullopt;
    std::optional<Compilation> compilation = compile_packs(context, opening.packs, status);
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
    for (Diagnostic& choice : run::open_choices(session->rules())) {
        const bool is_swept = !opening.sweeps.empty() && choice.arguments.front().nl == opening.sweeps;
        if (!is_swept) open.add(std::move(choice));
    }
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
    session->data_reader = run::reader_of_all_data(chosen.reader, request);
    session->is_for_student = options.role == "student";

    if (options.where && !read_condition(context, *session, opening.selected_by != nullptr)) {
        status = Status::wrong_use;
        return std::nullopt;
    }

    FileProblems problems;
    {
        const StepTimer timer(context, "read data files");
        // Never a copy of what was just read: it may be large.
        if (opening.bytes != nullptr) {
            session->bytes = *opening.bytes;
        } else {
            session->bytes = read_data(options.data, problems);
        }
    }
    status = context.report(problems);
    if (status != Status::fine) return std::nullopt;
    if (options.store.empty()) {
        const StepTimer timer(context, "read data into columns");
        session->data = read_into_cohort(session->bytes, session->rules().schema);
    } else {
        session->store = opened_store(context);
        if (!session->store || !read_data_beside_store(context, *session, opening.as_kept)) {
            status = Status::wrong_use;
            return std::nullopt;
        }
    }
    const io::ReadReport& report = session->data.report;
    const io::ClosingCount counted = count_of(*session);
    context.log.count("students", counted.students);
    context.log.count("events", counted.events);
    context.log.count("invalid cells", counted.invalid_cells);
    context.log.count("set-aside rows", counted.set_aside_rows);
    if (report.unreadable || (options.strict && report.fails_strict())) {
        list_findings(context, *session);
        status = Status::wrong_use;
        if (!report.unreadable) {
            Diagnostic strict;
            strict.code = Code::F235;
            if (!has_shown_findings(*session)) {
                strict.why = {"het staat in gegevens die u niet mag zien", "it is in data that you may not see"};
                strict.way_out = {"vraag het iemand die alles mag zien, of laat `--strict` weg",
                                  "ask somebody who may see all of it, or leave out `--strict`"};
            }
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
    if (opening.selected_by != nullptr && options.where) {
        keep_students_of(*session, *opening.selected_by);
    } else if (session->where) {
        select_students_where(context, *session);
    }
    session->warn(run::case_warnings(session->rules(), session->cohort(), session->data_reader));
    session->warn(run::pack_warnings(session->rules(), session->compilation.diagnostics, *options.date));
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
    const io::ClosingCount count = count_of(session);
    const bool as_json = context.options.error_format == ErrorFormat::json;
    context.streams.err << (as_json ? closing_json(count) : io::closing_line(count, context.language())) << '\n';
}

void close_sessions(const Context& context, Session& before, Session& after) {
    const auto closing = [&](const Session& session) {
        const Schema& schema = *session.rules().schema;
        return io::closing_line(io::count_shown(schema, session.data.report, visibility_of_all(session)),
                                context.language());
    };
    const auto findings = [&](const Session& session) {
        RenderOptions how;
        how.language = context.language();
        how.format = context.options.error_format;
        how.most = most_findings;
        return io::findings_text(session.data.report, visibility_of_all(session), how);
    };
    // A warning with its place and words is the same warning.
    const auto words = [&](const Session& session, const Diagnostic& warning) {
        Diagnostics one;
        one.add(warning);
        RenderOptions how;
        how.format = ErrorFormat::json;
        return render(one, session.compilation.sources, how);
    };
    std::vector<std::string> said;
    for (const Diagnostic& warning : before.warnings.all()) said.push_back(words(before, warning));
    Diagnostics left;
    for (const Diagnostic& warning : after.warnings.all()) {
        if (std::ranges::find(said, words(after, warning)) == said.end()) left.add(warning);
    }
    after.warnings = std::move(left);
    if (findings(before) == findings(after) && closing(before) == closing(after)) {
        context.report(before.warnings, before.compilation.sources);
        before.warnings = {};
        close_session(context, after);
        return;
    }
    // The rules read the data in two ways: each side says what it found.
    const bool as_json = context.options.error_format == ErrorFormat::json;
    if (!as_json) context.streams.err << context.say("met de oude regels:", "with the old rules:") << '\n';
    close_session(context, before);
    if (!as_json) context.streams.err << context.say("met de nieuwe regels:", "with the new rules:") << '\n';
    close_session(context, after);
}

}  // namespace wegwijzer::cli
