// Small packs for tests of the language: a head with a field, series or role of every kind, and what the checker says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dsl/compile/compile.h"

namespace wegwijzer::testing {

// A pack in Dutch with fields of every type, two series and more, a kalender, a fase, factors, roles of three lines, two
// interventies, parameters and a begrip; without findings of its own.
[[nodiscard]] std::string pack_head();

[[nodiscard]] Compilation compile_text(std::string text);
// `pack_head()` with `body` behind it.
[[nodiscard]] Compilation compile_body(std::string_view body);
// The same as a signaal `s` with this condition behind `als`.
[[nodiscard]] Compilation compile_condition(std::string_view condition);

// One string per finding, in the order shown: "F014 `70`", with the author's words at its place.
[[nodiscard]] std::vector<std::string> findings(const Compilation& compilation);
// Joined by " | ".
[[nodiscard]] std::string findings_text(const Compilation& compilation);

// Every finding as a person reads it.
[[nodiscard]] std::string shown(const Compilation& compilation, Language language = Language::nl);

}  // namespace wegwijzer::testing
