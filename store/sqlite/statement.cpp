#include "store/sqlite/statement.h"

#include <cerrno>
#include <string>

namespace wegwijzer::store::sqlite {

Failure failure_of(sqlite3* connection, int result) {
    const std::string detail = connection != nullptr ? sqlite3_errmsg(connection) : sqlite3_errstr(result);
    const int error = connection != nullptr ? sqlite3_system_errno(connection) : 0;
    using Kind = Failure::Kind;
    switch (result & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return {Kind::busy, 0, detail};
        case SQLITE_NOTADB: return {Kind::no_store, 0, detail};
        case SQLITE_FULL: return {Kind::unwritable, ENOSPC, detail};
        case SQLITE_READONLY: return {Kind::unwritable, error != 0 ? error : EROFS, detail};
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_AUTH:
        case SQLITE_IOERR: return {Kind::unwritable, error, detail};
        case SQLITE_CONSTRAINT: return {Kind::taken, 0, detail};
        case SQLITE_CORRUPT: return {Kind::damaged, 0, detail};
        case SQLITE_SCHEMA:
        case SQLITE_ERROR: return {Kind::altered, 0, detail};  // our own SQL
        default: return {Kind::fault, 0, detail};
    }
}

Statement::Statement(sqlite3* connection, std::string_view sql) : connection_(connection) {
    sqlite3_stmt* prepared = nullptr;
    const int result = sqlite3_prepare_v2(connection, sql.data(), static_cast<int>(sql.size()), &prepared, nullptr);
    statement_.reset(prepared);
    if (result != SQLITE_OK) throw failure_of(connection, result);
}

void Statement::bind(std::span<const Value> values) {
    int place = 0;
    for (const Value& value : values) {
        ++place;
        int result = SQLITE_OK;
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            result = sqlite3_bind_int64(statement_.get(), place, *number);
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            // The values outlive the statement: nothing is copied.
            result = sqlite3_bind_text64(statement_.get(), place, text->data(), text->size(), nullptr, SQLITE_UTF8);
        } else {
            result = sqlite3_bind_null(statement_.get(), place);
        }
        if (result != SQLITE_OK) throw failure_of(connection_, result);
    }
}

bool Statement::step() {
    const int result = sqlite3_step(statement_.get());
    if (result == SQLITE_ROW) return true;
    if (result == SQLITE_DONE) return false;
    throw failure_of(connection_, result);
}

void Statement::reset() noexcept {
    sqlite3_reset(statement_.get());
    sqlite3_clear_bindings(statement_.get());
}

Row Statement::row() const {
    Row row;
    const int size = sqlite3_column_count(statement_.get());
    row.reserve(static_cast<std::size_t>(size));
    for (int i = 0; i < size; ++i) {
        switch (sqlite3_column_type(statement_.get(), i)) {
            case SQLITE_NULL: row.emplace_back(); break;
            case SQLITE_INTEGER: row.emplace_back(std::int64_t{sqlite3_column_int64(statement_.get(), i)}); break;
            default: {
                const void* bytes = sqlite3_column_blob(statement_.get(), i);
                const auto length = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), i));
                row.emplace_back(length == 0 ? std::string() : std::string(static_cast<const char*>(bytes), length));
                break;
            }
        }
    }
    return row;
}

}  // namespace wegwijzer::store::sqlite
