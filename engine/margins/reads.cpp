#include "engine/margins/reads.h"

#include <algorithm>
#include <utility>

#include "engine/model/reach.h"

namespace wegwijzer::margins {
namespace {

template <class Item>
void insert(std::vector<Item>& items, const Item& item) {
    const auto place = std::lower_bound(items.begin(), items.end(), item);
    if (place == items.end() || *place != item) items.insert(place, item);
}

class Collector {
  public:
    Collector(const model::RuleSet& rules, Reads& reads) : rules_(rules), reads_(reads) {}

    void reached(const model::ExprNode& node) {
        if (const auto* field = std::get_if<model::StudentFieldValue>(&node)) {
            take(field->field);
        } else if (const auto* of_event = std::get_if<model::EventFieldValue>(&node)) {
            take(of_event->series, of_event->field);
        } else if (std::holds_alternative<model::ReferenceDate>(node)) {
            reads_.reads_day = true;
        } else if (const auto* literal = std::get_if<model::Literal>(&node)) {
            reads_.literals.push_back(literal);
        } else if (std::holds_alternative<model::Arithmetic>(node) || std::holds_alternative<model::MonthShift>(node) ||
                   std::holds_alternative<model::Conditional>(node) || std::holds_alternative<model::Negation>(node)) {
            reads_.calculates = true;
        } else if (const model::Selection* selection = model::selection_of(node)) {
            look(*selection, node);
        }
    }
    void reached(model::ConceptId /*id*/) {}
    void reached(model::TableId /*id*/) { reads_.calculates = true; }
    void reached(model::ParameterId id) { reads_.parameters.push_back(id); }

    void take(FieldId field) {
        if (field && field != rules_.schema->key) insert(reads_.fields, field);
    }

  private:
    void look(const model::Selection& selection, const model::ExprNode& node) {
        if (selection.of_signals()) return;
        SeriesRead& read = read_of(selection.series);
        if (const auto* aggregate = std::get_if<model::Aggregate>(&node)) {
            take(selection.series, aggregate->field);
            if (aggregate->function == model::AggregateFunction::time_since_last) reads_.reads_day = true;
        }
        take(selection.series, rules_.schema->series_of(selection.series).last_counts_per);
        reads_.reads_day = true;  // without a period too: an event of a later day comes to count
        if (selection.period.is_none()) return;
        insert(read.periods, selection.period);
        const model::Period& period = rules_.period(selection.period);
        const bool from_start =
            period.kind == model::Period::Kind::since_start || period.kind == model::Period::Kind::study_weeks ||
            (period.kind == model::Period::Kind::phase && rules_.phase(period.phase).days.counts_from_start());
        if (from_start) reads_.counts_from_start = true;
    }
    SeriesRead& read_of(SeriesId series) {
        const auto found = std::ranges::find(reads_.series, series, &SeriesRead::series);
        if (found != reads_.series.end()) return *found;
        reads_.series.push_back({series, {}, {}});
        return reads_.series.back();
    }
    void take(SeriesId series, SeriesFieldId field) {
        if (field.is_none() || field == rules_.schema->series_of(series).date_field) return;
        insert(read_of(series).fields, field);
    }

    const model::RuleSet& rules_;
    Reads& reads_;
};

}  // namespace

Reads reads_of(const model::RuleSet& rules, model::SignalId signal) {
    Reads reads;
    Collector collector(rules, reads);
    model::Reach<Collector>(rules, collector).read(signal);
    for (const model::PhaseId phase : rules.signal(signal).phases) {
        reads.reads_day = true;
        if (rules.phase(phase).days.counts_from_start()) reads.counts_from_start = true;
    }
    return reads;
}

const SeriesRead& Reads::of(SeriesId id) const { return *std::ranges::find(series, id, &SeriesRead::series); }

Thresholds thresholds_of(const model::RuleSet& rules, const Reads& reads, const Cohort& cohort, std::size_t student,
                         Date day, const trace::Trace& trace) {
    Thresholds result;
    const auto add = [&](const trace::Value& value, const std::optional<Ratio>& exact) {
        if (const auto* text = std::get_if<std::string>(&value)) {
            if (std::ranges::find(result.texts, *text) == result.texts.end()) result.texts.push_back(*text);
        } else if (const auto threshold = threshold_of(value, exact)) {
            const bool is_new = std::ranges::none_of(result.numbers, [&](const Threshold& other) {
                return other.is_date == threshold->is_date && other.low == threshold->low &&
                       other.high == threshold->high;
            });
            if (is_new) result.numbers.push_back(*threshold);
        }
    };
    for (const model::Literal* literal : reads.literals) {
        add(std::visit([](const auto& constant) { return trace::Value{constant}; }, literal->value), {});
    }
    for (const model::ParameterId id : reads.parameters) {
        add(trace::parameter_value(rules, cohort, student, day, id), {});
    }
    if (reads.reads_day) add(day, {});
    for (const trace::Step& step : trace.steps) {
        if (step.expr.is_none()) continue;
        const model::ExprNode& node = rules.expr(step.expr).node;
        const bool compares = std::holds_alternative<model::Comparison>(node) ||
                              std::holds_alternative<model::Between>(node) ||
                              std::holds_alternative<model::OneOf>(node);
        if (!compares) continue;
        for (const trace::StepId id : step.children) {
            const trace::Step& side = trace.step(id);
            add(side.value, side.exact);
        }
    }
    return result;
}

}  // namespace wegwijzer::margins
