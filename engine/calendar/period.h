// From the periods of the language to days (language.md section 4, "Periods"). Every function returns the days up to and
// including the reference date, or std::nullopt where the period is unknown (no start date, no calendar in force).
#pragma once

#include <cstdint>
#include <optional>

#include "engine/base/date.h"
#include "engine/calendar/calendar.h"

namespace wegwijzer {

enum class LengthUnit : std::uint8_t { minutes, hours, days, working_days, weeks, teaching_weeks, months, years };

// `3 weken`, `5 werkdagen`, `30 minuten`.
struct Length {
    std::int64_t count = 0;
    LengthUnit unit = LengthUnit::days;
    friend bool operator==(const Length&, const Length&) = default;
};

// The day `length` after `from` for terms (`binnen`, `na`): calendar days and months, or working days counted from the
// day after. Teaching weeks, minutes and hours: std::nullopt (the checker refuses them in a term).
[[nodiscard]] std::optional<Date> after(const Calendars& calendars, Date from, Length length);

// `in de laatste N eenheid`.
[[nodiscard]] std::optional<DateInterval> last(const Calendars& calendars, Date reference_date, Length length);
// The period of equal length before `last`: the earlier part of a `verandering` (P-2N < date <= P-N; for teaching weeks
// and working days the N before those; unknown where it would lie before the calendar, section 4 and 11).
[[nodiscard]] std::optional<DateInterval> last_before(const Calendars& calendars, Date reference_date, Length length);
[[nodiscard]] std::optional<DateInterval> since_start(std::optional<Date> start, Date reference_date);
// Study weeks first..last: start + 7(first-1) <= date < start + 7 last.
[[nodiscard]] std::optional<DateInterval> study_weeks(std::optional<Date> start, std::int64_t first, std::int64_t last,
                                                      Date reference_date);
[[nodiscard]] std::optional<DateInterval> this_academic_year(const Calendars& calendars, Date reference_date);
// `PERIOD, binnen dit studiejaar`: cut off at the first day of the kalender in force.
[[nodiscard]] std::optional<DateInterval> within_academic_year(const Calendars& calendars, Date reference_date,
                                                               std::optional<DateInterval> days);
// `in enige N eenheid`: the days on which an event counts at all (none with a length of 0), and the window that an event
// of day `from` opens, cut off at the reference date. Both unknown in teaching weeks without a kalender in force; only
// its teaching weeks count.
[[nodiscard]] std::optional<DateInterval> days_of_any(const Calendars& calendars, Date reference_date, Length length);
[[nodiscard]] std::optional<DateInterval> window_from(const Calendars& calendars, Date reference_date, Length length,
                                                      Date from);

// The days of a phase. `dag 1` is the start date itself.
struct PhaseSpan {
    enum class Kind : std::uint8_t { days, from_day, before_start, study_weeks, dates };
    Kind kind = Kind::days;
    std::int64_t first = 1;  // days, from_day, study_weeks
    std::int64_t last = 1;   // days, study_weeks
    DateInterval dates;      // dates

    [[nodiscard]] bool counts_from_start() const { return kind != Kind::dates; }
};
// Cut off at the reference date.
[[nodiscard]] std::optional<DateInterval> phase_days(const PhaseSpan& phase, std::optional<Date> start,
                                                     Date reference_date);
// Is `day` in the phase? std::nullopt when that is unknown (no start date).
[[nodiscard]] std::optional<bool> is_in_phase(const PhaseSpan& phase, std::optional<Date> start, Date day);

}  // namespace wegwijzer
