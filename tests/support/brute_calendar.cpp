#include "tests/support/brute_calendar.h"

namespace wegwijzer::test {

namespace {

Date next(Date day) { return Date::from_days(day.days() + 1); }
Date previous(Date day) { return Date::from_days(day.days() - 1); }

// 0 (Monday) to 6 (Sunday); 1970-01-05 was a Monday.
int weekday(Date day) {
    const int since = (day.days() - 4) % 7;
    return since < 0 ? since + 7 : since;
}

bool is_in_holiday(const Calendar& calendar, Date day) {
    for (const Holiday& holiday : calendar.holidays) {
        if (holiday.days.from <= day && day <= holiday.days.to) return true;
    }
    return false;
}

// How many working days lie in `day < ... <= reference_date`.
std::int64_t working_days_after(const Calendars& calendars, Date day, Date reference_date) {
    std::int64_t count = 0;
    for (Date each = next(day); each <= reference_date; each = next(each)) {
        if (brute_is_working_day(calendars, each)) ++count;
    }
    return count;
}

// How many teaching weeks open in `day < ... <= reference_date`.
std::int64_t teaching_weeks_after(const Calendar& calendar, Date day, Date reference_date) {
    std::int64_t count = 0;
    for (Date each = next(day); each <= reference_date; each = next(each)) {
        if (brute_opens_teaching_week(calendar, each)) ++count;
    }
    return count;
}

// How many teaching weeks of the kalender have opened up to the peildatum.
std::int64_t teaching_weeks_so_far(const Calendar& calendar, Date reference_date) {
    return teaching_weeks_after(calendar, Date::from_days(calendar.days.from.days() - 8), reference_date);
}

// Days from `from` to `to`, counted one by one.
std::int64_t steps(Date from, Date to) {
    std::int64_t count = 0;
    for (; from < to; from = next(from)) ++count;
    for (; to < from; from = previous(from)) --count;
    return count;
}

Length doubled(Length length) { return {2 * length.count, length.unit}; }

}  // namespace

const Calendar* brute_calendar_in_force(const Calendars& calendars, Date day) {
    for (const Calendar& calendar : calendars.all()) {
        for (Date each = calendar.days.from; each <= calendar.days.to; each = next(each)) {
            if (each == day) return &calendar;
        }
    }
    return nullptr;
}

bool brute_is_working_day(const Calendars& calendars, Date day) {
    if (weekday(day) > 4) return false;
    for (const Calendar& calendar : calendars.all()) {
        const bool holds_day = calendar.days.from <= day && day <= calendar.days.to;
        if (holds_day && is_in_holiday(calendar, day)) return false;
    }
    return true;
}

bool brute_opens_teaching_week(const Calendar& calendar, Date monday) {
    if (weekday(monday) != 0) return false;
    for (Date day = monday; weekday(day) < 5; day = next(day)) {
        const bool is_in_calendar = calendar.days.from <= day && day <= calendar.days.to;
        if (is_in_calendar && !is_in_holiday(calendar, day)) return true;
    }
    return false;
}

std::optional<Date> brute_months_before(Date date, std::int64_t months) {
    const Date::Calendar from = date.calendar();
    int year = from.year;
    int month = from.month;
    for (; months > 0; --months) {
        if (--month == 0) {
            month = 12;
            --year;
        }
    }
    for (; months < 0; ++months) {
        if (++month == 13) {
            month = 1;
            ++year;
        }
    }
    for (int day = from.day; day > 0; --day) {
        if (const auto found = Date::from_calendar(year, month, day)) return found;
    }
    return std::nullopt;
}

std::optional<bool> brute_is_in_last(const Calendars& calendars, Date reference_date, Length length, Date day) {
    const bool has_passed = day <= reference_date;
    switch (length.unit) {
        case LengthUnit::days: return has_passed && steps(day, reference_date) < length.count;
        case LengthUnit::weeks: return has_passed && steps(day, reference_date) < 7 * length.count;
        case LengthUnit::months: return has_passed && *brute_months_before(reference_date, length.count) < day;
        case LengthUnit::years: return has_passed && *brute_months_before(reference_date, 12 * length.count) < day;
        case LengthUnit::working_days:
            return has_passed && working_days_after(calendars, day, reference_date) < length.count;
        case LengthUnit::teaching_weeks: {
            const Calendar* calendar = brute_calendar_in_force(calendars, reference_date);
            if (calendar == nullptr) return std::nullopt;
            if (!has_passed) return false;
            const bool has_enough = teaching_weeks_so_far(*calendar, reference_date) >= length.count;
            return has_enough ? teaching_weeks_after(*calendar, day, reference_date) < length.count
                              : calendar->days.from <= day;
        }
        case LengthUnit::minutes:
        case LengthUnit::hours: break;
    }
    return std::nullopt;
}

std::optional<bool> brute_is_in_last_before(const Calendars& calendars, Date reference_date, Length length, Date day) {
    // The whole of twice the length, without the later half of it.
    const std::optional<bool> is_later = brute_is_in_last(calendars, reference_date, length, day);
    const std::optional<bool> is_in_both = brute_is_in_last(calendars, reference_date, doubled(length), day);
    if (!is_later || !is_in_both) return std::nullopt;
    if (length.unit == LengthUnit::teaching_weeks) {
        const Calendar& calendar = *brute_calendar_in_force(calendars, reference_date);
        if (teaching_weeks_so_far(calendar, reference_date) < 2 * length.count) return std::nullopt;
    }
    return *is_in_both && !*is_later;
}

std::optional<bool> brute_is_in_window(const Calendars& calendars, Date reference_date, Length length, Date from,
                                       Date day) {
    const Calendar* calendar = brute_calendar_in_force(calendars, reference_date);
    if (length.unit == LengthUnit::teaching_weeks && calendar == nullptr) return std::nullopt;
    if (day < from || reference_date < day) return false;
    std::int64_t passed = 0;
    switch (length.unit) {
        case LengthUnit::days: return steps(from, day) < length.count;
        case LengthUnit::weeks: return steps(from, day) < 7 * length.count;
        case LengthUnit::months: return day < *brute_months_before(from, -length.count);
        case LengthUnit::years: return day < *brute_months_before(from, -12 * length.count);
        case LengthUnit::working_days:
            for (Date each = from; each < day; each = next(each))
                passed += brute_is_working_day(calendars, each) ? 1 : 0;
            return passed < length.count;
        case LengthUnit::teaching_weeks:
            for (Date each = from; each < day; each = next(each)) {
                Date monday = each;
                while (weekday(monday) != 0) monday = previous(monday);
                const bool counts = calendar->days.from <= each && brute_opens_teaching_week(*calendar, monday);
                passed += counts ? 1 : 0;
            }
            return passed < 7 * length.count;
        case LengthUnit::minutes:
        case LengthUnit::hours: break;
    }
    return std::nullopt;
}

std::optional<bool> brute_is_in_academic_year(const Calendars& calendars, Date reference_date, Date day) {
    const Calendar* calendar = brute_calendar_in_force(calendars, reference_date);
    if (calendar == nullptr) return std::nullopt;
    return calendar->days.from <= day && day <= reference_date;
}

std::optional<bool> brute_is_in_phase(const PhaseSpan& phase, std::optional<Date> start, Date reference_date,
                                      Date day) {
    if (phase.kind == PhaseSpan::Kind::dates) {
        return phase.dates.from <= day && day <= phase.dates.to && day <= reference_date;
    }
    if (!start) return std::nullopt;
    if (reference_date < day) return false;
    // `dag 1` is the start itself; study week 1 holds the days 1 to 7.
    const std::int64_t number = steps(*start, day) + 1;
    switch (phase.kind) {
        case PhaseSpan::Kind::days: return phase.first <= number && number <= phase.last;
        case PhaseSpan::Kind::from_day: return phase.first <= number;
        case PhaseSpan::Kind::before_start: return number < 1;
        case PhaseSpan::Kind::study_weeks: return 7 * (phase.first - 1) < number && number <= 7 * phase.last;
        case PhaseSpan::Kind::dates: break;
    }
    return std::nullopt;
}

std::optional<Date> brute_after(const Calendars& calendars, Date from, Length length) {
    std::int64_t left = length.count;
    switch (length.unit) {
        case LengthUnit::days:
            for (; left > 0; --left) from = next(from);
            return from;
        case LengthUnit::weeks:
            for (left *= 7; left > 0; --left) from = next(from);
            return from;
        case LengthUnit::months: return brute_months_before(from, -left);
        case LengthUnit::years: return brute_months_before(from, -12 * left);
        case LengthUnit::working_days:
            while (left > 0) {
                from = next(from);
                if (brute_is_working_day(calendars, from)) --left;
            }
            return from;
        case LengthUnit::minutes:
        case LengthUnit::hours:
        case LengthUnit::teaching_weeks: break;
    }
    return std::nullopt;
}

}  // namespace wegwijzer::test
