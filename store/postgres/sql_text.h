// The SQL of the store as PostgreSQL reads it.
#pragma once

#include <string>
#include <string_view>

namespace wegwijzer::store::postgres {

// `?` becomes $1, $2, ..., but not inside quotes or a comment. Where a table is made, TEXT is ordered by its bytes and INTEGER
// has 64 bits, as in SQLite.
[[nodiscard]] std::string as_postgres_reads(std::string_view sql);

}  // namespace wegwijzer::store::postgres
