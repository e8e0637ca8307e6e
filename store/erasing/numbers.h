// Numbers are used once, also when what had them has been erased.
#pragma once

#include <cstdint>
#include <string>

#include "store/database.h"

namespace wegwijzer::store {

enum class Numbered : std::uint8_t { followup, consent, list };

// The highest number given so far; 0 for none.
[[nodiscard]] std::int64_t last_number(Database& database, Numbered what);

// The number of the last erasure; 0: nothing was ever erased.
[[nodiscard]] std::int64_t last_erasure(Database& database);

// How many of the entries up to `last` have been erased since then, when `last` was the highest number. `then`: when that was, as
// the store writes it; what was erased in that same second counts as erased since, unless an entry came in between. Not of lists.
[[nodiscard]] std::int64_t erased_since(Database& database, Numbered what, std::int64_t last, const std::string& then);

// How many entries went with erasures that `erased_since` counts as earlier by the clock alone: no entry came between them and `last`,
// so that they may have been carried out while what was then looked at was still being read. Not of lists.
[[nodiscard]] std::int64_t erased_around(Database& database, Numbered what, std::int64_t last, const std::string& then);

}  // namespace wegwijzer::store
