// What every fuzz target asks of its layer. A property that doesn't hold ends the program, as a crash would.
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/diagnostics/render.h"

namespace wegwijzer::test {

// Says what is wrong and aborts.
void fuzz_require(bool holds, std::string_view property);

[[nodiscard]] inline std::string_view fuzz_text(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

// Places lie inside the texts, and all three forms in both languages hold to their shape: valid UTF-8, no control
// characters, no caret beyond its line, one JSON object per line.
void fuzz_check_findings(const Diagnostics& diagnostics, const SourceMap& sources);

}  // namespace wegwijzer::test
