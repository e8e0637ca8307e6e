// From a period of a rule to the days it holds for this student. What the days hang on (a parameter, the start date, a
// day that a field names) becomes a child of the step, or is named in it.
#include <algorithm>

#include "engine/calendar/period.h"
#include "engine/trace/evaluation.h"

namespace wegwijzer::trace {

std::optional<Date> Evaluation::start_date(Step& step) {
    const FieldId start = rules_.schema->start;
    if (start.is_none()) return std::nullopt;
    const Value value = field_value(cohort_, student_, start);
    if (const auto* date = std::get_if<Date>(&value)) return *date;
    add(step.missing, missing_field(start));
    return std::nullopt;
}

std::optional<Date> Evaluation::date_of(model::ExprId id, Step& step) {
    const Value value = use(step, evaluate(id)).value;
    const auto* date = std::get_if<Date>(&value);
    return date == nullptr ? std::nullopt : std::optional(*date);
}

std::optional<std::int64_t> Evaluation::whole_number_of(model::ExprId id, Step& step) {
    const std::optional<Decimal> number = number_of(use(step, evaluate(id)).value);
    return number ? std::optional(number->rounded_to_integer()) : std::nullopt;
}

std::optional<Length> Evaluation::length_of(const model::LengthSource& source, Step& step) {
    if (source.parameter.is_none()) return source.length;
    const Value value = use(step, evaluate(source.parameter)).value;
    if (const auto* length = std::get_if<Length>(&value)) return *length;
    if (const auto* number = std::get_if<Decimal>(&value)) {
        return Length{number->rounded_to_integer(), source.length.unit};
    }
    return std::nullopt;
}

std::optional<DateInterval> Evaluation::days_of(const model::Period& period, Step& step) {
    const std::optional<DateInterval> days = days_before_cutting(period, step);
    return period.within_academic_year ? within_academic_year(rules_.calendars, reference_date_, days) : days;
}

std::optional<DateInterval> Evaluation::days_before_cutting(const model::Period& period, Step& step) {
    using Kind = model::Period::Kind;
    switch (period.kind) {
        case Kind::last: {
            const std::optional<Length> length = length_of(period.length, step);
            return length ? last(rules_.calendars, reference_date_, *length) : std::nullopt;
        }
        case Kind::since_start: return since_start(start_date(step), reference_date_);
        case Kind::study_weeks: {
            const std::optional<Date> start = start_date(step);
            const std::optional<std::int64_t> first = whole_number_of(period.first, step);
            const std::optional<std::int64_t> last_one = whole_number_of(period.last_one, step);
            if (!first || !last_one) return std::nullopt;
            return study_weeks(start, *first, *last_one, reference_date_);
        }
        case Kind::phase: {
            const PhaseSpan& phase = rules_.phase(period.phase).days;
            const std::optional<Date> start = phase.counts_from_start() ? start_date(step) : std::nullopt;
            return phase_days(phase, start, reference_date_);
        }
        case Kind::between: {
            const std::optional<Date> from = date_of(period.first, step);
            const std::optional<Date> to = date_of(period.last_one, step);
            if (!from || !to) return std::nullopt;
            return DateInterval{*from, std::min(*to, reference_date_)};
        }
        case Kind::since: {
            const std::optional<Date> from = date_of(period.first, step);
            if (!from) return std::nullopt;
            return DateInterval{*from, reference_date_};
        }
        case Kind::any: {
            const std::optional<Length> length = length_of(period.length, step);
            return length ? days_of_any(rules_.calendars, reference_date_, *length) : std::nullopt;
        }
        case Kind::this_academic_year: return this_academic_year(rules_.calendars, reference_date_);
    }
    return std::nullopt;
}

}  // namespace wegwijzer::trace
