#include "cli/run.h"

#include <ostream>

#include "cli/commands.h"

namespace wegwijzer::cli {
namespace {

Status dispatch(const Context& context) {
    switch (context.options.command) {
        case Command::check: return run_check(context);
        case Command::evaluate: return run_evaluate(context);
        case Command::explain: return run_explain(context);
        case Command::report: return run_report(context);
        case Command::show: return run_show(context);
        case Command::agenda: return run_agenda(context);
        case Command::test: return run_test(context);
        case Command::fmt: return run_fmt(context);
        case Command::translate: return run_translate(context);
        case Command::start: return run_new(context);
        case Command::diff: return run_diff(context);
        case Command::fields: return run_fields(context);
        case Command::lsp: return run_lsp(context);
        case Command::record: return run_record(context);
        case Command::log: return run_log(context);
        case Command::purge: return run_purge(context);
        case Command::student_export: return run_student_export(context);
        case Command::forget: return run_forget(context);
        case Command::plan: return run_plan(context);
        case Command::none: break;
    }
    return Status::fine;
}

// Rules and data are the author's and the institution's own: no result and no log takes their place.
Diagnostics overwritten_inputs(const Options& options) {
    Diagnostics problems;
    std::vector<std::string> inputs = options.packs;
    inputs.insert(inputs.end(), options.with.begin(), options.with.end());
    inputs.push_back(options.data);
    inputs.push_back(options.store);
    inputs.push_back(options.capacity_file);
    const auto look = [&](const std::string& path, const char* option) {
        if (path.empty()) return;
        const bool is_of_store = is_part_of_store(path, options.store);
        if (!is_of_store && !holds_input(path, inputs)) return;
        Diagnostic problem;
        problem.code = Code::F225;
        problem.arguments = {path, option};
        if (is_of_store) {
            problem.why = {"daar staat wat nog in het dossier moet komen; het zou worden overschreven",
                           "what is yet to come into the store stands there; it would be overwritten"};
        }
        problems.add(problem);
    };
    if (options.command != Command::translate) look(options.out_file, "--out");  // a translation has its own finding
    look(options.log_file, "--log");
    return problems;
}

}  // namespace

int run(const std::vector<std::string>& arguments, const Environment& environment, Streams streams) {
    const ParsedOptions parsed = parse_options(arguments, environment);
    const Options& options = parsed.options;
    Log log;
    Context context{options, environment, streams, log};

    if (parsed.problems.has_errors()) {
        context.report(parsed.problems);
        return static_cast<int>(Status::wrong_use);
    }
    if (options.version) {
        streams.out << "wegwijzer " WEGWIJZER_VERSION "\n";
        return 0;
    }
    if (options.help) {
        streams.out << help_text(options.command, options.language);
        return 0;
    }
    if (const Diagnostics problems = overwritten_inputs(options); problems.has_errors()) {
        context.report(problems);
        return static_cast<int>(Status::wrong_use);
    }
    if (!options.log_file.empty()) {
        std::string error;
        log = Log(options.log_file, options.log_level, error);
        if (!error.empty()) {
            Diagnostics problems;
            Diagnostic problem;
            problem.code = Code::F224;
            problem.arguments = {options.log_file, error};
            problems.add(problem);
            context.report(problems);
            return static_cast<int>(Status::wrong_use);
        }
    }
    log.started(command_name(options.command, Language::en).c_str(), static_cast<int>(arguments.size()));
    Status status = dispatch(context);
    // What writes to stdout without more looks no further: a full disk is said here.
    if (status != Status::wrong_use) status = worst(status, context.finish_output());
    log.finished(static_cast<int>(status));
    return static_cast<int>(status);
}

}  // namespace wegwijzer::cli
