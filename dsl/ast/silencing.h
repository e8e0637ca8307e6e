// A comment that allows one finding, with a reason: `# sta toe W107: waarom`, `# allow W107: why`. Both spellings are read in
// every pack, so that a comment survives translation as it is. Where it counts: dsl/review.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace wegwijzer::ast {

struct Silencing {
    std::string_view code;    // as written, `w107` too
    std::string_view reason;  // trimmed; empty without a colon, or where no letter or digit stands behind it
    // The place of the code in the comment, in bytes.
    std::uint32_t code_begin = 0;
    std::uint32_t code_end = 0;
};

// `comment` is from its `#` on. None: an ordinary comment, one that goes on about something else than a code among them.
[[nodiscard]] std::optional<Silencing> read_silencing(std::string_view comment);

}  // namespace wegwijzer::ast
