// The sets of names of language.md section 5, "Packs and names": which declaration a name stands for, and what was
// probably meant when it stands for none.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "engine/diagnostics/source.h"

namespace wegwijzer::checking {

enum class NameKind : std::uint8_t {
    student_field,
    series_field,
    parameter,
    named_concept,
    table,
    signal,
    strength,
    opportunity,
    intervention,
    plan,
    source,
    series,
    calendar,
    phase,
    cluster,
    factor,
    role,
    policy,
    pack,
};

// "het veld", "the field": with its article.
[[nodiscard]] Localized with_article(NameKind kind);
// "veld", "field".
[[nodiscard]] Localized noun(NameKind kind);

struct Symbol {
    NameKind kind = NameKind::student_field;
    std::uint32_t index = 0;  // into the table of its kind
    Span span;                // of the name where it is declared
};

class NameTable {
  public:
    // The symbol that has this name already, or nullptr when it was free.
    const Symbol* add(const std::string& name, Symbol symbol);
    [[nodiscard]] const Symbol* find(const std::string& name) const;
    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

  private:
    std::unordered_map<std::string, Symbol> symbols_;
    std::vector<std::string> names_;  // in order of declaration
};

}  // namespace wegwijzer::checking
