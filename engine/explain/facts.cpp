#include "engine/explain/facts.h"

#include <algorithm>

#include "engine/explain/format_value.h"
#include "engine/explain/names_in_words.h"
#include "engine/model/walk.h"

namespace wegwijzer::explain {
namespace {

using model::AggregateFunction;

class FactSearch {
  public:
    FactSearch(const model::RuleSet& rules, const Cohort& cohort, const trace::Trace& trace, Language language)
        : rules_(rules), cohort_(cohort), trace_(trace), language_(language), seen_(trace.steps.size()) {}

    void visit(trace::StepId id) {
        if (id.is_none() || seen_[id.index()]) return;
        seen_[id.index()] = true;
        const trace::Step& step = trace_.step(id);
        if (step.expr.is_none()) {
            if (!step.table.is_none()) visit_all(step);
            return;
        }
        std::visit([&](const auto& node) { look(node, id, step); }, rules_.expr(step.expr).node);
    }
    std::vector<Fact> take() { return std::move(facts_); }

  private:
    void visit_all(const trace::Step& step) {
        for (const trace::StepId child : step.children) visit(child);
    }
    // The parts that make it true.
    void visit_true(const trace::Step& step) {
        for (const trace::StepId child : step.children) {
            if (!child.is_none() && trace::truth_of(trace_.step(child).value) == Tri::yes) visit(child);
        }
    }

    template <class Other>
    void look(const Other& /*node*/, trace::StepId /*id*/, const trace::Step& step) {
        visit_all(step);
    }
    // What is not so has no events to show.
    void look(const model::Not& /*node*/, trace::StepId /*id*/, const trace::Step& /*step*/) {}
    void look(const model::ParameterValue& /*node*/, trace::StepId /*id*/, const trace::Step& /*step*/) {}
    void look(const model::Or& /*node*/, trace::StepId /*id*/, const trace::Step& step) { visit_true(step); }
    void look(const model::Quantified& node, trace::StepId /*id*/, const trace::Step& step) {
        if (node.quantifier == model::Quantifier::none || node.quantifier == model::Quantifier::at_most) return;
        visit_true(step);
    }
    void look(const model::Conditional& node, trace::StepId /*id*/, const trace::Step& step) {
        const auto is_of = [&](trace::StepId child, model::ExprId expr) {
            return !child.is_none() && trace_.step(child).expr == expr;
        };
        Tri holds = Tri::unknown;
        for (const trace::StepId child : step.children) {
            if (is_of(child, node.condition)) holds = trace::truth_of(trace_.step(child).value);
        }
        for (const trace::StepId child : step.children) {
            if (holds != Tri::no && is_of(child, node.if_true)) visit(child);
            if (holds != Tri::yes && is_of(child, node.if_false)) visit(child);
        }
    }
    void look(const model::Aggregate& node, trace::StepId id, const trace::Step& step) {
        add(node.selection, node.field, id, step, node.function);
    }
    void look(const model::Existence& node, trace::StepId id, const trace::Step& step) {
        if (node.quantifier == model::Quantifier::none || node.quantifier == model::Quantifier::at_most) return;
        add(node.selection, {}, id, step, AggregateFunction::count);
    }

    void add(const model::Selection& selection, SeriesFieldId field, trace::StepId id, const trace::Step& step,
             AggregateFunction function) {
        if (selection.of_signals()) return;
        std::vector<std::uint32_t> rows;  // in order of date, those without one last: as the data keep them
        for (const trace::EventSeen& event : step.events) {
            if (tri_and(event.passes, event.in_period) != Tri::yes || event.skipped) continue;
            const std::optional<Date> date = date_of(selection.series, event.row);
            if (step.found_days && date && !step.found_days->contains(*date)) continue;
            rows.push_back(event.row);
        }
        if (rows.empty()) return;
        std::ranges::sort(rows);
        if (function == AggregateFunction::first) rows = {rows.front()};
        if (function == AggregateFunction::last || function == AggregateFunction::time_since_last) rows = {rows.back()};
        auto fact = std::ranges::find(facts_, selection.series, &Fact::series);
        if (fact == facts_.end()) fact = facts_.insert(facts_.end(), {selection.series, {}, 0, {}});
        const std::vector<SeriesFieldId> fields = fields_of(selection, field);
        for (const std::uint32_t row : rows) {
            auto event = std::ranges::lower_bound(fact->events, row, {}, &FactEvent::row);
            if (event == fact->events.end() || event->row != row) {
                event = fact->events.insert(event, {row, date_of(selection.series, row), {}, {}});
            }
            for (const SeriesFieldId one : fields) add_value(*event, selection.series, one, id);
        }
    }

    void add_value(FactEvent& event, SeriesId series, SeriesFieldId field, trace::StepId step) const {
        const Column& column = cohort_.series[series.index()].columns[field.index()];
        if (!column.is_known(event.row)) return;
        const auto place = std::ranges::lower_bound(event.values, field, {}, &FactValue::field);
        if (place != event.values.end() && place->field == field) return;
        const FieldType& type = rules_.schema->series_of(series).fields[field.index()].type;
        event.values.insert(place, {field, format_field(type, column, event.row, language_), step, {}});
    }

    [[nodiscard]] std::optional<Date> date_of(SeriesId series, std::uint32_t row) const {
        const SeriesFieldId field = rules_.schema->series_of(series).date_field;
        const Column& dates = cohort_.series[series.index()].columns[field.index()];
        return dates.is_known(row) ? std::optional(dates.date_at(row)) : std::nullopt;
    }

    // What says something about each event: the field that is aggregated, measures that are compared, texts such as a
    // subject. A choice or a whole number that the filter asks for is the same in all, and is said by the rule.
    [[nodiscard]] std::vector<SeriesFieldId> fields_of(const model::Selection& selection, SeriesFieldId field) const {
        const Series& series = rules_.schema->series_of(selection.series);
        std::vector<SeriesFieldId> fields;
        std::vector<model::ExprId> work;
        if (!selection.filter.is_none()) work.push_back(selection.filter);
        while (!work.empty()) {
            const model::ExprNode& node = rules_.expr(work.back()).node;
            work.pop_back();
            if (std::holds_alternative<model::Knownness>(node)) continue;
            if (const auto* event = std::get_if<model::EventFieldValue>(&node)) fields.push_back(event->field);
            model::for_each_child(rules_, node, [&](model::ExprId child) { work.push_back(child); });
        }
        std::erase_if(fields, [&](SeriesFieldId id) {
            const FieldKind kind = series.fields[id.index()].type.kind;
            return kind == FieldKind::choice || kind == FieldKind::boolean || kind == FieldKind::integer;
        });
        if (!field.is_none()) fields.push_back(field);
        std::erase(fields, series.date_field);
        return fields;
    }

    const model::RuleSet& rules_;
    const Cohort& cohort_;
    const trace::Trace& trace_;
    Language language_;
    std::vector<bool> seen_;
    std::vector<Fact> facts_;
};

}  // namespace

std::vector<Fact> facts_of(const model::RuleSet& rules, const Cohort& cohort, const trace::Trace& trace,
                           model::SignalId signal, Language language) {
    FactSearch search(rules, cohort, trace, language);
    const model::SignalOutcome& outcome = trace.outcome.signals[signal.index()];
    if (outcome.status != model::SignalStatus::active) return {};
    const std::vector<trace::StepId>& levels = trace.signal_levels[signal.index()];
    for (std::size_t level = 0; level < levels.size(); ++level) {
        if (levels[level].is_none() || trace::truth_of(trace.step(levels[level]).value) != Tri::yes) continue;
        search.visit(levels[level]);
        break;  // from high to low: the first that is true
    }
    return search.take();
}

}  // namespace wegwijzer::explain
