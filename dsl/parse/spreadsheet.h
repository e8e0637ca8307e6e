// A formula as a spreadsheet writes it, `ALS(uren>16;1;0)`, and how the language says the same.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/base/language.h"

namespace wegwijzer::parsing {

struct Formula {
    std::size_t length = 0;  // in bytes, with its closing parenthesis
    std::string meant;       // in the words of `language`; empty when there is no telling
};

// The formula that `line` begins with, or nothing.
[[nodiscard]] std::optional<Formula> find_formula(std::string_view line, Language language);

}  // namespace wegwijzer::parsing
