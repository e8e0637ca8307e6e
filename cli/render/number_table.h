// A name and numbers per row, right-aligned under their headings; in a narrow terminal one line per number.
#pragma once

#include <string>
#include <vector>

#include "cli/render/lines.h"

namespace wegwijzer::cli {

class NumberTable {
  public:
    explicit NumberTable(std::vector<std::string> headings) : headings_(std::move(headings)) {}
    void add(std::string name, std::vector<std::string> numbers) {
        rows_.push_back({std::move(name), std::move(numbers)});
    }
    void write(Lines& lines, std::size_t width) const;

  private:
    struct Row {
        std::string name;
        std::vector<std::string> numbers;
    };
    std::vector<std::string> headings_;
    std::vector<Row> rows_;
};

}  // namespace wegwijzer::cli
