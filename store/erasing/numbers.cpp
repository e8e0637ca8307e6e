#include "store/erasing/numbers.h"

#include <array>
#include <span>
#include <string_view>

namespace wegwijzer::store {
namespace {

// By `Numbered`. What was erased has left its highest number with the erasure.
constexpr std::array<std::string_view, 3> numbers_in_use{
    "SELECT MAX(id) AS n FROM entry WHERE kind = 'followup' UNION ALL SELECT MAX(followups_to) FROM erasure",
    "SELECT MAX(id) AS n FROM entry WHERE kind = 'consent' UNION ALL SELECT MAX(consents_to) FROM erasure",
    "SELECT MAX(id) AS n FROM import_file UNION ALL SELECT MAX(lists_to) FROM erasure"};

// By `Numbered`: what is there of the numbers up to one; and what had been erased before, which left the highest number of its time.
constexpr std::array<std::string_view, 2> entries_there{
    "SELECT COUNT(*) FROM entry WHERE kind = 'followup' AND id <= ?",
    "SELECT COUNT(*) FROM entry WHERE kind = 'consent' AND id <= ?"};
constexpr std::array<std::string_view, 2> erased_before{
    "SELECT COALESCE(SUM(followups), 0) FROM erasure WHERE followups_to < ? OR (followups_to = ? AND recorded_at < ?)",
    "SELECT COALESCE(SUM(consents), 0) FROM erasure WHERE consents_to < ? OR (consents_to = ? AND recorded_at < ?)"};

constexpr std::array<std::string_view, 2> erased_by_the_clock{
    "SELECT COALESCE(SUM(followups), 0) FROM erasure WHERE followups_to = ? AND recorded_at < ?",
    "SELECT COALESCE(SUM(consents), 0) FROM erasure WHERE consents_to = ? AND recorded_at < ?"};

std::int64_t number_found(Database& database, std::string_view sql, std::span<const Value> values) {
    std::int64_t found = 0;
    database.run(sql, values, [&](const Row& row) {
        if (const auto* number = std::get_if<std::int64_t>(&row.front())) found = *number;
    });
    return found;
}

}  // namespace

std::int64_t erased_since(Database& database, Numbered what, std::int64_t last, const std::string& then) {
    const auto which = static_cast<std::size_t>(what);
    const std::array up_to{Value(last)};
    const std::array before{Value(last), Value(last), Value(then)};
    return last - number_found(database, entries_there[which], up_to) -
           number_found(database, erased_before[which], before);
}

std::int64_t erased_around(Database& database, Numbered what, std::int64_t last, const std::string& then) {
    const std::array at{Value(last), Value(then)};
    return number_found(database, erased_by_the_clock[static_cast<std::size_t>(what)], at);
}

std::int64_t last_erasure(Database& database) {
    return number_found(database, "SELECT COALESCE(MAX(number), 0) FROM erasure", {});
}

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
