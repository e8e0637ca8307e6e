#include "cli/next_commands.h"

namespace wegwijzer::cli {
namespace {

std::string shell_word(const std::string& text) {
    const bool plain = !text.empty() && text.find_first_not_of(
                                            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                            "0123456789_-./:") == std::string::npos;
    if (plain) return text;
    std::string quoted = "'";
    for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

// "wegwijzer verklaar --rules pakket --data gegevens"
std::string begin_of(Command command, const Context& context) {
    std::string text = "wegwijzer " + command_name(command, context.language()) + " --rules";
    for (const std::string& pack : context.options.packs) text += " " + shell_word(pack);
    return text + " --data " + shell_word(context.options.data);
}

}  // namespace

std::string explain_command(const Context& context) {
    const Options& options = context.options;
    std::string command = begin_of(Command::explain, context) + " --date " + to_iso(*options.date);
    if (!options.store.empty()) command += " --store " + shell_word(options.store);
    if (options.mentor) command += " --mentor " + shell_word(*options.mentor);
    if (options.role) command += " --role " + shell_word(*options.role);
    return command + " --student …";
}

std::string record_command(const Context& context) {
    const Options& options = context.options;
    if (options.store.empty()) return {};
    const bool is_dutch = context.language() == Language::nl;
    std::string command = begin_of(Command::record, context) + " --store " + shell_word(options.store);
    command += (is_dutch ? " --door " : " --by ") + (options.mentor ? shell_word(*options.mentor) : "…");
    return command + (is_dutch ? " --datum vandaag --student … --interventie … --status …"
                               : " --date today --student … --intervention … --status …");
}

}  // namespace wegwijzer::cli
