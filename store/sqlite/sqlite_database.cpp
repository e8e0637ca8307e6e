#include "store/sqlite/sqlite_database.h"

#include <cerrno>
#include <functional>
#include <map>
#include <optional>
#include <utility>

#include "store/sqlite/statement.h"

namespace wegwijzer::store::sqlite {
namespace {

// "Wegw", in the header of the file: a store is told from any other file of SQLite.
constexpr std::int64_t application_id = 0x57656777;
// Looking through a file takes time with its size; of a larger one damage is found where it is read.
constexpr std::int64_t most_bytes_checked = 64 << 20;

class SqliteDatabase : public Database {
  public:
    explicit SqliteDatabase(const OpeningFile& how);

    using Database::run;
    void run(std::string_view sql, std::span<const Value> values, const std::function<void(Row)>& take) override;

    void begin() override { run("BEGIN IMMEDIATE"); }
    void commit() override { run("COMMIT"); }
    void roll_back() noexcept override { sqlite3_exec(connection_.get(), "ROLLBACK", nullptr, nullptr, nullptr); }

    [[nodiscard]] int version() override { return static_cast<int>(number("PRAGMA user_version")); }
    void set_version(int version) override {
        run("PRAGMA application_id = " + std::to_string(application_id));
        run("PRAGMA user_version = " + std::to_string(version));
    }
    void keep_rows(std::string_view table) override {
        refuse(table, "DELETE", {});
        refuse(table, "UPDATE", {});
    }
    void keep_rows_but_for(std::string_view table, std::span<const std::string_view> erasable,
                           std::span<const std::string_view> kept) override {
        std::string erases;
        for (const std::string_view column : erasable) {
            erases.append(erases.empty() ? "NEW." : " AND NEW.").append(column).append(" IS NULL");
        }
        for (const std::string_view column : kept) {
            erases.append(" AND NEW.").append(column).append(" IS OLD.").append(column);
        }
        refuse(table, "DELETE", {});
        refuse(table, "UPDATE", " WHEN NOT (" + erases + ")");
    }
    void let_rows_go(std::string_view table) override {
        for (const std::string_view what : {"UPDATE", "DELETE"}) {
            run(std::string("DROP TRIGGER ").append(table).append("_refuses_").append(what));
        }
    }
    void take_no_samples(std::string_view /*table*/) override {}  // it takes none unless somebody says ANALYZE
    [[nodiscard]] bool wipe(std::span<const std::string_view> tables) override;

  private:
    [[nodiscard]] Statement& prepared(std::string_view sql);
    // `where`: empty, or WHEN and a condition.
    void refuse(std::string_view table, std::string_view what, std::string_view where) {
        std::string sql = "CREATE TRIGGER ";
        sql.append(table).append("_refuses_").append(what).append(" BEFORE ").append(what).append(" ON ");
        sql.append(table).append(where).append(" BEGIN SELECT RAISE(ABORT, 'entries are kept'); END");
        run(sql);
    }
    [[nodiscard]] bool empty_write_ahead_log();
    void refuse_other_files(bool may_create);
    void use_write_ahead_log();
    void look_for_damage();
    [[nodiscard]] std::int64_t number(std::string_view sql);
    [[nodiscard]] std::string text(std::string_view sql);

    std::string path_;
    std::chrono::milliseconds patience_;
    Connection connection_;
    std::map<std::string, Statement, std::less<>> prepared_;  // by their SQL
};

// A statement that is put back as it was, also when what is done with its rows throws.
class Running {
  public:
    explicit Running(Statement& statement) : statement_(statement) {}
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;
    ~Running() { statement_.reset(); }

  private:
    Statement& statement_;
};

void take_all(Statement& statement, std::span<const Value> values, const std::function<void(Row)>& take) {
    const Running running(statement);
    statement.bind(values);
    while (statement.step()) take(statement.row());
}

SqliteDatabase::SqliteDatabase(const OpeningFile& how) : path_(how.path), patience_(how.patience) {
    sqlite3* opened = nullptr;
    // Without SQLITE_OPEN_URI: a name is a name.
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE | (how.may_create ? SQLITE_OPEN_CREATE : 0);
    const int result = sqlite3_open_v2(path_.c_str(), &opened, flags, nullptr);
    connection_.reset(opened);
    if (result != SQLITE_OK) throw failure_of(opened, result);
    if (sqlite3_db_readonly(opened, "main") == 1) throw Failure{Failure::Kind::unwritable, EACCES, {}};
    sqlite3_busy_timeout(opened, static_cast<int>(patience_.count()));
    sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    run("PRAGMA cell_size_check = ON");
    refuse_other_files(how.may_create);
    // Of a file that is made now: a run of a large institution is written in thousands of pages less than of SQLite's own size.
    run("PRAGMA page_size = 32768");
    use_write_ahead_log();
    run("PRAGMA synchronous = FULL");
    run("PRAGMA foreign_keys = ON");
    run("PRAGMA recursive_triggers = ON");  // so that taking the place of an entry is refused as well
    run("PRAGMA secure_delete = ON");
    // A run of a large institution is one transaction of tens of megabytes: it is written once, at its end.
    run("PRAGMA cache_size = -65536");
    look_for_damage();
}

// What takes values is asked again, often thousands of times; reading the SQL each time would take longer than what it does.
void SqliteDatabase::run(std::string_view sql, std::span<const Value> values, const std::function<void(Row)>& take) {
    if (!values.empty()) {
        Statement& known = prepared(sql);
        // Not: it is asked again by who takes its rows.
        if (!known.is_in_use()) return take_all(known, values, take);
    }
    Statement once(connection_.get(), sql);
    take_all(once, values, take);
}

Statement& SqliteDatabase::prepared(std::string_view sql) {
    const auto found = prepared_.find(sql);
    if (found != prepared_.end()) return found->second;
    return prepared_.emplace(sql, Statement(connection_.get(), sql)).first->second;
}

void SqliteDatabase::refuse_other_files(bool may_create) {
    // In this order: another program may be making the store at this moment, and makes its tables and its id at once.
    const std::int64_t tables = number("SELECT COUNT(*) FROM sqlite_schema");
    const std::int64_t id = number("PRAGMA application_id");
    if (id == application_id) return;
    // A file that was made and not yet written holds nothing at all.
    if (id != 0 || tables != 0) throw Failure{Failure::Kind::no_store, 0, {}};
    // What was recorded may have been lost with the rest: who only looks is not told that nothing was.
    if (!may_create) throw Failure{Failure::Kind::absent, 0, {}};
}

void SqliteDatabase::use_write_ahead_log() {
    if (text("PRAGMA journal_mode") == "wal") return;
    // For this change SQLite doesn't wait for others by itself.
    for (std::chrono::milliseconds waited{0};; waited += std::chrono::milliseconds(20)) {
        try {
            if (text("PRAGMA journal_mode = WAL") == "wal") return;
            throw Failure{Failure::Kind::fault, 0, "no write-ahead log"};
        } catch (const Failure& failure) {
            if (failure.kind != Failure::Kind::busy || waited >= patience_) throw;
        }
        sqlite3_sleep(20);
    }
}

void SqliteDatabase::look_for_damage() {
    if (number("PRAGMA page_count") * number("PRAGMA page_size") > most_bytes_checked) return;
    const std::string found = text("PRAGMA quick_check(1)");
    if (found != "ok") throw Failure{Failure::Kind::damaged, 0, found};
}

// The log first, so that it is not what VACUUM waits for; then every page written anew, which the log holds again. What was deleted
// is overwritten with zeros as it goes (secure_delete); VACUUM takes care of copies that moving rows between pages left behind.
bool SqliteDatabase::wipe(std::span<const std::string_view> /*tables*/) {
    try {
        if (!empty_write_ahead_log()) return false;
        run("VACUUM");
        return empty_write_ahead_log();
    } catch (const Failure& failure) {
        if (failure.kind != Failure::Kind::busy) throw;
        return false;
    }
}

// False: somebody reads what is in it.
bool SqliteDatabase::empty_write_ahead_log() {
    std::int64_t is_taken = 1;
    run("PRAGMA wal_checkpoint(TRUNCATE)", {}, [&](const Row& row) {
        if (const auto* value = std::get_if<std::int64_t>(&row.front())) is_taken = *value;
    });
    return is_taken == 0;
}

std::int64_t SqliteDatabase::number(std::string_view sql) {
    std::int64_t result = 0;
    run(sql, {}, [&](const Row& row) {
        if (const auto* value = std::get_if<std::int64_t>(&row.front())) result = *value;
    });
    return result;
}

std::string SqliteDatabase::text(std::string_view sql) {
    std::string result;
    run(sql, {}, [&](const Row& row) {
        if (const auto* value = std::get_if<std::string>(&row.front())) result = *value;
    });
    return result;
}

}  // namespace

std::unique_ptr<Database> open_database(const OpeningFile& how) { return std::make_unique<SqliteDatabase>(how); }

}  // namespace wegwijzer::store::sqlite
