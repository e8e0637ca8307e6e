// Bytes that are no text at all.
#pragma once

#include <optional>
#include <string_view>

#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer::parsing {

// One finding, not thousands: UTF-16, null bytes or anything else that is no UTF-8. None: it can be read.
[[nodiscard]] std::optional<Diagnostic> find_unreadable(std::string_view text, SourceId source);

}  // namespace wegwijzer::parsing
