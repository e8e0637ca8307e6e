// What authors write for a value or a name out of habit, `leeg`, `waar`, `twee`, and what to write for it: proposed, never read.
#pragma once

#include <optional>
#include <string>

#include "dsl/check/context.h"
#include "dsl/check/type.h"

namespace wegwijzer::checking {

// `leeg`, `ingevuld`: `onbekend`, `bekend`, as this file writes it.
[[nodiscard]] std::optional<std::string> meant_knownness(const ast::File& file, const std::string& name);
// `waar`, `true`, `yes`: `ja`.
[[nodiscard]] std::optional<std::string> meant_truth(const ast::File& file, const std::string& name);
// `twee`: 2.
[[nodiscard]] std::optional<int> meant_number(const ast::File& file, const std::string& name);
// `weken`, where a length of time stands without its number: `2 weken`; `week`: `1 week`. Empty when it is no unit.
[[nodiscard]] std::string meant_length(const ast::File& file, const std::string& name);
// `"5,5"` for a grade, `"70"` for a percentage, `"1-10-2026"` for a date: how the value is written. Empty when it is none.
[[nodiscard]] std::string meant_literal(const ast::File& file, const Type& type, const std::string& inside_quotes);
// A condition that reads fine in this pack: `motivatie < 3`. Empty when it has no field to make one of.
[[nodiscard]] std::string example_condition(const Context& context, const ast::File& file);

}  // namespace wegwijzer::checking
