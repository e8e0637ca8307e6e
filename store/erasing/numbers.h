// Numbers are used once, also when what had them has been erased.
#pragma once

#include <cstdint>

#include "store/database.h"

namespace wegwijzer::store {

enum class Numbered : std::uint8_t { followup, consent, list };

// The highest number given so far; 0 for none.
[[nodiscard]] std::int64_t last_number(Database& database, Numbered what);

}  // namespace wegwijzer::store
