// A pack with the cursor in it, for the tests of dsl/editor.
#pragma once

#include <string>

#include "dsl/compile/compile.h"
#include "dsl/editor/names.h"

namespace wegwijzer::editor::testing {

inline constexpr const char* head = R"(regelpakket proef "Proef"

gegevens student
  nummer   : sleutel
  niveau   : keuze uit mbo, havo
  geslacht : keuze uit m, v   alleen toetsing
  start    : datum start

reeks gesprek, gesprekken
  datum : datum
  soort : keuze uit slb, docent

parameter grens : getal = 3
factor inzet
)";

// The text without its mark `^`, which is the cursor.
struct AtCursor {
    explicit AtCursor(const std::string& marked) : offset(static_cast<std::uint32_t>(marked.find('^'))), text(marked) {
        text.erase(offset, 1);
        compilation = compile({{"proef", {{"proef.regels", text}}}});
    }
    std::uint32_t offset;
    std::string text;
    Compilation compilation;
    [[nodiscard]] const ast::File& file() const { return compilation.files.front(); }
    [[nodiscard]] Names names() const { return Names(compilation.files); }
};

}  // namespace wegwijzer::editor::testing
