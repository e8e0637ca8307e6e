// The text of a change on the command line, `motivatie = 3` or `presenties + {2026-11-09; 90%}`, in its parts. What the parts
// mean is for change.cpp.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer {

struct ChangePart {
    std::string text;  // trimmed, in NFC; the text itself when quoted
    bool quoted = false;
    Span span;
};
struct ChangeValue {                  // one of those between the braces
    std::optional<ChangePart> field;  // `aandeel: 90%`
    ChangePart value;                 // empty text, not quoted: unknown
};
struct ChangeText {
    ChangePart name;
    bool adds_event = false;
    ChangePart value;                 // VELD = WAARDE
    std::vector<ChangeValue> values;  // REEKS + {...}
    Span braces;                      // with what stands between them
};
// How this pack would write one, for the way out of a mistake.
struct ChangeSamples {
    std::string field = "motivatie = 3";
    std::string event = "presenties + {2026-11-09; 90%}";
    std::function<std::string(const std::string& name)> of_name;  // empty: there is no such field or series
};

// Nothing when it is no change, which is reported.
[[nodiscard]] std::optional<ChangeText> split_change(const SourceMap& sources, SourceId source,
                                                     const ChangeSamples& samples, Diagnostics& diagnostics);

}  // namespace wegwijzer
