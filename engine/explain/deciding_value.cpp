#include "engine/explain/deciding_value.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "engine/explain/comparisons.h"
#include "engine/explain/deciding.h"
#include "engine/explain/format_value.h"
#include "engine/explain/line_places.h"
#include "engine/explain/report_json.h"
#include "engine/model/walk.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::explain {
namespace {

using model::ExprId;
using trace::StepId;

// How much a comparison says: a value more than how many events there were. A day says when the signal begins to look, not
// what it saw.
enum class Weight : std::uint8_t { nothing, day, number_of_events, value };

struct Candidate {
    Weight weight = Weight::nothing;
    ExprId measured;  // none: the events of an Existence
    Phrase value;
    ShownValue threshold;
};

// One level of a signal, for one student.
class ValueSearch {
  public:
    ValueSearch(const SignalAtHand& at_hand, const LinePlaces& places, const trace::Trace& trace, Language language)
        : at_hand_(at_hand), places_(places), rules_(at_hand.rules), trace_(trace), language_(language) {}

    std::optional<Candidate> find(StepId root) {
        visit(root, true);
        return best_;
    }

  private:
    // Goes to what makes the step come out as `wanted`.
    void visit(StepId id, bool wanted) {
        const trace::Step& step = trace_.step(id);
        if (trace::truth_of(step.value) != tri_of(wanted) || step.expr.is_none()) return;
        std::visit([&](const auto& node) { look(node, step, wanted); }, rules_.expr(step.expr).node);
    }
    [[nodiscard]] const trace::Step* step_of(const trace::Step& step, ExprId expr) const {
        for (const StepId child : step.children) {
            if (!child.is_none() && trace_.step(child).expr == expr) return &trace_.step(child);
        }
        return nullptr;
    }
    void visit_all(const trace::Step& step, bool wanted) {
        for (const StepId child : step.children) {
            if (!child.is_none()) visit(child, wanted);
        }
    }

    void look(const model::And& /*node*/, const trace::Step& step, bool wanted) { visit_all(step, wanted); }
    void look(const model::Or& /*node*/, const trace::Step& step, bool wanted) { visit_all(step, wanted); }
    void look(const model::Not& /*node*/, const trace::Step& step, bool wanted) { visit_all(step, !wanted); }
    void look(const model::ConceptValue& /*node*/, const trace::Step& step, bool wanted) { visit_all(step, wanted); }
    void look(const model::Quantified& node, const trace::Step& step, bool wanted) {
        const bool asks_true =
            node.quantifier == model::Quantifier::all || node.quantifier == model::Quantifier::at_least;
        visit_all(step, asks_true == wanted);
    }
    void look(const model::Comparison& node, const trace::Step& step, bool /*wanted*/) {
        // `leerjaar = 1` says for whom the signal is, not how far somebody is from its threshold.
        if (node.op == model::CompareOp::equal || node.op == model::CompareOp::not_equal) return;
        const Weight left = weight_of(node.left);
        const Weight right = weight_of(node.right);
        if (std::max(left, right) <= Weight::day) return;
        const bool on_left = left >= right;
        keep_measured(step, on_left ? node.left : node.right, on_left ? node.right : node.left, std::max(left, right));
    }
    void look(const model::Between& node, const trace::Step& step, bool /*wanted*/) {
        const Weight weight = weight_of(node.value);
        if (weight > Weight::day) keep_measured(step, node.value, {}, weight);
    }
    void look(const model::Existence& node, const trace::Step& step, bool /*wanted*/) {
        const auto* number = std::get_if<Decimal>(&step.count);
        // One event, or none, is what the title says already.
        if (node.selection.of_signals() || number == nullptr || *number <= Decimal::from_integer(1)) return;
        const trace::Step* asked = node.count.is_none() ? nullptr : step_of(step, node.count);
        if (asked != nullptr && is_at_most_one(asked->value)) return;
        const std::optional<Node> place = places_.of(step.expr);
        if (!place || !is_better(Weight::number_of_events)) return;
        const std::string words = format_value(rules_, step.count, {model::ValueKind::number, {}, {}}, language_);
        best_ = {Weight::number_of_events, {}, with_events((*place / "value").shows(words), node.selection), {}};
    }
    [[nodiscard]] static bool is_at_most_one(const trace::Value& value) {
        const auto* number = std::get_if<Decimal>(&value);
        return number != nullptr && *number <= Decimal::from_integer(1);
    }
    template <class Other>
    void look(const Other& /*node*/, const trace::Step& /*step*/, bool /*wanted*/) {}

    void keep_measured(const trace::Step& step, ExprId measured, ExprId other, Weight weight) {
        const trace::Step* value = step_of(step, measured);
        if (value == nullptr || !is_number(measured)) return;
        const trace::Step* threshold = other.is_none() ? nullptr : step_of(step, other);
        if (is_count(measured)) {
            weight = Weight::number_of_events;
            if (threshold != nullptr && is_at_most_one(threshold->value)) return;
        }
        if (!is_better(weight)) return;
        const std::optional<Node> place = places_.of_side(step.expr, measured);
        if (!place) return;
        Candidate found{weight, measured, {}, {}};
        const ShownValue shown = place->shows(words_of(*value, measured, other));
        if (is_count(measured)) {
            found.value =
                with_events(shown, std::get<model::Aggregate>(rules_.expr(through_concepts(measured)).node).selection);
        } else {
            found.value.add(shown);
        }
        if (threshold != nullptr) {
            found.threshold = places_.of_side(step.expr, other)->shows(words_of(*threshold, other, measured));
        }
        best_ = std::move(found);
    }
    // As the tree says it.
    [[nodiscard]] std::string words_of(const trace::Step& step, ExprId expr, ExprId beside) const {
        const std::vector<ExprId> others = compared_with(rules_, conditions_of(rules_.signal(at_hand_.signal)), expr);
        return format_value(
            rules_, step.value, type_beside(rules_, expr, beside), language_,
            threshold_values(rules_, at_hand_.cohort, at_hand_.student, at_hand_.reference_date, others),
            step.exact ? &*step.exact : nullptr);
    }
    [[nodiscard]] bool is_count(ExprId expr) const {
        const auto* aggregate = std::get_if<model::Aggregate>(&rules_.expr(through_concepts(expr)).node);
        return aggregate != nullptr && aggregate->function == model::AggregateFunction::count;
    }
    // "2 toetsen", "1 toets": by the names of the series.
    [[nodiscard]] Phrase with_events(const ShownValue& number, const model::Selection& selection) const {
        Phrase words;
        words.add(number);
        if (selection.of_signals()) return words;
        const Series& series = rules_.schema->series_of(selection.series);
        std::string noun = number.text() == "1" ? series.singular : series.plural;
        std::ranges::replace(noun, '_', ' ');
        return words.add(" " + noun);
    }
    // The first of those that say most.
    [[nodiscard]] bool is_better(Weight weight) const { return !best_ || weight > best_->weight; }

    [[nodiscard]] ExprId through_concepts(ExprId id) const {
        while (const auto* named = std::get_if<model::ConceptValue>(&rules_.expr(id).node)) {
            id = rules_.concept_of(named->concept_id).expr;
        }
        return id;
    }
    [[nodiscard]] bool is_number(ExprId id) const {
        switch (rules_.expr(id).type.kind) {
            case model::ValueKind::boolean:
            case model::ValueKind::text:
            case model::ValueKind::choice:
            case model::ValueKind::severity: return false;
            default: return true;
        }
    }
    // `nothing`: it is the same for every student, or nearly so.
    [[nodiscard]] Weight weight_of(ExprId id) const {
        const model::Expr& expr = rules_.expr(id);
        if (const auto* named = std::get_if<model::ConceptValue>(&expr.node)) {
            return weight_of(rules_.concept_of(named->concept_id).expr);
        }
        Weight weight = Weight::nothing;
        if (std::holds_alternative<model::Aggregate>(expr.node)) weight = Weight::value;
        if (std::holds_alternative<model::StudentFieldValue>(expr.node)) weight = Weight::value;
        if (std::holds_alternative<model::TableValue>(expr.node)) weight = Weight::value;
        if (weight == Weight::nothing) {
            model::for_each_child(rules_, expr.node,
                                  [&](ExprId child) { weight = std::max(weight, weight_of(child)); });
        }
        return weight != Weight::nothing && expr.type.kind == model::ValueKind::date ? Weight::day : weight;
    }

    const SignalAtHand& at_hand_;
    const LinePlaces& places_;
    const model::RuleSet& rules_;
    const trace::Trace& trace_;
    Language language_;
    std::optional<Candidate> best_;
};

bool measures_the_same(const model::RuleSet& rules, const Candidate& left, const Candidate& right) {
    if (left.measured.is_none() || right.measured.is_none()) return false;
    return say_the_same(rules, left.measured, right.measured);
}

}  // namespace

DecidingValue deciding_value(const SignalAtHand& at_hand, Language language) {
    const model::RuleSet& rules = at_hand.rules;
    const std::vector<model::SeverityLevel>& levels = rules.signal(at_hand.signal).levels;
    std::vector<trace::Trace> traces;
    std::vector<StepId> roots(levels.size());
    std::vector<Tri> holds;
    LinePlaces places(rules);
    for (std::size_t i = 0; i < levels.size(); ++i) {
        traces.push_back(trace::evaluate_expr(rules, at_hand.cohort, at_hand.student, at_hand.reference_date,
                                              levels[i].condition, &roots[i]));
        holds.push_back(trace::truth_of(traces[i].step(roots[i]).value));
        places.know(traces[i]);
    }
    model::SignalOutcome active;
    active.status = model::SignalStatus::active;
    const std::vector<InBrief> in_brief = levels_in_brief(active, false, holds);
    for (const bool whole : {true, false}) {
        for (std::size_t i = 0; i < levels.size(); ++i) {
            if ((in_brief[i] == InBrief::whole) != whole) continue;
            places.add(levels[i].condition, at_hand.place / json_name(levels[i].severity));
        }
    }
    std::optional<Candidate> decided;
    // From high to low.
    for (std::size_t i = 0; i < levels.size(); ++i) {
        std::optional<Candidate> found = ValueSearch(at_hand, places, traces[i], language).find(roots[i]);
        if (!found) continue;
        if (!decided) {
            decided = std::move(found);
        } else if (measures_the_same(rules, *decided, *found)) {
            decided->threshold = found->threshold;
        }
    }
    if (!decided) return {};
    return {decided->value, decided->threshold};
}

}  // namespace wegwijzer::explain
