// Sizes are in units of the picture, which is scaled to the page. Only how high and how far something stands is calculated;
// every value that is read is one of the explanation's own.
#include "cli/render/html/timeline.h"

#include <algorithm>

#include "cli/render/html/shown.h"
#include "engine/explain/names_in_words.h"

namespace wegwijzer::cli::html {
namespace {

constexpr std::int64_t width = 400;
constexpr std::int64_t left = 12;
constexpr std::int64_t right = width - 12;
constexpr std::int64_t top = 24;  // of the field of values
constexpr std::int64_t plot_height = 70;
constexpr std::int64_t flat_height = 14;  // where there are no values
constexpr std::int64_t days_height = 20;
constexpr std::int64_t window_height = 30;
constexpr std::int64_t room_for_value = 34;
constexpr std::int64_t room_for_day = 44;

class Picture {
  public:
    Picture(Markup& out, const Voice& voice, const model::RuleSet& rules, const Track& track, Date last)
        : out_(out), voice_(voice), rules_(rules), track_(track), first_(last), last_(last) {
        for (const TrackPoint& point : track.points) {
            first_ = std::min(first_, *point.event->date);
            last_ = std::max(last_, *point.event->date);
            if (point.height) stretch(*point.height);
        }
        for (const TrackThreshold& threshold : track.thresholds) stretch(threshold.height);
        for (const TrackWindow& window : track.windows) last_ = std::max(last_, window.days->days.to);
        has_heights_ = lowest_ <= highest_;
    }

    void draw(const std::string& name, const std::string& title, const std::string& description) {
        const std::int64_t bottom = top + (has_heights_ ? plot_height : flat_height);
        const auto windows = static_cast<std::int64_t>(track_.windows.size());
        const std::int64_t height = bottom + days_height + windows * window_height + 4;
        out_.open("svg", {{"viewBox", "0 0 " + std::to_string(width) + " " + std::to_string(height)},
                          {"role", "img"},
                          {"aria-labelledby", name + "-title " + name + "-description"}});
        out_.element("title", title, {{"id", name + "-title"}});
        out_.element("desc", description, {{"id", name + "-description"}});
        windows_behind(bottom);
        line(left, bottom, right, bottom, "axis");
        thresholds();
        course();
        points(bottom);
        window_names(bottom + days_height);
        out_.close();
    }

  private:
    void stretch(std::int64_t height) {
        lowest_ = std::min(lowest_, height);
        highest_ = std::max(highest_, height);
    }
    [[nodiscard]] std::int64_t x_of(Date date) const {
        const std::int64_t days = std::max<std::int64_t>(days_between(first_, last_), 1);
        const std::int64_t day = std::clamp<std::int64_t>(days_between(first_, date), 0, days);
        return left + day * (right - left) / days;
    }
    [[nodiscard]] std::int64_t y_of(std::int64_t height) const {
        const Int128 range = std::max<Int128>(static_cast<Int128>(highest_) - lowest_, 1);
        return top + static_cast<std::int64_t>((static_cast<Int128>(highest_) - height) * plot_height / range);
    }
    [[nodiscard]] std::int64_t y_of(const TrackPoint& point, std::int64_t bottom) const {
        return point.height ? y_of(*point.height) : bottom;
    }

    void line(std::int64_t x1, std::int64_t y1, std::int64_t x2, std::int64_t y2, const char* style) {
        out_.element("line", "",
                     {{"class", style},
                      {"x1", std::to_string(x1)},
                      {"y1", std::to_string(y1)},
                      {"x2", std::to_string(x2)},
                      {"y2", std::to_string(y2)}});
    }
    void label(std::int64_t x, std::int64_t y, const char* anchor) {
        out_.open("text", {{"x", std::to_string(x)}, {"y", std::to_string(y)}, {"text-anchor", anchor}});
    }
    // So that a text near the edge stays inside.
    [[nodiscard]] static const char* anchor_at(std::int64_t x) {
        return x < left + room_for_value / 2 ? "start" : x > right - room_for_value / 2 ? "end" : "middle";
    }

    void windows_behind(std::int64_t bottom) {
        for (const TrackWindow& window : track_.windows) {
            const std::int64_t from = x_of(window.days->days.from);
            const std::int64_t to = x_of(window.days->days.to);
            out_.element("rect", "",
                         {{"class", "window"},
                          {"x", std::to_string(from)},
                          {"y", std::to_string(top - 4)},
                          {"width", std::to_string(std::max<std::int64_t>(to - from, 2))},
                          {"height", std::to_string(bottom - top + 4)}});
        }
    }

    void thresholds() {
        if (!has_heights_) return;
        for (const TrackThreshold& threshold : track_.thresholds) {
            const std::int64_t y = y_of(threshold.height);
            line(left, y, right, y, "threshold");
            label(right, y - 3, "end");
            out_.text(threshold.shown == nullptr ? voice_.say("grens", "threshold")
                                                 : voice_.say("grens ", "threshold "));
            if (threshold.shown != nullptr) write_value_inside(*threshold.shown);
            out_.close();
        }
    }

    // In a picture a value stands in a tspan.
    void write_value_inside(const explain::ShownValue& value) {
        out_.element("tspan", value.text(), {{"data-node", value.node()}});
    }

    void course() {
        std::string places;
        for (const TrackPoint& point : track_.points) {
            if (!point.height || !point.counts) continue;
            places += (places.empty() ? "" : " ") + std::to_string(x_of(*point.event->date)) + "," +
                      std::to_string(y_of(*point.height));
        }
        if (!places.empty()) out_.element("polyline", "", {{"class", "course"}, {"points", places}});
    }

    // What counts is filled. From the last to the first, so that of texts with no room for both the latest is there.
    void points(std::int64_t bottom) {
        std::int64_t room_of_values = width;
        std::int64_t room_of_days = width;
        for (auto point = track_.points.rbegin(); point != track_.points.rend(); ++point) {
            if (has_heights_ && !point->height) continue;  // not known: in the table, not on the floor
            const std::int64_t x = x_of(*point->event->date);
            const std::int64_t y = y_of(*point, bottom);
            out_.element("circle", "",
                         {{"class", point->counts ? "event" : "event aside"},
                          {"cx", std::to_string(x)},
                          {"cy", std::to_string(y)},
                          {"r", "4"}});
            if (point->value != nullptr && x <= room_of_values) {
                label(x, y - 8, anchor_at(x));
                write_value_inside(*point->value);
                out_.close();
                room_of_values = x - room_for_value;
            }
            if (x <= room_of_days) {
                label(x, bottom + 16, anchor_at(x));
                write_value_inside(point->event->day);
                out_.close();
                room_of_days = x - room_for_day;
            }
        }
    }

    void window_names(std::int64_t y) {
        for (const TrackWindow& window : track_.windows) {
            std::vector<std::string> titles;
            for (const model::SignalId signal : window.signals) {
                titles.push_back(explain::title_of(rules_.signal(signal)));
            }
            const std::int64_t from = x_of(window.days->days.from);
            const std::int64_t to = x_of(window.days->days.to);
            label(left, y + 14, "start");
            out_.text(titles.front() + (titles.size() > 1 ? " +" + std::to_string(titles.size() - 1) : std::string()));
            out_.close();
            line(from, y + 20, std::max(to, from + 2), y + 20, "axis");
            line(from, y + 16, from, y + 24, "axis");
            line(std::max(to, from + 2), y + 16, std::max(to, from + 2), y + 24, "axis");
            y += window_height;
        }
    }

    Markup& out_;
    const Voice& voice_;
    const model::RuleSet& rules_;
    const Track& track_;
    Date first_;
    Date last_;
    std::int64_t lowest_ = INT64_MAX;
    std::int64_t highest_ = INT64_MIN;
    bool has_heights_ = false;
};

void windows_in_words(Markup& out, const Voice& voice, const model::RuleSet& rules, const Track& track) {
    if (track.windows.empty()) return;
    out.open("ul");
    for (const TrackWindow& window : track.windows) {
        out.open("li");
        for (std::size_t i = 0; i < window.signals.size(); ++i) {
            if (i > 0) out.text(", ");
            out.element("span", explain::title_of(rules.signal(window.signals[i])), {{"lang", voice.author_lang()}});
        }
        out.text(": ");
        write_phrase(out, days_phrase(*window.days, voice.reader));
        out.close();
    }
    out.close();
}

// The same facts, for who doesn't see the picture or wants to read them one by one.
void table(Markup& out, const Voice& voice, const model::RuleSet& rules, const Track& track, const std::string& title) {
    out.open("details").element("summary", voice.say("dezelfde gegevens als tabel", "the same data as a table"));
    windows_in_words(out, voice, rules, track);
    out.open("table");
    out.element("caption", title);
    out.open("thead").open("tr");
    for (const char* head : {voice.say("Dag", "Day"), voice.say("Gegevens", "Data"), voice.say("Telt mee", "Counts")}) {
        out.element("th", head, {{"scope", "col"}});
    }
    out.close().close();
    out.open("tbody");
    for (const TrackPoint& point : track.points) {
        out.open("tr").open("th", {{"scope", "row"}});
        write_value(out, point.event->day);
        out.close().open("td");
        bool is_first = true;
        for (const explain::EventFieldShown& field : point.event->fields) {
            if (field.value.empty()) continue;
            if (!is_first) out.text(", ");
            is_first = false;
            write_value(out, field.value);
        }
        out.close();
        out.element("td", point.counts ? voice.say("ja", "yes") : voice.say("nee", "no"));
        out.close();
    }
    out.close().close().close();
}

// `name`: for the ids of its parts. `last`: the reference date, where the picture ends.
void timeline(Markup& out, const Voice& voice, const model::RuleSet& rules, const Track& track, Date last,
              const std::string& name) {
    const Series& series = rules.schema->series_of(track.series);
    std::string title = explain::in_words(series.plural);
    if (!track.field.is_none()) title += ": " + explain::in_words(series.fields[track.field.index()].name);
    title.front() =
        title.front() >= 'a' && title.front() <= 'z' ? static_cast<char>(title.front() - 32) : title.front();
    const std::string description =
        voice.say("Wat er op welke dag is genoteerd. Dezelfde gegevens staan in de tabel eronder.",
                  "What was recorded on which day. The same data are in the table below.");
    out.open("figure");
    out.element("figcaption", title);
    Picture(out, voice, rules, track, last).draw(name, title, description);
    table(out, voice, rules, track, title);
    out.close();
}

}  // namespace

void write_timelines(Markup& out, const Voice& voice, const model::RuleSet& rules,
                     const explain::StudentExplanation& explanation) {
    const std::vector<Track> tracks = tracks_of(explanation);
    if (tracks.empty()) return;
    out.element("h2", voice.say("In beeld", "At a glance"));
    out.element(
        "p",
        voice.say(
            "● telt mee, ○ telt niet mee; een vlak is de periode waar we naar kijken, een streepjeslijn een grens.",
            "● counts, ○ does not count; an area is the period we look at, a dashed line a threshold."),
        {{"class", "quiet"}});
    out.open("div", {{"class", "figures"}});
    std::size_t number = 0;
    for (const Track& track : tracks) {
        timeline(out, voice, rules, track, explanation.report->reference_date, "timeline-" + std::to_string(++number));
    }
    out.close();
}

}  // namespace wegwijzer::cli::html
