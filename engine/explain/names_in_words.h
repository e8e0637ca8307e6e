// Names of fields and series as people read them: an identifier is for who writes rules, `binding_sociaal` is read as
// "binding sociaal". Not for a quotation of a rule, which stands as its author wrote it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/language.h"

namespace wegwijzer::explain {

[[nodiscard]] std::string in_words(std::string_view identifier);
// What is missing, as a list: `startdatum`, `metingen.stress` and `metingen.motivatie` become "startdatum en metingen
// (stress en motivatie)"; of a series that is missing and of which fields are: "metingen (ook stress)".
[[nodiscard]] std::string missing_in_words(const std::vector<std::string>& names, Language language);
// "a, b en c"
[[nodiscard]] std::string list_in_words(const std::vector<std::string>& parts, Language language, const char* last_nl,
                                        const char* last_en);

// The title; the identifier in words where there is none.
template <class Declaration>
[[nodiscard]] std::string title_in_words(const Declaration& declaration) {
    return declaration.title.empty() ? in_words(declaration.name) : declaration.title;
}

}  // namespace wegwijzer::explain
