#include "cli/render/csv_cells.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "cli/render/lines.h"
#include "engine/base/unicode.h"

namespace wegwijzer::cli {
namespace {

// A change such as "-3" or "+12,5": a spreadsheet makes a number of it, never a formula.
bool is_number(std::string_view text) {
    if (text.size() < 2 || (text.front() != '-' && text.front() != '+')) return false;
    text.remove_prefix(1);
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.ends_with('%')) text.remove_suffix(1);
    if (text.empty() || !is_digit(text.front()) || !is_digit(text.back())) return false;
    return std::ranges::all_of(text, [&](char c) { return is_digit(c) || c == ',' || c == '.'; }) &&
           std::ranges::count_if(text, [](char c) { return c == ',' || c == '.'; }) <= 1;
}

// Behind spaces and quotes too, and as the wide forms of these signs, which some spreadsheets read the same.
bool is_formula(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \""), text.size()));
    constexpr std::array<std::string_view, 8> signs{"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    return std::ranges::any_of(signs, [&](std::string_view sign) { return text.starts_with(sign); });
}

// Read with `,` for the separator, as by a spreadsheet set to English, a cell falls apart: each part has to be harmless.
std::string without_formulas(std::string_view text) {
    std::string result;
    while (true) {
        const std::size_t end = text.find_first_of(",;");
        const std::string_view part = text.substr(0, end);
        if (is_formula(part) && !is_number(part)) result += '\'';
        result += part;
        if (end == std::string_view::npos) return result;
        result += text[end];
        text.remove_prefix(end + 1);
    }
}

std::string cell(std::string_view text) {
    std::string value = without_formulas(printable(replace_invalid_utf8(text)));
    if (value.find_first_of(";\"\n,") == std::string::npos) return value;
    std::string quoted = "\"";
    for (const char c : value) {
        quoted += c;
        if (c == '"') quoted += '"';
    }
    return quoted + '"';
}

}  // namespace

std::string row_of(const std::vector<std::string>& cells) {
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) row += ';';
        row += cell(cells[i]);
    }
    return row + "\n";
}

std::string joined_in_cell(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!text.empty()) text += " | ";
        text += part;
    }
    return text;
}

std::string consent_words(advise::Consent consent, Language language) {
    switch (consent) {
        case advise::Consent::not_needed: return say(language, "niet nodig", "not needed");
        case advise::Consent::ask: return say(language, "eerst vragen", "ask first");
        case advise::Consent::given: break;
    }
    return say(language, "gegeven", "given");
}

}  // namespace wegwijzer::cli
