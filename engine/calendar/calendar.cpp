#include "engine/calendar/calendar.h"

#include <algorithm>

namespace wegwijzer {

namespace {

// More working days than the years 1 to 9999 hold.
constexpr std::int64_t most_days = 10'000 * 366;

bool is_weekday(Date day) { return day.weekday() <= Weekday::friday; }

bool is_holiday(const Calendar& calendar, Date day) {
    return std::any_of(calendar.holidays.begin(), calendar.holidays.end(),
                       [day](const Holiday& holiday) { return holiday.days.contains(day); });
}

}  // namespace

Calendars::Calendars(std::vector<Calendar> calendars) : calendars_(std::move(calendars)) {}

const Calendar* Calendars::in_force(Date day) const {
    const auto found = std::find_if(calendars_.begin(), calendars_.end(),
                                    [day](const Calendar& calendar) { return calendar.days.contains(day); });
    return found == calendars_.end() ? nullptr : &*found;
}

bool Calendars::is_working_day(Date day) const {
    if (!is_weekday(day)) return false;
    const Calendar* calendar = in_force(day);
    return calendar == nullptr || !is_holiday(*calendar, day);
}

bool Calendars::is_teaching_week(const Calendar& calendar, Date monday) {
    for (std::int32_t offset = 0; offset < 5; ++offset) {
        const Date day = Date::from_days(monday.days() + offset);
        if (calendar.days.contains(day) && !is_holiday(calendar, day)) return true;
    }
    return false;
}

std::optional<Date> Calendars::add_working_days(Date day, std::int64_t count) const {
    if (count < 0 || count > most_days) return std::nullopt;
    std::optional<Date> reached = day;
    while (count > 0 && (reached = add_days(*reached, 1))) {
        if (is_working_day(*reached)) --count;
    }
    return reached;
}

std::optional<Date> Calendars::nth_latest_working_day(Date day, std::int64_t count) const {
    if (count < 1 || count > most_days) return std::nullopt;
    std::optional<Date> reached = day;
    while (reached && !(is_working_day(*reached) && --count == 0)) reached = add_days(*reached, -1);
    return reached;
}

}  // namespace wegwijzer
