#include "cli/render/csv_cells.h"

#include <string_view>

#include "cli/render/lines.h"
#include "engine/base/unicode.h"

namespace wegwijzer::cli {
namespace {

std::string cell(std::string_view text) {
    std::string value = printable(replace_invalid_utf8(text));
    if (!value.empty() && std::string_view("=+-@").find(value.front()) != std::string_view::npos) value.insert(0, "'");
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

}  // namespace wegwijzer::cli
