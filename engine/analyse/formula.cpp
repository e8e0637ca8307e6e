#include "engine/analyse/formula.h"

#include <algorithm>

#include "engine/model/print_model.h"
#include "engine/model/reach.h"

namespace wegwijzer::analyse {

using model::CompareOp;
using model::ValueKind;

namespace {

constexpr std::int64_t open_below = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t open_above = std::numeric_limits<std::int64_t>::max();
constexpr Place farthest = 4'000'000'000'000'000'000;  // twice it fits

CompareOp mirrored(CompareOp op) {
    switch (op) {
        case CompareOp::less: return CompareOp::greater;
        case CompareOp::less_equal: return CompareOp::greater_equal;
        case CompareOp::greater: return CompareOp::less;
        case CompareOp::greater_equal: return CompareOp::less_equal;
        case CompareOp::equal:
        case CompareOp::not_equal: break;
    }
    return op;
}

std::vector<Stretch> stretches(CompareOp op, Place place) {
    const std::int64_t at = 2 * place;
    switch (op) {
        case CompareOp::less: return {{open_below, at - 1}};
        case CompareOp::less_equal: return {{open_below, at}};
        case CompareOp::greater: return {{at + 1, open_above}};
        case CompareOp::greater_equal: return {{at, open_above}};
        case CompareOp::equal: return {{at, at}};
        case CompareOp::not_equal: return {{open_below, at - 1}, {at + 1, open_above}};
    }
    return {};
}

bool compares(CompareOp op, std::int64_t left, std::int64_t right) {
    switch (op) {
        case CompareOp::less: return left < right;
        case CompareOp::less_equal: return left <= right;
        case CompareOp::greater: return left > right;
        case CompareOp::greater_equal: return left >= right;
        case CompareOp::equal: return left == right;
        case CompareOp::not_equal: return left != right;
    }
    return false;
}

bool is_name_character(char character) {
    const auto value = static_cast<unsigned char>(character);
    return character == '_' || value >= 0x80 || (character >= '0' && character <= '9') ||
           (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

}  // namespace

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
        return itself ? constant(tri_of(compares(op, *itself, *place))) : free(NotExamined::compares);
    }
    const std::optional<AtomId> atom = atom_of(value);
    return atom ? leaf(*atom, {stretches(op, *place), false}) : free(NotExamined::calculates);
}

// How many signals pass, compared with a number.
FormulaId Formulas::counted(CompareOp op, Place place, const Passing& passing) {
    if (place % Decimal::one_in_micros != 0) return free(NotExamined::calculates);
    const std::int64_t number = place / Decimal::one_in_micros;
    switch (op) {
        case CompareOp::greater_equal: return enough(number, passing);
        case CompareOp::greater: return enough(number + 1, passing);
        case CompareOp::less: return negation(enough(number, passing));
        case CompareOp::less_equal: return negation(enough(number + 1, passing));
        case CompareOp::equal: return all({enough(number, passing), negation(enough(number + 1, passing))});
        case CompareOp::not_equal: break;
    }
    return negation(all({enough(number, passing), negation(enough(number + 1, passing))}));
}

// So many of these signals, the rest of others.
FormulaId Formulas::enough(std::int64_t count, const Passing& passing) {
    constexpr std::int64_t most_told_apart = 8;
    const auto others = [&](std::int64_t number) {
        return leaf(passing.others, {stretches(CompareOp::greater_equal, number * Decimal::one_in_micros), false});
    };
    if (count > most_told_apart) return any({at_least(count, passing.parts), others(1)});
    std::vector<FormulaId> ways = {at_least(count, passing.parts)};
    for (std::int64_t number = 1; number <= count; ++number) {
        ways.push_back(all({at_least(count - number, passing.parts), others(number)}));
    }
    return any(std::move(ways));
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

// ---- signals --------------------------------------------------------------------------------------------------------

FormulaId Formulas::of_phases(const std::vector<model::PhaseId>& phases) {
    if (phases.empty()) return constant(Tri::yes);
    std::vector<FormulaId> parts;
    for (const model::PhaseId id : phases) {
        const PhaseSpan& days = rules_.phase(id).days;
        Atom atom;
        Stretch where;
        atom.axis.type.kind = ValueKind::date;
        if (days.kind == PhaseSpan::Kind::dates) {
            atom.kind = Atom::Kind::today;
            atom.axis.can_be_unknown = false;
            where = {2 * static_cast<Place>(days.dates.from.days()), 2 * static_cast<Place>(days.dates.to.days())};
            parts.push_back(leaf(add("today", std::move(atom)), {{where}, false}));
            continue;
        }
        atom.kind = Atom::Kind::day_of_study;
        const auto bounded = [](std::int64_t day) {
            return std::clamp<std::int64_t>(day, -farthest / 8, farthest / 8);
        };
        const std::int64_t first = bounded(days.first);
        const std::int64_t last = bounded(days.last);
        switch (days.kind) {
            case PhaseSpan::Kind::days: where = {2 * first, 2 * last}; break;
            case PhaseSpan::Kind::from_day: where = {2 * first, open_above}; break;
            case PhaseSpan::Kind::before_start: where = {open_below, 0}; break;
            case PhaseSpan::Kind::study_weeks: where = {2 * (7 * (first - 1) + 1), 2 * 7 * last}; break;
            case PhaseSpan::Kind::dates: break;
        }
        parts.push_back(leaf(add("day of study", std::move(atom)), {{where}, false}));
    }
    return any(std::move(parts));
}

FormulaId Formulas::signal(model::SignalId id, FormulaId levels, Tri inactive) {
    const model::Signal& signal = rules_.signal(id);
    Formula formula;
    formula.kind = Formula::Kind::signal;
    formula.inactive = inactive;
    std::vector<FormulaId> stops;
    for (const model::ExprId unless : signal.unless) stops.push_back(of(unless));
    formula.parts = {of_phases(signal.phases), any(std::move(stops)), levels};
    return add(std::move(formula));
}

FormulaId Formulas::of(model::SignalId id) {
    if (const auto found = signals_.find(id.value); found != signals_.end()) return found->second;
    const model::Signal* outside = std::exchange(signal_at_hand_, nullptr);
    std::vector<FormulaId> levels;
    for (const model::SeverityLevel& level : rules_.signal(id).levels) levels.push_back(of(level.condition));
    const FormulaId result = signal(id, any(std::move(levels)), Tri::no);
    signal_at_hand_ = outside;
    signals_[id.value] = result;
    return result;
}

// The highest level that is true counts; an unknown one above it may be it.
FormulaId Formulas::severity(model::SignalId id, CompareOp op, model::Severity than) {
    const model::Signal* outside = std::exchange(signal_at_hand_, nullptr);
    const auto at_or_above = [&](int lowest) {
        std::vector<FormulaId> levels;
        for (const model::SeverityLevel& level : rules_.signal(id).levels) {
            if (static_cast<int>(level.severity) >= lowest) levels.push_back(of(level.condition));
        }
        return any(std::move(levels));
    };
    const int level = static_cast<int>(than);
    FormulaId levels;
    switch (op) {
        case CompareOp::greater_equal: levels = at_or_above(level); break;
        case CompareOp::greater: levels = at_or_above(level + 1); break;
        case CompareOp::less: levels = negation(at_or_above(level)); break;
        case CompareOp::less_equal: levels = negation(at_or_above(level + 1)); break;
        case CompareOp::equal: levels = all({at_or_above(level), negation(at_or_above(level + 1))}); break;
        case CompareOp::not_equal:
            levels = negation(all({at_or_above(level), negation(at_or_above(level + 1))}));
            break;
    }
    const FormulaId result = signal(id, levels, tri_of(compares(op, 0, level)));
    signal_at_hand_ = outside;
    return result;
}

// One formula per signal that may be among them; nothing where that isn't done.
std::optional<Formulas::Passing> Formulas::signals_that_pass(const model::Selection& selection) {
    if (rules_.signals.size() > most_signals || signal_at_hand_ != nullptr) return std::nullopt;
    std::vector<FormulaId> parts;
    for (std::size_t index = 0; index < rules_.signals.size(); ++index) {
        const model::SignalId id(index);
        const model::Signal& signal = rules_.signal(id);
        if (signal.kind != model::SignalKind::signal) continue;
        const FormulaId active = of(id);
        if (selection.filter.is_none()) {
            parts.push_back(active);
            continue;
        }
        signal_at_hand_ = &signal;
        signal_id_at_hand_ = id;
        const FormulaId passes = of(selection.filter);
        signal_at_hand_ = nullptr;
        parts.push_back(all({active, passes}));
    }
    // A pack may be used with others, which have signals of their own.
    Atom others;
    others.kind = Atom::Kind::free;
    others.axis.lowest = 0;
    others.axis.step = Decimal::one_in_micros;
    others.axis.can_be_unknown = false;
    return Passing{std::move(parts), add("others of " + model::print_selection(rules_, selection), std::move(others))};
}

FormulaId Formulas::of_signal_at_hand(model::SignalField field, CompareOp op, const model::Constant& with) {
    if (signal_at_hand_ == nullptr) return free(NotExamined::calculates);
    const model::Signal& signal = *signal_at_hand_;
    const auto is_name = [&](std::optional<std::size_t> name) {
        const auto* choice = std::get_if<model::ChoiceValue>(&with);
        if (choice == nullptr) return free(NotExamined::calculates);
        const bool is_equal = name && *name == choice->index;
        return constant(tri_of(is_equal == (op == CompareOp::equal)));
    };
    switch (field) {
        case model::SignalField::severity: {
            const auto* level = std::get_if<model::Severity>(&with);
            return level == nullptr ? free(NotExamined::calculates) : severity(signal_id_at_hand_, op, *level);
        }
        case model::SignalField::factor:
            return is_name(signal.factor ? std::optional(signal.factor.index()) : std::nullopt);
        case model::SignalField::cluster: {
            const model::ClusterId cluster =
                signal.factor ? rules_.factors[signal.factor.index()].cluster : model::ClusterId();
            return is_name(cluster ? std::optional(cluster.index()) : std::nullopt);
        }
        case model::SignalField::weight: break;
    }
    const std::optional<Place> place = place_of(with);
    return place ? constant(tri_of(compares(op, signal.weight.micros(), *place))) : free(NotExamined::calculates);
}

// ---- atoms ----------------------------------------------------------------------------------------------------------

AtomId Formulas::add(std::string key, Atom atom) {
    const auto [place, is_new] = keys_.try_emplace(std::move(key), AtomId(atoms_.size()));
    if (is_new) atoms_.push_back(std::move(atom));
    return place->second;
}

AtomId Formulas::count_of(const model::Selection& selection) {
    Atom atom;
    atom.kind = Atom::Kind::aggregate;
    atom.aggregate = model::Aggregate{};
    atom.aggregate->selection = selection;
    atom.axis.type.kind = ValueKind::number;
    atom.axis.lowest = 0;
    atom.axis.step = Decimal::one_in_micros;
    atom.axis.is_count = true;
    return add(written_out("count of " + model::print_selection(rules_, selection)), std::move(atom));
}

std::optional<AtomId> Formulas::atom_of(model::ExprId value) {
    value = meaning(value);
    const model::Expr& expr = rules_.expr(value);
    // Inside a filter over `signalen` a value is that of one signal.
    if (signal_at_hand_ != nullptr || expr.type.kind == ValueKind::severity) return std::nullopt;
    Atom atom;
    atom.expr = value;
    if (const auto* aggregate = std::get_if<model::Aggregate>(&expr.node)) {
        if (aggregate->function == model::AggregateFunction::count) return count_of(aggregate->selection);
        atom.kind = Atom::Kind::aggregate;
        atom.aggregate = *aggregate;
    }
    auto axis = axis_of(rules_, *rules_.schema, value);
    const bool is_of_signals = atom.aggregate && atom.aggregate->selection.of_signals();
    if (!axis && is_of_signals && expr.type.kind == ValueKind::number) axis = Axis{};  // of `sterkte`: any number
    if (!axis) return std::nullopt;
    atom.axis = *axis;
    std::string key = "value ";
    if (std::holds_alternative<model::ReferenceDate>(expr.node)) {
        atom.kind = Atom::Kind::today;
        key = "today";
    } else {
        key += key_of(value);
    }
    if (key.size() > longest_key) return std::nullopt;
    if (axis->kind == Axis::Kind::choice && expr.type.choices) {
        atom.axis.lowest = 0;
        if (!names_declarations(expr)) {
            atom.axis.highest = static_cast<Place>(rules_.choice_domains[expr.type.choices.index()].names.size()) - 1;
        }
    } else if (axis->kind == Axis::Kind::boolean) {
        atom.axis.lowest = 0;
        atom.axis.highest = 1;
    } else if (axis->kind == Axis::Kind::text) {
        atom.axis.lowest = 0;  // any text that no rule names
    } else if (axis->kind == Axis::Kind::choice) {
        return std::nullopt;
    }
    if (axis->kind != Axis::Kind::line) atom.axis.step = 1;
    return add(std::move(key), std::move(atom));
}

// An interventie or rol of the follow-up: packs that aren't at hand have others.
bool Formulas::names_declarations(const model::Expr& expr) const {
    const auto* field = std::get_if<model::EventFieldValue>(&expr.node);
    const Schema& schema = *rules_.schema;
    if (field == nullptr || (field->series != schema.followups && field->series != schema.consents)) return false;
    const std::vector<std::string>& names = rules_.choice_domains[expr.type.choices.index()].names;
    return std::ranges::all_of(names, [&](const std::string& name) {
        return std::ranges::any_of(rules_.interventions, [&](const auto& each) { return each.name == name; }) ||
               std::ranges::any_of(rules_.roles, [&](const auto& each) { return each.name == name; });
    });
}

FormulaId Formulas::lies_on(model::ExprId value, Place place) {
    const std::optional<AtomId> atom = atom_of(value);
    return atom ? leaf(*atom, {stretches(CompareOp::equal, place), false}) : free(NotExamined::calculates);
}

FormulaId Formulas::is(model::ExprId value, const model::Constant& what) {
    const std::optional<Place> place = place_of(what);
    return place ? lies_on(value, *place) : free(NotExamined::compares);
}

std::optional<Place> Formulas::place_of(const model::Constant& value) {
    if (const auto* choice = std::get_if<model::ChoiceValue>(&value)) return choice->index;
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? 1 : 0;
    if (const auto* text = std::get_if<std::string>(&value)) {
        return text_places_.try_emplace(*text, static_cast<Place>(text_places_.size()) + 1).first->second;
    }
    const std::optional<Place> place = place_on_line(value);
    return place && *place < farthest && *place > -farthest ? place : std::nullopt;
}

std::optional<std::string> Formulas::text(Place place) const {
    for (const auto& [text, its] : text_places_) {
        if (its == place) return text;
    }
    return std::nullopt;
}

std::optional<std::int64_t> Formulas::whole_number(model::ExprId id) const {
    const auto value = fixed_value(rules_, id);
    const auto* number = value ? std::get_if<Decimal>(&*value) : nullptr;
    constexpr std::int64_t most = 1'000'000'000;
    if (number == nullptr || !number->is_integer()) return std::nullopt;
    const std::int64_t whole = number->micros() / Decimal::one_in_micros;
    return whole > most || whole < -most ? std::nullopt : std::optional(whole);
}

std::string Formulas::key_of(model::ExprId id) {
    id = meaning(id);
    // In a filter: fields of two series may have one name.
    const std::optional<SeriesId> series = series_of_event(id);
    const std::string of = series ? std::to_string(series->value) + ' ' : std::string();
    return of + written_out(model::print_expr(rules_, id));
}

std::optional<SeriesId> Formulas::series_of_event(model::ExprId id) const {
    const model::ExprNode& node = rules_.expr(id).node;
    if (const auto* field = std::get_if<model::EventFieldValue>(&node)) return field->series;
    if (model::selection_of(node) != nullptr) return std::nullopt;
    std::optional<SeriesId> found;
    model::for_each_child(rules_, node, [&](model::ExprId child) {
        if (!found) found = series_of_event(child);
    });
    return found;
}

// The names of begrippen replaced by what they stand for.
std::string Formulas::written_out(std::string text) {
    constexpr std::string_view mark = "concept.";
    std::string result;
    std::size_t at = 0;
    for (std::size_t found = text.find(mark); found != std::string::npos && result.size() < longest_key;
         found = text.find(mark, at)) {
        std::size_t end = found + mark.size();
        while (end < text.size() && is_name_character(text[end])) ++end;
        const std::string name = text.substr(found + mark.size(), end - found - mark.size());
        result.append(text, at, found - at);
        auto known = concept_keys_.find(name);
        if (known == concept_keys_.end()) {
            std::string meant = std::string(mark) + name;
            for (const model::Concept& one : rules_.concepts) {
                if (one.name != name || depth_ > deepest) continue;
                ++depth_;
                meant = key_of(one.expr);
                --depth_;
            }
            known = concept_keys_.emplace(name, std::move(meant)).first;
        }
        result += known->second;
        at = end;
    }
    return result.append(text, at, std::string::npos);
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
