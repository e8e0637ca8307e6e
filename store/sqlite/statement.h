// A connection and a prepared statement of SQLite, freed by themselves. Both throw a Failure.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <span>
#include <string_view>

#include "store/database.h"

namespace wegwijzer::store::sqlite {

struct CloseConnection {
    void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
};
using Connection = std::unique_ptr<sqlite3, CloseConnection>;

// Why the last call on this connection did not work.
[[nodiscard]] Failure failure_of(sqlite3* connection, int result);

class Statement {
  public:
    Statement(sqlite3* connection, std::string_view sql);
    void bind(std::span<const Value> values);
    // False: there are no more rows.
    [[nodiscard]] bool step();
    [[nodiscard]] Row row() const;
    // Stands somewhere in its result.
    [[nodiscard]] bool is_in_use() const { return sqlite3_stmt_busy(statement_.get()) != 0; }
    // As it was when it was prepared: it holds nothing of the database, nor of the values.
    void reset() noexcept;

  private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    sqlite3* connection_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace wegwijzer::store::sqlite
