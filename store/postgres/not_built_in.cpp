// In the place of the other files of this folder where there is no libpq (-DWEGWIJZER_POSTGRESQL=OFF).
#include "store/postgres/postgres_database.h"

namespace wegwijzer::store::postgres {

std::unique_ptr<Database> open_database(const OpeningServer& /*how*/) {
    throw Failure{Failure::Kind::not_built_in, 0, {}};
}

}  // namespace wegwijzer::store::postgres
