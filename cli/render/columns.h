// Rows of cells in aligned columns: as wide as their longest cell where there is room, and else wrapped inside the column.
// A line end in a cell begins a line of the cell.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace wegwijzer::cli {

class Columns {
  public:
    // The widths that fit the cells of `rows` into `width`, two columns apart and behind `indent`. A column that is too
    // wide gives way first, and none is left narrower than a word can be read in. Where not all fits, column i gets at
    // most `most[i]` (0, or none: no limit).
    Columns(const std::vector<std::vector<std::string>>& rows, std::size_t width, std::size_t indent,
            const std::vector<std::size_t>& most = {});

    // One row: a line, or as many as its fullest cell needs. Ends with a line end.
    [[nodiscard]] std::string row(const std::vector<std::string>& cells) const;
    // Where column `index` begins.
    [[nodiscard]] std::size_t begin_of(std::size_t index) const;

  private:
    std::vector<std::size_t> widths_;
    std::size_t indent_;
};

}  // namespace wegwijzer::cli
