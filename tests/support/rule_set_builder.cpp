#include "tests/support/rule_set_builder.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <utility>

namespace wegwijzer::test {

Date day(std::string_view iso) {
    const std::optional<Date> date = parse_iso_date(iso);
    BOOST_REQUIRE_MESSAGE(date, "no such day: " << iso);
    return *date;
}

Decimal dec(std::string_view text) {
    const std::optional<Decimal> number = parse_decimal(text, '.');
    BOOST_REQUIRE_MESSAGE(number, "no number: " << text);
    return *number;
}

DateInterval days(std::string_view from, std::string_view to) { return {day(from), day(to)}; }

FieldType type_of(FieldKind kind) {
    FieldType type;
    type.kind = kind;
    return type;
}

FieldType choice_of(std::initializer_list<const char*> names, bool ordered) {
    FieldType type = type_of(FieldKind::choice);
    for (const char* name : names) type.choices.push_back({name, name});
    type.ordered = ordered;
    return type;
}

Events Events::with(ExprId filter) const {
    Events result = *this;
    result.selection.filter = filter;
    return result;
}

Events Events::in(model::PeriodId period) const {
    Events result = *this;
    result.selection.period = period;
    return result;
}

RuleSetBuilder::RuleSetBuilder() {
    rules_.packs.push_back({});
    rules_.packs.front().name = "proef";
    rules_.factor_domain = model::ChoiceDomainId(0);
    rules_.cluster_domain = model::ChoiceDomainId(1);
    rules_.choice_domains.resize(2);
    schema_.key = field("studentnummer", FieldKind::key);
}

FieldId RuleSetBuilder::field(std::string_view name, const FieldType& type) {
    schema_.student_fields.push_back({std::string(name), type, std::string(name), {}});
    return FieldId(schema_.student_fields.size() - 1);
}

FieldId RuleSetBuilder::start_field(std::string_view name) {
    schema_.start = field(name, FieldKind::date);
    return schema_.start;
}

SeriesId RuleSetBuilder::series(std::string_view singular, std::string_view plural, std::vector<SeriesField> fields,
                                std::string_view last_counts_per) {
    Series series;
    series.singular = singular;
    series.plural = plural;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const SeriesField& field = fields[i];
        if (field.type.kind == FieldKind::date && series.date_field.is_none()) series.date_field = SeriesFieldId(i);
        if (field.name == last_counts_per) series.last_counts_per = SeriesFieldId(i);
        series.fields.push_back({field.name, field.type, field.name, {}});
    }
    schema_.series.push_back(std::move(series));
    return SeriesId(schema_.series.size() - 1);
}

SeriesFieldId RuleSetBuilder::field_of(SeriesId series, std::string_view name) const {
    const std::vector<Field>& fields = schema_.series_of(series).fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].name == name) return SeriesFieldId(i);
    }
    BOOST_FAIL("no such field: " << name);
    return {};
}

void RuleSetBuilder::calendar(std::string_view name, DateInterval days, std::vector<Holiday> holidays) {
    calendars_.push_back({std::string(name), days, std::move(holidays)});
}

model::PhaseId RuleSetBuilder::phase(std::string_view name, PhaseSpan span) {
    rules_.phases.push_back({std::string(name), {}, span});
    return model::PhaseId(rules_.phases.size() - 1);
}

model::ClusterId RuleSetBuilder::cluster(std::string_view name) {
    rules_.clusters.push_back({std::string(name), {}});
    rules_.choice_domains[rules_.cluster_domain.index()].names.emplace_back(name);
    return model::ClusterId(rules_.clusters.size() - 1);
}

model::FactorId RuleSetBuilder::factor(std::string_view name, model::ClusterId cluster) {
    rules_.factors.push_back({std::string(name), {}, cluster, {}});
    rules_.choice_domains[rules_.factor_domain.index()].names.emplace_back(name);
    return model::FactorId(rules_.factors.size() - 1);
}

model::ParameterId RuleSetBuilder::parameter(std::string_view name, model::ValueKind kind,
                                             std::optional<model::Constant> value, LengthUnit unit) {
    model::Parameter parameter;
    parameter.name = name;
    parameter.type.kind = kind;
    parameter.unit = unit;
    parameter.value = std::move(value);
    rules_.parameters.push_back(std::move(parameter));
    return model::ParameterId(rules_.parameters.size() - 1);
}

void RuleSetBuilder::set(model::ParameterId parameter, model::Constant value, ExprId condition) {
    model::Override line;
    line.value = std::move(value);
    line.condition = condition;
    rules_.parameters[parameter.index()].overrides.push_back(std::move(line));
}

model::ConceptId RuleSetBuilder::concept_named(std::string_view name, ExprId expr) {
    rules_.concepts.push_back({std::string(name), {}, expr, {}});
    return model::ConceptId(rules_.concepts.size() - 1);
}

model::ValueType RuleSetBuilder::value_type(const FieldType& type) {
    model::ValueType result;
    switch (type.kind) {
        case FieldKind::key:
        case FieldKind::text: result.kind = model::ValueKind::text; break;
        case FieldKind::number:
        case FieldKind::integer:
            result.kind = model::ValueKind::number;
            result.unit = type.unit;
            break;
        case FieldKind::grade: result.kind = model::ValueKind::grade; break;
        case FieldKind::percentage: result.kind = model::ValueKind::percentage; break;
        case FieldKind::date: result.kind = model::ValueKind::date; break;
        case FieldKind::duration: result.kind = model::ValueKind::duration; break;
        case FieldKind::boolean: result.kind = model::ValueKind::boolean; break;
        case FieldKind::choice: {
            model::ChoiceDomain domain;
            for (const Choice& choice : type.choices) domain.names.push_back(choice.name);
            domain.ordered = type.ordered;
            result.kind = model::ValueKind::choice;
            std::vector<model::ChoiceDomain>& domains = rules_.choice_domains;
            const auto same = std::find_if(domains.begin() + 2, domains.end(), [&](const model::ChoiceDomain& other) {
                return other.names == domain.names && other.ordered == domain.ordered;
            });
            result.choices = model::ChoiceDomainId(static_cast<std::size_t>(same - domains.begin()));
            if (same == domains.end()) domains.push_back(std::move(domain));
            break;
        }
    }
    return result;
}

ExprId RuleSetBuilder::add_expr(model::ExprNode node, model::ValueType type) {
    model::Expr expr;
    expr.node = std::move(node);
    expr.type = std::move(type);
    // No text: each expression has a place of its own, so that a fault can be told from another.
    const auto number = static_cast<std::uint32_t>(rules_.exprs.size());
    expr.origin = {SourceId(0), number, number + 1};
    rules_.exprs.push_back(std::move(expr));
    return ExprId(number);
}

ExprId RuleSetBuilder::literal(model::Constant value, model::ValueKind kind) {
    return add_expr(model::Literal{std::move(value)}, {kind, {}, {}});
}

ExprId RuleSetBuilder::value(FieldId field) {
    return add_expr(model::StudentFieldValue{field}, value_type(schema_.field(field).type));
}

ExprId RuleSetBuilder::value(SeriesId series, std::string_view field) {
    const SeriesFieldId id = field_of(series, field);
    return add_expr(model::EventFieldValue{series, id}, value_type(schema_.series_of(series).fields[id.index()].type));
}

ExprId RuleSetBuilder::value(model::SignalField field) {
    model::ValueType type;
    type.kind = model::ValueKind::severity;
    if (field == model::SignalField::weight) type.kind = model::ValueKind::number;
    if (field == model::SignalField::factor) type = {model::ValueKind::choice, {}, rules_.factor_domain};
    if (field == model::SignalField::cluster) type = {model::ValueKind::choice, {}, rules_.cluster_domain};
    return add_expr(model::SignalFieldValue{field}, type);
}

ExprId RuleSetBuilder::value(model::ParameterId parameter) {
    return add_expr(model::ParameterValue{parameter}, rules_.parameter(parameter).type);
}

ExprId RuleSetBuilder::value(model::ConceptId concept_id) {
    return add_expr(model::ConceptValue{concept_id}, rules_.expr(rules_.concept_of(concept_id).expr).type);
}

ExprId RuleSetBuilder::number(std::string_view text) { return literal(dec(text), model::ValueKind::number); }
ExprId RuleSetBuilder::text(std::string_view text) { return literal(std::string(text), model::ValueKind::text); }
ExprId RuleSetBuilder::date(std::string_view iso) { return literal(day(iso), model::ValueKind::date); }
ExprId RuleSetBuilder::choice(std::uint32_t index) {
    return literal(model::ChoiceValue{index}, model::ValueKind::choice);
}
ExprId RuleSetBuilder::boolean(bool value) { return literal(value, model::ValueKind::boolean); }
ExprId RuleSetBuilder::severity(model::Severity severity) { return literal(severity, model::ValueKind::severity); }
ExprId RuleSetBuilder::reference_date() { return add_expr(model::ReferenceDate{}, {model::ValueKind::date, {}, {}}); }

ExprId RuleSetBuilder::arithmetic(model::ArithmeticOp op, ExprId left, ExprId right) {
    const model::ValueKind left_kind = rules_.expr(left).type.kind;
    const model::ValueKind right_kind = rules_.expr(right).type.kind;
    model::ValueType type{model::ValueKind::number, {}, {}};
    const int dates = (left_kind == model::ValueKind::date) + (right_kind == model::ValueKind::date);
    if (dates == 1) type.kind = model::ValueKind::date;
    if (dates == 2) type.kind = model::ValueKind::duration;
    return add_expr(model::Arithmetic{op, left, right, false}, type);
}

ExprId RuleSetBuilder::divide(ExprId left, ExprId right, bool single) {
    return add_expr(model::Arithmetic{model::ArithmeticOp::divide, left, right, single},
                    {model::ValueKind::number, {}, {}});
}

ExprId RuleSetBuilder::negate(ExprId operand) {
    return add_expr(model::Negation{operand}, {model::ValueKind::number, {}, {}});
}
ExprId RuleSetBuilder::months(ExprId date, std::int64_t months) {
    return add_expr(model::MonthShift{date, months}, {model::ValueKind::date, {}, {}});
}
ExprId RuleSetBuilder::if_then(ExprId condition, ExprId if_true, ExprId if_false) {
    return add_expr(model::Conditional{condition, if_true, if_false}, rules_.expr(if_true).type);
}
ExprId RuleSetBuilder::compare(ExprId left, CompareOp op, ExprId right) {
    return add_expr(model::Comparison{op, left, right});
}
ExprId RuleSetBuilder::between(ExprId value, ExprId low, ExprId high, bool negated) {
    return add_expr(model::Between{value, low, high, negated});
}
ExprId RuleSetBuilder::one_of(ExprId value, std::vector<ExprId> options, bool negated) {
    return add_expr(model::OneOf{value, std::move(options), negated});
}
ExprId RuleSetBuilder::is_known(ExprId value, bool asks_known) { return add_expr(model::Knownness{value, asks_known}); }
ExprId RuleSetBuilder::negation(ExprId operand) { return add_expr(model::Not{operand}); }
ExprId RuleSetBuilder::both(std::vector<ExprId> operands) { return add_expr(model::And{std::move(operands)}); }
ExprId RuleSetBuilder::either(std::vector<ExprId> operands) { return add_expr(model::Or{std::move(operands)}); }
ExprId RuleSetBuilder::list(Quantifier quantifier, ExprId count, std::vector<ExprId> operands) {
    return add_expr(model::Quantified{quantifier, count, std::move(operands)});
}

Events RuleSetBuilder::of(SeriesId series) const { return {{series, {}, {}}}; }
Events RuleSetBuilder::signals() const { return {}; }

ExprId RuleSetBuilder::count(const Events& events) { return aggregate(model::AggregateFunction::count, events); }

ExprId RuleSetBuilder::aggregate(model::AggregateFunction function, const Events& events, std::string_view field) {
    using Function = model::AggregateFunction;
    model::Aggregate node;
    node.function = function;
    node.selection = events.selection;
    model::ValueType type{model::ValueKind::number, {}, {}};
    if (!field.empty()) {
        node.field = field_of(events.selection.series, field);
        type = value_type(schema_.series_of(events.selection.series).fields[node.field.index()].type);
    }
    if (function == Function::count_distinct) type = {model::ValueKind::number, {}, {}};
    if (function == Function::time_since_last) type.kind = model::ValueKind::duration;
    return add_expr(node, type);
}

ExprId RuleSetBuilder::aggregate(model::AggregateFunction function, const Events& signals, model::SignalField field) {
    model::Aggregate node;
    node.function = function;
    node.selection = signals.selection;
    node.signal_field = field;
    return add_expr(node, {model::ValueKind::number, {}, {}});
}

ExprId RuleSetBuilder::existence(Quantifier quantifier, ExprId count, const Events& events) {
    return add_expr(model::Existence{quantifier, count, events.selection});
}

model::PeriodId RuleSetBuilder::add_period(model::Period period) {
    rules_.periods.push_back(period);
    return model::PeriodId(rules_.periods.size() - 1);
}

model::PeriodId RuleSetBuilder::last(std::int64_t count, LengthUnit unit) {
    model::Period period;
    period.length.length = {count, unit};
    return add_period(period);
}

model::PeriodId RuleSetBuilder::last(model::ParameterId length, LengthUnit unit) {
    model::Period period;
    period.length = {{0, unit}, length};
    return add_period(period);
}

model::PeriodId RuleSetBuilder::since_start() {
    model::Period period;
    period.kind = model::Period::Kind::since_start;
    return add_period(period);
}

model::PeriodId RuleSetBuilder::study_weeks(ExprId first, ExprId last) {
    model::Period period;
    period.kind = model::Period::Kind::study_weeks;
    period.first = first;
    period.last_one = last;
    return add_period(period);
}

model::PeriodId RuleSetBuilder::in_phase(model::PhaseId phase) {
    model::Period period;
    period.kind = model::Period::Kind::phase;
    period.phase = phase;
    return add_period(period);
}

model::PeriodId RuleSetBuilder::from_to(ExprId from, ExprId to) {
    model::Period period;
    period.kind = model::Period::Kind::between;
    period.first = from;
    period.last_one = to;
    return add_period(period);
}

model::PeriodId RuleSetBuilder::since(ExprId from) {
    model::Period period;
    period.kind = model::Period::Kind::since;
    period.first = from;
    return add_period(period);
}

model::PeriodId RuleSetBuilder::any(std::int64_t count, LengthUnit unit) {
    model::Period period;
    period.kind = model::Period::Kind::any;
    period.length.length = {count, unit};
    return add_period(period);
}

model::PeriodId RuleSetBuilder::within_academic_year(model::PeriodId of) {
    model::Period period = rules_.periods[of.index()];
    period.within_academic_year = true;
    return add_period(period);
}

model::PeriodId RuleSetBuilder::this_academic_year() {
    model::Period period;
    period.kind = model::Period::Kind::this_academic_year;
    return add_period(period);
}

ExprId RuleSetBuilder::is_active(model::SignalId signal) { return add_expr(model::SignalState{signal}); }
ExprId RuleSetBuilder::severity_of(model::SignalId signal) {
    return add_expr(model::SignalSeverity{signal}, {model::ValueKind::severity, {}, {}});
}

model::SignalId RuleSetBuilder::signal(std::string_view name, ExprId condition) {
    return signal(name, std::vector<Level>{{model::Severity::medium, condition}});
}

model::SignalId RuleSetBuilder::signal(std::string_view name, std::vector<Level> levels) {
    model::Signal signal;
    signal.name = name;
    std::sort(levels.begin(), levels.end(),
              [](const Level& left, const Level& right) { return left.severity > right.severity; });
    for (const Level& level : levels) signal.levels.push_back({level.severity, level.condition, {}});
    rules_.signals.push_back(std::move(signal));
    return model::SignalId(rules_.signals.size() - 1);
}

model::RoleId RuleSetBuilder::role(std::string_view name, model::Line line) {
    model::Role role;
    role.name = name;
    role.line = line;
    rules_.roles.push_back(std::move(role));
    return model::RoleId(rules_.roles.size() - 1);
}

model::InterventionId RuleSetBuilder::intervention(std::string_view name, model::RoleId by) {
    model::Intervention intervention;
    intervention.name = name;
    intervention.by = by;
    rules_.interventions.push_back(std::move(intervention));
    return model::InterventionId(rules_.interventions.size() - 1);
}

model::Plan& RuleSetBuilder::plan(std::string_view name) {
    model::Plan& plan = rules_.plans.emplace_back();
    plan.name = name;
    return plan;
}

void RuleSetBuilder::advise(model::PolicyId policy, model::PlanId plan) {
    rules_.policies[policy.index()].advises.emplace_back().plan = plan;
}

model::PolicyId RuleSetBuilder::policy(std::string_view name, ExprId condition) {
    model::Policy policy;
    policy.name = name;
    policy.condition = condition;
    rules_.policies.push_back(std::move(policy));
    return model::PolicyId(rules_.policies.size() - 1);
}

model::Advice& RuleSetBuilder::advise(model::PolicyId policy, model::InterventionId intervention,
                                      std::optional<Length> within) {
    model::Advice advice;
    advice.intervention = intervention;
    advice.by = rules_.intervention(intervention).by;
    if (within) advice.within = model::LengthSource{*within, {}};
    std::vector<model::Advice>& advises = rules_.policies[policy.index()].advises;
    advises.push_back(std::move(advice));
    return advises.back();
}

model::RuleSet RuleSetBuilder::build() const {
    model::RuleSet result = rules_;
    result.schema = schema();
    result.calendars = Calendars(calendars_);
    return result;
}

std::shared_ptr<const Schema> RuleSetBuilder::schema() const { return std::make_shared<const Schema>(schema_); }

}  // namespace wegwijzer::test
