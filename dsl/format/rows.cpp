#include "dsl/format/rows.h"

#include <algorithm>
#include <array>

#include "dsl/format/draft.h"

namespace wegwijzer::layout {
namespace {

// Spaces behind each column. A part longer than this doesn't move the column behind it.
constexpr std::size_t longest_part = 60;
std::size_t gap_behind(RowKind kind, std::size_t slot) {
    constexpr std::array<std::size_t, 3> of_factors{2, 4, 3};
    constexpr std::array<std::size_t, 3> of_roles{2, 1, 2};
    switch (kind) {
        case RowKind::factor: return of_factors[std::min(slot, of_factors.size() - 1)];
        case RowKind::role: return of_roles[std::min(slot, of_roles.size() - 1)];
        case RowKind::source:
        case RowKind::phase:
        case RowKind::cluster: break;
    }
    return 1;
}

// Where each column begins, for the rows of one kind, counted from the first.
std::vector<std::size_t> columns_of(const std::vector<Row>& rows, RowKind kind) {
    std::vector<std::size_t> widths;
    std::vector<bool> used;
    std::size_t count = 0;
    for (const Row& row : rows) {
        if (row.kind != kind || !row.is_one_line) continue;
        ++count;
        for (const RowPart& part : row.parts) {
            widths.resize(std::max(widths.size(), part.slot + 1));
            used.resize(widths.size());
            used[part.slot] = true;
            if (const std::size_t length = width(part.text); length <= longest_part)
                widths[part.slot] = std::max(widths[part.slot], length);
        }
    }
    std::vector<std::size_t> begins(widths.size());
    for (std::size_t slot = 1; slot < widths.size(); ++slot) {
        const std::size_t gap = count < 2 ? 1 : gap_behind(kind, slot - 1);
        begins[slot] = begins[slot - 1] + (used[slot - 1] ? widths[slot - 1] + gap : 0);
    }
    return begins;
}

}  // namespace

bool stand_together(RowKind left, RowKind right) {
    const auto is_model = [](RowKind kind) { return kind == RowKind::cluster || kind == RowKind::factor; };
    return left == right || (is_model(left) && is_model(right));
}

std::vector<std::string> lay_out(const std::vector<Row>& rows) {
    std::size_t keywords = 0;
    for (const Row& row : rows)
        if (row.is_one_line) keywords = std::max(keywords, width(row.keyword));
    std::vector<std::string> lines;
    for (const Row& row : rows) {
        std::string line = row.keyword + " ";
        if (!row.is_one_line) {
            for (const RowPart& part : row.parts) {
                if (&part != &row.parts.front()) line += " ";
                append_value(line, part.text);
            }
            lines.push_back(std::move(line));
            continue;
        }
        const std::vector<std::size_t> begins = columns_of(rows, row.kind);
        line = padded(std::move(line), keywords + 1);
        const std::size_t first = width(line);
        for (const RowPart& part : row.parts) {
            if (&part != &row.parts.front()) {
                line += ' ';
                line = padded(std::move(line), first + begins[part.slot]);
            }
            line += part.text;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace wegwijzer::layout
