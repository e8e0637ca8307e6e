#include "store/postgres/postgres_database.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstring>
#include <map>
#include <optional>
#include <thread>
#include <utility>

#include "store/postgres/connection.h"
#include "store/postgres/sql_text.h"

namespace wegwijzer::store::postgres {
namespace {

// From pg_type.dat: these numbers are the same on every server.
constexpr Oid type_of_bool = 16;
constexpr Oid type_of_int8 = 20;
constexpr Oid type_of_int2 = 21;
constexpr Oid type_of_int4 = 23;
constexpr Oid type_of_text = 25;
constexpr Oid type_of_numeric = 1700;  // what SUM of numbers gives
constexpr Oid type_by_context = 0;

// "Wegw": the lock that every writer takes. It is of the database, so that it can be taken before there is a table.
constexpr std::string_view take_lock = "SELECT pg_catalog.pg_advisory_xact_lock(1466263415)";

// As libpq takes values: the texts, and of which type each is.
struct BoundValues {
    std::vector<std::string> numbers;  // the texts of numbers; the others are where they were
    std::vector<const char*> texts;
    std::vector<Oid> types;

    explicit BoundValues(std::span<const Value> values) {
        numbers.reserve(values.size());
        for (const Value& value : values) {
            if (const auto* number = std::get_if<std::int64_t>(&value)) {
                numbers.push_back(std::to_string(*number));
                texts.push_back(numbers.back().c_str());
                types.push_back(type_of_int8);
            } else if (const auto* text = std::get_if<std::string>(&value)) {
                // It would be kept up to there, and nobody would know.
                if (text->find('\0') != std::string::npos) throw Failure{Failure::Kind::fault, 0, "a text holds NUL"};
                texts.push_back(text->c_str());
                types.push_back(type_of_text);
            } else {
                texts.push_back(nullptr);
                types.push_back(type_by_context);
            }
        }
    }
    [[nodiscard]] int size() const { return static_cast<int>(texts.size()); }
};

Value value_of(const PGresult* result, int row, int column) {
    if (PQgetisnull(result, row, column) == 1) return {};
    const char* const begin = PQgetvalue(result, row, column);
    const char* const end = begin + PQgetlength(result, row, column);
    const std::string_view text(begin, end);
    switch (PQftype(result, column)) {
        case type_of_bool: return std::int64_t{text == "t" ? 1 : 0};
        case type_of_int2:
        case type_of_int4:
        case type_of_int8:
        case type_of_numeric: {
            std::int64_t number = 0;
            const auto read = std::from_chars(begin, end, number);
            if (read.ec == std::errc() && read.ptr == end) return number;
            return std::string(text);
        }
        default: return std::string(text);
    }
}

class PostgresDatabase final : public Database {
  public:
    explicit PostgresDatabase(const OpeningServer& how);

    using Database::run;
    void run(std::string_view sql, std::span<const Value> values, const std::function<void(Row)>& take) override;

    void begin() override;
    void commit() override;
    void roll_back() noexcept override { const Result ignored(PQexec(connection_.get(), "ROLLBACK")); }

    [[nodiscard]] int version() override;
    void set_version(int version) override;
    void keep_rows(std::string_view table) override;
    void keep_rows_but_for(std::string_view table, std::span<const std::string_view> erasable,
                           std::span<const std::string_view> kept) override;
    void let_rows_go(std::string_view table) override {
        run(std::string("DROP TRIGGER ").append(table).append("_refuses ON ").append(table));
    }
    void take_no_samples(std::string_view table) override;
    [[nodiscard]] bool wipe(std::span<const std::string_view> tables) override;

  private:
    // `where`: for what, and when.
    void refuse(std::string_view table, std::string_view ending, std::string_view what, std::string_view where);
    [[nodiscard]] bool others_go_on_seeing_what_was();
    [[nodiscard]] bool others_may_see_what_was();
    void demand_utf8();
    void set_up(std::chrono::milliseconds patience);
    void refuse_other_things();
    [[nodiscard]] bool has_version_table();
    [[nodiscard]] std::int64_t number(std::string_view sql);
    [[nodiscard]] Result execute(std::string_view sql, std::span<const Value> values);
    [[nodiscard]] const std::string& prepared(std::string_view sql, const BoundValues& values);

    Connection connection_;
    std::chrono::milliseconds patience_;
    std::map<std::string, std::string, std::less<>> prepared_;  // the SQL, and what the server calls it
};

PostgresDatabase::PostgresDatabase(const OpeningServer& how) : connection_(connect(how)), patience_(how.patience) {
    demand_utf8();
    set_up(how.patience);
    refuse_other_things();
    if (!how.may_create && !has_version_table()) throw Failure{Failure::Kind::absent, 0, {}};
}

void PostgresDatabase::demand_utf8() {
    const char* encoding = PQparameterStatus(connection_.get(), "server_encoding");
    if (encoding == nullptr || std::strcmp(encoding, "UTF8") != 0) {
        throw Failure{Failure::Kind::no_utf8, 0, encoding != nullptr ? encoding : std::string()};
    }
}

// Whatever the server, the database or the role has set.
void PostgresDatabase::set_up(std::chrono::milliseconds patience) {
    // A table of ours is never looked for anywhere else, also not among the temporary ones first.
    run("SET search_path = wegwijzer, pg_temp");
    run("SET standard_conforming_strings = on");
    run("SET lock_timeout = " + std::to_string(patience.count()));
    // What was answered is on the disk. A server that waits for more than its own disk goes on doing so.
    run("SELECT pg_catalog.set_config('synchronous_commit', 'on', false)"
        " WHERE pg_catalog.current_setting('synchronous_commit') = 'off'");
}

void PostgresDatabase::refuse_other_things() {
    // In this order: another program may be making the store at this moment, and makes all of it at once.
    const std::int64_t tables = number(
        "SELECT COUNT(*) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname = 'wegwijzer'");
    if (tables != 0 && !has_version_table()) throw Failure{Failure::Kind::no_store, 0, {}};
}

bool PostgresDatabase::has_version_table() {
    return number("SELECT pg_catalog.to_regclass('wegwijzer.store_version') IS NOT NULL") == 1;
}

void PostgresDatabase::run(std::string_view sql, std::span<const Value> values, const std::function<void(Row)>& take) {
    const Result result = execute(sql, values);
    const int rows = PQntuples(result.get());
    const int width = PQnfields(result.get());
    for (int i = 0; i < rows; ++i) {
        Row row;
        row.reserve(static_cast<std::size_t>(width));
        for (int column = 0; column < width; ++column) row.push_back(value_of(result.get(), i, column));
        take(std::move(row));
    }
}

Result PostgresDatabase::execute(std::string_view sql, std::span<const Value> values) {
    const BoundValues bound(values);
    // The extended protocol also without values: one statement at a time, whatever is in the text.
    Result result(bound.size() == 0 ? PQexecParams(connection_.get(), as_postgres_reads(sql).c_str(), 0, nullptr,
                                                   nullptr, nullptr, nullptr, 0)
                                    : PQexecPrepared(connection_.get(), prepared(sql, bound).c_str(), bound.size(),
                                                     bound.texts.data(), nullptr, nullptr, 0));
    const ExecStatusType status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) throw failure_of(connection_.get(), result.get());
    return result;
}

const std::string& PostgresDatabase::prepared(std::string_view sql, const BoundValues& values) {
    if (const auto found = prepared_.find(sql); found != prepared_.end()) return found->second;
    const std::string name = "s" + std::to_string(prepared_.size() + 1);
    const Result result(
        PQprepare(connection_.get(), name.c_str(), as_postgres_reads(sql).c_str(), values.size(), values.types.data()));
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) throw failure_of(connection_.get(), result.get());
    return prepared_.emplace(sql, name).first->second;
}

void PostgresDatabase::begin() {
    // Each statement sees what was committed before it: whoever gets the lock sees what its last owner wrote.
    run("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE");
    try {
        run(take_lock);
        if (number("SELECT COUNT(*) FROM pg_catalog.pg_namespace WHERE nspname = 'wegwijzer'") == 0) {
            run("CREATE SCHEMA wegwijzer");
        }
    } catch (const Failure&) {
        roll_back();
        throw;
    }
}

void PostgresDatabase::commit() {
    const Result result(PQexec(connection_.get(), "COMMIT"));
    if (PQresultStatus(result.get()) == PGRES_COMMAND_OK) {
        // Of a transaction that went wrong the server answers a COMMIT with ROLLBACK, and calls that fine.
        if (std::strcmp(PQcmdStatus(result.get()), "COMMIT") == 0) return;
        throw Failure{Failure::Kind::fault, 0, PQcmdStatus(result.get())};
    }
    Failure failure = failure_of(connection_.get(), result.get());
    // It may have been done before the connection went.
    if (failure.kind == Failure::Kind::lost) failure.kind = Failure::Kind::uncertain;
    throw failure;
}

int PostgresDatabase::version() {
    if (!has_version_table()) return 0;
    return static_cast<int>(number("SELECT version FROM store_version"));
}

void PostgresDatabase::set_version(int version) {
    if (!has_version_table()) {
        run("CREATE TABLE store_version (version BIGINT NOT NULL)");
        run("INSERT INTO store_version (version) VALUES (0)");
    }
    run("UPDATE store_version SET version = ?", {std::int64_t{version}});
}

void PostgresDatabase::keep_rows(std::string_view table) {
    refuse(table, "_refuses", "UPDATE OR DELETE OR TRUNCATE", "FOR EACH STATEMENT");
}

void PostgresDatabase::keep_rows_but_for(std::string_view table, std::span<const std::string_view> erasable,
                                         std::span<const std::string_view> kept) {
    std::string erases;
    for (const std::string_view column : erasable) {
        erases.append(erases.empty() ? "NEW." : " AND NEW.").append(column).append(" IS NULL");
    }
    for (const std::string_view column : kept) {
        erases.append(" AND NEW.").append(column).append(" IS NOT DISTINCT FROM OLD.").append(column);
    }
    refuse(table, "_refuses", "DELETE OR TRUNCATE", "FOR EACH STATEMENT");
    refuse(table, "_refuses_update", "UPDATE", "FOR EACH ROW WHEN (NOT (" + erases + "))");
}

void PostgresDatabase::refuse(std::string_view table, std::string_view ending, std::string_view what,
                              std::string_view where) {
    // An integrity_constraint_violation, as the other constraints of the tables.
    run("CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS"
        " 'BEGIN RAISE EXCEPTION ''entries are kept'' USING ERRCODE = ''23000''; END'");
    const std::string name(table);
    const std::string trigger = name + std::string(ending);
    run("CREATE TRIGGER " + trigger + " BEFORE " + std::string(what) + " ON " + name + " " + std::string(where) +
        " EXECUTE FUNCTION refuse_change()");
    run("ALTER TABLE " + name + " ENABLE ALWAYS TRIGGER " + trigger);
}

// A server looks through its tables by itself, and keeps the values that it met most in pg_statistic.
void PostgresDatabase::take_no_samples(std::string_view table) {
    const std::string name(table);
    std::vector<std::string> columns;
    run("SELECT attname FROM pg_catalog.pg_attribute WHERE attrelid = pg_catalog.to_regclass('" + name +
            "') AND attnum > 0 AND NOT attisdropped ORDER BY attnum",
        {}, [&](const Row& row) {
            if (const auto* column = std::get_if<std::string>(&row.front())) columns.push_back(*column);
        });
    for (const std::string& column : columns) {
        std::string sql = "ALTER TABLE ";
        sql.append(table).append(" ALTER COLUMN ").append(column).append(" SET STATISTICS 0");
        run(sql);
    }
}

// Written anew, a table holds no more than what somebody may still see: also what is gone, while a transaction goes on that began
// before. Other files (the log of the server, its copies) are its own.
bool PostgresDatabase::wipe(std::span<const std::string_view> tables) {
    try {
        if (others_go_on_seeing_what_was()) return false;
        for (const std::string_view table : tables) run(std::string("VACUUM FULL ").append(table));
        return !others_go_on_seeing_what_was();
    } catch (const Failure& failure) {
        if (failure.kind != Failure::Kind::busy) throw;
        return false;
    }
}

// Who is about to be done is waited for: also a server that looks after its tables by itself is somebody.
bool PostgresDatabase::others_go_on_seeing_what_was() {
    constexpr std::chrono::milliseconds pause(20);
    for (std::chrono::milliseconds waited(0); waited < patience_; waited += pause) {
        if (!others_may_see_what_was()) return false;
        std::this_thread::sleep_for(pause);
    }
    return others_may_see_what_was();
}

bool PostgresDatabase::others_may_see_what_was() {
    return number(
               "SELECT COUNT(*) FROM pg_catalog.pg_stat_activity WHERE datname = pg_catalog.current_database()"
               " AND pid <> pg_catalog.pg_backend_pid() AND (backend_xmin IS NOT NULL OR backend_xid IS NOT NULL)") !=
           0;
}

std::int64_t PostgresDatabase::number(std::string_view sql) {
    std::int64_t result = 0;
    run(sql, {}, [&](const Row& row) {
        if (const auto* value = std::get_if<std::int64_t>(&row.front())) result = *value;
    });
    return result;
}

}  // namespace

std::unique_ptr<Database> open_database(const OpeningServer& how) { return std::make_unique<PostgresDatabase>(how); }

}  // namespace wegwijzer::store::postgres
