// The schema of the store, version by version.
#pragma once

#include "store/database.h"

namespace wegwijzer::store {

inline constexpr int newest_version = 5;

// Brings the schema to the newest version, each step whole or not at all. Two programs may do so at once. Throws `newer` for
// a store of a version this program does not know.
void migrate(Database& database);

}  // namespace wegwijzer::store
