#include "tests/differential/random_rules.h"

namespace wegwijzer::test {

namespace {

using model::Quantifier;

}  // namespace

RandomRules::ExprId RandomRules::leaf_condition(Scope scope) {
    if (scope.is_policy && !scope.in_signal_filter && !write_.rules.signals.empty() && random_.one_in(3)) {
        return write_.add(model::SignalState{model::SignalId(random_.below(write_.rules.signals.size()))},
                          Kind::boolean);
    }
    if (scope.in_signal_filter && random_.one_in(2)) {
        const bool of_factor = random_.one_in(2);
        const auto& domain = of_factor ? write_.rules.factors.size() : write_.rules.clusters.size();
        model::ValueType type{Kind::choice, "", of_factor ? write_.rules.factor_domain : write_.rules.cluster_domain};
        const ExprId field = write_.add(
            model::SignalFieldValue{of_factor ? model::SignalField::factor : model::SignalField::cluster}, type);
        if (random_.one_in(6)) return write_.add(model::Knownness{field, random_.one_in(2)}, Kind::boolean);
        const ExprId name =
            write_.add(model::Literal{model::ChoiceValue{static_cast<std::uint32_t>(random_.below(domain))}}, type);
        return write_.compare(random_.one_in(3) ? model::CompareOp::not_equal : model::CompareOp::equal, field, name);
    }
    if (may_aggregate(scope) && random_.one_in(3)) return existence(scope);
    if (random_.one_in(5)) {
        if (const auto field = field_of(Kind::boolean, scope)) return *field;
    }
    if (random_.one_in(6)) {
        if (const auto name = named(Kind::boolean, scope)) return *name;
    }
    if (random_.one_in(8)) {
        if (const auto made = aggregate(Kind::boolean, scope)) return *made;
    }
    return relation(scope, 0);
}

RandomRules::ExprId RandomRules::relation(Scope scope, int depth) {
    std::vector<Kind> kinds{Kind::number, Kind::number, Kind::number, Kind::date,
                            Kind::text,   Kind::choice, Kind::boolean};
    if (scope.is_policy || scope.in_signal_filter) kinds.insert(kinds.end(), 3, Kind::severity);
    const Kind kind = pick(kinds);
    const bool is_special = kind == Kind::number && random_.one_in(3);
    const auto some = [&] {
        if (is_special && !scope.in_signal_filter && !random_.one_in(3)) return special_number(scope);
        return kind == Kind::boolean ? condition(scope, depth - 1) : value(kind, scope, depth);
    };
    // Beside a literal more often than beside anything else, as rules are.
    const auto other = [&] {
        if ((kind == Kind::number || kind == Kind::date) && random_.one_in(40)) return failing(kind);
        if (is_special) return some();
        if (random_.one_in(2)) return kind == Kind::boolean ? write_.truth(random_.one_in(2)) : literal(kind);
        return some();
    };
    const bool is_ordered = kind != Kind::text && kind != Kind::boolean;
    const std::uint64_t form = random_.below(8);
    if (form == 0) return write_.add(model::Knownness{some(), random_.one_in(2)}, Kind::boolean);
    if (form == 1 && is_ordered) {
        return write_.add(model::Between{some(), other(), other(), random_.one_in(3)}, Kind::boolean);
    }
    if (form == 2) {
        model::OneOf node{some(), {}, random_.one_in(3)};
        for (std::uint64_t i = random_.between(2, 4); i > 0; --i) node.options.push_back(other());
        return write_.add(node, Kind::boolean);
    }
    const auto op = is_ordered ? static_cast<model::CompareOp>(random_.below(6))
                               : (random_.one_in(2) ? model::CompareOp::equal : model::CompareOp::not_equal);
    const ExprId left = some();
    const ExprId right = other();
    return random_.one_in(4) ? write_.compare(op, right, left) : write_.compare(op, left, right);
}

RandomRules::ExprId RandomRules::whole_number(Scope scope) {
    // A parameter, or written: the language has nothing else here.
    for (std::size_t i = 0; i < write_.rules.parameters.size() && !scope.fields_only; ++i) {
        const model::ParameterId id(i);
        if (write_.rules.parameter(id).type.kind == Kind::number && random_.one_in(3)) {
            return write_.add(model::ParameterValue{id}, Kind::number);
        }
    }
    return write_.micros(random_.between(0, 3) * Decimal::one_in_micros);
}

RandomRules::ExprId RandomRules::quantified(Scope scope, int depth) {
    model::Quantified node;
    node.quantifier = static_cast<Quantifier>(random_.below(5));
    if (node.quantifier != Quantifier::all && node.quantifier != Quantifier::none) node.count = whole_number(scope);
    for (std::int64_t i = random_.between(2, 4); i > 0; --i) node.operands.push_back(condition(scope, depth - 1));
    return write_.add(node, Kind::boolean);
}

RandomRules::ExprId RandomRules::condition(Scope scope, int depth) {
    if (depth <= 0) return leaf_condition(scope);
    switch (random_.below(9)) {
        case 0: return write_.add(model::Not{condition(scope, depth - 1)}, Kind::boolean);
        case 1:
        case 2:
            return write_.add(model::And{{condition(scope, depth - 1), condition(scope, depth - 1)}}, Kind::boolean);
        case 3:
        case 4: return write_.add(model::Or{{condition(scope, depth - 1), condition(scope, depth - 1)}}, Kind::boolean);
        case 5: return quantified(scope, depth);
        case 6: return random_.one_in(3) ? conditional(Kind::boolean, scope, depth) : leaf_condition(scope);
        default: return relation(scope, depth);
    }
}

RandomRules::ExprId RandomRules::filter(SeriesId series) {
    if (random_.one_in(3)) return {};
    return condition({.events = series}, random_.one_in(3) ? 1 : 0);
}

RandomRules::ExprId RandomRules::signal_filter() {
    Scope scope;
    scope.in_signal_filter = true;
    return condition(scope, random_.one_in(3) ? 1 : 0);
}

model::Selection RandomRules::selection(Scope scope, bool takes_any) {
    if (scope.is_policy && random_.one_in(2)) return {{}, random_.one_in(4) ? ExprId{} : signal_filter(), {}};
    model::Selection selection;
    selection.series = SeriesId(random_.below(write_.rules.schema->series.size()));
    selection.filter = filter(selection.series);
    if (!random_.one_in(3)) selection.period = period(takes_any);
    return selection;
}

RandomRules::ExprId RandomRules::existence(Scope scope) {
    model::Existence node;
    node.quantifier = static_cast<Quantifier>(random_.between(1, 4));
    if (node.quantifier != Quantifier::none) node.count = whole_number(scope);
    node.selection = selection(scope, true);
    return write_.add(node, Kind::boolean);
}

model::PeriodId RandomRules::period(bool takes_any) {
    model::Period period;
    period.kind = static_cast<model::Period::Kind>(random_.below(7));
    if (takes_any && random_.one_in(4)) period.kind = model::Period::Kind::any;
    period.within_academic_year = random_.one_in(6);
    const auto day = [&]() -> ExprId {
        if (random_.one_in(3)) {
            if (const auto name = named(Kind::date, {})) return *name;
        }
        if (random_.one_in(3)) return write_.field(Records::gesprek_op);
        return random_.one_in(4) ? write_.add(model::ReferenceDate{}, Kind::date) : literal(Kind::date);
    };
    switch (period.kind) {
        case model::Period::Kind::last:
        case model::Period::Kind::any: {
            period.length.length = length();
            std::vector<model::ParameterId> lengths;
            for (std::size_t i = 0; i < write_.rules.parameters.size(); ++i)
                if (write_.rules.parameters[i].type.kind == Kind::duration) lengths.emplace_back(i);
            if (!lengths.empty() && random_.one_in(3)) {
                period.length.parameter = pick(lengths);
                period.length.length.unit = write_.rules.parameter(period.length.parameter).unit;
            }
            break;
        }
        case model::Period::Kind::study_weeks: {
            const std::int64_t first = random_.between(1, 6);
            period.first = write_.micros(first * Decimal::one_in_micros);
            period.last_one =
                random_.one_in(2) ? period.first : write_.micros(random_.between(first, 10) * Decimal::one_in_micros);
            break;
        }
        case model::Period::Kind::phase:
            period.phase = model::PhaseId(random_.below(write_.rules.phases.size()));
            break;
        case model::Period::Kind::between:
            period.first = day();
            period.last_one = day();
            break;
        case model::Period::Kind::since: period.first = day(); break;
        case model::Period::Kind::since_start:
        case model::Period::Kind::this_academic_year: break;
    }
    return write_.period(period);
}

}  // namespace wegwijzer::test
