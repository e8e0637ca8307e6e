#include "tests/differential/random_rules.h"

namespace wegwijzer::test {

namespace {

using model::AggregateFunction;
using model::ValueKind;

// A parameter of type duur in months or working days stands in periods and terms only: the checker sees to that.
bool is_value(const model::Parameter& parameter) {
    return parameter.type.kind != ValueKind::duration || parameter.unit == LengthUnit::days ||
           parameter.unit == LengthUnit::weeks;
}

bool needs_field(AggregateFunction function) {
    switch (function) {
        case AggregateFunction::count:
        case AggregateFunction::time_since_last:
        case AggregateFunction::longest_run:
        case AggregateFunction::longest_run_days: return false;
        default: return true;
    }
}

bool fits(ValueKind asked, ValueKind kind) { return asked == kind || (is_numeric(asked) && is_numeric(kind)); }

}  // namespace

bool is_numeric(ValueKind kind) {
    switch (kind) {
        case ValueKind::number:
        case ValueKind::grade:
        case ValueKind::percentage:
        case ValueKind::points:
        case ValueKind::duration: return true;
        default: return false;
    }
}

std::int64_t RandomRules::some_micros() {
    switch (random_.below(8)) {
        case 0: return 0;
        case 1: return random_.between(1, 4) * Decimal::one_in_micros;
        case 2: return random_.between(1, 20) * 500'000;
        case 3: return random_.between(-10, 100) * 100'000;
        case 4: return 5'500'000;
        case 5: return random_.between(0, 10) * 100'000;
        case 6: return random_.one_in(2) ? 9'000'000'000'000'000'000 : -9'000'000'000'000'000'000;
        default: return random_.any_size();
    }
}

RandomRules::ExprId RandomRules::literal(Kind kind) {
    switch (kind) {
        case Kind::boolean: return write_.truth(random_.one_in(2));
        case Kind::date:
            return write_.date(Date::from_days(some_monday + static_cast<std::int32_t>(random_.between(-20, 80))));
        case Kind::text: {
            static const std::vector<std::string> words{"wiskunde", "taal", "ICT", "elders"};
            return write_.text(pick(words));
        }
        case Kind::choice: return write_.choice(static_cast<std::uint32_t>(random_.below(Records::niveau_count)));
        case Kind::severity: return write_.severity(static_cast<model::Severity>(random_.between(1, 3)));
        default: return write_.micros(some_micros());
    }
}

std::optional<RandomRules::ExprId> RandomRules::field_of(Kind kind, Scope scope) {
    std::vector<ExprId> found;
    const Schema& schema = *write_.rules.schema;
    if (scope.events && !random_.one_in(4)) {
        const Series& series = schema.series_of(scope.events);
        std::vector<SeriesFieldId> fields;
        for (std::size_t i = 0; i < series.fields.size(); ++i)
            if (fits(kind, write_.type_of(scope.events, SeriesFieldId(i)).kind)) fields.emplace_back(i);
        if (!fields.empty()) return write_.event_field(scope.events, pick(fields));
    }
    std::vector<FieldId> fields;
    for (std::size_t i = 1; i < schema.student_fields.size(); ++i)
        if (fits(kind, write_.type_of(FieldId(i)).kind)) fields.emplace_back(i);
    if (fields.empty()) return std::nullopt;
    return write_.field(pick(fields));
}

// A parameter or a begrip.
std::optional<RandomRules::ExprId> RandomRules::named(Kind kind, Scope scope) {
    if (scope.fields_only) return std::nullopt;
    if (random_.one_in(2)) {
        std::vector<model::ParameterId> found;
        for (std::size_t i = 0; i < write_.rules.parameters.size(); ++i)
            if (fits(kind, write_.rules.parameters[i].type.kind) && is_value(write_.rules.parameters[i]))
                found.emplace_back(i);
        if (found.empty()) return std::nullopt;
        const model::ParameterId parameter = pick(found);
        return write_.add(model::ParameterValue{parameter}, write_.rules.parameter(parameter).type);
    }
    if (random_.one_in(3)) {
        std::vector<model::TableId> tables;
        for (std::size_t i = 0; i < write_.rules.tables.size(); ++i)
            if (fits(kind, write_.rules.tables[i].type.kind)) tables.emplace_back(i);
        if (tables.empty()) return std::nullopt;
        const model::TableId table = pick(tables);
        return write_.add(model::TableValue{table}, write_.rules.table(table).type);
    }
    std::vector<model::ConceptId> found;
    for (std::size_t i = 0; i < write_.rules.concepts.size(); ++i)
        if (fits(kind, write_.rules.expr(write_.rules.concepts[i].expr).type.kind)) found.emplace_back(i);
    if (found.empty()) return std::nullopt;
    const model::ConceptId name = pick(found);
    return write_.add(model::ConceptValue{name}, write_.rules.expr(write_.rules.concept_of(name).expr).type);
}

std::optional<RandomRules::ExprId> RandomRules::aggregate(Kind kind, Scope scope) {
    if (!may_aggregate(scope)) return std::nullopt;
    if (scope.is_policy && random_.one_in(2)) {
        if (const auto made = signal_aggregate(kind)) return made;
    }
    std::vector<AggregateFunction> functions{AggregateFunction::first, AggregateFunction::last};
    if (is_numeric(kind)) {
        functions = {
            AggregateFunction::count,       AggregateFunction::count,       AggregateFunction::count_distinct,
            AggregateFunction::sum,         AggregateFunction::average,     AggregateFunction::average,
            AggregateFunction::highest,     AggregateFunction::lowest,      AggregateFunction::first,
            AggregateFunction::last,        AggregateFunction::change,      AggregateFunction::time_since_last,
            AggregateFunction::longest_run, AggregateFunction::longest_run, AggregateFunction::longest_run_days};
    } else if (kind == Kind::date || kind == Kind::choice) {
        functions.push_back(AggregateFunction::highest);
        functions.push_back(AggregateFunction::lowest);
    }
    const AggregateFunction function = pick(functions);
    model::Selection selection =
        this->selection({}, function == AggregateFunction::count || function == AggregateFunction::sum);
    const bool is_run = function == AggregateFunction::longest_run || function == AggregateFunction::longest_run_days;
    if (is_run && random_.one_in(3)) selection = {Records::pogingen, filter(Records::pogingen), {}};
    if (function == AggregateFunction::change) {
        model::Period last;
        last.length.length = length();
        selection.period = write_.period(last);
    }
    if (function == AggregateFunction::time_since_last) selection.period = {};
    SeriesFieldId field;
    if (needs_field(function)) {
        std::vector<SeriesFieldId> fields;
        const bool any_field = function == AggregateFunction::count_distinct;
        const auto& series = write_.rules.schema->series_of(selection.series);
        for (std::size_t i = 0; i < series.fields.size(); ++i)
            if (any_field || fits(kind, write_.type_of(selection.series, SeriesFieldId(i)).kind))
                fields.emplace_back(i);
        if (fields.empty()) return std::nullopt;
        field = pick(fields);
    }
    return write_.aggregate(function, selection.series, field, selection.filter, selection.period);
}

std::optional<RandomRules::ExprId> RandomRules::signal_aggregate(Kind kind) {
    std::vector<AggregateFunction> functions;
    model::SignalField field = model::SignalField::weight;
    if (is_numeric(kind)) {
        functions = {AggregateFunction::count, AggregateFunction::count,   AggregateFunction::count_distinct,
                     AggregateFunction::sum,   AggregateFunction::average, AggregateFunction::highest,
                     AggregateFunction::lowest};
    } else if (kind == Kind::severity) {
        functions = {AggregateFunction::highest, AggregateFunction::lowest};
        field = model::SignalField::severity;
    } else {
        return std::nullopt;
    }
    const AggregateFunction function = pick(functions);
    if (function == AggregateFunction::count_distinct) field = static_cast<model::SignalField>(random_.below(4));
    model::Aggregate node{function, {}, field, {{}, random_.one_in(3) ? ExprId{} : signal_filter(), {}}};
    return write_.add(node, is_numeric(kind) ? Kind::number : kind);
}

RandomRules::ExprId RandomRules::conditional(Kind kind, Scope scope, int depth) {
    const ExprId when = condition(scope, depth - 1);
    const ExprId a = value(kind, scope, depth - 1);
    const ExprId b = random_.one_in(3) ? a : value(kind, scope, depth - 1);
    return write_.add(model::Conditional{when, a, b}, write_.rules.expr(a).type);
}

// A calculation that fails for everyone.
RandomRules::ExprId RandomRules::failing(Kind kind) {
    using model::ArithmeticOp;
    constexpr std::int64_t much = 9'000'000'000'000'000'000;
    if (kind == Kind::date) {
        return write_.arithmetic(ArithmeticOp::add, literal(Kind::date), write_.micros(much), Kind::date);
    }
    const ExprId large = write_.micros(much);
    switch (random_.below(4)) {
        case 0: return write_.arithmetic(ArithmeticOp::subtract, write_.micros(-much), large, Kind::number);
        case 1: return write_.arithmetic(ArithmeticOp::multiply, large, large, Kind::number);
        case 2: return write_.arithmetic(ArithmeticOp::divide, large, write_.micros(0), Kind::number, true);
        default: return write_.arithmetic(ArithmeticOp::divide, large, write_.micros(1), Kind::number, true);
    }
}

// What comparisons treat in a way of its own: a count, an average, a single division, a calculation that fails.
RandomRules::ExprId RandomRules::special_number(Scope scope) {
    using model::ArithmeticOp;
    if (random_.one_in(5)) return failing(Kind::number);
    if (!may_aggregate(scope) || random_.one_in(3)) {
        return write_.arithmetic(ArithmeticOp::divide, value(Kind::number, scope, 0), value(Kind::number, scope, 0),
                                 Kind::number, true);
    }
    if (random_.one_in(2)) {
        // Large numbers, so that sums overflow.
        if (scope.is_policy && random_.one_in(2)) {
            const ExprId known = write_.add(model::SignalFieldValue{model::SignalField::severity}, Kind::severity);
            const ExprId filter = write_.compare(model::CompareOp::equal, known, literal(Kind::severity));
            model::Aggregate node{AggregateFunction::sum, {}, model::SignalField::weight, {{}, filter, {}}};
            return write_.add(node, Kind::number);
        }
        if (random_.one_in(2)) {
            model::Period any;
            any.kind = model::Period::Kind::any;
            any.length.length = length();
            return write_.aggregate(AggregateFunction::sum, Records::toetsen, Records::toets_grootte, {},
                                    random_.one_in(2) ? write_.period(any) : model::PeriodId{});
        }
        return write_.aggregate(AggregateFunction::change, Records::toetsen, Records::toets_grootte, {},
                                write_.last(random_.between(10, 40), LengthUnit::days));
    }
    model::Selection selection = this->selection(scope);
    if (selection.of_signals() || random_.one_in(2)) {
        return write_.add(model::Aggregate{AggregateFunction::count, {}, {}, selection}, Kind::number);
    }
    const auto field = selection.series == Records::presenties ? Records::presentie_aandeel
                       : selection.series == Records::pogingen ? Records::poging_cijfer
                                                               : Records::toets_cijfer;
    if (selection.series == Records::gesprekken) selection = {Records::toetsen, {}, selection.period};
    return write_.aggregate(AggregateFunction::average, selection.series, field, selection.filter, selection.period);
}

RandomRules::ExprId RandomRules::number(Scope scope, int depth) {
    using model::ArithmeticOp;
    switch (random_.below(8)) {
        case 0: return write_.add(model::Negation{value(Kind::number, scope, depth - 1)}, Kind::number);
        case 1:
            return write_.arithmetic(ArithmeticOp::subtract, value(Kind::date, scope, depth - 1),
                                     value(Kind::date, scope, depth - 1), Kind::duration);
        case 2:
        case 3:
            return write_.arithmetic(ArithmeticOp::divide, value(Kind::number, scope, depth - 1),
                                     value(Kind::number, scope, depth - 1), Kind::number, random_.one_in(2));
        default:
            return write_.arithmetic(static_cast<ArithmeticOp>(random_.below(4)), value(Kind::number, scope, depth - 1),
                                     value(Kind::number, scope, depth - 1), Kind::number);
    }
}

RandomRules::ExprId RandomRules::date(Scope scope, int depth) {
    using model::ArithmeticOp;
    switch (random_.below(5)) {
        case 0: return write_.add(model::ReferenceDate{}, Kind::date);
        case 1: {
            const std::int64_t months = random_.one_in(6) ? 200'000 : random_.between(-14, 14);
            return write_.add(model::MonthShift{value(Kind::date, scope, depth - 1), months}, Kind::date);
        }
        case 2:
            return write_.arithmetic(ArithmeticOp::add, value(Kind::number, scope, depth - 1),
                                     value(Kind::date, scope, depth - 1), Kind::date);
        case 3:
            return write_.arithmetic(ArithmeticOp::subtract, value(Kind::date, scope, depth - 1),
                                     value(Kind::number, scope, depth - 1), Kind::date);
        default:
            return write_.arithmetic(ArithmeticOp::add, value(Kind::date, scope, depth - 1),
                                     value(Kind::number, scope, depth - 1), Kind::date);
    }
}

RandomRules::ExprId RandomRules::severity(Scope scope, int /*depth*/) {
    if (scope.in_signal_filter && !random_.one_in(4)) {
        return write_.add(model::SignalFieldValue{model::SignalField::severity}, Kind::severity);
    }
    if (scope.is_policy && !scope.in_signal_filter && !write_.rules.signals.empty() && !random_.one_in(4)) {
        return write_.add(model::SignalSeverity{model::SignalId(random_.below(write_.rules.signals.size()))},
                          Kind::severity);
    }
    return literal(Kind::severity);
}

RandomRules::ExprId RandomRules::value(Kind kind, Scope scope, int depth) {
    if (scope.in_signal_filter && is_numeric(kind) && random_.one_in(2)) {
        return write_.add(model::SignalFieldValue{model::SignalField::weight}, Kind::number);
    }
    for (int attempt = 0; attempt < 6; ++attempt) {
        std::optional<ExprId> made;
        switch (random_.below(depth > 0 ? 10 : 6)) {
            case 0: return kind == Kind::severity ? severity(scope, depth) : literal(kind);
            case 1:
            case 2: made = field_of(kind, scope); break;
            case 3: made = named(kind, scope); break;
            case 4:
            case 5: made = aggregate(kind, scope); break;
            case 6: return conditional(kind, scope, depth);
            default:
                if (is_numeric(kind)) return number(scope, depth);
                if (kind == Kind::date) return date(scope, depth);
                if (kind == Kind::severity) return severity(scope, depth);
                break;
        }
        if (made) return *made;
    }
    return kind == Kind::severity ? severity(scope, depth) : literal(kind);
}

}  // namespace wegwijzer::test
