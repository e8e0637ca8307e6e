#include "engine/base/date.h"

#include <algorithm>

namespace wegwijzer {

namespace {

constexpr int first_year = 1;
constexpr int last_year = 9999;
constexpr std::int64_t days_per_era = 146'097;  // 400 years

constexpr bool is_leap_year(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

constexpr int days_in_month(int year, int month) {
    if (month == 2) return is_leap_year(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

constexpr std::int64_t divide_down(std::int64_t dividend, std::int64_t divisor) {
    return dividend / divisor - (dividend % divisor < 0 ? 1 : 0);
}

// Years are counted from 1 March, so that the leap day is the last of its year. A March year has a whole number of days
// before each month: (153 m + 2) / 5 for month m = 0 (March) .. 11 (February).
constexpr std::int64_t march_year_offset = 719'468;  // days from 0000-03-01 to 1970-01-01

constexpr std::int64_t to_days(std::int64_t year, int month, int day) {
    const std::int64_t march_year = month <= 2 ? year - 1 : year;
    const std::int64_t era = divide_down(march_year, 400);
    const std::int64_t year_of_era = march_year - era * 400;
    const std::int64_t day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    return era * days_per_era + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
           march_year_offset;
}

constexpr std::int64_t first_day = Date::earliest().days();
constexpr std::int64_t last_day = Date::latest().days();
static_assert(first_day == to_days(first_year, 1, 1) && last_day == to_days(last_year, 12, 31));

int two_digits(std::string_view text, std::size_t position) {
    return (text[position] - '0') * 10 + (text[position + 1] - '0');
}

}  // namespace

std::optional<Date> Date::from_calendar(int year, int month, int day) {
    if (year < first_year || year > last_year || month < 1 || month > 12) return std::nullopt;
    if (day < 1 || day > days_in_month(year, month)) return std::nullopt;
    return from_days(static_cast<std::int32_t>(to_days(year, month, day)));
}

Date Date::nearest(int year, int month, int day) {
    const int its_year = std::clamp(year, first_year, last_year);
    const int its_month = std::clamp(month, 1, 12);
    const int its_day = std::clamp(day, 1, days_in_month(its_year, its_month));
    return from_days(static_cast<std::int32_t>(to_days(its_year, its_month, its_day)));
}

Date::Calendar Date::calendar() const {
    const std::int64_t days = days_ + march_year_offset;
    const std::int64_t era = divide_down(days, days_per_era);
    const std::int64_t day_of_era = days - era * days_per_era;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t march_month = (5 * day_of_year + 2) / 153;
    Calendar result;
    result.day = static_cast<int>(day_of_year - (153 * march_month + 2) / 5 + 1);
    result.month = static_cast<int>(march_month < 10 ? march_month + 3 : march_month - 9);
    result.year = static_cast<int>(year_of_era + era * 400 + (result.month <= 2 ? 1 : 0));
    return result;
}

Weekday Date::weekday() const {
    const std::int64_t since_monday = std::int64_t{days_} + 3;  // 1970-01-01 was a Thursday
    return static_cast<Weekday>(since_monday - divide_down(since_monday, 7) * 7);
}

Date Date::monday_of_week() const { return from_days(days_ - static_cast<std::int32_t>(weekday())); }

std::optional<Date> add_days(Date date, std::int64_t days) {
    // Compared before it is added: the sum of an int32 and what is left of these bounds can't overflow.
    if (days < first_day - date.days() || days > last_day - date.days()) return std::nullopt;
    return Date::from_days(static_cast<std::int32_t>(date.days() + days));
}

std::optional<Date> add_months(Date date, std::int64_t months) {
    constexpr std::int64_t most = 12 * (last_year - first_year + 1);
    if (months < -most || months > most) return std::nullopt;
    const Date::Calendar from = date.calendar();
    const std::int64_t month_number = std::int64_t{from.year} * 12 + from.month - 1 + months;
    const std::int64_t year = divide_down(month_number, 12);
    if (year < first_year || year > last_year) return std::nullopt;
    const int month = static_cast<int>(month_number - year * 12) + 1;
    const int day = std::min(from.day, days_in_month(static_cast<int>(year), month));
    return Date::from_days(static_cast<std::int32_t>(to_days(year, month, day)));
}

std::optional<Date> parse_iso_date(std::string_view text) {
    if (text.size() != 10) return std::nullopt;
    for (std::size_t index = 0; index < text.size(); ++index) {
        const bool is_dash = index == 4 || index == 7;
        if (is_dash ? text[index] != '-' : text[index] < '0' || text[index] > '9') return std::nullopt;
    }
    return Date::from_calendar(two_digits(text, 0) * 100 + two_digits(text, 2), two_digits(text, 5),
                               two_digits(text, 8));
}

std::string to_iso(const std::optional<Date>& date) { return date ? to_iso(*date) : std::string(); }

std::string to_iso(Date date) {
    const auto padded = [](int number, std::size_t width) {
        std::string digits = std::to_string(number);
        return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
    };
    const Date::Calendar calendar = date.calendar();
    return padded(calendar.year, 4) + '-' + padded(calendar.month, 2) + '-' + padded(calendar.day, 2);
}

}  // namespace wegwijzer
