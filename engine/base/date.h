// A calendar day in the proleptic Gregorian calendar, counted in days since 1970-01-01. No clock, no time zone.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wegwijzer {

enum class Weekday : std::uint8_t { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

class Date {
  public:
    constexpr Date() = default;
    [[nodiscard]] static constexpr Date from_days(std::int32_t days) {
        Date result;
        result.days_ = days;
        return result;
    }
    // 0001-01-01 and 9999-12-31.
    [[nodiscard]] static constexpr Date earliest() { return from_days(-719'162); }
    [[nodiscard]] static constexpr Date latest() { return from_days(2'932'896); }
    // std::nullopt when the day does not exist (31 February) or the year is outside 1..9999.
    [[nodiscard]] static std::optional<Date> from_calendar(int year, int month, int day);
    // The day that was probably meant: each part brought within its bounds, 31 February is 28 or 29 February.
    [[nodiscard]] static Date nearest(int year, int month, int day);

    [[nodiscard]] constexpr std::int32_t days() const { return days_; }
    struct Calendar {
        int year = 1970;
        int month = 1;  // 1..12
        int day = 1;    // 1..31
    };
    [[nodiscard]] Calendar calendar() const;
    [[nodiscard]] Weekday weekday() const;
    [[nodiscard]] Date monday_of_week() const;

    friend constexpr auto operator<=>(Date, Date) = default;

  private:
    std::int32_t days_ = 0;
};

// Clamped in effect: callers keep dates within years 1..9999; outside, std::nullopt.
[[nodiscard]] std::optional<Date> add_days(Date date, std::int64_t days);
// Calendar months, the day clamped to the length of the month: 31 March - 1 month is 28 or 29 February.
[[nodiscard]] std::optional<Date> add_months(Date date, std::int64_t months);
[[nodiscard]] constexpr std::int64_t days_between(Date from, Date to) {
    return static_cast<std::int64_t>(to.days()) - from.days();
}

// "2026-09-01" exactly (10 characters). std::nullopt otherwise or when the day does not exist.
[[nodiscard]] std::optional<Date> parse_iso_date(std::string_view text);
[[nodiscard]] std::string to_iso(Date date);
[[nodiscard]] std::string to_iso(const std::optional<Date>& date);  // nothing for no date

// Both ends count. An interval with from > to holds no day.
struct DateInterval {
    Date from;
    Date to;

    [[nodiscard]] constexpr bool contains(Date date) const { return from <= date && date <= to; }
    [[nodiscard]] constexpr bool is_empty() const { return to < from; }
    friend constexpr bool operator==(const DateInterval&, const DateInterval&) = default;
};

}  // namespace wegwijzer
