// What the case store asks of a database. SQL is kept to what SQLite and PostgreSQL both read; values stand in it as `?` and
// are always bound.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace wegwijzer::store {

using Value = std::variant<std::monostate, std::int64_t, std::string>;  // NULL, a number, a text
using Row = std::vector<Value>;

// Why a database did not do what it was asked. Thrown inside this layer only: case_store.h makes a finding of it.
struct Failure {
    enum class Kind : std::uint8_t {
        busy,
        damaged,
        altered,  // its tables are not what they were
        unwritable,
        taken,
        no_store,
        newer,
        fault,
        absent,  // the file or the database is there, and no store in it
        // Of a store on a server.
        unreachable,  // `error`: ETIMEDOUT, or 0
        refused,      // `detail` empty: no password was given
        no_database,
        no_rights,
        no_utf8,     // `detail`: what it has in its place
        no_address,  // what was given is none
        not_built_in,
        lost,      // the connection: nothing was committed
        uncertain  // lost while it was being committed
    };
    Kind kind = Kind::fault;
    int error = 0;       // of `unwritable`: an errno, or 0
    std::string detail;  // in the database's own words, or the version of `newer`
};

class Database {
  public:
    Database() = default;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    virtual ~Database() = default;

    // One statement; calls `take` for each row of its result.
    virtual void run(std::string_view sql, std::span<const Value> values, const std::function<void(Row)>& take) = 0;
    void run(std::string_view sql, std::initializer_list<Value> values = {}) {
        run(sql, std::span(values.begin(), values.size()), [](const Row&) {});
    }

    // Of a transaction that writes: from the first on nobody else writes.
    virtual void begin() = 0;
    virtual void commit() = 0;
    virtual void roll_back() noexcept = 0;

    // The version of the schema; 0: there is none yet. Set inside a transaction.
    [[nodiscard]] virtual int version() = 0;
    virtual void set_version(int version) = 0;
    // From now on rows of `table` can't be changed or taken away. All names are ours.
    virtual void keep_rows(std::string_view table) = 0;
    // The same, but that all of `erasable` together may become NULL in a row while all of `kept`, the other columns, stay as
    // they are.
    virtual void keep_rows_but_for(std::string_view table, std::span<const std::string_view> erasable,
                                   std::span<const std::string_view> kept) = 0;
    // The only way round it: rows of `table` can be changed and taken away until `keep_rows` holds them again, which must be in
    // the same transaction, so that they are never seen unheld.
    virtual void let_rows_go(std::string_view table) = 0;
    // From now on values of `table` are copied nowhere else in the database, as into what a planner knows of them: else they would
    // outlive their rows.
    virtual void take_no_samples(std::string_view table) = 0;
    // Outside a transaction: what was taken out of these tables leaves the files of the database as well. False: somebody else is
    // using them, so that some of it may still be there.
    [[nodiscard]] virtual bool wipe(std::span<const std::string_view> tables) = 0;
};

// Undone unless it is committed.
class Transaction {
  public:
    explicit Transaction(Database& database) : database_(database) { database_.begin(); }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction() {
        if (!is_done_) database_.roll_back();
    }
    void commit() {
        database_.commit();
        is_done_ = true;
    }

  private:
    Database& database_;
    bool is_done_ = false;
};

}  // namespace wegwijzer::store
