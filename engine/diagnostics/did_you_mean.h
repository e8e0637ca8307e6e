// Finds the name that was probably meant: other case, then few letters (a third of the length at most), then the words of
// the name in another order. Candidates are only names that would be right in that place.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer {

[[nodiscard]] std::optional<std::string> did_you_mean(std::string_view written,
                                                      std::span<const std::string> candidates);
// The way out when a name was found: "did you mean `...`?"
[[nodiscard]] Localized ask_whether(const std::string& meant);

}  // namespace wegwijzer
