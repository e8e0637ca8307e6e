// What a condition means: as a formula over atoms.
#include "engine/analyse/formula.h"

#include <algorithm>

#include "engine/analyse/stretches.h"
#include "engine/model/compare_op.h"

namespace wegwijzer::analyse {

using model::CompareOp;
using model::ValueKind;

// ---- building blocks ------------------------------------------------------------------------------------------------

FormulaId Formulas::add(Formula formula) {
    const FormulaId id(formulas_.size());
    formulas_.push_back(std::move(formula));
    reasons_.push_back(NotExamined::nothing);
    return id;
}

FormulaId Formulas::free(NotExamined why) {
    Atom atom;
    atom.kind = Atom::Kind::free;
    atom.axis.kind = Axis::Kind::boolean;
    const FormulaId id = leaf(add("free " + std::to_string(atoms_.size()), std::move(atom)), {{{2, 2}}, false});
    reasons_[id.index()] = why;
    return id;
}

FormulaId Formulas::constant(Tri value) {
    Formula formula;
    formula.constant = value;
    return add(std::move(formula));
}

FormulaId Formulas::leaf(AtomId atom, Test test) {
    Formula formula;
    formula.kind = Formula::Kind::leaf;
    formula.atom = atom;
    formula.test = std::move(test);
    return add(std::move(formula));
}

FormulaId Formulas::all(std::vector<FormulaId> parts) {
    Formula formula;
    formula.kind = Formula::Kind::all;
    formula.parts = std::move(parts);
    return add(std::move(formula));
}

FormulaId Formulas::any(std::vector<FormulaId> parts) {
    Formula formula;
    formula.kind = Formula::Kind::any;
    formula.parts = std::move(parts);
    return add(std::move(formula));
}

FormulaId Formulas::negation(FormulaId part) {
    Formula formula;
    formula.kind = Formula::Kind::negation;
    formula.parts = {part};
    return add(std::move(formula));
}

FormulaId Formulas::at_least(std::int64_t count, std::vector<FormulaId> parts) {
    Formula formula;
    formula.kind = Formula::Kind::at_least;
    formula.count = count;
    formula.parts = std::move(parts);
    return add(std::move(formula));
}

FormulaId Formulas::quantified(model::Quantifier quantifier, std::int64_t count, std::vector<FormulaId> parts) {
    switch (quantifier) {
        case model::Quantifier::all: return all(std::move(parts));
        case model::Quantifier::at_least: return at_least(count, std::move(parts));
        case model::Quantifier::at_most: return negation(at_least(count + 1, std::move(parts)));
        case model::Quantifier::none: return negation(at_least(1, std::move(parts)));
        case model::Quantifier::exactly: break;
    }
    const FormulaId enough = at_least(count, parts);
    return all({enough, negation(at_least(count + 1, std::move(parts)))});
}

// ---- what a condition means -----------------------------------------------------------------------------------------

model::ExprId Formulas::meaning(model::ExprId id) const {
    while (const auto* name = std::get_if<model::ConceptValue>(&rules_.expr(id).node)) {
        id = rules_.concept_of(name->concept_id).expr;
    }
    return id;
}

FormulaId Formulas::of(model::ExprId condition) {
    if (signal_at_hand_ == nullptr) {
        if (const auto found = built_.find(condition.value); found != built_.end()) return found->second;
    }
    if (depth_ > deepest) return free(NotExamined::too_deep);
    ++depth_;
    const FormulaId id = build(condition);
    --depth_;
    if (signal_at_hand_ == nullptr) built_[condition.value] = id;
    return id;
}

FormulaId Formulas::build(model::ExprId id) {
    const model::Expr& expr = rules_.expr(id);
    const auto of_all = [this](const std::vector<model::ExprId>& ids) {
        std::vector<FormulaId> parts;
        for (const model::ExprId part : ids) parts.push_back(of(part));
        return parts;
    };
    if (const auto* named = std::get_if<model::ConceptValue>(&expr.node)) {
        return of(rules_.concept_of(named->concept_id).expr);
    }
    if (const auto* literal = std::get_if<model::Literal>(&expr.node)) {
        const auto* truth = std::get_if<bool>(&literal->value);
        return truth == nullptr ? free(NotExamined::calculates) : constant(tri_of(*truth));
    }
    if (const auto* both = std::get_if<model::And>(&expr.node)) return all(of_all(both->operands));
    if (const auto* either = std::get_if<model::Or>(&expr.node)) return any(of_all(either->operands));
    if (const auto* denied = std::get_if<model::Not>(&expr.node)) return negation(of(denied->operand));
    if (const auto* list = std::get_if<model::Quantified>(&expr.node)) {
        const auto count = list->count.is_none() ? std::optional<std::int64_t>(0) : whole_number(list->count);
        return count ? quantified(list->quantifier, *count, of_all(list->operands)) : free(NotExamined::compares);
    }
    if (const auto* choice = std::get_if<model::Conditional>(&expr.node)) {
        const FormulaId condition = of(choice->condition);
        const FormulaId yes = of(choice->if_true);
        const FormulaId no = of(choice->if_false);
        const std::vector<FormulaId> cases = {all({condition, yes}), all({negation(condition), no}), all({yes, no})};
        return any(cases);
    }
    if (const auto* comparison = std::get_if<model::Comparison>(&expr.node)) return build(*comparison);
    if (const auto* between = std::get_if<model::Between>(&expr.node)) return build(*between);
    if (const auto* one_of = std::get_if<model::OneOf>(&expr.node)) return build(*one_of);
    if (const auto* existence = std::get_if<model::Existence>(&expr.node)) return build(*existence);
    if (const auto* known = std::get_if<model::Knownness>(&expr.node)) {
        const std::optional<AtomId> atom = atom_of(known->value);
        if (!atom) return free(NotExamined::calculates);
        const FormulaId asked = leaf(*atom, {{}, true});
        return known->asks_known ? asked : negation(asked);
    }
    if (const auto* state = std::get_if<model::SignalState>(&expr.node)) return of(state->signal);
    return build_truth(id);
}

FormulaId Formulas::build_truth(model::ExprId id) {
    // A parameter ja/nee is a switch: a rule that it turns off is no mistake.
    const std::optional<AtomId> atom = atom_of(id);
    if (!atom || this->atom(*atom).axis.kind != Axis::Kind::boolean) return free(NotExamined::calculates);
    return leaf(*atom, {stretches(CompareOp::equal, 1), false});
}

FormulaId Formulas::build(const model::Comparison& node) {
    const auto right = fixed_value(rules_, node.right);
    if (right) return compare(node.left, node.op, *right);
    const auto left = fixed_value(rules_, node.left);
    if (left) return compare(node.right, mirrored(node.op), *left);
    return hold_against(node.left, node.op, node.right);
}

FormulaId Formulas::compare(model::ExprId value, CompareOp op, const model::Constant& with) {
    value = meaning(value);
    const model::Expr& expr = rules_.expr(value);
    if (const auto* at_hand = std::get_if<model::SignalFieldValue>(&expr.node)) {
        return of_signal_at_hand(at_hand->field, op, with);
    }
    if (const auto* state = std::get_if<model::SignalSeverity>(&expr.node)) {
        const auto* level = std::get_if<model::Severity>(&with);
        return level == nullptr ? free(NotExamined::calculates) : severity(state->signal, op, *level);
    }
    if (const auto* truth = std::get_if<bool>(&with)) {
        const FormulaId itself = of(value);
        return *truth == (op == CompareOp::equal) ? itself : negation(itself);
    }
    const std::optional<Place> place = place_of(with);
    if (!place) return free(NotExamined::compares);
    if (const auto* aggregate = std::get_if<model::Aggregate>(&expr.node)) {
        if (aggregate->selection.of_signals() && aggregate->function == model::AggregateFunction::count) {
            if (const auto passing = signals_that_pass(aggregate->selection)) return counted(op, *place, *passing);
        }
    }
    // A parameter that is a keuze is a switch too, and stays open.
    if (const auto fixed = fixed_value(rules_, value); fixed && expr.type.kind != ValueKind::choice) {
        const std::optional<Place> itself = place_of(*fixed);
        return itself ? constant(tri_of(holds(op, *itself <=> *place))) : free(NotExamined::compares);
    }
    const std::optional<AtomId> atom = atom_of(value);
    return atom ? leaf(*atom, {stretches(op, *place), false}) : free(NotExamined::calculates);
}

FormulaId Formulas::build(const model::Between& node) {
    const auto low = fixed_value(rules_, node.low);
    const auto high = fixed_value(rules_, node.high);
    const auto from = low ? place_of(*low) : std::nullopt;
    const auto to = high ? place_of(*high) : std::nullopt;
    const std::optional<AtomId> atom = atom_of(node.value);
    if (!from || !to || !atom) return free(NotExamined::compares);
    const Place first = from.value_or(0);
    const Place last = to.value_or(0);
    Test test;
    if (first <= last) test.where.push_back({2 * first, 2 * last});
    const FormulaId inside = leaf(*atom, std::move(test));
    return node.negated ? negation(inside) : inside;
}

FormulaId Formulas::build(const model::OneOf& node) {
    if (signal_at_hand_ != nullptr || rules_.expr(node.value).type.kind == ValueKind::severity) {
        std::vector<FormulaId> options;
        for (const model::ExprId option : node.options) {
            const auto value = fixed_value(rules_, option);
            options.push_back(value ? compare(node.value, CompareOp::equal, *value) : free(NotExamined::compares));
        }
        const FormulaId one = any(std::move(options));
        // Levels that lie apart are not one test: an unknown level may be any of them.
        const bool is_open = rules_.expr(node.value).type.kind == ValueKind::severity;
        if (is_open) return free(NotExamined::compares);
        return node.negated ? negation(one) : one;
    }
    const std::optional<AtomId> atom = atom_of(node.value);
    if (!atom) return free(NotExamined::calculates);
    Test test;
    for (const model::ExprId option : node.options) {
        const auto value = fixed_value(rules_, option);
        const auto place = value ? place_of(*value) : std::nullopt;
        if (!place) return free(NotExamined::compares);
        test.where.push_back({2 * *place, 2 * *place});
    }
    const FormulaId one = leaf(*atom, std::move(test));
    return node.negated ? negation(one) : one;
}

FormulaId Formulas::build(const model::Existence& node) {
    const auto count = node.count.is_none() ? std::optional<std::int64_t>(0) : whole_number(node.count);
    if (!count) return free(NotExamined::compares);
    CompareOp op = CompareOp::greater_equal;
    if (node.quantifier == model::Quantifier::at_most) op = CompareOp::less_equal;
    if (node.quantifier == model::Quantifier::exactly || node.quantifier == model::Quantifier::none) {
        op = CompareOp::equal;
    }
    const Place place = *count * Decimal::one_in_micros;
    if (node.selection.of_signals()) {
        if (const auto passing = signals_that_pass(node.selection)) return counted(op, place, *passing);
    }
    return leaf(count_of(node.selection), {stretches(op, place), false});
}

// Two values, neither of which is fixed.
FormulaId Formulas::hold_against(model::ExprId left, CompareOp op, model::ExprId right) {
    const ValueKind kind = rules_.expr(left).type.kind;
    if (signal_at_hand_ != nullptr || kind == ValueKind::severity || kind == ValueKind::boolean) {
        return free(NotExamined::compares);
    }
    std::string one = key_of(left);
    std::string other = key_of(right);
    if (other < one) {
        std::swap(one, other);
        std::swap(left, right);
        op = mirrored(op);
    }
    if (one.size() + other.size() > longest_key) return free(NotExamined::too_deep);
    Atom atom;
    atom.kind = Atom::Kind::order;
    atom.expr = left;
    atom.other = right;
    atom.axis.lowest = -1;
    atom.axis.highest = 1;
    return leaf(add("order " + one + " ~ " + other, std::move(atom)), {stretches(op, 0), false});
}

// ---- what is not looked into ----------------------------------------------------------------------------------------

void Formulas::set_free(model::ExprId condition) {
    const FormulaId id = of(condition);
    Atom atom;
    atom.kind = Atom::Kind::free;
    atom.axis.kind = Axis::Kind::boolean;
    Formula formula;
    formula.kind = Formula::Kind::leaf;
    formula.atom = add("free " + std::to_string(atoms_.size()), std::move(atom));
    formula.test = {{{2, 2}}, false};
    formulas_[id.index()] = std::move(formula);
    reasons_[id.index()] = NotExamined::nothing;
}

std::vector<AtomId> Formulas::atoms_of(FormulaId id) const {
    std::vector<AtomId> result;
    std::vector<FormulaId> work = {id};
    std::vector<bool> seen(formulas_.size());
    while (!work.empty()) {
        const FormulaId at = work.back();
        work.pop_back();
        if (seen[at.index()]) continue;
        seen[at.index()] = true;
        if (formula(at).kind == Formula::Kind::leaf) result.push_back(formula(at).atom);
        work.insert(work.end(), formula(at).parts.begin(), formula(at).parts.end());
    }
    std::ranges::sort(result);
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

NotExamined Formulas::not_examined(FormulaId id) const {
    std::vector<FormulaId> work = {id};
    std::vector<bool> seen(formulas_.size());
    while (!work.empty()) {
        const FormulaId at = work.back();
        work.pop_back();
        if (seen[at.index()]) continue;
        seen[at.index()] = true;
        if (reasons_[at.index()] != NotExamined::nothing) return reasons_[at.index()];
        for (const FormulaId part : formula(at).parts) work.push_back(part);
    }
    return NotExamined::nothing;
}

}  // namespace wegwijzer::analyse
