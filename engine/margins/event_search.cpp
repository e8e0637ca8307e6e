// Events that come to a series.
#include <algorithm>
#include <numeric>

#include "engine/margins/aggregate_solutions.h"
#include "engine/margins/candidates.h"
#include "engine/margins/searches.h"
#include "engine/model/reach.h"

namespace wegwijzer::margins {
namespace {

// Of one day and one number of events more values than this are not tried: a rule that reads so many fields is looked at
// in part.
constexpr std::size_t most_tried = 600;
constexpr std::size_t most_alike = 4;  // to bring an average or a sum somewhere

struct Field {
    SeriesFieldId id;
    std::optional<Axis> axis;
    std::vector<Option> options;     // of a field on no axis; of an axis that is not the main one, its points
    std::vector<std::size_t> tried;  // places in `options`, ascending
};

class EventSearch {
  public:
    EventSearch(Judge& judge, const SeriesRead& read, Depth depth, bool tries_more = true)
        : judge_(judge),
          read_(read),
          series_(judge.schema().series_of(read.series)),
          depth_(depth),
          tries_more_(tries_more) {}

    // false: there were more combinations of values than are tried.
    bool search(const std::vector<Goal>& goals, std::vector<Offer>& offers) {
        std::vector<Goal> open = goals;
        for (const Date day : days()) {
            if (open.empty()) break;
            search_day(day, open, offers);
        }
        return !has_stopped_;
    }

    [[nodiscard]] EventsToTry to_try(std::size_t most) {
        EventsToTry result;
        day_ = judge_.reference_date();
        const AggregateSolutions solutions(judge_, judge_.trace(), read_.series);
        const Thresholds thresholds =
            thresholds_of(judge_.rules(), judge_.reads(), judge_.record(), 0, day_, judge_.trace());
        for (const std::size_t count : counts(solutions)) {
            begin(count, thresholds, solutions);
            const std::size_t all = combinations();
            for (std::size_t at = 0; at < all; ++at) {
                choose(at);
                for (std::size_t i = 0; i < (main_ ? points_.size() : 1); ++i) {
                    if (main_) set_main(points_[i]);
                    result.is_all = result.variants.size() < most && all <= most_tried;
                    if (result.variants.size() == most) return result;
                    result.variants.push_back(changes());
                }
            }
        }
        return result;
    }

  private:
    // The peildatum, and when that gives nothing the days on which a period begins or ended.
    [[nodiscard]] std::vector<Date> days() const {
        const Date today = judge_.reference_date();
        std::vector<Date> others;
        for (const trace::Step& step : judge_.trace().steps) {
            if (step.expr.is_none()) continue;
            const model::Selection* selection = model::selection_of(judge_.rules().expr(step.expr).node);
            if (selection == nullptr || selection->series != read_.series) continue;
            for (const std::optional<DateInterval>& days : {step.days, step.earlier_days}) {
                if (!days) continue;
                if (days->from > today && days_between(today, days->from) <= days_ahead) others.push_back(days->from);
                if (days->to < today && !days->is_empty()) others.push_back(days->to);
            }
        }
        const auto far = [today](Date day) {
            return day > today ? days_between(today, day) : days_between(day, today);
        };
        std::ranges::sort(
            others, [&](Date one, Date other) { return far(one) != far(other) ? far(one) < far(other) : one > other; });
        others.erase(std::unique(others.begin(), others.end()), others.end());
        std::vector<Date> result = {today};
        if (depth_ == Depth::full) result.insert(result.end(), others.begin(), others.end());
        return result;
    }

    void search_day(Date day, std::vector<Goal>& open, std::vector<Offer>& offers) {
        day_ = day;
        const Date judged = std::max(day, judge_.reference_date());
        std::optional<trace::Trace> later;
        if (judged != judge_.reference_date()) later = judge_.trace_with({}, judged);
        const trace::Trace& trace = later ? *later : judge_.trace();
        const AggregateSolutions solutions(judge_, trace, read_.series);
        const Thresholds thresholds = thresholds_of(judge_.rules(), judge_.reads(), judge_.record(), 0, judged, trace);
        for (const std::size_t count : counts(solutions)) {
            if (open.empty()) return;
            begin(count, thresholds, solutions);
            const bool is_all = keep_what_says_most();
            try_combinations(open, offers);
            has_stopped_ = has_stopped_ || (!is_all && !open.empty());
        }
    }
    [[nodiscard]] std::vector<std::size_t> counts(const AggregateSolutions& solutions) const {
        std::vector<std::size_t> counts = {1};
        if (tries_more_ && solutions.grows()) {
            for (std::size_t more = 2; more <= most_alike; ++more) counts.push_back(more);
        }
        for (const std::size_t more : tries_more_ ? solutions.counts() : std::vector<std::size_t>{}) {
            counts.push_back(more);
        }
        std::ranges::sort(counts);
        counts.erase(std::unique(counts.begin(), counts.end()), counts.end());
        return counts;
    }
    void begin(std::size_t count, const Thresholds& thresholds, const AggregateSolutions& solutions) {
        count_ = count;
        prepare(thresholds, solutions);
        values_.assign(series_.fields.size(), std::nullopt);
        values_[series_.date_field.index()] = day_;
    }

    void prepare(const Thresholds& thresholds, const AggregateSolutions& solutions) {
        fields_.clear();
        main_.reset();
        for (const SeriesFieldId id : read_.fields) {
            const FieldType& type = series_.fields[id.index()].type;
            Field field{id, axis_of(type), {}, {}};
            if (field.axis) {
                const bool is_main = !main_ || id == solutions.field();
                std::vector<Point> points = points_on(*field.axis, id, thresholds, solutions);
                for (const Point point : points) field.options.push_back({value_at(*field.axis, point)});
                if (is_main) {
                    main_ = fields_.size();
                    points_ = std::move(points);
                }
            } else {
                field.options = options_of(type, texts_of(id, thresholds));
            }
            field.tried.resize(field.options.size());
            std::iota(field.tried.begin(), field.tried.end(), std::size_t{0});
            fields_.push_back(std::move(field));
        }
    }

    // Of fields with more combinations than are tried, the values that say most: so many that all of them can be tried. false:
    // values were left out.
    bool keep_what_says_most() {
        const std::size_t most = std::max<std::size_t>(1, most_tried / (main_ ? points_.size() : 1));
        if (combinations() <= most) return true;
        for (Field& field : fields_) {
            std::ranges::stable_sort(field.tried, {}, [&](std::size_t place) { return says_little(field, place); });
        }
        while (combinations() > most) {
            std::size_t longest = 0;
            for (std::size_t i = 0; i < fields_.size(); ++i) {
                const bool is_longer = main_ == longest || fields_[i].tried.size() > fields_[longest].tried.size();
                if (main_ != i && is_longer) longest = i;
            }
            fields_[longest].tried.pop_back();
        }
        for (Field& field : fields_) std::ranges::sort(field.tried);
        return false;
    }
    // 0: what a rule names, and what the student's last event said; 1: the ends of an axis; 2: the rest.
    [[nodiscard]] int says_little(const Field& field, std::size_t place) const {
        const model::FieldValue& value = field.options[place].value;
        if (field.axis) {
            if (value == value_at(*field.axis, usual_value(*field.axis, field.id))) return 0;
            return place == 0 || place + 1 == field.options.size() ? 1 : 2;
        }
        const auto* choice = std::get_if<model::ChoiceValue>(&value);
        if (choice == nullptr) return 0;
        const bool is_named = std::ranges::any_of(judge_.reads().literals, [&](const model::Literal* literal) {
            const auto* named = std::get_if<model::ChoiceValue>(&literal->value);
            return named != nullptr && *named == *choice;
        });
        return is_named ? 0 : 2;
    }

    [[nodiscard]] std::vector<Point> points_on(const Axis& axis, SeriesFieldId id, const Thresholds& thresholds,
                                               const AggregateSolutions& solutions) const {
        std::vector<Point> points;
        for (const Threshold& one : thresholds.numbers) {
            if (one.is_date == (axis.kind == FieldKind::date)) add_points_around(axis, one.low, one.high, points);
        }
        solutions.add_points(axis, id, count_, points);
        if (axis.kind != FieldKind::date) {
            if (axis.lowest) points.push_back(*axis.lowest);
            if (axis.highest) points.push_back(*axis.highest);
        }
        if (points.empty()) points.push_back(usual_value(axis, id));
        std::ranges::sort(points);
        points.erase(std::unique(points.begin(), points.end()), points.end());
        return points;
    }

    // Texts that rules compare with; where the last event per such a text counts, those of the events as well.
    [[nodiscard]] std::vector<std::string> texts_of(SeriesFieldId id, const Thresholds& thresholds) const {
        std::vector<std::string> texts = thresholds.texts;
        if (id != series_.last_counts_per) return texts;
        const Column& column = judge_.record().series[read_.series.index()].columns[id.index()];
        for (std::size_t row = 0; row < column.size(); ++row) {
            if (!column.is_known(row) || column.kind() != FieldKind::text) continue;
            if (std::ranges::find(texts, column.text_at(row)) == texts.end()) texts.push_back(column.text_at(row));
        }
        return texts;
    }

    // What the student's last event said.
    [[nodiscard]] Point usual_value(const Axis& axis, SeriesFieldId id) const {
        const Column& column = judge_.record().series[read_.series.index()].columns[id.index()];
        for (std::size_t row = column.size(); row-- > 0;) {
            if (!column.is_known(row)) continue;
            const auto value = change::value_of(column, row);
            const std::optional<Point> point = value ? point_of(*value) : std::nullopt;
            if (point && axis.holds(*point)) return *point;
        }
        if (axis.kind == FieldKind::date) return *point_of(model::FieldValue{day_});
        if (axis.lowest && axis.highest) {
            return *axis.lowest + (*axis.highest - *axis.lowest) / 2 / axis.step * axis.step;
        }
        return axis.lowest.value_or(0);
    }

    // All combinations of the fields but the main one, in order; of that one all values at once. A portion is judged at once.
    void try_combinations(std::vector<Goal>& open, std::vector<Offer>& offers) {
        const std::size_t values = main_ ? points_.size() : 1;
        const std::size_t all = combinations();
        std::vector<State> states;
        std::size_t first = 0;
        for (std::size_t at = 0; at < all && !open.empty(); ++at) {
            if (at == first + states.size() / values) {
                const std::size_t some = std::max<std::size_t>(1, (first == at ? 64 : most_tried) / values);
                first = at;
                states = states_of(at, std::min(all, at + some));
            }
            choose(at);
            const auto begin = states.begin() + static_cast<std::ptrdiff_t>((at - first) * values);
            look_at({begin, begin + static_cast<std::ptrdiff_t>(values)}, open, offers);
        }
    }
    [[nodiscard]] std::size_t combinations() const {
        std::size_t count = 1;
        for (std::size_t i = 0; i < fields_.size(); ++i) {
            if (main_ != i) count = std::min(count * fields_[i].tried.size(), most_tried + 1);
        }
        return count;
    }
    // The last field goes round fastest.
    void choose(std::size_t combination) {
        for (std::size_t i = fields_.size(); i-- > 0;) {
            if (main_ == i) continue;
            const Field& field = fields_[i];
            values_[field.id.index()] = field.options[field.tried[combination % field.tried.size()]].value;
            combination /= field.tried.size();
        }
    }
    [[nodiscard]] std::vector<State> states_of(std::size_t from, std::size_t to) {
        std::vector<change::Changes> variants;
        for (std::size_t at = from; at < to; ++at) {
            choose(at);
            if (!main_) variants.push_back(changes());
            for (const Point point : main_ ? points_ : std::vector<Point>{}) {
                set_main(point);
                variants.push_back(changes());
            }
        }
        return judge_.states_with(variants, judged());
    }

    // `states`: with the values of the main field, in order.
    void look_at(const std::vector<State>& states, std::vector<Goal>& open, std::vector<Offer>& offers) {
        std::vector<Tried> tried;
        for (std::size_t i = 0; i < states.size(); ++i) tried.push_back({main_ ? points_[i] : 0, states[i]});
        std::erase_if(open, [&](const Goal& goal) {
            std::optional<Wanted> wanted;
            if (main_) {
                const Field& field = fields_[*main_];
                wanted = least_far(*field.axis, tried, usual_value(*field.axis, field.id), goal);
                if (!wanted) return false;
                settle_beyond(*field.axis, *wanted, goal, [&](Point point) {
                    set_main(point);
                    return state_with_values();
                });
            } else if (!goal.is_reached(tried.front().state)) {
                return false;
            }
            if (auto found = offer(goal, std::move(wanted))) {
                offers.push_back(std::move(*found));
                return true;
            }
            return false;
        });
    }

    std::optional<Offer> offer(const Goal& goal, std::optional<Wanted> main) {
        EventOffer event;
        event.series = read_.series;
        event.count = count_;
        event.day = day_;
        const std::vector<std::optional<model::FieldValue>> found = values_;
        if (main) values_[fields_[*main_].id.index()] = main->value;
        for (std::size_t i = 0; i < fields_.size(); ++i) {
            const Field& field = fields_[i];
            if (main_ == i) {
                event.fields.push_back({field.id, *main});
            } else {
                event.fields.push_back({field.id, others_of(field, goal, main)});
            }
        }
        Offer result;
        result.effect = goal.effect;
        const State state = state_with_values();
        values_ = found;
        if (!goal.is_reached(state)) return std::nullopt;
        result.severity = *state;
        result.what = event;
        if (depth_ == Depth::full && day_ >= judge_.reference_date()) {
            std::get<EventOffer>(result.what).until = last_day_of(result, goal);
        }
        return result;
    }

    // The other values of a field that do as well, the rest as it is: as far as the main field has to go as far with them.
    Wanted others_of(const Field& field, const Goal& goal, const std::optional<Wanted>& main) {
        const model::FieldValue here = *values_[field.id.index()];
        std::vector<change::Changes> variants;
        std::optional<std::size_t> place;
        for (std::size_t i = 0; i < field.options.size(); ++i) {
            values_[field.id.index()] = field.options[i].value;
            variants.push_back(changes());
            if (field.options[i].value == here) place = i;
        }
        values_[field.id.index()] = here;
        std::vector<bool> reached;
        for (const State& state : judge_.states_with(variants, judged())) reached.push_back(goal.is_reached(state));
        Wanted wanted = *chosen(field.options, reached, place);
        if (wanted.boundary == Boundary::other && main) {
            values_[field.id.index()] = wanted.value;
            const bool as_far = !is_reached_before(*main, goal);
            values_[field.id.index()] = here;
            if (!as_far) return {Boundary::exactly, here, std::nullopt, {}};
        }
        // What was found stays as it was found: others were tried beside it.
        wanted.value = wanted.boundary == Boundary::other ? wanted.value : here;
        if (field.axis && wanted.boundary == Boundary::exactly) wanted.others.clear();
        return wanted;
    }

    // With the value of the main field that was tried just before this one: does it do as well?
    [[nodiscard]] bool is_reached_before(const Wanted& main, const Goal& goal) {
        if (main.boundary != Boundary::at_least && main.boundary != Boundary::at_most) return false;
        const auto at = std::ranges::find(points_, *point_of(main.value));
        const bool is_first = at == (main.boundary == Boundary::at_least ? points_.begin() : std::prev(points_.end()));
        if (at == points_.end() || is_first) return false;
        set_main(main.boundary == Boundary::at_least ? *std::prev(at) : *std::next(at));
        const bool reached = goal.is_reached(state_with_values());
        set_main(*at);
        return reached;
    }

    // Judged on later and later days, as long as it has the effect and the signal without it is as it is now.
    [[nodiscard]] std::optional<Date> last_day_of(const Offer& offer, const Goal& goal) {
        std::optional<Date> last = std::get<EventOffer>(offer.what).day;
        Offer later = offer;
        for (std::int64_t ahead = 1; ahead <= days_ahead; ++ahead) {
            const std::optional<Date> day = add_days(std::get<EventOffer>(offer.what).day, ahead);
            if (!day) break;
            std::get<EventOffer>(later.what).day = *day;
            if (!goal.is_reached(judge_.state_with(changes_of(judge_.schema(), later), *day)) ||
                goal.is_reached(judge_.state_on(*day))) {
                return last;
            }
            last = day;
        }
        return std::nullopt;  // no end in sight
    }

    void set_main(Point point) {
        const Field& main = fields_[*main_];
        values_[main.id.index()] = value_at(*main.axis, point);
    }
    [[nodiscard]] change::Changes changes() const {
        change::Changes result;
        result.added.push_back({read_.series, values_, count_});
        return result;
    }
    [[nodiscard]] Date judged() const { return std::max(day_, judge_.reference_date()); }
    [[nodiscard]] State state_with_values() { return judge_.state_with(changes(), judged()); }

    Judge& judge_;
    const SeriesRead& read_;
    const Series& series_;
    Depth depth_;
    bool tries_more_;  // events than one
    Date day_;
    std::size_t count_ = 1;
    bool has_stopped_ = false;
    std::vector<Field> fields_;
    std::optional<std::size_t> main_;  // the field whose values are tried in order
    std::vector<Point> points_;
    std::vector<std::optional<model::FieldValue>> values_;
};

}  // namespace

bool search_events(Judge& judge, const Worth& worth, const std::vector<Goal>& goals, Depth depth,
                   std::vector<Offer>& offers) {
    bool is_all = true;
    for (const SeriesRead& read : judge.reads().series) {
        const bool is_supplied = judge.record().series[read.series.index()].supplied_for(0);
        if (!is_supplied || !worth.of(read.series)) continue;
        const bool is_whole = EventSearch(judge, read, depth, worth.of_more_events()).search(goals, offers);
        is_all = is_all && is_whole;
    }
    return is_all;
}

void search_series(Judge& judge, SeriesId series, const std::vector<Goal>& goals, Depth depth,
                   std::vector<Offer>& offers) {
    EventSearch(judge, judge.reads().of(series), depth).search(goals, offers);
}

EventsToTry events_to_try(Judge& judge, SeriesId series, std::size_t most) {
    return EventSearch(judge, judge.reads().of(series), Depth::quick).to_try(most);
}

}  // namespace wegwijzer::margins
