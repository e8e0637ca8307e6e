// Entries as they are read from the tables. Throws a Failure.
#pragma once

#include <vector>

#include "store/database.h"
#include "store/entry.h"

namespace wegwijzer::store {

// Also what has been corrected: follow-up, then consent, each in the order in which they count, what is corrected before its
// correction.
[[nodiscard]] std::vector<StoredEntry> all_entries(Database& database);

}  // namespace wegwijzer::store
