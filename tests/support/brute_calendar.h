// The periods of language.md section 4 read a second time, as slowly and as plainly as they are written: every question is
// about one day and is answered by walking day by day. Shares with engine/calendar only its data.
#pragma once

#include <optional>

#include "engine/calendar/period.h"

namespace wegwijzer::test {

// The kalender that holds `day`, or nullptr.
[[nodiscard]] const Calendar* brute_calendar_in_force(const Calendars& calendars, Date day);
[[nodiscard]] bool brute_is_working_day(const Calendars& calendars, Date day);
// Is `monday` the first day of a teaching week of `calendar`?
[[nodiscard]] bool brute_opens_teaching_week(const Calendar& calendar, Date monday);

// Is `day` in `in de laatste <length>` at the peildatum? std::nullopt where the period is unknown.
[[nodiscard]] std::optional<bool> brute_is_in_last(const Calendars& calendars, Date reference_date, Length length,
                                                   Date day);
// Is `day` in the earlier part of `verandering ... in de laatste <length>`?
[[nodiscard]] std::optional<bool> brute_is_in_last_before(const Calendars& calendars, Date reference_date,
                                                          Length length, Date day);
// Is `day` in the window of `in enige <length>` that an event of `from` opens?
[[nodiscard]] std::optional<bool> brute_is_in_window(const Calendars& calendars, Date reference_date, Length length,
                                                     Date from, Date day);
[[nodiscard]] std::optional<bool> brute_is_in_academic_year(const Calendars& calendars, Date reference_date, Date day);
// Study weeks and phases, cut off at the peildatum; count the days from the start one by one.
[[nodiscard]] std::optional<bool> brute_is_in_phase(const PhaseSpan& phase, std::optional<Date> start,
                                                    Date reference_date, Date day);
// The day on which a term of `length` from `from` ends.
[[nodiscard]] std::optional<Date> brute_after(const Calendars& calendars, Date from, Length length);
// `date` moved back by calendar months, one month at a time; the day clamped to the length of the last month.
[[nodiscard]] std::optional<Date> brute_months_before(Date date, std::int64_t months);

}  // namespace wegwijzer::test
