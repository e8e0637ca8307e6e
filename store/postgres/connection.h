// A connection and a result of libpq, freed by themselves.
#pragma once

#include <libpq-fe.h>

#include <memory>

#include "store/database.h"
#include "store/postgres/postgres_database.h"

namespace wegwijzer::store::postgres {

struct FinishConnection {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
using Connection = std::unique_ptr<PGconn, FinishConnection>;

struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, ClearResult>;

// Throws a Failure, without a secret in it.
[[nodiscard]] Connection connect(const OpeningServer& how);

// Why the server did not do what it was asked.
[[nodiscard]] Failure failure_of(PGconn* connection, const PGresult* result);

}  // namespace wegwijzer::store::postgres
