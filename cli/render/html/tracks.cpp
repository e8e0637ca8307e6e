#include "cli/render/html/tracks.h"

#include <algorithm>

namespace wegwijzer::cli::html {
namespace {

using explain::ConditionLine;
using explain::EventFieldShown;
using explain::EventShown;
using explain::EventsShown;

std::optional<std::int64_t> micros_of(const std::optional<Ratio>& number) {
    if (!number) return std::nullopt;
    const std::optional<Decimal> rounded = number->rounded();
    return rounded ? std::optional(rounded->micros()) : std::nullopt;
}

const EventFieldShown* field_of(const EventShown& event, SeriesFieldId field) {
    const auto found = std::ranges::find(event.fields, field, &EventFieldShown::field);
    return found == event.fields.end() ? nullptr : &*found;
}

// What to draw as height: the field the rule works with, else the first number that its filter looks at.
SeriesFieldId drawn_field(const EventsShown& shown) {
    const auto has_number = [&](SeriesFieldId field) {
        return std::ranges::any_of(shown.events, [&](const EventShown& event) {
            const EventFieldShown* value = field_of(event, field);
            return value != nullptr && value->number.has_value();
        });
    };
    if (!shown.field.is_none() && has_number(shown.field)) return shown.field;
    for (const EventShown& event : shown.events) {
        for (const EventFieldShown& value : event.fields) {
            if (value.number) return value.field;
        }
    }
    return {};
}

class Gatherer {
  public:
    void add(const explain::SignalExplanation& signal) {
        labels_.clear();
        for (const explain::LevelExplanation& level : signal.levels) gather_labels(level.condition);
        for (const explain::LevelExplanation& level : signal.levels) add(level.condition, signal.signal);
    }

    std::vector<Track> take() {
        std::erase_if(tracks_, [](const Track& track) { return track.points.empty(); });
        for (Track& track : tracks_) {
            std::ranges::stable_sort(track.points, [](const TrackPoint& one, const TrackPoint& other) {
                return *one.event->date < *other.event->date;
            });
        }
        return std::move(tracks_);
    }

  private:
    void add(const ConditionLine& line, model::SignalId signal) {
        for (const explain::Detail& detail : line.details) {
            if (const auto* shown = std::get_if<EventsShown>(&detail)) add(*shown, signal);
        }
        for (const ConditionLine& child : line.children) add(child, signal);
    }

    void add(const EventsShown& shown, model::SignalId signal) {
        if (shown.series.is_none()) return;
        Track& track = track_of(shown.series, drawn_field(shown));
        for (const EventShown& event : shown.events) add(track, event);
        add_thresholds(track, shown);
        if (shown.window) add(track, *shown.window, signal);
        if (shown.earlier_window) add(track, *shown.earlier_window, signal);
    }

    Track& track_of(SeriesId series, SeriesFieldId field) {
        for (Track& track : tracks_) {
            if (track.series == series && track.field == field) return track;
        }
        Track track;
        track.series = series;
        track.field = field;
        tracks_.push_back(std::move(track));
        return tracks_.back();
    }

    static void add(Track& track, const EventShown& event) {
        if (!event.date) {
            ++track.undated;
            return;
        }
        const auto known =
            std::ranges::find_if(track.points, [&](const TrackPoint& point) { return point.event->row == event.row; });
        if (known != track.points.end()) {
            known->counts = known->counts || event.counts == Tri::yes;
            return;
        }
        TrackPoint point;
        point.event = &event;
        point.counts = event.counts == Tri::yes;
        const EventFieldShown* value = track.field.is_none() ? (event.fields.empty() ? nullptr : &event.fields.front())
                                                             : field_of(event, track.field);
        if (value != nullptr && !value->value.empty()) point.value = &value->value;
        if (value != nullptr && !track.field.is_none()) point.height = micros_of(value->number);
        track.points.push_back(point);
    }

    // The thresholds of the signal at hand, as they are shown: what is not written in the condition, or what turns it round.
    void gather_labels(const ConditionLine& line) {
        if (const std::optional<std::int64_t> height = micros_of(line.threshold_number)) {
            if (!line.threshold.empty()) labels_.push_back({*height, &line.threshold});
            for (const explain::Phrase::Piece& piece : line.change.pieces()) {
                if (const auto* value = std::get_if<explain::ShownValue>(&piece)) labels_.push_back({*height, value});
            }
        }
        for (const ConditionLine& child : line.children) gather_labels(child);
    }

    void add_thresholds(Track& track, const EventsShown& shown) const {
        for (const explain::EventThreshold& one : shown.thresholds) {
            const bool is_of_the_whole = one.field == shown.field && !shown.is_about_each;
            const std::optional<std::int64_t> height = micros_of(one.number);
            if (one.field != track.field || is_of_the_whole || !height) continue;
            const auto label = std::ranges::find(labels_, *height, &TrackThreshold::height);
            const explain::ShownValue* text = label == labels_.end() ? nullptr : label->shown;
            const auto known = std::ranges::find(track.thresholds, *height, &TrackThreshold::height);
            if (known == track.thresholds.end()) {
                track.thresholds.push_back({*height, text});
            } else if (known->shown == nullptr) {
                known->shown = text;
            }
        }
    }

    static void add(Track& track, const explain::DaysShown& days, model::SignalId signal) {
        for (TrackWindow& window : track.windows) {
            if (window.days->days.from != days.days.from || window.days->days.to != days.days.to) continue;
            if (std::ranges::find(window.signals, signal) == window.signals.end()) window.signals.push_back(signal);
            return;
        }
        track.windows.push_back({&days, {signal}});
    }

    std::vector<Track> tracks_;
    std::vector<TrackThreshold> labels_;
};

}  // namespace

std::vector<Track> tracks_of(const explain::StudentExplanation& explanation) {
    Gatherer gatherer;
    for (const explain::SignalExplanation& signal : explanation.signals) {
        if (signal.outcome.status == model::SignalStatus::active) gatherer.add(signal);
    }
    return gatherer.take();
}

}  // namespace wegwijzer::cli::html
