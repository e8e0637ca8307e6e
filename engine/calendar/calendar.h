// School calendars: teaching weeks and working days (language.md section 4, "Periods").
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/date.h"

namespace wegwijzer {

struct Holiday {
    std::string name;
    DateInterval days;
};

struct Calendar {
    std::string name;
    DateInterval days;
    std::vector<Holiday> holidays;
};

// The calendars of the packs in use. INVARIANT: no two overlap (the checker refuses that).
class Calendars {
  public:
    Calendars() = default;
    explicit Calendars(std::vector<Calendar> calendars);

    [[nodiscard]] const std::vector<Calendar>& all() const { return calendars_; }
    // The calendar that holds `day`, or nullptr.
    [[nodiscard]] const Calendar* in_force(Date day) const;
    // A Monday-Friday that no holiday of the calendar holding it covers; without a calendar it goes by its weekday.
    [[nodiscard]] bool is_working_day(Date day) const;
    // A Monday-Sunday week of which a Monday-Friday day lies in `calendar` and in none of its holidays.
    [[nodiscard]] static bool is_teaching_week(const Calendar& calendar, Date monday);
    // The N-th working day after `day` (N >= 0; 0 gives `day` itself): how `binnen N werkdagen` counts.
    [[nodiscard]] std::optional<Date> add_working_days(Date day, std::int64_t count) const;
    // The N-th latest working day up to and including `day` (N >= 1).
    [[nodiscard]] std::optional<Date> nth_latest_working_day(Date day, std::int64_t count) const;

  private:
    std::vector<Calendar> calendars_;
};

}  // namespace wegwijzer
