#include "engine/margins/offer.h"

#include <algorithm>

namespace wegwijzer::margins {

change::Changes changes_of(const Schema& schema, const Offer& offer) {
    change::Changes changes;
    if (const auto* field = std::get_if<FieldOffer>(&offer.what)) {
        changes.fields.push_back({field->field, field->wanted.value});
    } else if (const auto* event = std::get_if<EventOffer>(&offer.what)) {
        const Series& series = schema.series_of(event->series);
        change::AddedEvent added{event->series, {}};
        added.values.resize(series.fields.size());
        added.values[series.date_field.index()] = event->day;
        for (const EventOffer::Field& one : event->fields) added.values[one.field.index()] = one.wanted.value;
        changes.added.assign(event->count, added);
    }
    return changes;
}

Date day_of(const Offer& offer, Date reference_date) {
    if (const auto* time = std::get_if<TimeOffer>(&offer.what)) return time->day;
    if (const auto* event = std::get_if<EventOffer>(&offer.what)) return std::max(event->day, reference_date);
    return reference_date;
}

}  // namespace wegwijzer::margins
