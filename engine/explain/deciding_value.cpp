#include "engine/explain/deciding_value.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "engine/explain/comparisons.h"
#include "engine/explain/format_value.h"
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
    std::string value;
    std::string threshold;
};

// One level of a signal, for one student.
class Search {
  public:
    Search(const model::RuleSet& rules, const trace::Trace& trace, Language language)
        : rules_(rules), trace_(trace), language_(language) {}

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
        const std::string words = format_value(rules_, step.count, {model::ValueKind::number, {}, {}}, language_);
        keep({Weight::number_of_events, {}, with_events(words, node.selection), {}});
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
        std::vector<Ratio> beside;
        if (threshold != nullptr) {
            if (const auto ratio = as_threshold(threshold->value, threshold->exact)) beside.push_back(*ratio);
        }
        Candidate found{weight, measured, words_of(*value, measured, beside), {}};
        if (threshold != nullptr) {
            // Beside a percentage a plain number, such as a quotient, is read as one.
            const bool is_typed = rules_.expr(other).type.kind != model::ValueKind::number;
            found.threshold = format_value(rules_, threshold->value, rules_.expr(is_typed ? other : measured).type,
                                           language_, {}, threshold->exact ? &*threshold->exact : nullptr);
            if (is_typed && rules_.expr(measured).type.kind == model::ValueKind::number) {
                found.value = format_value(rules_, value->value, rules_.expr(other).type, language_, beside,
                                           value->exact ? &*value->exact : nullptr);
            }
        }
        keep(std::move(found));
    }
    [[nodiscard]] std::string words_of(const trace::Step& step, ExprId expr, const std::vector<Ratio>& beside) const {
        std::string words = format_value(rules_, step.value, rules_.expr(expr).type, language_, beside,
                                         step.exact ? &*step.exact : nullptr);
        if (!is_count(expr)) return words;
        return with_events(words, std::get<model::Aggregate>(rules_.expr(through_concepts(expr)).node).selection);
    }
    [[nodiscard]] bool is_count(ExprId expr) const {
        const auto* aggregate = std::get_if<model::Aggregate>(&rules_.expr(through_concepts(expr)).node);
        return aggregate != nullptr && aggregate->function == model::AggregateFunction::count;
    }
    // "2 toetsen", "1 toets": by the names of the series.
    [[nodiscard]] std::string with_events(const std::string& number, const model::Selection& selection) const {
        if (selection.of_signals()) return number;
        const Series& series = rules_.schema->series_of(selection.series);
        std::string noun = number == "1" ? series.singular : series.plural;
        std::ranges::replace(noun, '_', ' ');
        return number + " " + noun;
    }
    void keep(Candidate candidate) {
        if (!best_ || candidate.weight > best_->weight) best_ = std::move(candidate);
    }

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

DecidingValue deciding_value(const model::RuleSet& rules, const Cohort& cohort, std::size_t student,
                             Date reference_date, model::SignalId signal, Language language) {
    std::optional<Candidate> decided;
    // From high to low.
    for (const model::SeverityLevel& level : rules.signal(signal).levels) {
        StepId root;
        const trace::Trace trace = trace::evaluate_expr(rules, cohort, student, reference_date, level.condition, &root);
        std::optional<Candidate> found = Search(rules, trace, language).find(root);
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
