#include "engine/advise/reviews.h"

namespace wegwijzer::advise {
namespace {

// Each counted from the start, not from the one before: `elke 1 maand` from 31 January is on 28 February and 31 March.
std::optional<Date> review_day(const Calendars& calendars, Date start, Length every, std::int64_t times) {
    return after(calendars, start, {every.count * times, every.unit});
}

}  // namespace

std::optional<Date> next_review(const Calendars& calendars, Date start, Length every, Date reference_date) {
    if (every.count <= 0) return std::nullopt;
    std::optional<Date> day = start;
    for (std::int64_t times = 1; day && *day <= reference_date; ++times) {
        day = review_day(calendars, start, every, times);
    }
    return day;
}

std::vector<Date> reviews_until(const Calendars& calendars, Date start, Length every, Date reference_date) {
    std::vector<Date> days;
    if (every.count <= 0) return days;
    for (std::int64_t times = 1;; ++times) {
        const std::optional<Date> day = review_day(calendars, start, every, times);
        if (!day || *day > reference_date) return days;
        days.push_back(*day);
    }
}

}  // namespace wegwijzer::advise
