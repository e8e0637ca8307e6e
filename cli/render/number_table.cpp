#include "cli/render/number_table.h"

#include <algorithm>

#include "engine/base/unicode.h"

namespace wegwijzer::cli {

void NumberTable::write(Lines& lines, std::size_t width) const {
    std::vector<std::size_t> widths;
    std::size_t used = 2;
    for (std::size_t i = 0; i < headings_.size(); ++i) {
        std::size_t widest = display_width(headings_[i]);
        for (const Row& row : rows_) widest = std::max(widest, display_width(row.numbers[i]));
        widths.push_back(widest);
        used += widest + 2;
    }
    std::size_t names = 0;
    for (const Row& row : rows_) names = std::max(names, display_width(printable(row.name)));
    if (used + names > std::clamp<std::size_t>(width, 40, 110)) {
        for (const Row& row : rows_) {
            std::string text;
            for (std::size_t i = 0; i < headings_.size(); ++i) {
                text += (i == 0 ? "" : ", ") + headings_[i] + " " + row.numbers[i];
            }
            lines.paragraph("  - ", row.name + ": " + text);
        }
        return;
    }
    const auto right = [](const std::string& text, std::size_t room) {
        return std::string(room - display_width(text), ' ') + text;
    };
    std::string head(names, ' ');
    for (std::size_t i = 0; i < headings_.size(); ++i) head += "  " + right(headings_[i], widths[i]);
    lines.unbroken("  ", head);
    for (const Row& row : rows_) {
        std::string line = printable(row.name);
        line += std::string(names - display_width(line), ' ');
        for (std::size_t i = 0; i < headings_.size(); ++i) line += "  " + right(row.numbers[i], widths[i]);
        // `unbroken` folds control characters only, so that the columns stay.
        lines.unbroken("  ", line);
    }
}

}  // namespace wegwijzer::cli
