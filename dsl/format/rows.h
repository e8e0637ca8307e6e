// Declarations of one line (bron, fase, cluster, factor, rol) that stand together: their parts in columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace wegwijzer::layout {

enum class RowKind : std::uint8_t { source, phase, cluster, factor, role };

struct RowPart {
    std::size_t slot = 0;  // the column it belongs to; ascending within a row
    std::string text;      // with layout marks
};
struct Row {
    RowKind kind = RowKind::source;
    std::string keyword;
    std::vector<RowPart> parts;
    bool is_one_line = true;
};

// Rows of these kinds share columns.
[[nodiscard]] bool stand_together(RowKind left, RowKind right);
// One line per row, without line end. Rows that are not one line stand by themselves.
[[nodiscard]] std::vector<std::string> lay_out(const std::vector<Row>& rows);

}  // namespace wegwijzer::layout
