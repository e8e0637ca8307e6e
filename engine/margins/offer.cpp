#include "engine/margins/offer.h"

#include <algorithm>
#include <utility>

namespace wegwijzer::margins {

namespace {

void add(const Schema& /*schema*/, const FieldOffer& field, change::Changes& changes) {
    changes.fields.push_back({field.field, field.wanted.value});
}
void add(const Schema& schema, const EventOffer& event, change::Changes& changes) {
    const Series& series = schema.series_of(event.series);
    change::AddedEvent added{event.series, {}, event.count};
    added.values.resize(series.fields.size());
    added.values[series.date_field.index()] = event.day;
    for (const EventOffer::Field& one : event.fields) added.values[one.field.index()] = one.wanted.value;
    changes.added.push_back(std::move(added));
}
void add(const Schema& /*schema*/, const TimeOffer& /*time*/, change::Changes& /*changes*/) {}
void add(const Schema& schema, const PairOffer& pair, change::Changes& changes) {
    for (const PairOffer::Part& part : pair.parts) {
        std::visit([&](const auto& what) { add(schema, what, changes); }, part);
    }
}

}  // namespace

change::Changes changes_of(const Schema& schema, const PairOffer::Part& part) {
    change::Changes changes;
    std::visit([&](const auto& what) { add(schema, what, changes); }, part);
    return changes;
}

change::Changes changes_of(const Schema& schema, const Offer& offer) {
    change::Changes changes;
    std::visit([&](const auto& what) { add(schema, what, changes); }, offer.what);
    return changes;
}

Date day_of(const Offer& offer, Date reference_date) {
    if (const auto* time = std::get_if<TimeOffer>(&offer.what)) return time->day;
    if (const auto* event = std::get_if<EventOffer>(&offer.what)) return std::max(event->day, reference_date);
    return reference_date;
}

}  // namespace wegwijzer::margins
