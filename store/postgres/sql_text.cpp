#include "store/postgres/sql_text.h"

#include <algorithm>

#include "engine/base/ascii.h"

namespace wegwijzer::store::postgres {
namespace {

bool is_part_of_word(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || is_digit(character) ||
           character == '_';
}

// How long the quoted text or comment is that `sql` begins with; 0: it begins with neither.
std::size_t size_of_quoted(std::string_view sql) {
    if (sql.starts_with("--")) return std::min(sql.find('\n'), sql.size());
    if (!sql.starts_with('\'') && !sql.starts_with('"')) return 0;
    // A quote inside is written twice: it reads as the end of one text and the beginning of the next.
    const std::size_t end = sql.find(sql.front(), 1);
    return end == std::string_view::npos ? sql.size() : end + 1;
}

std::string_view type_of_column(std::string_view word) {
    if (word == "TEXT") return "TEXT COLLATE \"C\"";
    if (word == "INTEGER") return "BIGINT";
    return word;
}

}  // namespace

std::string as_postgres_reads(std::string_view sql) {
    const bool makes_columns = sql.starts_with("CREATE TABLE") || sql.starts_with("ALTER TABLE");
    std::string text;
    int values = 0;
    while (!sql.empty()) {
        std::size_t size = size_of_quoted(sql);
        if (size == 0 && is_part_of_word(sql.front())) {
            const auto* const end = std::ranges::find_if_not(sql, is_part_of_word);
            size = static_cast<std::size_t>(end - sql.begin());
            const std::string_view word = sql.substr(0, size);
            text += makes_columns ? type_of_column(word) : word;
        } else if (size == 0) {
            size = 1;
            if (sql.front() == '?') {
                text.append("$").append(std::to_string(++values));
            } else {
                text += sql.front();
            }
        } else {
            text += sql.substr(0, size);
        }
        sql.remove_prefix(size);
    }
    return text;
}

}  // namespace wegwijzer::store::postgres
