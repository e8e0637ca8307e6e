#include "dsl/coverage/variations.h"

#include <algorithm>
#include <optional>

#include "engine/analyse/axis.h"
#include "engine/examples/boundary_step.h"
#include "engine/examples/subject.h"
#include "engine/model/reach.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::coverage {

using examples::PlaceKind;
using model::ExprId;

namespace {

constexpr std::size_t most_events = 6;  // of a series, from the last on

class Variations {
  public:
    Variations(const std::shared_ptr<const model::RuleSet>& rules, const model::Example& base,
               const examples::Place& place)
        : shared_(rules), rules_(*rules), base_(base), place_(place) {
        base_.expectations.clear();
    }

    std::vector<model::Example> make() {
        switch (place_.kind) {
            case PlaceKind::choice:
            case PlaceKind::open_choice: set_parameter(); break;
            case PlaceKind::outside_period:
            case PlaceKind::first_day:
            case PlaceKind::last_day: move_to_the_edges(); break;
            case PlaceKind::unknown:
            case PlaceKind::undetermined: leave_out(); break;
            default:
                move_values();
                change_numbers_of_events();
                leave_out();
                break;
        }
        return std::move(made_);
    }

  private:
    template <class Change>
    void make(Change&& change) {
        model::Example made = base_;
        change(made);
        made_.push_back(std::move(made));
    }

    void set_parameter() {
        const model::ParameterId id(place_.key.which);
        const model::Parameter& parameter = rules_.parameter(id);
        std::optional<model::Constant> value = parameter.lowest;
        if (parameter.type.kind == model::ValueKind::boolean) value = place_.key.part == 1;
        if (parameter.type.kind == model::ValueKind::choice) value = model::ChoiceValue{place_.key.part};
        if (!value) return;
        make([&](model::Example& made) {
            std::erase_if(made.settings, [&](const model::ExampleSetting& it) { return it.parameter == id; });
            made.settings.push_back({id, *value, {}});
        });
    }

    // ---- less known ----
    void leave_out() {
        for (std::size_t i = 0; i < base_.fields.size(); ++i) {
            make(
                [i](model::Example& made) { made.fields.erase(made.fields.begin() + static_cast<std::ptrdiff_t>(i)); });
        }
        for (std::size_t i = 0; i < base_.series.size(); ++i) {
            make(
                [i](model::Example& made) { made.series.erase(made.series.begin() + static_cast<std::ptrdiff_t>(i)); });
        }
        for_each_event([this](std::size_t series, std::size_t event) {
            const auto& values = base_.series[series].events[event].values;
            for (std::size_t field = 0; field < values.size(); ++field) {
                if (!values[field]) continue;
                make([=](model::Example& made) { made.series[series].events[event].values[field].reset(); });
            }
        });
    }

    template <class Visit>
    void for_each_event(Visit&& visit) {
        for (std::size_t series = 0; series < base_.series.size(); ++series) {
            const std::size_t count = base_.series[series].events.size();
            for (std::size_t event = count > most_events ? count - most_events : 0; event < count; ++event) {
                visit(series, event);
            }
        }
    }

    // ---- other values ----
    // Where the comparison at hand puts its boundary, and beside it.
    [[nodiscard]] std::vector<std::int64_t> positions() const {
        std::vector<std::int64_t> found;
        if (place_.key.which >= rules_.exprs.size()) return found;
        const ExprId id(place_.key.which);
        const auto* comparison = std::get_if<model::Comparison>(&rules_.expr(id).node);
        const std::int64_t step =
            comparison == nullptr ? Decimal::one_in_micros : examples::boundary_step(rules_, *comparison);
        gather(id, step, found);
        return found;
    }
    void gather(ExprId id, std::int64_t step, std::vector<std::int64_t>& found) const {
        if (const auto fixed = analyse::fixed_value(rules_, id)) {
            if (const auto at = analyse::place_on_line(*fixed))
                found.insert(found.end(), {*at, *at - step, *at + step});
        }
        const model::ExprNode& node = rules_.expr(id).node;
        if (model::selection_of(node) != nullptr && id.index() != place_.key.which) return;
        model::for_each_child(rules_, node, [&](ExprId child) { gather(child, step, found); });
    }
    void move_values() {
        const bool is_outcome = place_.kind < PlaceKind::holds;
        const std::vector<std::int64_t> positions = is_outcome ? std::vector<std::int64_t>() : this->positions();
        for (std::size_t i = 0; i < base_.fields.size(); ++i) {
            const FieldType& type = rules_.schema->field(base_.fields[i].field).type;
            for (const model::FieldValue& value : others(type, base_.fields[i].value, positions)) {
                make([&](model::Example& made) { made.fields[i].value = value; });
            }
        }
        for_each_event([&](std::size_t series, std::size_t event) {
            const auto& fields = rules_.schema->series_of(base_.series[series].series).fields;
            const auto& values = base_.series[series].events[event].values;
            for (std::size_t field = 0; field < values.size(); ++field) {
                if (!values[field]) continue;
                for (const model::FieldValue& value : others(fields[field].type, *values[field], positions)) {
                    make([&](model::Example& made) { made.series[series].events[event].values[field] = value; });
                }
            }
        });
    }
    [[nodiscard]] static std::vector<model::FieldValue> others(const FieldType& type, const model::FieldValue& now,
                                                               const std::vector<std::int64_t>& positions) {
        std::vector<model::FieldValue> result;
        const auto add = [&](model::FieldValue value) {
            if (!(value == now)) result.push_back(std::move(value));
        };
        if (const bool* answer = std::get_if<bool>(&now)) add(!*answer);
        if (std::holds_alternative<model::ChoiceValue>(now)) {
            for (std::uint32_t i = 0; i < type.choices.size(); ++i) add(model::ChoiceValue{i});
        }
        if (const Date* day = std::get_if<Date>(&now)) {
            for (const std::int64_t by : {-1, 1, -7, 7}) {
                if (const auto moved = add_days(*day, by)) add(*moved);
            }
            for (const std::int64_t at : positions) {
                if (at >= Date::earliest().days() && at <= Date::latest().days())
                    add(Date::from_days(static_cast<std::int32_t>(at)));
            }
        }
        if (std::holds_alternative<Decimal>(now)) {
            for (const std::int64_t at : positions) {
                const Decimal value = Decimal::from_micros(at);
                const bool is_whole = type.kind == FieldKind::integer || type.kind == FieldKind::duration;
                if ((type.lowest && value < *type.lowest) || (type.highest && *type.highest < value)) continue;
                if (is_whole && !value.is_integer()) continue;
                if (type.kind == FieldKind::grade &&
                    (value < Decimal::from_integer(1) || Decimal::from_integer(10) < value))
                    continue;
                add(value);
            }
        }
        return result;
    }

    void change_numbers_of_events() {
        for_each_event([this](std::size_t series, std::size_t event) {
            const auto at = static_cast<std::ptrdiff_t>(event);
            make([=](model::Example& made) {
                auto& events = made.series[series].events;
                events.erase(events.begin() + at);
            });
            make([=](model::Example& made) {
                auto& events = made.series[series].events;
                const model::ExampleEvent again = events[event];
                events.insert(events.begin() + at, again);
            });
        });
        for (std::size_t series = 0; series < base_.series.size(); ++series) {
            make([=](model::Example& made) { made.series[series].events.clear(); });
        }
    }

    // ---- periods ----
    void move_to_the_edges() {
        if (place_.key.which >= rules_.exprs.size()) return;
        const ExprId id(place_.key.which);
        const model::Selection* selection = model::selection_of(rules_.expr(id).node);
        if (selection == nullptr || selection->of_signals()) return;
        const examples::Subject subject = examples::build_subject(shared_, base_);
        trace::StepId root;
        const trace::Trace traced = trace::evaluate_expr(*subject.rules, subject.cohort, 0, subject.on, id, &root);
        const std::optional<DateInterval>& period = traced.step(root).days;
        if (!period || period->is_empty()) return;
        std::vector<Date> days = {period->from};
        if (place_.kind == PlaceKind::last_day) days = {period->to};
        if (place_.kind == PlaceKind::outside_period) {
            days.clear();
            if (const auto before = add_days(period->from, -1)) days.push_back(*before);
            if (const auto after = add_days(period->to, 1); after && *after <= base_.on) days.push_back(*after);
        }
        const std::size_t date = rules_.schema->series_of(selection->series).date_field.index();
        for (std::size_t series = 0; series < base_.series.size(); ++series) {
            if (base_.series[series].series != selection->series) continue;
            for (std::size_t event = base_.series[series].events.size(); event-- > 0;) {
                for (const Date day : days) {
                    make([&](model::Example& made) { made.series[series].events[event].values[date] = day; });
                }
            }
        }
    }

    std::shared_ptr<const model::RuleSet> shared_;
    const model::RuleSet& rules_;
    model::Example base_;
    const examples::Place& place_;
    std::vector<model::Example> made_;
};

}  // namespace

std::vector<model::Example> variations_of(const std::shared_ptr<const model::RuleSet>& rules,
                                          const model::Example& base, const examples::Place& place) {
    return Variations(rules, base, place).make();
}

}  // namespace wegwijzer::coverage
