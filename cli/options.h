// The command line, read: which command, with what. Nothing here opens a file or looks at a pack.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/environment.h"
#include "engine/base/date.h"
#include "engine/diagnostics/diagnostic.h"
#include "engine/diagnostics/render.h"
#include "store/address.h"
#include "store/entry_rules.h"

namespace wegwijzer::cli {

enum class Command : std::uint8_t {
    none,
    check,
    evaluate,
    explain,
    show,
    fmt,
    translate,
    start,
    test,
    diff,
    report,
    agenda,
    fields,
    lsp,
    record,
    log,
    purge,
    student_export,
    forget,
    plan
};
enum class OutputFormat : std::uint8_t { table, json, jsonl, csv, junit, svg };  // explain, show trace: table is text
enum class ShowWhat : std::uint8_t { ast, model, program, trace, caseload };
enum class LogAction : std::uint8_t { list, verify, replay };

struct Options {
    Command command = Command::none;
    bool help = false;
    bool version = false;

    Language language = Language::nl;
    std::optional<Language> chosen_language;  // by `--lang`
    ErrorFormat error_format = ErrorFormat::text;
    std::string log_file;  // empty: no log
    std::string log_level = "info";
    bool strict = false;

    ShowWhat show = ShowWhat::model;
    std::vector<std::string> packs;  // as given: folders or files
    std::string data;
    std::optional<Date> date;
    OutputFormat format = OutputFormat::table;
    std::optional<std::string> mentor;
    std::optional<std::string> role;
    std::optional<std::string> student;
    std::size_t weeks = 4;               // agenda: how many to look ahead
    std::string capacity_file;           // agenda: who has how many places
    bool students = false;               // report: a page for every student who gets a line
    std::string out_file;                // empty: standard output
    bool in_full = false;                // explain: nothing is counted where it could be shown
    std::vector<std::string> what_if;    // explain: changes, as given
    std::optional<std::string> why_not;  // explain: a signal or a policy, by name
    std::optional<std::string> code;     // explain: the page of this code, and nothing of a student
    std::optional<std::string> where;    // evaluate, agenda, diff, report: a condition over the student's fields
    bool plain = false;                  // evaluate, explain, agenda, fields, test, plan: for screen readers
    bool coverage = false;               // test: what the voorbeelden reach
    bool mutate = false;                 // test: which small changes they don't notice

    std::string store;  // evaluate, explain, show, report, agenda, plan, record, log, diff: a file or a server
    std::vector<store::Secret> store_secrets;  // that stood in it, and nowhere any more
    bool keep = false;                         // evaluate: what this run advises goes into the run log of the store
    std::string by;                            // evaluate with `keep`, purge, forget: who
    LogAction log_action = LogAction::list;
    std::vector<std::string> runs;  // log replay, diff: numbers of kept runs, as given
    store::Draft draft;             // record: the entry as written
    std::string import_file;        // record: a list of entries, CSV or JSONL
    bool list = false;              // record: what is recorded of one student, and nothing new

    std::vector<std::string> with;     // diff: the new packs
    std::optional<std::string> sweep;  // diff: PARAMETER=FROM..TO/STEP

    bool only_check = false;     // fmt: say what differs, write nothing
    std::optional<Language> to;  // translate
    std::string institution;     // new

    // student-export, purge, forget: of the store too.
    bool carry_out = false;  // purge, forget: else they only say what would go
    std::string ground;      // forget: why
};

struct ParsedOptions {
    Options options;
    Diagnostics problems;  // wrong use: exit status 2
};

// `arguments` without the program's own name.
[[nodiscard]] ParsedOptions parse_options(const std::vector<std::string>& arguments, const Environment& environment);

// "evaluate" or "adviseer".
[[nodiscard]] std::string command_name(Command command, Language language);
// What `--help` prints: examples first.
[[nodiscard]] std::string help_text(Command command, Language language);

}  // namespace wegwijzer::cli
