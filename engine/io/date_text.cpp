// Dates as data writes them. The reasons say which part does not exist, as that is what the author of the data must know.
#include <array>

#include <fmt/format.h>

#include "engine/io/cell.h"

namespace wegwijzer::io {
namespace {

constexpr std::array<std::string_view, 12> months_nl = {"januari",   "februari", "maart",    "april",
                                                        "mei",       "juni",     "juli",     "augustus",
                                                        "september", "oktober",  "november", "december"};
constexpr std::array<std::string_view, 12> months_en = {"January",   "February", "March",    "April",
                                                        "May",       "June",     "July",     "August",
                                                        "September", "October",  "November", "December"};

constexpr std::size_t date_length = 10;

bool is_digit(char character) { return character >= '0' && character <= '9'; }

// The number in `digits`, or -1 when there is something else among them.
int number_in(std::string_view digits) {
    int value = 0;
    for (const char digit : digits) {
        if (!is_digit(digit)) return -1;
        value = value * 10 + (digit - '0');
    }
    return value;
}

// "T14:00:00", " 14:00", " 09:18:27.130", "T14:00:00Z", " 16:06:32 -0400"
bool is_time(std::string_view rest) {
    if (rest.front() != 'T' && rest.front() != 't' && rest.front() != ' ') return false;
    rest.remove_prefix(1);
    while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
    std::size_t digits = 0;
    while (digits < rest.size() && is_digit(rest[digits])) ++digits;
    if (digits == 0 || digits > 2 || digits == rest.size() || rest[digits] != ':') return false;
    for (const char character : rest.substr(digits)) {
        if (!is_digit(character) && std::string_view(":.,+-Zz ").find(character) == std::string_view::npos)
            return false;
    }
    return true;
}

struct Parts {
    int year = -1;
    int month = -1;
    int day = -1;
    [[nodiscard]] bool complete() const { return year >= 0 && month >= 0 && day >= 0; }
};

Parts parts_of(std::string_view date) {
    if (date[4] == '-' && date[7] == '-') {
        return {number_in(date.substr(0, 4)), number_in(date.substr(5, 2)), number_in(date.substr(8, 2))};
    }
    if (date[2] == '-' && date[5] == '-') {
        return {number_in(date.substr(6, 4)), number_in(date.substr(3, 2)), number_in(date.substr(0, 2))};
    }
    return {};
}

Localized why_no_such_day(const Parts& parts) {
    if (parts.month < 1 || parts.month > 12) {
        return {fmt::format("maand {} bestaat niet", parts.month), fmt::format("there is no month {}", parts.month)};
    }
    if (parts.year < 1) return {"het jaar 0 bestaat niet", "there is no year 0"};
    const auto month = static_cast<std::size_t>(parts.month - 1);
    // 29 February exists in some years only.
    const std::string year = parts.month == 2 && parts.day == 29 ? fmt::format(" {}", parts.year) : "";
    return {fmt::format("{} {}{} bestaat niet", parts.day, months_nl.at(month), year),
            fmt::format("there is no {} {}{}", parts.day, months_en.at(month), year)};
}

}  // namespace

DateReading read_date_text(std::string_view text) {
    DateReading result;
    const Parts parts = text.size() < date_length ? Parts{} : parts_of(text.substr(0, date_length));
    if (!parts.complete()) {
        result.reason = {"een datum is `2026-09-01` of `01-09-2026`", "a date is `2026-09-01` or `01-09-2026`"};
        return result;
    }
    if (text.size() > date_length && !is_time(text.substr(date_length))) {
        result.reason = {"achter de datum staat iets anders dan een tijd",
                         "something other than a time stands behind the date"};
        return result;
    }
    result.date = Date::from_calendar(parts.year, parts.month, parts.day);
    if (!result.date) result.reason = why_no_such_day(parts);
    return result;
}

}  // namespace wegwijzer::io
