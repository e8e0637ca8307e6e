#include "dsl/thinking/draft.h"

#include <algorithm>

#include "engine/model/walk.h"

namespace wegwijzer::thinking {

using analyse::Atom;
using analyse::Axis;
using analyse::Place;
using Function = model::AggregateFunction;

namespace {

constexpr std::int64_t most_events = 60;

struct Event {
    std::vector<std::optional<model::FieldValue>> values;
};

class Drafter {
  public:
    Drafter(analyse::Formulas& formulas, EventDay day)
        : formulas_(formulas), rules_(formulas.rules()), schema_(*formulas.rules().schema), event_day_(day) {}

    std::optional<model::Example> draft(const AtomValues& values, const EventCase* events) {
        on_ = usual_day();
        for (const auto& [id, its] : values) {
            if (formulas_.atom(id).kind != Atom::Kind::today) continue;
            const auto place = place_of(id, its);
            if (!place || *place < Date::earliest().days() || *place > Date::latest().days()) return std::nullopt;
            on_ = Date::from_days(static_cast<std::int32_t>(*place));
        }
        settle_start(values);
        if (events != nullptr && !add_events(*events)) return std::nullopt;
        for (const auto& [id, its] : values) {
            if (its.is_known && formulas_.atom(id).kind != Atom::Kind::aggregate && !set(id, its)) return std::nullopt;
        }
        // What is calculated first: a count then adds what is lacking.
        for (const bool counts : {false, true}) {
            for (const auto& [id, its] : values) {
                const Atom& atom = formulas_.atom(id);
                if (atom.kind != Atom::Kind::aggregate || !its.is_known) continue;
                if ((atom.aggregate->function == Function::count) != counts) continue;
                if (!set(id, its)) return std::nullopt;
            }
        }
        return result();
    }

  private:
    // A day in the first kalender, if there is one.
    [[nodiscard]] Date usual_day() const {
        if (rules_.calendars.all().empty()) return *Date::from_calendar(2026, 10, 5);
        const DateInterval& days = rules_.calendars.all().front().days;
        return std::min(days.to, Date::from_days(days.from.days() + 35));
    }

    [[nodiscard]] std::optional<Place> place_of(analyse::AtomId id, const analyse::Case& its) const {
        return round_place(formulas_.atom(id).axis, its.where);
    }

    void settle_start(const AtomValues& values) {
        if (schema_.start.is_none()) return;
        std::int64_t day = 36;
        for (const auto& [id, its] : values) {
            if (formulas_.atom(id).kind != Atom::Kind::day_of_study || !its.is_known) continue;
            if (const auto place = place_of(id, its)) day = *place;
        }
        if (const auto start = add_days(on_, 1 - day)) start_ = *start;
    }

    [[nodiscard]] bool set(analyse::AtomId id, const analyse::Case& its) {
        const Atom atom = formulas_.atom(id);  // a copy: what follows may make more of them
        const auto place = place_of(id, its);
        if (!place) return false;
        switch (atom.kind) {
            case Atom::Kind::today: return true;
            case Atom::Kind::day_of_study: needs_start_ = true; return true;
            case Atom::Kind::free: return true;  // it is evaluated all the same
            case Atom::Kind::value: return set(atom.expr, *place, 0);
            case Atom::Kind::aggregate: return set(*atom.aggregate, *place);
            case Atom::Kind::order: break;
        }
        const auto other = usual_value(atom.other, 0);
        const auto axis = analyse::axis_of(rules_, schema_, atom.expr);
        if (!other || !axis) return false;
        const std::int64_t step = axis->step == 1 && !axis->is_date() ? Decimal::one_in_micros : axis->step;
        return set(atom.expr, *other + *place * step, 0);
    }

    // ---- values ----
    // The value of an expression, where nothing asks for another one.
    [[nodiscard]] std::optional<Place> usual_value(model::ExprId id, int depth) {
        if (depth > 20) return std::nullopt;
        id = formulas_.meaning(id);
        if (const auto fixed = analyse::fixed_value(rules_, id)) return analyse::place_on_line(*fixed);
        const model::ExprNode& node = rules_.expr(id).node;
        if (std::holds_alternative<model::ReferenceDate>(node)) return on_.days();
        if (const auto* parameter = std::get_if<model::ParameterValue>(&node)) {
            const model::Parameter& its = rules_.parameter(parameter->parameter);
            const auto& value = its.value ? its.value : its.lowest;
            return value ? analyse::place_on_line(*value) : std::nullopt;
        }
        if (const auto* field = std::get_if<model::StudentFieldValue>(&node)) {
            if (const auto found = fields_.find(field->field); found != fields_.end()) {
                return analyse::place_on_line(found->second);
            }
            if (field->field == schema_.start) {
                needs_start_ = true;
                return start_ ? std::optional<Place>(start_->days()) : std::nullopt;
            }
        }
        const auto axis = analyse::axis_of(rules_, schema_, id);
        if (!axis || axis->kind != Axis::Kind::line) return std::nullopt;
        Place place = axis->is_date() ? on_.days() - 30 : 10 * Decimal::one_in_micros;
        if (axis->lowest && place < *axis->lowest) place = *axis->lowest;
        if (axis->highest && *axis->highest < place) place = *axis->highest;
        return set(id, place, depth + 1) ? std::optional(place) : std::nullopt;
    }

    [[nodiscard]] bool set(model::ExprId id, Place place, int depth) {
        if (depth > 20) return false;
        id = formulas_.meaning(id);
        const model::Expr& expr = rules_.expr(id);
        if (const auto* field = std::get_if<model::StudentFieldValue>(&expr.node)) return set(field->field, place);
        if (const auto* aggregate = std::get_if<model::Aggregate>(&expr.node)) return set(*aggregate, place);
        if (const auto* minus = std::get_if<model::Negation>(&expr.node)) return set(minus->operand, -place, depth + 1);
        if (const auto* arithmetic = std::get_if<model::Arithmetic>(&expr.node)) {
            return set(*arithmetic, expr, place, depth);
        }
        const auto fixed = analyse::fixed_value(rules_, id);
        return fixed && analyse::place_on_line(*fixed) == place;
    }

    [[nodiscard]] bool is_settled(model::ExprId id) const {
        id = formulas_.meaning(id);
        return std::holds_alternative<model::ReferenceDate>(rules_.expr(id).node) ||
               analyse::fixed_value(rules_, id).has_value();
    }

    // One side is given its usual value, the other follows from it.
    [[nodiscard]] bool set(const model::Arithmetic& node, const model::Expr& expr, Place place, int depth) {
        using Op = model::ArithmeticOp;
        const bool moves_left = !is_settled(node.left);
        const model::ExprId moved = moves_left ? node.left : node.right;
        const auto other = usual_value(moves_left ? node.right : node.left, depth + 1);
        if (!other || is_settled(moved)) return false;
        // Days from one date to another, and a date some days further: days beside micros of days.
        const bool is_date = rules_.expr(moved).type.kind == model::ValueKind::date;
        const bool is_other_date = rules_.expr(moves_left ? node.right : node.left).type.kind == model::ValueKind::date;
        if (is_date || is_other_date || expr.type.kind == model::ValueKind::date) {
            const auto days = [](Place of, bool of_date) { return of_date ? of : of / Decimal::one_in_micros; };
            const Place to = days(place, expr.type.kind == model::ValueKind::date);
            const Place beside = days(*other, is_other_date);
            Place days_moved = 0;
            if (node.op == Op::add) {
                days_moved = to - beside;
            } else if (node.op == Op::subtract) {
                days_moved = moves_left ? to + beside : beside - to;
            } else {
                return false;
            }
            return set(moved, is_date ? days_moved : days_moved * Decimal::one_in_micros, depth + 1);
        }
        const auto of = [](Place micros) { return Decimal::from_micros(micros); };
        std::optional<Decimal> value;
        switch (node.op) {
            case Op::add: value = subtract(of(place), of(*other)); break;
            case Op::subtract: value = moves_left ? add(of(place), of(*other)) : subtract(of(*other), of(place)); break;
            case Op::multiply: value = divide(of(place), of(*other)); break;
            case Op::divide:
                value = moves_left ? multiply(of(place), of(*other)) : divide(of(*other), of(place));
                break;
        }
        return value && set(moved, value->micros(), depth + 1);
    }

    [[nodiscard]] bool set(FieldId id, Place place) {
        const auto value = field_value(schema_.field(id).type, place);
        if (!value) return false;
        if (id == schema_.start) {
            const auto* date = std::get_if<Date>(&*value);
            if (date != nullptr) start_ = *date;
            needs_start_ = true;
            return date != nullptr;
        }
        const auto [found, is_new] = fields_.try_emplace(id, *value);
        return is_new || found->second == *value;
    }

    [[nodiscard]] std::optional<model::FieldValue> field_value(const FieldType& type, Place place) const {
        switch (type.kind) {
            case FieldKind::number:
            case FieldKind::integer:
            case FieldKind::grade:
            case FieldKind::percentage:
            case FieldKind::duration: {
                const Decimal value = Decimal::from_micros(place);
                const bool is_whole = type.kind == FieldKind::integer || type.kind == FieldKind::duration;
                if ((type.lowest && value < *type.lowest) || (type.highest && *type.highest < value)) return {};
                if (is_whole && !value.is_integer()) return {};
                if (type.kind == FieldKind::grade &&
                    (place < Decimal::one_in_micros || place > 10 * Decimal::one_in_micros))
                    return {};
                return value;
            }
            case FieldKind::date:
                if (place < Date::earliest().days() || place > Date::latest().days()) return {};
                return Date::from_days(static_cast<std::int32_t>(place));
            case FieldKind::boolean: return place == 1;
            case FieldKind::choice:
                if (place < 0 || place >= static_cast<Place>(type.choices.size())) return {};
                return model::ChoiceValue{static_cast<std::uint32_t>(place)};
            case FieldKind::key:
            case FieldKind::text: break;
        }
        return formulas_.text(place).value_or("x");
    }

    // ---- events ----
    [[nodiscard]] std::optional<DateInterval> days_of(const model::Period& period) {
        const auto date = [this](model::ExprId id) -> std::optional<Date> {
            const auto place = usual_value(id, 0);
            return place ? std::optional(Date::from_days(static_cast<std::int32_t>(*place))) : std::nullopt;
        };
        std::optional<DateInterval> days;
        switch (period.kind) {
            case model::Period::Kind::last:
                if (const auto length = length_of(period.length)) days = last(rules_.calendars, on_, *length);
                break;
            case model::Period::Kind::any: days = DateInterval{on_, on_}; break;
            case model::Period::Kind::since_start:
                needs_start_ = true;
                days = since_start(start_, on_);
                break;
            case model::Period::Kind::study_weeks: {
                needs_start_ = true;
                const auto first = usual_value(period.first, 0);
                const auto to = usual_value(period.last_one, 0);
                if (first && to)
                    days = study_weeks(start_, *first / Decimal::one_in_micros, *to / Decimal::one_in_micros, on_);
                break;
            }
            case model::Period::Kind::phase:
                needs_start_ = rules_.phase(period.phase).days.counts_from_start() || needs_start_;
                days = phase_days(rules_.phase(period.phase).days, start_, on_);
                break;
            case model::Period::Kind::between: {
                const auto first = date(period.first);
                const auto to = date(period.last_one);
                if (first && to) days = DateInterval{*first, std::min(*to, on_)};
                break;
            }
            case model::Period::Kind::since:
                if (const auto first = date(period.first)) days = DateInterval{*first, on_};
                break;
            case model::Period::Kind::this_academic_year: days = this_academic_year(rules_.calendars, on_); break;
        }
        if (period.within_academic_year) days = within_academic_year(rules_.calendars, on_, days);
        return days;
    }
    [[nodiscard]] std::optional<Length> length_of(const model::LengthSource& source) const {
        if (source.parameter.is_none()) return source.length;
        const model::Parameter& parameter = rules_.parameter(source.parameter);
        const auto* length = parameter.value ? std::get_if<Length>(&*parameter.value) : nullptr;
        return length == nullptr ? std::nullopt : std::optional(*length);
    }

    // An event that passes the filter; `place`: the value of its field that is calculated with.
    [[nodiscard]] bool add_event(const model::Aggregate& node, std::optional<Place> place, Date date) {
        const Series& series = schema_.series_of(node.selection.series);
        Event event;
        event.values.resize(series.fields.size());
        if (node.selection.filter && !pass(node, place, event)) return false;
        if (place && node.field) {
            event.values[node.field.index()] = field_value(series.fields[node.field.index()].type, *place);
            if (!event.values[node.field.index()]) return false;
        }
        if (series.date_field) event.values[series.date_field.index()] = date;
        series_[node.selection.series].push_back(std::move(event));
        return true;
    }

    [[nodiscard]] bool pass(const model::Aggregate& node, std::optional<Place> place, Event& event) {
        analyse::Question question(formulas_);
        question.want(formulas_.of(node.selection.filter), analyse::Answers::yes);
        if (place && node.field) {
            if (const auto value = field_in(node.selection.filter, node.field)) {
                question.want(formulas_.lies_on(*value, *place), analyse::Answers::yes);
            }
        }
        return question.ask() == analyse::Found::yes && fill(question.values(), event);
    }
    // Gives the event what is asked of its fields, and the student what is asked of theirs.
    [[nodiscard]] bool fill(const AtomValues& values, Event& event) {
        for (const auto& [id, its] : values) {
            const Atom atom = formulas_.atom(id);
            if (atom.kind != Atom::Kind::value || !its.is_known) continue;
            const auto value = round_place(atom.axis, its.where);
            if (!value) return false;
            const auto* field = std::get_if<model::EventFieldValue>(&rules_.expr(atom.expr).node);
            if (field == nullptr) {
                if (!set(atom.expr, *value, 0)) return false;
                continue;
            }
            const Series& series = schema_.series_of(field->series);
            event.values[field->field.index()] = field_value(series.fields[field->field.index()].type, *value);
        }
        return true;
    }
    [[nodiscard]] bool add_events(const EventCase& its) {
        const Series& series = schema_.series_of(its.selection.series);
        std::optional<DateInterval> days = DateInterval{on_, on_};
        if (its.selection.period) days = days_of(rules_.period(its.selection.period));
        Event event;
        event.values.resize(series.fields.size());
        if (!days || days->is_empty() || series.date_field.is_none() || !fill(its.values, event)) return false;
        std::optional<model::FieldValue>& date = event.values[series.date_field.index()];
        if (!date) date = event_day_ == EventDay::last ? days->to : days->from;
        series_[its.selection.series].assign(static_cast<std::size_t>(its.count), event);
        return true;
    }
    // Where the filter reads this field of the event.
    [[nodiscard]] std::optional<model::ExprId> field_in(model::ExprId filter, SeriesFieldId field) const {
        const auto* value = std::get_if<model::EventFieldValue>(&rules_.expr(filter).node);
        if (value != nullptr && value->field == field) return filter;
        std::optional<model::ExprId> found;
        model::for_each_child(rules_, rules_.expr(filter).node, [&](model::ExprId child) {
            if (!found) found = field_in(child, field);
        });
        return found;
    }

    [[nodiscard]] bool set(const model::Aggregate& node, Place place) {
        if (node.selection.of_signals()) return true;  // it follows from the rest
        const Series& series = schema_.series_of(node.selection.series);
        series_[node.selection.series];
        if (series.date_field.is_none()) return false;
        std::optional<DateInterval> days = DateInterval{Date::earliest(), on_};
        if (node.selection.period) days = days_of(rules_.period(node.selection.period));
        if (node.function == Function::time_since_last) {
            const auto date = add_days(on_, -(place / Decimal::one_in_micros));
            return date && add_event(node, {}, *date);
        }
        if (!days || days->is_empty()) return node.function == Function::count && place == 0;
        const Date date = event_day_ == EventDay::last || days->from == Date::earliest() ? days->to : days->from;
        switch (node.function) {
            case Function::count: return add_more(node, place / Decimal::one_in_micros - now(node, *days), date);
            case Function::longest_run: return add_more(node, place / Decimal::one_in_micros, date);
            case Function::count_distinct: return add_distinct(node, place / Decimal::one_in_micros, date);
            case Function::longest_run_days: {
                for (std::int64_t n = 1; n <= place / Decimal::one_in_micros; ++n) {
                    const auto day = rules_.calendars.nth_latest_working_day(on_, n);
                    if (n > most_events || !day || !add_event(node, {}, *day)) return false;
                }
                return true;
            }
            case Function::sum: return add_sum(node, place, date);
            case Function::change: return add_change(node, place);
            default: break;
        }
        return add_event(node, place, date);
    }

    [[nodiscard]] bool add_more(const model::Aggregate& node, std::int64_t count, Date date) {
        if (count < 0 || count > most_events) return false;
        for (std::int64_t n = 0; n < count; ++n) {
            if (!add_event(node, {}, date)) return false;
        }
        return true;
    }
    [[nodiscard]] bool add_distinct(const model::Aggregate& node, std::int64_t count, Date date) {
        if (count > most_events) return false;
        const bool is_text =
            schema_.series_of(node.selection.series).fields[node.field.index()].type.kind == FieldKind::text;
        for (std::int64_t n = 0; n < count; ++n) {
            if (!add_event(node, is_text ? 0 : n, date)) return false;
            if (is_text) {
                series_[node.selection.series].back().values[node.field.index()] = "v" + std::to_string(n + 1);
            }
        }
        return true;
    }
    [[nodiscard]] bool add_sum(const model::Aggregate& node, Place place, Date date) {
        const Field& field = schema_.series_of(node.selection.series).fields[node.field.index()];
        const std::optional<Decimal> most = field.type.highest;
        for (std::int64_t n = 0; place > 0 && n < most_events; ++n) {
            const Place part = most && most->micros() < place ? most->micros() : place;
            if (part <= 0 || !add_event(node, part, date)) return false;
            place -= part;
        }
        return place == 0 || (place < 0 && add_event(node, place, date));
    }
    [[nodiscard]] bool add_change(const model::Aggregate& node, Place place) {
        const auto length = length_of(rules_.period(node.selection.period).length);
        const auto later = length ? last(rules_.calendars, on_, *length) : std::nullopt;
        const auto earlier = length ? last_before(rules_.calendars, on_, *length) : std::nullopt;
        if (!later || !earlier) return false;
        const Axis axis = analyse::axis_of(schema_.series_of(node.selection.series).fields[node.field.index()].type);
        const Place base =
            axis.lowest && axis.highest ? (*axis.lowest + *axis.highest) / 2 : Decimal::one_in_micros / 2;
        return add_event(node, base, earlier->to) && add_event(node, base + place, later->to);
    }

    // How many events there are that the count counts already.
    [[nodiscard]] std::int64_t now(const model::Aggregate& node, const DateInterval& days) {
        const std::size_t date = schema_.series_of(node.selection.series).date_field.index();
        return std::ranges::count_if(series_[node.selection.series], [&](const Event& event) {
            return days.contains(std::get<Date>(*event.values[date])) && passes(node.selection.filter, event);
        });
    }
    // Can the filter come out in no other way?
    [[nodiscard]] bool passes(model::ExprId filter, const Event& event) {
        if (filter.is_none()) return true;
        analyse::Question question(formulas_);
        question.want(formulas_.of(filter), analyse::Answers::no | analyse::Answers::unknown);
        for (std::size_t i = 0; i < event.values.size(); ++i) {
            const auto read = field_in(filter, SeriesFieldId(i));
            if (read && event.values[i]) question.want(formulas_.is(*read, *event.values[i]), analyse::Answers::yes);
        }
        return question.ask() == analyse::Found::no;
    }

    [[nodiscard]] model::Example result() {
        model::Example example;
        example.on = on_;
        if (needs_start_ && start_) fields_.insert_or_assign(schema_.start, *start_);
        for (const auto& [field, value] : fields_) example.fields.push_back({field, value});
        for (auto& [series, events] : series_) {
            model::ExampleSeries its;
            its.series = series;
            const std::size_t date = schema_.series_of(series).date_field.index();
            std::ranges::stable_sort(events, [date](const Event& one, const Event& other) {
                return std::get<Date>(*one.values[date]) < std::get<Date>(*other.values[date]);
            });
            for (Event& event : events) its.events.push_back({std::move(event.values)});
            example.series.push_back(std::move(its));
        }
        for (std::size_t i = 0; i < rules_.parameters.size(); ++i) {
            const model::Parameter& parameter = rules_.parameters[i];
            if (parameter.is_open() && parameter.lowest) {
                example.settings.push_back({model::ParameterId(i), *parameter.lowest, {}});
            }
        }
        return example;
    }

    analyse::Formulas& formulas_;
    const model::RuleSet& rules_;
    const Schema& schema_;
    EventDay event_day_;
    Date on_;
    std::optional<Date> start_;
    bool needs_start_ = false;
    std::map<FieldId, model::FieldValue> fields_;
    std::map<SeriesId, std::vector<Event>> series_;
};

}  // namespace

std::optional<model::Example> draft_example(analyse::Formulas& formulas, const AtomValues& values, EventDay day,
                                            const EventCase* events) {
    return Drafter(formulas, day).draft(values, events);
}

}  // namespace wegwijzer::thinking
