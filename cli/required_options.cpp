#include "cli/required_options.h"

#include "cli/record_options.h"
#include "engine/diagnostics/make_finding.h"

namespace wegwijzer::cli {
namespace {

void require(bool given, const Localized& what, const Options& options, Diagnostics& problems) {
    if (!given) {
        problems.add(make_finding(Code::F210, {Localized(command_name(options.command, Language::nl),
                                                         command_name(options.command, Language::en)),
                                               what}));
    }
}

// Rules say which column is the key, and of which type each is.
void require_rules_of_data(const Options& options, Diagnostics& problems) {
    if (!options.data.empty() && options.packs.empty())
        problems.add(make_finding(Code::F340, {{"`--data`", "`--data`"}, {"--rules PAKKET", "--rules PACK"}}));
}

void require_of_rights(const Options& options, bool has_date, Diagnostics& problems) {
    require(!options.store.empty(), {"--store BESTAND", "--store FILE"}, options, problems);
    if (options.command == Command::purge) {
        if (options.list) return;
        require(!options.packs.empty(), "--rules PACK", options, problems);
        if (!has_date) problems.add(make_finding(Code::F211, {}));
    } else {
        require(options.student.has_value(), "--student S", options, problems);
        require_rules_of_data(options, problems);
    }
    if (!options.carry_out) return;
    require(!options.by.empty(), {"--door NAAM", "--by NAME"}, options, problems);
    if (options.command == Command::forget)
        require(!options.ground.empty(), {"--reden GROND", "--reason GROUND"}, options, problems);
}

// A list of what is there takes nothing that belongs to what is recorded: it would seem to have been.
void check_listing(const Options& options, Diagnostics& problems) {
    const Localized list{"`--lijst`", "`--list`"};
    require(options.draft[store::EntryField::student].has_value(), "--student S", options, problems);
    for (const RecordOption& option : record_options()) {
        if (option.field != store::EntryField::student && options.draft[option.field])
            problems.add(make_finding(Code::F345, {list, option_name(option.field)}));
    }
    if (!options.import_file.empty()) problems.add(make_finding(Code::F345, {list, {"--inlezen", "--import"}}));
}

// What is kept is a run over all students, of somebody.
void check_keeping(const Options& options, Diagnostics& problems) {
    const Localized keep{"--bewaar", "--keep"};
    const Localized quoted{"`--bewaar`", "`--keep`"};
    const Localized by{"--door", "--by"};
    if (!options.keep) {
        if (!options.by.empty()) {
            problems.add(
                make_finding(Code::F345, {{"`adviseer` zonder `--bewaar`", "`evaluate` without `--keep`"}, by}));
        }
        return;
    }
    if (options.store.empty()) problems.add(make_finding(Code::F340, {quoted, {"--store BESTAND", "--store FILE"}}));
    if (options.by.empty()) problems.add(make_finding(Code::F340, {quoted, {"--door NAAM", "--by NAME"}}));
    if (options.mentor) problems.add(make_finding(Code::F363, {keep, "--mentor"}));
    if (options.where) problems.add(make_finding(Code::F363, {keep, {"--waar", "--where"}}));
}

void check_log(const Options& options, Diagnostics& problems) {
    const bool is_replay = options.log_action == LogAction::replay;
    require(!options.store.empty(), {"--store BESTAND", "--store FILE"}, options, problems);
    const auto only_of_replay = [&](bool given, const char* option) {
        if (given && !is_replay) problems.add(make_finding(Code::F345, {{"`logboek`", "`log`"}, option}));
    };
    only_of_replay(!options.packs.empty(), "--rules");
    only_of_replay(!options.data.empty(), "--data");
    if (!is_replay) return;
    require(!options.runs.empty(), "RUN", options, problems);
    require(!options.packs.empty(), "--rules PACK", options, problems);
    require(!options.data.empty(), "--data D", options, problems);
}

// Two kept runs have their rules, data and days with them.
void check_comparing_runs(const Options& options, bool has_date, Diagnostics& problems) {
    require(!options.store.empty(), {"--store BESTAND", "--store FILE"}, options, problems);
    require(options.runs.size() == 2, "RUN1 RUN2", options, problems);
    const auto refuse = [&](bool is_given, const Localized& option) {
        if (is_given) problems.add(make_finding(Code::F365, {option}));
    };
    refuse(!options.packs.empty(), "--rules");
    refuse(!options.with.empty(), "--with");
    refuse(options.sweep.has_value(), "--sweep");
    refuse(!options.data.empty(), "--data");
    refuse(has_date, "--date");
    refuse(options.where.has_value(), {"--waar", "--where"});
    refuse(options.mentor.has_value(), "--mentor");
}

}  // namespace

void require_what_the_command_needs(const Options& options, bool has_date, Diagnostics& problems) {
    const bool shows_trace = options.command == Command::show && options.show == ShowWhat::trace;
    const bool shows_caseload = options.command == Command::show && options.show == ShowWhat::caseload;
    const bool on_data = options.command == Command::evaluate || options.command == Command::diff ||
                         options.command == Command::explain || options.command == Command::report ||
                         options.command == Command::agenda || options.command == Command::plan || shows_trace ||
                         shows_caseload;
    if (options.code || options.command == Command::lsp) return;
    if (options.command == Command::purge || options.command == Command::student_export ||
        options.command == Command::forget) {
        return require_of_rights(options, has_date, problems);
    }
    if (options.command == Command::record) {
        // What an entry needs besides is said where it is checked.
        require(!options.store.empty(), {"--store BESTAND", "--store FILE"}, options, problems);
        require_rules_of_data(options, problems);
        if (options.list) check_listing(options, problems);
        return;
    }
    if (options.command == Command::log) {
        check_log(options, problems);
        return;
    }
    if (options.command == Command::diff && !options.runs.empty()) {
        check_comparing_runs(options, has_date, problems);
        return;
    }
    // Of two rule sets the store has nothing to say: both read the same data.
    if (options.command == Command::diff && !options.store.empty()) {
        require(false, "RUN1 RUN2", options, problems);
        return;
    }
    if (options.command == Command::evaluate) check_keeping(options, problems);
    if (!on_data) {
        const bool is_new = options.command == Command::start;
        require(!options.packs.empty(), is_new ? Localized{"MAP", "FOLDER"} : Localized{"PACK"}, options, problems);
        if (options.command == Command::translate) require(options.to.has_value(), "--to en|nl", options, problems);
        if (is_new && options.packs.size() > 1) problems.add(make_finding(Code::F205, {options.packs[1]}));
        return;
    }
    require(!options.packs.empty(), "--rules PACK", options, problems);
    require(!options.data.empty(), "--data D", options, problems);
    if (!has_date) problems.add(make_finding(Code::F211, {}));
    if (options.command == Command::diff) {
        if (options.with.empty() && !options.sweep) {
            problems.add(make_finding(Code::F270, {Localized(command_name(options.command, Language::nl),
                                                             command_name(options.command, Language::en))}));
        }
        if (!options.with.empty() && options.sweep) problems.add(make_finding(Code::F271, {}));
        return;
    }
    if (options.command == Command::agenda && options.role == "student") problems.add(make_finding(Code::F388, {}));
    if (options.command == Command::report) {
        require(!options.out_file.empty(), {"--out MAP", "--out FOLDER"}, options, problems);
        if (options.student && options.students) problems.add(make_finding(Code::F290, {}));
        // The caseload is no page for a student.
        if (options.role == "student" && !options.student) {
            require(options.students, "--student S", options, problems);
        }
        return;
    }
    // The list of a caseload is no page for a student.
    const bool is_own_plan = options.command == Command::plan && options.role == "student";
    const bool is_about_one = options.command == Command::explain || is_own_plan || shows_trace;
    if (is_about_one) require(options.student.has_value(), "--student S", options, problems);
}

}  // namespace wegwijzer::cli
