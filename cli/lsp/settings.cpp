#include "cli/lsp/settings.h"

#include <algorithm>

namespace wegwijzer::cli::lsp {

namespace {

constexpr std::int64_t longest_pause = 10'000;

void read_units(const json::Value& offered, Settings& settings) {
    for (const json::Value& name : offered.items()) {
        if (name.text() == "utf-8")
            settings.units = editor::Units::utf_8;
        else if (name.text() == "utf-16")
            settings.units = editor::Units::utf_16;
        else if (name.text() == "utf-32")
            settings.units = editor::Units::utf_32;
        else
            continue;
        return;  // the one the editor likes best
    }
}

}  // namespace

void read_settings(const json::Value& params, Settings& settings) {
    const json::Value& abilities = params["capabilities"];
    read_units(abilities["general"]["positionEncodings"], settings);
    settings.takes_snippets =
        abilities["textDocument"]["completion"]["completionItem"]["snippetSupport"].boolean().value_or(false);
    settings.can_watch_files =
        abilities["workspace"]["didChangeWatchedFiles"]["dynamicRegistration"].boolean().value_or(false);
    const json::Value& options = params["initializationOptions"];
    if (options["language"].text() == "nl") settings.language = Language::nl;
    if (options["language"].text() == "en") settings.language = Language::en;
    if (const auto pause = options["pause"].integer())
        settings.pause = std::chrono::milliseconds(std::clamp<std::int64_t>(*pause, 0, longest_pause));
    if (const auto address = options["codeAddress"].text()) settings.code_address = std::string(*address);
}

}  // namespace wegwijzer::cli::lsp
