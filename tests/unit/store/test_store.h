// The store of one test, in each database in turn: a file of SQLite, and where there is a server (tests/postgres_run.py says so in
// WEGWIJZER_TEST_POSTGRESQL) a database of PostgreSQL. Both are gone afterwards.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "store/postgres/postgres_database.h"
#include "store/sqlite/sqlite_database.h"
#include "tests/unit/store/temporary_folder.h"

namespace wegwijzer::store::testing {

inline constexpr std::chrono::milliseconds short_patience{100};

inline bool has_server() { return std::getenv("WEGWIJZER_TEST_POSTGRESQL") != nullptr; }

// Which databases the tests run on.
inline std::vector<std::string> all_databases() {
    std::vector<std::string> names{"sqlite"};
    if (has_server()) names.emplace_back("postgresql");
    return names;
}

// A database on the server of the tests, with nothing in it.
class ServerDatabase {
  public:
    ServerDatabase() {
        static int count = 0;
        name_ = "test_" + std::to_string(getpid()) + "_" + std::to_string(++count);
        manage("CREATE DATABASE " + name_);
    }
    ~ServerDatabase() {
        try {
            manage("DROP DATABASE " + name_ + " WITH (FORCE)");
        } catch (const Failure&) {  // NOLINT(bugprone-empty-catch): it goes with the server
        }
    }
    ServerDatabase(const ServerDatabase&) = delete;
    ServerDatabase& operator=(const ServerDatabase&) = delete;

    [[nodiscard]] std::string address() const { return "postgresql:///" + name_; }
    [[nodiscard]] std::unique_ptr<Database> open() const {
        return postgres::open_database({address(), {}, true, short_patience});
    }

  private:
    static void manage(const std::string& sql) {
        postgres::open_database({"postgresql:///postgres", {}, true, short_patience})->run(sql);
    }
    std::string name_;
};

class TestStore {
  public:
    explicit TestStore(const std::string& database) {
        if (database == "postgresql") {
            server_ = std::make_unique<ServerDatabase>();
            name_ = server_->address();
        } else {
            name_ = folder_.file("dossier.db");
        }
    }

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] bool is_file() const { return server_ == nullptr; }
    [[nodiscard]] Answer<CaseStore> open() const { return open_store(name_); }
    // Beside the store, past its rules.
    [[nodiscard]] std::unique_ptr<Database> database() const {
        return is_file() ? sqlite::open_database({name_, true, short_patience}) : server_->open();
    }

  private:
    TemporaryFolder folder_;
    std::unique_ptr<ServerDatabase> server_;
    std::string name_;
};

}  // namespace wegwijzer::store::testing
