#include "dsl/parse/unreadable.h"

#include <cstddef>
#include <cstdint>

#include "engine/base/unicode.h"

namespace wegwijzer::parsing {

namespace {

// The last place up to which the text is valid: found by halving.
std::size_t first_invalid(std::string_view text) {
    std::size_t low = 0;
    std::size_t high = text.size();
    const auto is_start = [&](std::size_t at) {
        return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0u) != 0x80u;
    };
    while (low + 1 < high) {
        std::size_t middle = low + (high - low) / 2;
        while (middle > low && !is_start(middle)) --middle;
        if (middle == low) break;
        (is_valid_utf8(text.substr(low, middle - low)) ? low : high) = middle;
    }
    return low;
}

}  // namespace

std::optional<Diagnostic> find_unreadable(std::string_view text, SourceId source) {
    Localized why;
    std::size_t place = text.find('\0');
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
        place = 0;
        why = {"het is UTF-16", "it is UTF-16"};
    } else if (place != std::string_view::npos) {
        why = {"er staan nulbytes in", "there are null bytes in it"};
    } else if (!is_valid_utf8(text)) {
        place = first_invalid(text);
        why = {"deze tekens zijn geen UTF-8", "these characters are not UTF-8"};
    } else {
        return std::nullopt;
    }
    const auto at = static_cast<std::uint32_t>(place);
    Diagnostic finding{.code = Code::F001, .span = {source, at, at + 1}};
    finding.arguments = {why};
    return finding;
}

}  // namespace wegwijzer::parsing
