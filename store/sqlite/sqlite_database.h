// The case store in one file, by SQLite. The only place that knows SQLite.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "store/database.h"

namespace wegwijzer::store::sqlite {

struct OpeningFile {
    std::string path;
    bool may_create = false;
    std::chrono::milliseconds patience{0};  // how long to wait for another that writes
};

// Ready to use: a file of ours, or an empty one. Throws a Failure.
[[nodiscard]] std::unique_ptr<Database> open_database(const OpeningFile& how);

}  // namespace wegwijzer::store::sqlite
