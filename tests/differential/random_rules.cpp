#include "tests/differential/random_rules.h"

#include <fmt/format.h>

namespace wegwijzer::test {

namespace {

Date day(std::int64_t from_monday) { return Date::from_days(some_monday + static_cast<std::int32_t>(from_monday)); }

}  // namespace

model::RuleSet RandomRules::make() {
    make_calendars();
    make_model();
    make_parameters();
    for (std::int64_t i = random_.between(0, 5); i > 0; --i) {
        static const std::vector<Kind> kinds{Kind::number,  Kind::number, Kind::date,
                                             Kind::boolean, Kind::text,   Kind::choice};
        const Kind kind = pick(kinds);
        const ExprId expr = kind == Kind::boolean ? condition({}, 2) : value(kind, {}, 2);
        write_.name_concept(expr);
        if (random_.one_in(2)) make_table();
    }
    for (std::int64_t i = random_.between(1, 6); i > 0; --i) make_signal();
    for (std::int64_t i = random_.one_in(2) ? random_.between(1, 2) : 0; i > 0; --i) make_plan();
    for (std::int64_t i = random_.between(0, 4); i > 0; --i) make_policy();
    model::Intervention& intervention = write_.rules.interventions.front();
    if (random_.one_in(2)) intervention.at_most_once_per = some_length();
    intervention.origin = write_.new_span();
    return std::move(write_).finish();
}

void RandomRules::make_calendars() {
    if (random_.one_in(8)) return;
    std::vector<Calendar> calendars;
    Calendar year{"jaar", {day(random_.between(-3, 30)), day(100)}, {}};
    for (std::int64_t i = random_.between(0, 3); i > 0; --i) {
        const std::int64_t from = random_.between(0, 90);
        year.holidays.push_back({"vrij", {day(from), day(from + random_.between(0, 8))}});
    }
    calendars.push_back(year);
    if (random_.one_in(2)) calendars.push_back({"vorig", {day(-200), day(-10)}, {}});
    write_.rules.calendars = Calendars(std::move(calendars));
}

void RandomRules::make_model() {
    model::RuleSet& rules = write_.rules;
    const auto phase = [&](PhaseSpan span) {
        rules.phases.push_back({fmt::format("fase_{}", rules.phases.size()), "", span});
    };
    phase({PhaseSpan::Kind::days, 1, random_.between(1, 60), {}});
    phase({PhaseSpan::Kind::from_day, random_.between(1, 60), 0, {}});
    phase({PhaseSpan::Kind::before_start, 0, 0, {}});
    phase({PhaseSpan::Kind::study_weeks, random_.between(1, 5), random_.between(5, 9), {}});
    phase({PhaseSpan::Kind::dates, 0, 0, {day(random_.between(-10, 40)), day(random_.between(20, 80))}});
    rules.clusters = {{"een", ""}, {"twee", ""}};
    rules.factors = {{"a", "", model::ClusterId(0), {}}, {"b", "", model::ClusterId(1), {}}, {"c", "", {}, {}}};
    rules.choice_domains[1].names = {"a", "b", "c"};
    rules.choice_domains[2].names = {"een", "twee"};
    rules.roles.emplace_back().name = "slber";
    model::Intervention& intervention = rules.interventions.emplace_back();
    intervention.name = "gesprek";
    intervention.by = model::RoleId(0);
}

Length RandomRules::length() {
    static const std::vector<LengthUnit> units{LengthUnit::days,           LengthUnit::weeks,  LengthUnit::working_days,
                                               LengthUnit::teaching_weeks, LengthUnit::months, LengthUnit::years};
    const LengthUnit unit = pick(units);
    return {random_.between(1, unit == LengthUnit::days ? 40 : 5), unit};
}

model::Constant RandomRules::constant(Kind kind) {
    const ExprId made = literal(kind);
    return std::get<model::Literal>(write_.rules.expr(made).node).value;
}

void RandomRules::make_parameters() {
    for (const Kind kind : {Kind::number, Kind::percentage, Kind::date, Kind::boolean, Kind::text, Kind::choice})
        if (!random_.one_in(3)) make_parameter(kind);
    for (int i = 0; i < 2; ++i) make_parameter(Kind::duration);
}

void RandomRules::make_parameter(Kind kind) {
    model::Parameter parameter;
    parameter.name = fmt::format("parameter_{}", write_.rules.parameters.size());
    parameter.type = RuleWriter::type_of(kind);
    const Length unit = length();
    parameter.unit = unit.unit;
    const auto some = [&]() -> model::Constant {
        if (kind == Kind::duration) return Length{random_.between(1, 5), unit.unit};
        return constant(kind);
    };
    if (!random_.one_in(6)) parameter.value = some();
    for (std::int64_t i = random_.between(parameter.value ? 0 : 1, 3); i > 0; --i) {
        model::Override line;
        line.value = !parameter.value || random_.one_in(2) ? some() : *parameter.value;
        // An open choice has a line without a condition.
        const bool is_settling = !parameter.value && parameter.overrides.empty();
        if (!is_settling && !random_.one_in(5)) {
            Scope scope;
            scope.fields_only = true;
            line.condition = condition(scope, random_.one_in(2) ? 1 : 0);
        }
        line.origin = write_.new_span();
        parameter.overrides.push_back(std::move(line));
    }
    parameter.origin = write_.new_span();
    write_.rules.parameters.push_back(std::move(parameter));
}

// Columns of any kind; cells that say something of their column; a result of one kind, often the same one.
void RandomRules::make_table() {
    static const std::vector<Kind> kinds{Kind::number, Kind::date, Kind::boolean, Kind::text, Kind::choice};
    model::Table table;
    table.name = fmt::format("tabel_{}", write_.rules.tables.size());
    const Kind result = pick(kinds);
    table.type = RuleWriter::type_of(result);
    table.hit = random_.one_in(2) ? model::HitPolicy::first : model::HitPolicy::unique;
    for (std::int64_t i = random_.between(1, 3); i > 0; --i) {
        const Kind kind = pick(kinds);
        table.columns.push_back(value(kind, {}, 1));
    }
    const auto some_result = [&] { return result == Kind::boolean ? condition({}, 0) : value(result, {}, 0); };
    const ExprId usual = some_result();
    for (std::int64_t i = random_.between(1, 4); i > 0; --i) {
        model::TableRow row;
        for (const ExprId column : table.columns) row.tests.push_back({cell(column), write_.new_span()});
        row.result = random_.one_in(2) ? usual : some_result();
        row.origin = write_.new_span();
        table.rows.push_back(std::move(row));
    }
    table.origin = write_.new_span();
    write_.rules.tables.push_back(std::move(table));
}

RandomRules::ExprId RandomRules::cell(ExprId column) {
    const Kind kind = write_.rules.expr(column).type.kind;
    const auto other = [&] { return value(kind, {}, 0); };
    const bool has_order = kind != Kind::boolean && kind != Kind::text;
    switch (random_.below(has_order ? 6 : 4)) {
        case 0: return {};
        case 1: return write_.add(model::Knownness{column, false}, Kind::boolean);
        case 2: return write_.add(model::OneOf{column, {other(), other()}, false}, Kind::boolean);
        case 3: return write_.compare(model::CompareOp::equal, column, other());
        case 4: return write_.add(model::Between{column, other(), other(), false}, Kind::boolean);
        default: return write_.compare(static_cast<model::CompareOp>(random_.below(6)), column, other());
    }
}

void RandomRules::make_signal() {
    model::Signal signal;
    signal.kind = random_.one_in(4) ? static_cast<model::SignalKind>(random_.between(1, 2)) : model::SignalKind::signal;
    signal.name = fmt::format("signaal_{}", write_.rules.signals.size());
    if (!random_.one_in(5)) signal.factor = model::FactorId(random_.below(write_.rules.factors.size()));
    if (random_.one_in(3)) {
        for (std::int64_t i = random_.between(1, 2); i > 0; --i)
            signal.phases.emplace_back(random_.below(write_.rules.phases.size()));
    }
    const bool always = random_.one_in(6);
    const auto level = [&](model::Severity severity) {
        if (always) {
            signal.levels.push_back({severity, write_.truth(true), write_.new_span()});
            return;
        }
        signal.levels.push_back({severity, condition({}, static_cast<int>(random_.between(0, 3))), write_.new_span()});
    };
    if (signal.kind == model::SignalKind::signal && random_.one_in(2)) {
        for (const auto severity : {model::Severity::high, model::Severity::medium, model::Severity::low})
            if (!random_.one_in(3) || (severity == model::Severity::low && signal.levels.empty())) level(severity);
    } else {
        level(model::Severity::medium);
    }
    for (std::int64_t i = random_.one_in(3) ? random_.between(1, 2) : 0; i > 0; --i)
        signal.unless.push_back(condition({}, 1));
    if (random_.one_in(2))
        signal.weight =
            Decimal::from_micros(random_.one_in(2) ? 9'000'000'000'000'000'000 : random_.between(1, 6) * 500'000);
    signal.origin = write_.new_span();
    write_.rules.signals.push_back(std::move(signal));
}

model::LengthSource RandomRules::parameter_length() {
    std::vector<model::ParameterId> lengths;
    for (std::size_t at = 0; at < write_.rules.parameters.size(); ++at)
        if (write_.rules.parameters[at].type.kind == Kind::duration) lengths.emplace_back(at);
    const model::ParameterId parameter = pick(lengths);
    return {{0, write_.rules.parameter(parameter).unit}, parameter};
}

model::LengthSource RandomRules::some_length() {
    return random_.one_in(2) ? parameter_length() : model::LengthSource{length(), {}};
}

void RandomRules::make_plan() {
    Scope scope;
    scope.is_policy = true;
    model::Plan plan;
    plan.name = fmt::format("aanpak_{}", write_.rules.plans.size());
    if (!random_.one_in(8)) plan.goal = condition(scope, static_cast<int>(random_.between(0, 2)));
    for (std::int64_t i = random_.between(1, 3); i > 0; --i) {
        model::PlanStep step;
        step.intervention = model::InterventionId(0);
        step.by = model::RoleId(0);
        step.origin = write_.new_span();
        switch (random_.below(4)) {
            case 0: step.within = some_length(); break;
            case 1: step.after = some_length(); break;
            case 2:
                step.first_week = literal(Kind::number);
                if (const auto name = named(Kind::number, {}); name && random_.one_in(2)) step.first_week = *name;
                step.last_week = random_.one_in(2) ? step.first_week : literal(Kind::number);
                break;
            default: break;
        }
        plan.steps.push_back(std::move(step));
    }
    plan.origin = write_.new_span();
    write_.rules.plans.push_back(std::move(plan));
}

void RandomRules::make_policy() {
    Scope scope;
    scope.is_policy = true;
    model::Policy policy;
    policy.name = fmt::format("beleid_{}", write_.rules.policies.size());
    if (!random_.one_in(8)) policy.condition = condition(scope, static_cast<int>(random_.between(0, 3)));
    for (std::int64_t i = random_.between(0, 2); i > 0; --i) policy.unless.push_back(condition(scope, 1));
    for (std::int64_t i = random_.between(1, 2); i > 0; --i) {
        model::Advice advice;
        advice.intervention = model::InterventionId(0);
        advice.by = model::RoleId(0);
        advice.origin = write_.new_span();
        if (!write_.rules.plans.empty() && random_.one_in(3)) {
            advice = {};
            advice.plan = model::PlanId(random_.below(write_.rules.plans.size()));
            advice.origin = write_.new_span();
            policy.advises.push_back(std::move(advice));
            continue;
        }
        switch (random_.below(4)) {
            case 0: advice.within = model::LengthSource{{random_.between(1, 5), LengthUnit::weeks}, {}}; break;
            case 1: advice.within = parameter_length(); break;
            case 2:
                advice.due = random_.one_in(2) ? write_.field(Records::gesprek_op) : literal(Kind::date);
                if (const auto name = named(Kind::date, {}); name && random_.one_in(2)) advice.due = *name;
                break;
            default: break;
        }
        policy.advises.push_back(std::move(advice));
    }
    policy.origin = write_.new_span();
    write_.rules.policies.push_back(std::move(policy));
}

}  // namespace wegwijzer::test
