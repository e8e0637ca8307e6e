#include "dsl/coverage/wanted.h"

#include <algorithm>

#include "engine/examples/boundary_step.h"
#include "engine/model/compare_op.h"
#include "engine/model/reach.h"

namespace wegwijzer::coverage {

using analyse::Answers;
using analyse::FormulaId;
using analyse::Found;
using examples::PlaceKind;
using model::CompareOp;
using model::ExprId;

namespace {

constexpr std::uint8_t yes = Answers::yes;
constexpr std::uint8_t no = Answers::no;
constexpr std::uint8_t not_yes = Answers::no | Answers::unknown;

bool is_about_an_expression(PlaceKind kind) {
    switch (kind) {
        case PlaceKind::holds:
        case PlaceKind::does_not_hold:
        case PlaceKind::unknown:
        case PlaceKind::whole_holds:
        case PlaceKind::whole_does_not_hold:
        case PlaceKind::on_boundary:
        case PlaceKind::beside_boundary:
        case PlaceKind::just_beside:
        case PlaceKind::below:
        case PlaceKind::above:
        case PlaceKind::outside_period:
        case PlaceKind::first_day:
        case PlaceKind::last_day: return true;
        default: return false;
    }
}

// The same kind of value, `steps` further.
std::optional<model::Constant> moved(const model::Constant& value, std::int64_t steps) {
    if (const auto* number = std::get_if<Decimal>(&value)) {
        const auto result = add(*number, Decimal::from_micros(steps));
        return result ? std::optional<model::Constant>(*result) : std::nullopt;
    }
    if (const auto* date = std::get_if<Date>(&value)) {
        const auto result = add_days(*date, steps);
        return result ? std::optional<model::Constant>(*result) : std::nullopt;
    }
    if (const auto* choice = std::get_if<model::ChoiceValue>(&value)) {
        const std::int64_t index = static_cast<std::int64_t>(choice->index) + steps;
        if (index < 0) return std::nullopt;
        return model::ChoiceValue{static_cast<std::uint32_t>(index)};
    }
    return std::nullopt;
}

}  // namespace

// ---- what is added --------------------------------------------------------------------------------------------------

Questions::Questions(const model::RuleSet& rules, const std::vector<const examples::Place*>& places)
    : rules_(std::make_shared<model::RuleSet>(rules)) {
    for (const examples::Place* place : places) {
        if (is_about_an_expression(place->kind)) add_for(*place);
    }
    formulas_ = std::make_unique<analyse::Formulas>(*rules_);
}

ExprId Questions::add(model::ExprNode node, const model::ValueType& type) {
    const ExprId id(rules_->exprs.size());
    rules_->exprs.push_back({std::move(node), type, {}});
    return id;
}

void Questions::add_for(const examples::Place& place) {
    const model::ExprNode node = rules_->expr(ExprId(place.key.which)).node;  // a copy: more are added
    if (const auto* comparison = std::get_if<model::Comparison>(&node)) add_for(place, *comparison);
    if (const auto* between = std::get_if<model::Between>(&node)) add_for(place, *between);
    if (const auto* existence = std::get_if<model::Existence>(&node)) add_for(place, *existence);
    const model::Selection* selection = model::selection_of(node);
    if (selection == nullptr || place.kind != PlaceKind::first_day) return;
    const ExprId one = add(model::Literal{Decimal::from_integer(1)}, {model::ValueKind::number, {}, {}});
    added_[{Added::filled, place.key}] = add(model::Existence{model::Quantifier::at_least, one, *selection}, {});
}

void Questions::add_for(const examples::Place& place, const model::Comparison& node) {
    if (place.kind != PlaceKind::on_boundary && place.kind != PlaceKind::just_beside) return;
    added_[{Added::boundary, place.key}] = add(model::Comparison{CompareOp::equal, node.left, node.right}, {});
    if (place.kind != PlaceKind::just_beside) return;
    const bool is_mirrored = !analyse::fixed_value(*rules_, node.right);
    const ExprId value = is_mirrored ? node.right : node.left;
    const ExprId boundary = is_mirrored ? node.left : node.right;
    const auto fixed = analyse::fixed_value(*rules_, boundary);
    if (!fixed) return;
    const CompareOp op = is_mirrored ? model::mirrored(node.op) : node.op;
    const bool lies_below = op == CompareOp::less || op == CompareOp::greater_equal;
    const std::int64_t step = examples::boundary_step(*rules_, node);
    const auto neighbour = moved(*fixed, lies_below ? -step : step);
    if (!neighbour) return;
    const ExprId literal = add(model::Literal{*neighbour}, rules_->expr(boundary).type);
    added_[{Added::nearest, place.key}] = add(model::Comparison{CompareOp::equal, value, literal}, {});
    const CompareOp within = lies_below ? CompareOp::greater_equal : CompareOp::less_equal;
    added_[{Added::near, place.key}] = add(model::Comparison{within, value, literal}, {});
}

void Questions::add_for(const examples::Place& place, const model::Between& node) {
    ExprId id;
    if (place.kind == PlaceKind::on_boundary) {
        const ExprId end = place.key.part == 0 ? node.low : node.high;
        id = add(model::Comparison{CompareOp::equal, node.value, end}, {});
    } else if (place.kind == PlaceKind::below) {
        id = add(model::Comparison{CompareOp::less, node.value, node.low}, {});
    } else if (place.kind == PlaceKind::above) {
        id = add(model::Comparison{CompareOp::greater, node.value, node.high}, {});
    } else {
        return;
    }
    added_[{Added::boundary, place.key}] = id;
}

void Questions::add_for(const examples::Place& place, const model::Existence& node) {
    const bool beside = place.kind == PlaceKind::beside_boundary;
    if (!beside && place.kind != PlaceKind::on_boundary) return;
    Decimal count;
    if (node.count) {
        const auto fixed = analyse::fixed_value(*rules_, node.count);
        const auto* number = fixed ? std::get_if<Decimal>(&*fixed) : nullptr;
        if (number == nullptr) return;
        count = *number;
    }
    if (beside) {
        const bool is_less = node.quantifier == model::Quantifier::at_least ||
                             (node.quantifier == model::Quantifier::exactly && count.micros() > 0);
        count = wegwijzer::add(count, Decimal::from_integer(is_less ? -1 : 1)).value_or(count);
    }
    const ExprId literal = add(model::Literal{count}, {model::ValueKind::number, {}, {}});
    added_[{Added::boundary, place.key}] =
        add(model::Existence{model::Quantifier::exactly, literal, node.selection}, {});
}

bool Questions::has(Added what, const examples::Place& place) const { return added_.contains({what, place.key}); }
FormulaId Questions::added(Added what, const examples::Place& place) const {
    return formulas_->of(added_.at({what, place.key}));
}

// ---- what is wanted -------------------------------------------------------------------------------------------------

Wanted Questions::of(const examples::Place& place) {
    switch (place.kind) {
        case PlaceKind::active:
        case PlaceKind::not_active:
        case PlaceKind::undetermined:
        case PlaceKind::not_applicable:
        case PlaceKind::severity: return of_signal(place);
        case PlaceKind::unless: return of_unless(place);
        case PlaceKind::applied:
        case PlaceKind::stopped:
        case PlaceKind::overruled:
        case PlaceKind::due: return of_policy(place);
        case PlaceKind::row: return of_row(place);
        case PlaceKind::choice:
        case PlaceKind::open_choice: return {};
        default: break;
    }
    Wanted wanted = of_condition(place);
    if (!wanted.cases.empty()) wanted.cases.insert(wanted.cases.begin(), in_its_rule(place, wanted.cases.front()));
    return wanted;
}

// So that the rule that the condition is part of hangs on it: in its fase, and nothing else stops it.
Wants Questions::in_its_rule(const examples::Place& place, Wants wants) {
    Wants needed;
    if (place.of.kind == examples::PlaceOwner::Kind::signal) {
        const model::Signal& signal = rules_->signals[place.of.index];
        wants.push_back({formulas_->of_phases(signal.phases), yes});
        add_unless(signal.unless, wants, needed);
    } else if (place.of.kind == examples::PlaceOwner::Kind::policy) {
        add_unless(rules_->policies[place.of.index].unless, wants, needed);
    }
    return wants;
}

void Questions::add_unless(const std::vector<ExprId>& unless, Wants& plain, Wants& needed, std::size_t but) {
    for (std::size_t i = 0; i < unless.size(); ++i) {
        const FormulaId its = formulas_->of(unless[i]);
        plain.push_back({its, i == but ? yes : no});
        needed.push_back({its, i == but ? yes : not_yes});
    }
}

Wanted Questions::of_signal(const examples::Place& place) {
    const model::SignalId id(place.key.which);
    const model::Signal& signal = rules_->signal(id);
    const FormulaId phases = formulas_->of_phases(signal.phases);
    const FormulaId itself = formulas_->of(id);
    std::vector<FormulaId> levels;
    for (const model::SeverityLevel& level : signal.levels) levels.push_back(formulas_->of(level.condition));
    const FormulaId any = formulas_->any(levels);
    Wants plain = {{phases, yes}};
    Wants needed;
    switch (place.kind) {
        case PlaceKind::active: return {{{{phases, yes}, {itself, yes}}}, {{itself, yes}}};
        case PlaceKind::not_active:
            add_unless(signal.unless, plain, needed);
            plain.push_back({any, no});
            return {{plain, {{phases, yes}, {itself, no}}}, {{phases, yes}, {itself, no}}};
        case PlaceKind::undetermined:
            add_unless(signal.unless, plain, needed);
            plain.push_back({any, Answers::unknown});
            return {{plain, {{itself, Answers::unknown}}}, {{itself, Answers::unknown}}};
        case PlaceKind::not_applicable: return {{{{phases, no}}}, {{phases, no}}};
        default: break;
    }
    needed.push_back({phases, yes});
    add_unless(signal.unless, plain, needed);
    for (std::size_t i = 0; i < signal.levels.size(); ++i) {
        const auto severity = static_cast<std::uint32_t>(signal.levels[i].severity);
        if (severity < place.key.part) continue;
        plain.push_back({levels[i], severity == place.key.part ? yes : no});
        needed.push_back({levels[i], severity == place.key.part ? yes : not_yes});
    }
    return {{plain, needed}, needed};
}

Wanted Questions::of_unless(const examples::Place& place) {
    Wants plain;
    Wants needed;
    if (place.key.which < rules_->signals.size()) {
        const model::Signal& signal = rules_->signals[place.key.which];
        std::vector<FormulaId> levels;
        for (const model::SeverityLevel& level : signal.levels) levels.push_back(formulas_->of(level.condition));
        plain = {{formulas_->of_phases(signal.phases), yes}, {formulas_->any(levels), yes}};
        needed = plain;
        add_unless(signal.unless, plain, needed, place.key.part);
    } else {
        const model::Policy& policy = rules_->policies[place.key.which - rules_->signals.size()];
        if (policy.condition) plain = {{formulas_->of(policy.condition), yes}};
        needed = plain;
        add_unless(policy.unless, plain, needed, place.key.part);
    }
    return {{plain, needed}, needed};
}

Wanted Questions::of_policy(const examples::Place& place) {
    const model::PolicyId id(place.key.which);
    const model::Policy& policy = rules_->policy(id);
    Wants plain;
    if (place.kind == PlaceKind::stopped) {
        if (policy.condition.is_none()) return {};
        return {{{{formulas_->of(policy.condition), no}}}, {}};
    }
    Wants needed;
    const auto applies = [&](const model::Policy& its) {
        if (its.condition) {
            plain.push_back({formulas_->of(its.condition), yes});
            needed.push_back(plain.back());
        }
        add_unless(its.unless, plain, needed);
    };
    applies(policy);
    if (place.kind == PlaceKind::overruled) applies(rules_->policy(policy.overrides[place.key.part]));
    Wanted wanted;
    Wants alone = plain;
    for (const model::Policy& other : rules_->policies) {
        const bool goes_before = std::ranges::find(other.overrides, id) != other.overrides.end();
        if (goes_before && other.condition) alone.push_back({formulas_->of(other.condition), not_yes});
    }
    wanted.cases = {alone, plain, needed};
    wanted.needed = needed;
    return wanted;
}

Wanted Questions::of_row(const examples::Place& place) {
    const model::Table& table = rules_->tables[place.key.which];
    const auto whole = [&](std::size_t row) {
        std::vector<FormulaId> tests;
        for (const model::TableTest& test : table.rows[row].tests) {
            if (test.condition) tests.push_back(formulas_->of(test.condition));
        }
        return formulas_->all(std::move(tests));
    };
    Wants plain;
    Wants needed;
    if (table.hit == model::HitPolicy::first) {
        for (std::size_t row = 0; row < place.key.part; ++row) needed.push_back({whole(row), no});
    }
    needed.push_back({whole(place.key.part), yes});
    return {{needed}, needed};
}

Wanted Questions::of_condition(const examples::Place& place) {
    const ExprId id(place.key.which);
    const auto just = [](const Wants& wants) { return Wanted{{wants}, wants}; };
    switch (place.kind) {
        case PlaceKind::holds:
        case PlaceKind::whole_holds: return just({{formulas_->of(id), yes}});
        case PlaceKind::does_not_hold:
        case PlaceKind::whole_does_not_hold: return just({{formulas_->of(id), no}});
        case PlaceKind::unknown: return just({{formulas_->of(id), Answers::unknown}});
        case PlaceKind::on_boundary:
        case PlaceKind::beside_boundary:
        case PlaceKind::below:
        case PlaceKind::above:
            if (!has(Added::boundary, place)) return {};
            // A count that is known as a range lies on its boundary with one end.
            if (std::holds_alternative<model::Existence>(rules_->expr(id).node)) {
                return {{{{added(Added::boundary, place), yes}}}, {}};
            }
            return just({{added(Added::boundary, place), yes}});
        case PlaceKind::just_beside: {
            if (!has(Added::boundary, place)) return {};
            const auto& node = std::get<model::Comparison>(rules_->expr(id).node);
            Wanted wanted;
            Wants beside = {{formulas_->of(id), examples::holds_on_boundary(node.op) ? no : yes}};
            if (has(Added::nearest, place)) {
                wanted.cases.push_back({{added(Added::nearest, place), yes}});
                beside.push_back({added(Added::near, place), yes});
            }
            wanted.cases.push_back(beside);
            wanted.needed = beside;
            return wanted;
        }
        case PlaceKind::first_day:
            if (has(Added::filled, place)) return {{{{added(Added::filled, place), yes}}}, {}};
            break;
        default: break;
    }
    return {};
}

bool Questions::is_out_of_reach(const Wanted& wanted) {
    if (wanted.needed.empty()) return false;
    analyse::Question question(*formulas_);
    for (const Want& want : wanted.needed) question.want(want.formula, want.answers);
    return question.ask() == Found::no;
}

analyse::NotExamined Questions::not_examined(const examples::Place& place) {
    const Wanted wanted = of(place);
    for (const Wants& wants : wanted.cases) {
        for (const Want& want : wants) {
            if (const auto why = formulas_->not_examined(want.formula); why != analyse::NotExamined::nothing)
                return why;
        }
    }
    return analyse::NotExamined::nothing;
}

}  // namespace wegwijzer::coverage
