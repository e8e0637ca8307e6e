#include "engine/calendar/period.h"

#include <algorithm>
#include <limits>

namespace wegwijzer {

namespace {

// Days outside the years 1 to 9999 are no days of any student: a border beyond them lies just outside.
constexpr std::int64_t first_day = Date::earliest().days();
constexpr std::int64_t last_day = Date::latest().days();

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max() / 64;

// A count as written, kept where it can be multiplied and added without overflow; nothing changes for days that exist.
std::int64_t bounded(std::int64_t count) { return std::clamp(count, -most, most); }

Date border(std::int64_t days) {
    return Date::from_days(static_cast<std::int32_t>(std::clamp(days, first_day - 1, last_day + 1)));
}

Date shifted(Date date, std::int64_t days) { return border(date.days() + bounded(days)); }

DateInterval until(Date from, Date to, Date reference_date) { return {from, std::min(to, reference_date)}; }

DateInterval no_days(Date reference_date) { return {shifted(reference_date, 1), reference_date}; }

// The last day before the one that lies `length` before `date`, as P - N < day asks: P - N itself.
Date before(Date date, Length length) {
    const std::int64_t count = bounded(length.count);
    switch (length.unit) {
        case LengthUnit::weeks: return shifted(date, -7 * count);
        case LengthUnit::months: return add_months(date, -count).value_or(border(first_day - 1));
        case LengthUnit::years: return add_months(date, -12 * count).value_or(border(first_day - 1));
        default: return shifted(date, -count);
    }
}

// The Monday of the N-th latest teaching week of `calendar`, the week of `day` counting when it is one.
std::optional<Date> nth_latest_teaching_week(const Calendar& calendar, Date day, std::int64_t count) {
    const Date first_monday = calendar.days.from.monday_of_week();
    for (Date monday = day.monday_of_week(); first_monday <= monday; monday = shifted(monday, -7)) {
        if (Calendars::is_teaching_week(calendar, monday) && --count == 0) return monday;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Date> after(const Calendars& calendars, Date from, Length length) {
    const std::int64_t count = bounded(length.count);
    switch (length.unit) {
        case LengthUnit::days: return add_days(from, count);
        case LengthUnit::weeks: return add_days(from, 7 * count);
        case LengthUnit::months: return add_months(from, count);
        case LengthUnit::years: return add_months(from, 12 * count);
        case LengthUnit::working_days: return calendars.add_working_days(from, count);
        case LengthUnit::minutes:
        case LengthUnit::hours:
        case LengthUnit::teaching_weeks: break;
    }
    return std::nullopt;
}

std::optional<DateInterval> last(const Calendars& calendars, Date reference_date, Length length) {
    switch (length.unit) {
        case LengthUnit::minutes:
        case LengthUnit::hours: return std::nullopt;
        case LengthUnit::teaching_weeks: {
            const Calendar* calendar = calendars.in_force(reference_date);
            if (calendar == nullptr) return std::nullopt;
            if (length.count < 1) return no_days(reference_date);
            const std::optional<Date> monday = nth_latest_teaching_week(*calendar, reference_date, length.count);
            return DateInterval{monday.value_or(calendar->days.from), reference_date};
        }
        case LengthUnit::working_days: {
            if (length.count < 1) return no_days(reference_date);
            const std::optional<Date> first = calendars.nth_latest_working_day(reference_date, length.count);
            return DateInterval{first.value_or(border(first_day)), reference_date};
        }
        case LengthUnit::days:
        case LengthUnit::weeks:
        case LengthUnit::months:
        case LengthUnit::years: break;
    }
    if (length.count < 1) return no_days(reference_date);
    return DateInterval{shifted(before(reference_date, length), 1), reference_date};
}

std::optional<DateInterval> last_before(const Calendars& calendars, Date reference_date, Length length) {
    const std::optional<DateInterval> later = last(calendars, reference_date, length);
    if (!later || length.count < 1) return later;
    const Length twice{2 * bounded(length.count), length.unit};
    if (length.unit == LengthUnit::teaching_weeks) {
        // All of its teaching weeks must lie in the calendar: an earlier part that is cut off isn't of equal length.
        const Calendar& calendar = *calendars.in_force(reference_date);
        const std::optional<Date> monday = nth_latest_teaching_week(calendar, reference_date, twice.count);
        return monday ? std::optional(DateInterval{*monday, shifted(later->from, -1)}) : std::nullopt;
    }
    if (length.unit == LengthUnit::working_days) {
        return DateInterval{last(calendars, reference_date, twice)->from, shifted(later->from, -1)};
    }
    return DateInterval{shifted(before(reference_date, twice), 1), before(reference_date, length)};
}

std::optional<DateInterval> since_start(std::optional<Date> start, Date reference_date) {
    if (!start) return std::nullopt;
    return DateInterval{*start, reference_date};
}

std::optional<DateInterval> study_weeks(std::optional<Date> start, std::int64_t first, std::int64_t last,
                                        Date reference_date) {
    return phase_days({PhaseSpan::Kind::study_weeks, first, last, {}}, start, reference_date);
}

std::optional<DateInterval> this_academic_year(const Calendars& calendars, Date reference_date) {
    const Calendar* calendar = calendars.in_force(reference_date);
    if (calendar == nullptr) return std::nullopt;
    return DateInterval{calendar->days.from, reference_date};
}

std::optional<DateInterval> within_academic_year(const Calendars& calendars, Date reference_date,
                                                 std::optional<DateInterval> days) {
    const std::optional<DateInterval> year = this_academic_year(calendars, reference_date);
    if (!days || !year) return std::nullopt;
    return DateInterval{std::max(days->from, year->from), days->to};
}

std::optional<DateInterval> days_of_any(const Calendars& calendars, Date reference_date, Length length) {
    const std::optional<DateInterval> last_days = last(calendars, reference_date, length);
    if (!last_days) return std::nullopt;
    return length.count < 1 ? no_days(reference_date) : DateInterval{border(first_day), reference_date};
}

std::optional<DateInterval> window_from(const Calendars& calendars, Date reference_date, Length length, Date from) {
    if (!last(calendars, reference_date, length)) return std::nullopt;
    if (length.count < 1) return no_days(reference_date);
    const std::int64_t count = bounded(length.count);
    Date to = reference_date;
    switch (length.unit) {
        case LengthUnit::weeks: to = shifted(from, 7 * count - 1); break;
        case LengthUnit::months:
        case LengthUnit::years: {
            const std::int64_t months = length.unit == LengthUnit::years ? 12 * count : count;
            to = shifted(add_months(from, months).value_or(border(last_day + 1)), -1);
            break;
        }
        case LengthUnit::working_days: {
            std::int64_t left = count;
            for (to = from; to < reference_date; to = shifted(to, 1)) {
                if (calendars.is_working_day(to) && --left == 0) break;
            }
            break;
        }
        case LengthUnit::teaching_weeks: {
            const Calendar& calendar = *calendars.in_force(reference_date);
            std::int64_t left = 7 * count;
            for (to = std::max(from, calendar.days.from); to < reference_date; to = shifted(to, 1)) {
                if (Calendars::is_teaching_week(calendar, to.monday_of_week()) && --left == 0) break;
            }
            break;
        }
        default: to = shifted(from, count - 1); break;
    }
    return until(from, to, reference_date);
}

std::optional<DateInterval> phase_days(const PhaseSpan& phase, std::optional<Date> start, Date reference_date) {
    if (!phase.counts_from_start()) return until(phase.dates.from, phase.dates.to, reference_date);
    if (!start) return std::nullopt;
    const std::int64_t first = bounded(phase.first);
    const std::int64_t last = bounded(phase.last);
    switch (phase.kind) {
        case PhaseSpan::Kind::days: return until(shifted(*start, first - 1), shifted(*start, last - 1), reference_date);
        case PhaseSpan::Kind::from_day: return DateInterval{shifted(*start, first - 1), reference_date};
        case PhaseSpan::Kind::before_start: return until(border(first_day), shifted(*start, -1), reference_date);
        case PhaseSpan::Kind::study_weeks:
            return until(shifted(*start, 7 * (first - 1)), shifted(*start, 7 * last - 1), reference_date);
        case PhaseSpan::Kind::dates: break;
    }
    return std::nullopt;
}

std::optional<bool> is_in_phase(const PhaseSpan& phase, std::optional<Date> start, Date day) {
    const std::optional<DateInterval> days = phase_days(phase, start, day);
    return days ? std::optional(days->contains(day)) : std::nullopt;
}

}  // namespace wegwijzer
