#include "cli/options.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <span>

#include "cli/explain_code.h"
#include "cli/record_options.h"
#include "cli/required_options.h"
#include "cli/secrets.h"
#include "engine/diagnostics/did_you_mean.h"
#include "engine/diagnostics/make_finding.h"

namespace wegwijzer::cli {
namespace {

// The values as typed; what they mean is decided after parsing, so that every message is ours.
struct Raw {
    std::string language;
    std::string error_format;
    std::string log_level;
    std::string date;
    std::string format;
    std::string show;
    std::string mentor, role, student, where, why_not, code;
    std::string sweep;
    std::string to;
    std::string weeks;
};

struct CommandWords {
    Command command;
    const char* english;
    const char* dutch;
};
constexpr std::array commands{
    CommandWords{Command::check, "check", "controleer"},
    CommandWords{Command::evaluate, "evaluate", "adviseer"},
    CommandWords{Command::explain, "explain", "verklaar"},
    CommandWords{Command::report, "report", "rapport"},
    CommandWords{Command::test, "test", "toets"},
    CommandWords{Command::diff, "diff", "vergelijk"},
    CommandWords{Command::fmt, "fmt", "opmaak"},
    CommandWords{Command::translate, "translate", "vertaal"},
    CommandWords{Command::start, "new", "nieuw"},
    CommandWords{Command::fields, "fields", "velden"},
    CommandWords{Command::show, "show", "toon"},
    CommandWords{Command::lsp, "lsp", "taalserver"},
    CommandWords{Command::record, "record", "noteer"},
    CommandWords{Command::student_export, "student-export", "inzage"},
    CommandWords{Command::purge, "purge", "opschonen"},
    CommandWords{Command::forget, "forget", "vergeet"},
    CommandWords{Command::agenda, "agenda", "planning"},
    CommandWords{Command::plan, "plan", "aanpak"},
    CommandWords{Command::log, "log", "logboek"},
};

std::string quoted(std::span<const std::string> names) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "`" : ", `") + name + "`";
    return list;
}

Localized choose_from(std::span<const std::string> names) {
    const std::string list = quoted(names);
    return {"kies uit " + list, "choose from " + list};
}

// `bedoelt u ...?` when something is near, else the whole list.
Localized meant(const std::string& written, std::span<const std::string> names) {
    if (const auto near = did_you_mean(written, names)) {
        return ask_whether(*near);
    }
    return choose_from(names);
}

class CommandLine {
  public:
    explicit CommandLine(Options& options) : options_(options) {
        app_.set_help_flag("");
        app_.fallthrough(true);
        app_.allow_extras(true);
        app_.add_flag("-h,--help", options_.help);
        app_.add_flag("--version", options_.version);
        app_.add_option("--lang,--taal", raw_.language);
        app_.add_option("--error-format", raw_.error_format);
        app_.add_option("--log", options_.log_file);
        app_.add_option("--log-level", raw_.log_level);
        app_.add_flag("--strict", options_.strict);

        for (const CommandWords& words : commands) {
            CLI::App* command = app_.add_subcommand(words.english)->alias(words.dutch)->fallthrough(true);
            command->set_help_flag("");
            command->allow_extras(true);
            subcommands_[words.command] = command;
        }
        subcommands_[Command::check]->add_option("PACK", options_.packs);
        subcommands_[Command::test]->add_option("PACK", options_.packs);
        subcommands_[Command::test]->add_option("--format", raw_.format);
        subcommands_[Command::test]->add_flag("--coverage,--dekking", options_.coverage);
        subcommands_[Command::test]->add_flag("--mutate,--verander", options_.mutate);
        for (const Command name : {Command::fmt, Command::translate, Command::start, Command::fields})
            subcommands_[name]->add_option("PACK", options_.packs);
        subcommands_[Command::fmt]->add_flag("--check", options_.only_check);
        subcommands_[Command::translate]->add_option("--to", raw_.to);
        subcommands_[Command::translate]->add_option("--out", options_.out_file);
        subcommands_[Command::start]->add_option("--institution,--instelling", options_.institution);
        subcommands_[Command::start]->add_option("--date", raw_.date);
        subcommands_[Command::diff]->add_option("--with", options_.with)->expected(1, -1);
        subcommands_[Command::diff]->add_option("--sweep", raw_.sweep);
        subcommands_[Command::diff]->add_option("RUN", options_.runs)->expected(0, 2);
        subcommands_[Command::explain]->add_option("--what-if", options_.what_if)->allow_extra_args(false);
        for (const Command name :
             {Command::evaluate, Command::explain, Command::agenda, Command::fields, Command::test})
            subcommands_[name]->add_flag("--plain", options_.plain);
        subcommands_[Command::lsp]->add_flag("--stdio");  // the only way there is; editors say it all the same
        subcommands_[Command::fields]->add_option("--format", raw_.format);
        subcommands_[Command::fields]->add_option("--out", options_.out_file);
        subcommands_[Command::explain]->add_option("--why-not", raw_.why_not);
        subcommands_[Command::explain]->add_option("CODE", raw_.code);
        CLI::App* show = subcommands_[Command::show];
        show->add_option("WHAT", raw_.show);
        show->add_option("PACK", options_.packs);
        subcommands_[Command::agenda]->add_option("--weeks,--weken", raw_.weeks);
        subcommands_[Command::agenda]->add_option("--capacity,--capaciteit", options_.capacity_file);
        for (const Command name :
             {Command::evaluate, Command::explain, Command::agenda, Command::show, Command::diff}) {
            CLI::App* command = subcommands_[name];
            command->add_option("--rules", rules_)->expected(1, -1);
            command->add_option("--data", options_.data);
            command->add_option("--date", raw_.date);
            command->add_option("--mentor", raw_.mentor);
            command->add_option("--role", raw_.role);
            command->add_option("--out", options_.out_file);
            command->add_option("--format", raw_.format);
            if (name != Command::explain) command->add_option("--where,--waar", raw_.where);
            command->add_option("--store", options_.store);
            if (name == Command::explain || name == Command::show) command->add_option("--student", raw_.student);
            if (name == Command::explain) command->add_flag("--all", options_.in_full);
        }
        CLI::App* report = subcommands_[Command::report];
        report->add_option("--rules", rules_)->expected(1, -1);
        report->add_option("--data", options_.data);
        report->add_option("--date", raw_.date);
        report->add_option("--mentor", raw_.mentor);
        report->add_option("--role", raw_.role);
        report->add_option("--where,--waar", raw_.where);
        report->add_option("--out", options_.out_file);
        report->add_option("--student", raw_.student);
        report->add_flag("--students", options_.students);
        report->add_option("--store", options_.store);
        CLI::App* plan = subcommands_[Command::plan];
        plan->add_option("--rules", rules_)->expected(1, -1);
        plan->add_option("--data", options_.data);
        plan->add_option("--date", raw_.date);
        plan->add_option("--mentor", raw_.mentor);
        plan->add_option("--role", raw_.role);
        plan->add_option("--where,--waar", raw_.where);
        plan->add_option("--out", options_.out_file);
        plan->add_option("--format", raw_.format);
        plan->add_option("--student", raw_.student);
        plan->add_option("--store", options_.store);
        plan->add_flag("--plain", options_.plain);
        subcommands_[Command::evaluate]->add_flag("--keep,--bewaar", options_.keep);
        subcommands_[Command::evaluate]->add_option("--by,--door", options_.by);
        add_log();
        CLI::App* record = subcommands_[Command::record];
        record->add_option("--rules", rules_)->expected(1, -1);
        record->add_option("--data", options_.data);
        record->add_option("--store", options_.store);
        record->add_option("--format", raw_.format);
        record->add_flag("--list,--lijst", options_.list);
        record->add_option("--import,--inlezen", options_.import_file);
        for (const RecordOption& option : record_options())
            record->add_option(option.names, options_.draft[option.field]);
        add_rights();
    }

    void read(const std::vector<std::string>& arguments, Diagnostics& problems) {
        std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
        try {
            app_.parse(std::move(reversed));
        } catch (const CLI::ArgumentMismatch& error) {
            // "--date: 1 required TEXT missing": the option is the word before the colon.
            const std::string text = error.what();
            const std::string option = text.substr(0, text.find(':'));
            find_command();
            if (count_of(option) > 1) {
                problems.add(make_finding(Code::F206, {option}));
            } else {
                problems.add(make_finding(Code::F202, {option}));
            }
            return;
        } catch (const CLI::ParseError& error) {
            // "Could not convert: --strict = maybe": only a switch with a value comes here.
            const std::string text = error.what();
            const std::size_t begin = std::min(text.find("--"), text.size());
            const std::size_t end = std::min(text.find_first_of(" =", begin), text.size());
            find_command();
            problems.add(make_finding(Code::F207, {text.substr(begin, end - begin)}));
            return;
        }
        find_command();
        if (options_.help || options_.version) return;
        report_leftovers(problems);
        options_.packs.insert(options_.packs.end(), rules_.begin(), rules_.end());
    }

    [[nodiscard]] const Raw& raw() const { return raw_; }
    [[nodiscard]] bool was_given(const std::string& option) const {
        return std::ranges::any_of(subcommands_, [&](const auto& entry) {
            const CLI::Option* found = entry.second->get_option_no_throw(option);
            return found != nullptr && found->count() > 0;
        });
    }

    // The first option of `explain` that is about a student.
    [[nodiscard]] std::string given_of_a_student() const {
        for (const char* option : {"--rules", "--data", "--date", "--student", "--store", "--mentor", "--role",
                                   "--what-if", "--why-not", "--all"}) {
            if (was_given(option)) return option;
        }
        return {};
    }

  private:
    // Its actions are commands of their own below it, so that `log controleer` is not the command `controleer`.
    void add_log() {
        CLI::App* log = subcommands_[Command::log];
        log->add_option("--store", options_.store);
        log->add_option("--format", raw_.format);
        log->add_option("--rules", rules_)->expected(1, -1);
        log->add_option("--data", options_.data);
        for (const auto& [english, dutch] : {std::pair("verify", "controleer"), std::pair("replay", "herhaal")}) {
            CLI::App* action = log->add_subcommand(english)->alias(dutch)->fallthrough(true);
            action->set_help_flag("");
            action->allow_extras(true);
        }
        log->get_subcommand("replay")->add_option("RUN", options_.runs)->expected(0, 1);
    }

    void find_log_action() {
        const CLI::App& log = *subcommands_[Command::log];
        if (log.get_subcommand("verify")->parsed()) options_.log_action = LogAction::verify;
        if (log.get_subcommand("replay")->parsed()) options_.log_action = LogAction::replay;
    }

    void add_rights() {
        for (const Command name : {Command::purge, Command::student_export, Command::forget}) {
            subcommands_[name]->add_option("--store", options_.store);
            if (name != Command::forget) subcommands_[name]->add_option("--rules", rules_)->expected(1, -1);
            if (name != Command::purge) subcommands_[name]->add_option("--student", raw_.student);
        }
        for (const Command name : {Command::purge, Command::forget}) {
            subcommands_[name]->add_option("--by,--door", options_.by);
            subcommands_[name]->add_flag("--carry-out,--uitvoeren", options_.carry_out);
            subcommands_[name]->add_option("--format", raw_.format);
        }
        subcommands_[Command::purge]->add_option("--date,--datum", raw_.date);
        subcommands_[Command::purge]->add_flag("--list,--lijst", options_.list);
        subcommands_[Command::forget]->add_option("--reason,--reden", options_.ground);
        subcommands_[Command::student_export]->add_option("--format", raw_.format);
        subcommands_[Command::student_export]->add_option("--out", options_.out_file);
        subcommands_[Command::student_export]->add_option("--data", options_.data);
    }

    void find_command() {
        find_log_action();
        for (const auto& [command, app] : subcommands_) {
            if (app->parsed()) {
                options_.command = command;
                return;
            }
        }
    }

    [[nodiscard]] std::size_t count_of(const std::string& option) const {
        std::size_t count = 0;
        for (const auto& [command, app] : subcommands_) {
            const CLI::Option* found = app->get_option_no_throw(option);
            if (found != nullptr) count += found->count();
        }
        const CLI::Option* found = app_.get_option_no_throw(option);
        return count + (found != nullptr ? found->count() : 0);
    }

    [[nodiscard]] std::vector<std::string> known_options() const {
        std::vector<std::string> names;
        const auto add = [&](const CLI::App& app) {
            for (const CLI::Option* option : app.get_options()) {
                for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
            }
        };
        add(app_);
        if (options_.command != Command::none) add(*subcommands_.at(options_.command));
        return names;
    }

    // For an option of other commands than the one given: those commands.
    [[nodiscard]] std::optional<Localized> goes_with(const std::string& option) const {
        std::vector<std::string> nl, en;
        for (const CommandWords& words : commands) {
            if (subcommands_.at(words.command)->get_option_no_throw(option) == nullptr) continue;
            nl.emplace_back(words.dutch);
            en.emplace_back(words.english);
        }
        if (nl.empty()) return std::nullopt;
        return Localized{"`" + option + "` hoort bij " + quoted(nl), "`" + option + "` goes with " + quoted(en)};
    }

    void report_leftovers(Diagnostics& problems) const {
        const std::vector<std::string> leftovers = app_.remaining(true);
        const auto option =
            std::ranges::find_if(leftovers, [](const std::string& text) { return text.starts_with("-"); });
        if (option != leftovers.end()) {
            const std::string name = option->substr(0, option->find('='));
            const std::optional<Localized> elsewhere = goes_with(name);
            problems.add(make_finding(Code::F201, {name}, elsewhere ? *elsewhere : meant(name, known_options())));
        } else if (options_.command == Command::none) {
            std::vector<std::string> names;
            for (const CommandWords& words : commands) names.emplace_back(words.english);
            std::vector<std::string> both = names;
            for (const CommandWords& words : commands) both.emplace_back(words.dutch);
            if (leftovers.empty()) {
                problems.add(make_finding(Code::F203, {}, choose_from(names)));
            } else {
                const bool near = did_you_mean(leftovers.front(), both).has_value();
                problems.add(make_finding(Code::F200, {leftovers.front()},
                                          near ? meant(leftovers.front(), both) : choose_from(names)));
            }
        } else if (!leftovers.empty()) {
            problems.add(make_finding(Code::F205, {leftovers.front()}));
        }
    }

    Options& options_;
    Raw raw_;
    std::vector<std::string> rules_;
    CLI::App app_;
    std::map<Command, CLI::App*> subcommands_;
};

// One of `names`, else a problem.
template <class Value>
void choose(const char* option, const std::string& written, const std::vector<std::pair<std::string, Value>>& values,
            Value& target, Diagnostics& problems) {
    std::vector<std::string> names;
    for (const auto& [name, value] : values) {
        if (name == written) {
            target = value;
            return;
        }
        names.push_back(name);
    }
    problems.add(make_finding(Code::F204, {written, std::string(option)}, meant(written, names)));
}

void read_global_choices(const Raw& raw, Options& options, Diagnostics& problems) {
    if (!raw.language.empty()) {
        choose<Language>("--lang", raw.language, {{"nl", Language::nl}, {"en", Language::en}}, options.language,
                         problems);
        options.chosen_language = options.language;
    }
    if (!raw.error_format.empty()) {
        choose<ErrorFormat>("--error-format", raw.error_format,
                            {{"text", ErrorFormat::text}, {"plain", ErrorFormat::plain}, {"json", ErrorFormat::json}},
                            options.error_format, problems);
    }
    if (!raw.log_level.empty()) {
        choose<std::string>("--log-level", raw.log_level,
                            {{"debug", "debug"}, {"info", "info"}, {"warning", "warning"}, {"error", "error"}},
                            options.log_level, problems);
    }
}

void read_format(const Raw& raw, Options& options, Diagnostics& problems) {
    if (raw.format.empty()) return;
    using enum OutputFormat;
    if (options.command == Command::diff && options.sweep) {
        choose<OutputFormat>("--format", raw.format, {{"table", table}, {"json", json}, {"csv", csv}, {"svg", svg}},
                             options.format, problems);
    } else if (options.command == Command::diff || options.command == Command::agenda ||
               options.command == Command::fields) {
        choose<OutputFormat>("--format", raw.format, {{"table", table}, {"json", json}, {"csv", csv}}, options.format,
                             problems);
    } else if (options.command == Command::evaluate) {
        choose<OutputFormat>("--format", raw.format, {{"table", table}, {"json", json}, {"jsonl", jsonl}, {"csv", csv}},
                             options.format, problems);
    } else if (options.command == Command::test) {
        choose<OutputFormat>("--format", raw.format, {{"text", table}, {"json", json}, {"junit", junit}},
                             options.format, problems);
    } else {
        choose<OutputFormat>("--format", raw.format, {{"text", table}, {"json", json}}, options.format, problems);
    }
}

void read_show(const Raw& raw, Options& options, Diagnostics& problems) {
    using enum ShowWhat;
    const std::vector<std::pair<std::string, ShowWhat>> values{
        {"ast", ast}, {"model", model}, {"program", program}, {"trace", trace}, {"caseload", caseload}};
    if (raw.show.empty()) {
        std::vector<std::string> names;
        for (const auto& [name, value] : values) names.push_back(name);
        problems.add(make_finding(Code::F208, {}, choose_from(names)));
        return;
    }
    choose<ShowWhat>("show", raw.show, values, options.show, problems);
}

// `explain CODE` says nothing of a student: what it would take for that does not go with it.
void read_code(const Raw& raw, const std::string& of_a_student, Options& options, Diagnostics& problems) {
    if (!looks_like_a_code(raw.code)) {
        problems.add(make_finding(Code::F205, {raw.code}));
    } else if (of_a_student.empty()) {
        options.code = raw.code;
    } else {
        problems.add(make_finding(Code::F213, {raw.code, of_a_student}));
    }
}

void read_date(const Raw& raw, const Environment& environment, Options& options, Diagnostics& problems) {
    if (raw.date.empty()) return;
    if (raw.date == "today" || raw.date == "vandaag") {
        options.date = environment.today;
    } else {
        options.date = parse_iso_date(raw.date);
    }
    if (!options.date) problems.add(make_finding(Code::F209, {raw.date}));
}

// A year ahead is as far as anybody plans.
constexpr std::size_t most_weeks = 52;

void read_weeks(const Raw& raw, Options& options, Diagnostics& problems) {
    std::size_t weeks = 0;
    const char* end = raw.weeks.data() + raw.weeks.size();
    const auto [last, error] = std::from_chars(raw.weeks.data(), end, weeks);
    if (error == std::errc{} && last == end && weeks >= 1 && weeks <= most_weeks) {
        options.weeks = weeks;
    } else {
        problems.add(make_finding(Code::F204, {raw.weeks, "--weeks"},
                                  {"geef een getal van 1 t/m 52", "give a number from 1 to 52"}));
    }
}

}  // namespace

std::string command_name(Command command, Language language) {
    for (const CommandWords& words : commands) {
        if (words.command == command) return language == Language::nl ? words.dutch : words.english;
    }
    return {};
}

ParsedOptions parse_options(const std::vector<std::string>& arguments, const Environment& environment) {
    ParsedOptions parsed;
    Options& options = parsed.options;
    options.language = environment.language();
    CommandLine line(options);
    ArgumentsWithoutSecrets safe = take_out_secrets(arguments);
    line.read(safe.arguments, parsed.problems);
    options.store_secrets = std::move(safe.secrets);
    const Raw& raw = line.raw();
    read_global_choices(raw, options, parsed.problems);
    if (options.help || options.version || parsed.problems.has_errors()) return parsed;

    if (line.was_given("--sweep")) options.sweep = raw.sweep;
    read_format(raw, options, parsed.problems);
    if (options.command == Command::show) read_show(raw, options, parsed.problems);
    if (!raw.to.empty()) {
        Language to = Language::nl;
        choose<Language>("--to", raw.to, {{"nl", Language::nl}, {"en", Language::en}}, to, parsed.problems);
        options.to = to;
    }
    read_date(raw, environment, options, parsed.problems);
    if (line.was_given("--weeks")) read_weeks(raw, options, parsed.problems);
    name_today(environment, options.draft);
    if (line.was_given("--mentor")) options.mentor = raw.mentor;
    if (line.was_given("--why-not")) options.why_not = raw.why_not;
    if (line.was_given("--role")) options.role = raw.role;
    if (line.was_given("--where")) options.where = raw.where;
    if (!raw.code.empty()) read_code(raw, line.given_of_a_student(), options, parsed.problems);
    if (line.was_given("--student")) options.student = raw.student;
    if (!parsed.problems.has_errors()) require_what_the_command_needs(options, !raw.date.empty(), parsed.problems);
    return parsed;
}

}  // namespace wegwijzer::cli
