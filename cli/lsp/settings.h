// What the editor asked for when it began.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "dsl/editor/position.h"
#include "engine/base/language.h"
#include "engine/json/tree.h"

namespace wegwijzer::cli::lsp {

struct Settings {
    editor::Units units = editor::Units::utf_16;
    std::optional<Language> language;      // of what people read; none: that of the pack
    std::chrono::milliseconds pause{250};  // without a key, before everything is told
    std::string code_address;              // of the page of a code, with `{code}` in it; empty: there is none
    bool takes_snippets = false;
    bool can_watch_files = false;

    [[nodiscard]] Language language_for(Language of_pack) const { return language.value_or(of_pack); }
};

// `params` of `initialize`; what is odd in them stays as it is in `settings`.
void read_settings(const json::Value& params, Settings& settings);

}  // namespace wegwijzer::cli::lsp
