// The catalogue of all findings: code, kind, and the texts in Dutch and English. Codes are stable for ever.
//
// Each line of engine/diagnostics/catalogue/*.def reads
//   FINDING(F014, error, "nl message", "en message", "nl why", "en why", "nl do", "en do")
// with {0}, {1} ... for the arguments; an empty text is not shown. Messages follow the rules in docs/messages.md: lower
// case, no full stop, the author's words in backticks.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace wegwijzer {

// F...: stops. W...: about the thinking, not the spelling. N...: a note. G...: about data; a warning (fails with --strict).
enum class FindingKind : std::uint8_t { error, warning, note };

enum class Code : std::uint16_t {
#define FINDING(code, kind, nl, en, why_nl, why_en, do_nl, do_en) code,
#include "engine/diagnostics/catalogue/all.def"
#undef FINDING
};

struct CatalogueEntry {
    std::string_view code;  // "F014"
    FindingKind kind;
    std::string_view message_nl, message_en;
    std::string_view why_nl, why_en;
    std::string_view do_nl, do_en;
};

[[nodiscard]] const CatalogueEntry& entry(Code code);
[[nodiscard]] const std::vector<Code>& all_codes();
[[nodiscard]] std::optional<Code> find_code(std::string_view text);

}  // namespace wegwijzer
