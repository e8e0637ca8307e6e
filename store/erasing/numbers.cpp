#include "store/erasing/numbers.h"

#include <array>
#include <string_view>

namespace wegwijzer::store {
namespace {

// By `Numbered`. What was erased has left its highest number with the erasure.
constexpr std::array<std::string_view, 3> numbers_in_use{
    "SELECT MAX(id) AS n FROM entry WHERE kind = 'followup' UNION ALL SELECT MAX(followups_to) FROM erasure",
    "SELECT MAX(id) AS n FROM entry WHERE kind = 'consent' UNION ALL SELECT MAX(consents_to) FROM erasure",
    "SELECT MAX(id) AS n FROM import_file UNION ALL SELECT MAX(lists_to) FROM erasure"};

}  // namespace

std::int64_t last_number(Database& database, Numbered what) {
    std::int64_t last = 0;
    std::string sql = "SELECT COALESCE(MAX(n), 0) FROM (";
    sql.append(numbers_in_use[static_cast<std::size_t>(what)]).append(") AS numbers");
    database.run(sql, {}, [&](const Row& row) {
        if (const auto* number = std::get_if<std::int64_t>(&row.front())) last = *number;
    });
    return last;
}

}  // namespace wegwijzer::store
