#include "engine/explain/comparisons.h"

#include <algorithm>
#include <type_traits>
#include <utility>

#include "engine/explain/format_value.h"
#include "engine/model/walk.h"

namespace wegwijzer::explain {
namespace {

using model::ExprId;

ExprId through_concepts(const model::RuleSet& rules, ExprId id) {
    while (const auto* named = std::get_if<model::ConceptValue>(&rules.expr(id).node)) {
        id = rules.concept_of(named->concept_id).expr;
    }
    return id;
}

// Structural equality of two nodes of the same kind. Kinds of nodes that nobody compares with a threshold differ.
class Sameness {
  public:
    explicit Sameness(const model::RuleSet& rules) : rules_(rules) {}

    [[nodiscard]] bool same(ExprId left, ExprId right) const {
        if (left.is_none() || right.is_none()) return left.is_none() == right.is_none();
        left = through_concepts(rules_, left);
        right = through_concepts(rules_, right);
        if (left == right) return true;
        const model::ExprNode& a = rules_.expr(left).node;
        const model::ExprNode& b = rules_.expr(right).node;
        if (a.index() != b.index()) return false;
        return std::visit([&](const auto& node) { return equal(node, std::get<std::decay_t<decltype(node)>>(b)); }, a);
    }

    [[nodiscard]] bool same(const model::Selection& left, const model::Selection& right) const {
        return left.series == right.series && same(left.filter, right.filter) && same(left.period, right.period);
    }

  private:
    [[nodiscard]] bool same(const std::vector<ExprId>& left, const std::vector<ExprId>& right) const {
        return std::ranges::equal(left, right, [this](ExprId a, ExprId b) { return same(a, b); });
    }
    [[nodiscard]] bool same(model::PeriodId left, model::PeriodId right) const {
        if (left.is_none() || right.is_none()) return left.is_none() == right.is_none();
        const model::Period& a = rules_.period(left);
        const model::Period& b = rules_.period(right);
        return a.kind == b.kind && a.length.length == b.length.length && a.length.parameter == b.length.parameter &&
               same(a.first, b.first) && same(a.last_one, b.last_one) && a.phase == b.phase &&
               a.within_academic_year == b.within_academic_year;
    }

    [[nodiscard]] static bool equal(const model::Literal& a, const model::Literal& b) { return a.value == b.value; }
    [[nodiscard]] static bool equal(const model::StudentFieldValue& a, const model::StudentFieldValue& b) {
        return a.field == b.field;
    }
    [[nodiscard]] static bool equal(const model::EventFieldValue& a, const model::EventFieldValue& b) {
        return a.series == b.series && a.field == b.field;
    }
    [[nodiscard]] static bool equal(const model::SignalFieldValue& a, const model::SignalFieldValue& b) {
        return a.field == b.field;
    }
    [[nodiscard]] static bool equal(const model::ParameterValue& a, const model::ParameterValue& b) {
        return a.parameter == b.parameter;
    }
    [[nodiscard]] static bool equal(const model::ConceptValue& /*a*/, const model::ConceptValue& /*b*/) {
        return false;  // never reached: concepts are seen through
    }
    [[nodiscard]] static bool equal(const model::TableValue& a, const model::TableValue& b) {
        return a.table == b.table;
    }
    [[nodiscard]] static bool equal(const model::ReferenceDate& /*a*/, const model::ReferenceDate& /*b*/) {
        return true;
    }
    [[nodiscard]] bool equal(const model::Negation& a, const model::Negation& b) const {
        return same(a.operand, b.operand);
    }
    [[nodiscard]] bool equal(const model::Arithmetic& a, const model::Arithmetic& b) const {
        return a.op == b.op && same(a.left, b.left) && same(a.right, b.right);
    }
    [[nodiscard]] bool equal(const model::MonthShift& a, const model::MonthShift& b) const {
        return a.months == b.months && same(a.date, b.date);
    }
    [[nodiscard]] bool equal(const model::Conditional& a, const model::Conditional& b) const {
        return same(a.condition, b.condition) && same(a.if_true, b.if_true) && same(a.if_false, b.if_false);
    }
    [[nodiscard]] bool equal(const model::Comparison& a, const model::Comparison& b) const {
        return a.op == b.op && same(a.left, b.left) && same(a.right, b.right);
    }
    [[nodiscard]] bool equal(const model::Between& a, const model::Between& b) const {
        return a.negated == b.negated && same(a.value, b.value) && same(a.low, b.low) && same(a.high, b.high);
    }
    [[nodiscard]] bool equal(const model::OneOf& a, const model::OneOf& b) const {
        return a.negated == b.negated && same(a.value, b.value) && same(a.options, b.options);
    }
    [[nodiscard]] bool equal(const model::Knownness& a, const model::Knownness& b) const {
        return a.asks_known == b.asks_known && same(a.value, b.value);
    }
    [[nodiscard]] bool equal(const model::Not& a, const model::Not& b) const { return same(a.operand, b.operand); }
    [[nodiscard]] bool equal(const model::And& a, const model::And& b) const { return same(a.operands, b.operands); }
    [[nodiscard]] bool equal(const model::Or& a, const model::Or& b) const { return same(a.operands, b.operands); }
    [[nodiscard]] bool equal(const model::Quantified& a, const model::Quantified& b) const {
        return a.quantifier == b.quantifier && same(a.count, b.count) && same(a.operands, b.operands);
    }
    [[nodiscard]] bool equal(const model::Aggregate& a, const model::Aggregate& b) const {
        return a.function == b.function && a.field == b.field && a.signal_field == b.signal_field &&
               same(a.selection, b.selection);
    }
    [[nodiscard]] bool equal(const model::Existence& a, const model::Existence& b) const {
        return a.quantifier == b.quantifier && same(a.count, b.count) && same(a.selection, b.selection);
    }
    [[nodiscard]] static bool equal(const model::SignalState& a, const model::SignalState& b) {
        return a.signal == b.signal;
    }
    [[nodiscard]] static bool equal(const model::SignalSeverity& a, const model::SignalSeverity& b) {
        return a.signal == b.signal;
    }

    const model::RuleSet& rules_;
};

// Walks the conditions below a root and keeps what stands on the other side of `value`. What a filter compares belongs to
// its events and is passed over.
class Search {
  public:
    Search(const model::RuleSet& rules, ExprId value)
        : rules_(rules),
          sameness_(rules),
          value_(value),
          seen_concepts_(rules.concepts.size()),
          seen_tables_(rules.tables.size()) {}

    void visit(ExprId id) {
        const model::ExprNode& node = rules_.expr(id).node;
        if (const auto* named = std::get_if<model::ConceptValue>(&node)) {
            if (!seen_concepts_[named->concept_id.index()]) {
                seen_concepts_[named->concept_id.index()] = true;
                visit(rules_.concept_of(named->concept_id).expr);
            }
            return;
        }
        if (const auto* table = std::get_if<model::TableValue>(&node)) {
            if (seen_tables_[table->table.index()]) return;
            seen_tables_[table->table.index()] = true;
            model::for_each_child(rules_.table(table->table), [this](ExprId child) { visit(child); });
            return;
        }
        std::visit([this](const auto& alternative) { look(alternative); }, node);
        const bool has_filter =
            std::holds_alternative<model::Aggregate>(node) || std::holds_alternative<model::Existence>(node);
        if (!has_filter) model::for_each_child(rules_, node, [this](ExprId child) { visit(child); });
    }
    [[nodiscard]] std::vector<ExprId> take() { return std::move(found_); }

  private:
    void keep_if_compared(ExprId side, ExprId other) {
        if (sameness_.same(side, value_)) found_.push_back(other);
    }
    void keep_both(ExprId left, ExprId right) {
        keep_if_compared(left, right);
        keep_if_compared(right, left);
    }

    void look(const model::Comparison& node) { keep_both(node.left, node.right); }
    void look(const model::Between& node) {
        keep_both(node.value, node.low);
        keep_both(node.value, node.high);
    }
    void look(const model::OneOf& node) {
        for (const ExprId option : node.options) keep_both(node.value, option);
    }
    // `minstens N toetsen ...` compares the count of these events with N.
    void look(const model::Existence& node) {
        const auto* aggregate = std::get_if<model::Aggregate>(&rules_.expr(through_concepts(rules_, value_)).node);
        if (aggregate == nullptr || aggregate->function != model::AggregateFunction::count) return;
        if (!node.count.is_none() && sameness_.same(aggregate->selection, node.selection)) found_.push_back(node.count);
    }
    template <class Other>
    void look(const Other& /*node*/) {}

    const model::RuleSet& rules_;
    Sameness sameness_;
    ExprId value_;
    std::vector<bool> seen_concepts_;
    std::vector<bool> seen_tables_;
    std::vector<ExprId> found_;
};

}  // namespace

std::vector<ExprId> compared_with(const model::RuleSet& rules, const std::vector<ExprId>& roots, ExprId value) {
    Search search(rules, value);
    for (const ExprId root : roots) search.visit(root);
    return search.take();
}

bool say_the_same(const model::RuleSet& rules, ExprId left, ExprId right) { return Sameness(rules).same(left, right); }
bool say_the_same(const model::RuleSet& rules, const model::Selection& left, const model::Selection& right) {
    return Sameness(rules).same(left, right);
}

bool reads_signals(const model::RuleSet& rules, ExprId id) {
    const model::ExprNode& node = rules.expr(id).node;
    if (std::holds_alternative<model::SignalState>(node) || std::holds_alternative<model::SignalSeverity>(node)) {
        return true;
    }
    if (const auto* aggregate = std::get_if<model::Aggregate>(&node)) return aggregate->selection.of_signals();
    if (const auto* existence = std::get_if<model::Existence>(&node)) return existence->selection.of_signals();
    bool found = false;
    model::for_each_child(rules, node, [&](ExprId child) { found = found || reads_signals(rules, child); });
    return found;
}

model::ValueType type_beside(const model::RuleSet& rules, ExprId value, ExprId beside) {
    model::ValueType type = rules.expr(value).type;
    const bool is_plain = type.kind == model::ValueKind::number && type.unit.empty();
    if (is_plain && !beside.is_none() && rules.expr(beside).type.kind == model::ValueKind::percentage) {
        type.kind = model::ValueKind::percentage;
    }
    return type;
}

std::vector<ExprId> conditions_of(const model::Signal& signal) {
    std::vector<ExprId> roots;
    for (const model::SeverityLevel& level : signal.levels) roots.push_back(level.condition);
    roots.insert(roots.end(), signal.unless.begin(), signal.unless.end());
    return roots;
}

std::vector<Ratio> threshold_values(const model::RuleSet& rules, const Cohort& cohort, std::size_t student,
                                    Date reference_date, const std::vector<ExprId>& others) {
    std::vector<Ratio> values;
    for (const ExprId other : others) {
        if (reads_signals(rules, other)) continue;
        trace::StepId root;
        const trace::Trace trace = trace::evaluate_expr(rules, cohort, student, reference_date, other, &root);
        const trace::Step& step = trace.step(root);
        if (const auto value = as_threshold(step.value, step.exact)) values.push_back(*value);
    }
    return values;
}

}  // namespace wegwijzer::explain
