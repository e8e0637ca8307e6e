// What a file declares, as a table of contents.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dsl/ast/ast.h"

namespace wegwijzer::editor {

enum class OutlineKind : std::uint8_t {
    pack,
    data,
    series,
    field,
    calendar,
    model,
    value,
    signal,
    intervention,
    policy,
    plan,
    table,
    example
};

struct OutlineItem {
    OutlineKind kind = OutlineKind::model;
    std::string name;
    std::string detail;  // the word that opens it, and its title
    Span whole;
    Span head;  // of the name; inside `whole`
    std::vector<OutlineItem> inside;
};

[[nodiscard]] std::vector<OutlineItem> outline(const ast::File& file);

}  // namespace wegwijzer::editor
