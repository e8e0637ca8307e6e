// The parts of a file that a comment can belong to: declarations, and in them clauses, fields, rows and bullets. `fmt` may move
// line ends about; it never moves a comment out of the part it belongs to.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "dsl/ast/ast.h"

namespace wegwijzer::review {

struct Unit {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;        // where the next part begins; of a declaration: its own end
    bool is_declaration = false;  // else a part of one
};

class Units {
  public:
    explicit Units(const ast::File& file);

    // The smallest part at this place. A place on the name or title of a declaration belongs to the whole of it.
    [[nodiscard]] std::optional<Unit> at(std::uint32_t offset) const;
    // The declaration whose first letter stands here.
    [[nodiscard]] std::optional<Unit> declaration_from(std::uint32_t begin) const;

  private:
    std::vector<Unit> units_;  // by their beginnings
};

}  // namespace wegwijzer::review
