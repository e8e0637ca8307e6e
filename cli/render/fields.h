// The list of fields, who uses each where, and why: as a table, as sentences for a screen reader, or as a spreadsheet. It is
// about the rules alone; no student's data come near it.
#pragma once

#include <cstddef>
#include <string>

#include "dsl/fields/inventory.h"
#include "engine/base/language.h"

namespace wegwijzer::cli {

struct FieldsFrame {
    Language language = Language::nl;
    std::size_t width = 80;
    bool plain = false;
    bool colour = false;
};

[[nodiscard]] std::string render_fields(const fields::Inventory& inventory, const FieldsFrame& frame);
// A row per field and user, and one for a field without any, so that none is lost.
[[nodiscard]] std::string fields_as_csv(const fields::Inventory& inventory, Language language);

}  // namespace wegwijzer::cli
