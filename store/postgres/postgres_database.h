// The case store in a database on a server, by PostgreSQL. This folder is the only place that knows PostgreSQL.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "store/address.h"
#include "store/database.h"

namespace wegwijzer::store::postgres {

struct OpeningServer {
    std::string address;  // `postgresql://…`, without secrets
    std::vector<Secret> secrets;
    bool may_create = false;
    std::chrono::milliseconds patience{0};  // how long to wait for another that writes
    std::chrono::milliseconds patience_to_connect{10'000};
};

// Ready to use: a store of ours, or a database in which one may be made. Throws a Failure; `not_built_in` where the program was
// built without libpq.
[[nodiscard]] std::unique_ptr<Database> open_database(const OpeningServer& how);

}  // namespace wegwijzer::store::postgres
