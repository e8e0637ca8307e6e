// Names of built-in series, their fields and values: words of the language that stand where the author's names stand, so that
// only their place tells them apart (language.md section 7, "series" and "statuses").
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/base/language.h"

namespace wegwijzer {

enum class BuiltInSeries : std::uint8_t { signals, followups, consents };

[[nodiscard]] std::optional<BuiltInSeries> find_built_in_series(std::string_view name, Language language);

[[nodiscard]] bool is_built_in_field(std::string_view name, BuiltInSeries series, Language language);

// What is called `name` in language `from`, in language `to`; the same when it isn't built in.
[[nodiscard]] std::string translate_series(std::string_view name, Language from, Language to);
[[nodiscard]] std::string translate_field(std::string_view name, BuiltInSeries series, Language from, Language to);
[[nodiscard]] std::string translate_status(std::string_view name, Language from, Language to);
[[nodiscard]] std::string translate_level(std::string_view name, Language from, Language to);

}  // namespace wegwijzer
