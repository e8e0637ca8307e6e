// Signals in a formula: when one holds and how seriously, how many do, and in which fase.
#include <algorithm>

#include "engine/analyse/formula.h"
#include "engine/analyse/stretches.h"
#include "engine/model/compare_op.h"
#include "engine/model/print_model.h"

namespace wegwijzer::analyse {

using model::CompareOp;
using model::ValueKind;

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
    const FormulaId result = signal(id, levels, tri_of(holds(op, 0 <=> level)));
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
    return place ? constant(tri_of(holds(op, signal.weight.micros() <=> *place))) : free(NotExamined::calculates);
}

}  // namespace wegwijzer::analyse
