// What the fields of an entry may be called in a list.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/entry_rules.h"

namespace wegwijzer::store {

[[nodiscard]] std::optional<EntryField> field_named(std::string_view written);
[[nodiscard]] std::vector<std::string> names_of_fields();

}  // namespace wegwijzer::store
