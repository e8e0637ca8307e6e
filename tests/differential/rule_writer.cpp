#include "tests/differential/rule_writer.h"

#include <fmt/format.h>

namespace wegwijzer::test {

namespace {

using model::ValueKind;

FieldType type(FieldKind kind) {
    FieldType result;
    result.kind = kind;
    if (kind == FieldKind::choice) {
        result.choices = {{"vmbo", "vmbo"}, {"havo", "havo"}, {"vwo", "vwo"}, {"mbo", "mbo"}};
        result.ordered = true;
    }
    return result;
}
Field field(std::string name, FieldKind kind) { return {name, type(kind), name, {}}; }

ValueKind kind_of(FieldKind kind) {
    switch (kind) {
        case FieldKind::key:
        case FieldKind::text: return ValueKind::text;
        case FieldKind::number:
        case FieldKind::integer: return ValueKind::number;
        case FieldKind::grade: return ValueKind::grade;
        case FieldKind::percentage: return ValueKind::percentage;
        case FieldKind::date: return ValueKind::date;
        case FieldKind::duration: return ValueKind::duration;
        case FieldKind::boolean: return ValueKind::boolean;
        case FieldKind::choice: return ValueKind::choice;
    }
    return ValueKind::number;
}

ValueKind result_kind(model::AggregateFunction function, ValueKind field) {
    switch (function) {
        case model::AggregateFunction::count:
        case model::AggregateFunction::longest_run:
        case model::AggregateFunction::longest_run_days:
        case model::AggregateFunction::count_distinct: return ValueKind::number;
        case model::AggregateFunction::change:
            return field == ValueKind::percentage ? ValueKind::points : ValueKind::number;
        case model::AggregateFunction::time_since_last: return ValueKind::duration;
        default: return field;
    }
}

}  // namespace

std::shared_ptr<const Schema> make_schema(bool with_start) {
    auto schema = std::make_shared<Schema>();
    schema->student_fields = {field("studentnummer", FieldKind::key),   field("opleiding", FieldKind::text),
                              field("woonplaats", FieldKind::text),     field("startdatum", FieldKind::date),
                              field("gesprek_op", FieldKind::date),     field("motivatie", FieldKind::number),
                              field("grootte", FieldKind::number),      field("aandeel", FieldKind::percentage),
                              field("reistijd", FieldKind::duration),   field("werkt", FieldKind::boolean),
                              field("vooropleiding", FieldKind::choice)};
    schema->key = Records::key;
    if (with_start) schema->start = Records::start;
    schema->series.push_back({"toets",
                              "toetsen",
                              {},
                              {field("datum", FieldKind::date), field("vak", FieldKind::text),
                               field("cijfer", FieldKind::grade), field("grootte", FieldKind::number),
                               field("gehaald", FieldKind::boolean), field("niveau", FieldKind::choice)},
                              Records::toets_datum,
                              {}});
    schema->series.push_back(
        {"presentie",
         "presenties",
         {},
         {field("aandeel", FieldKind::percentage), field("datum", FieldKind::date), field("duur", FieldKind::duration)},
         Records::presentie_datum,
         {}});
    schema->series.push_back({"gesprek",
                              "gesprekken",
                              {},
                              {field("datum", FieldKind::date), field("soort", FieldKind::choice),
                               field("vervolg", FieldKind::date), field("verslag", FieldKind::text)},
                              Records::gesprek_datum,
                              {}});
    schema->series.push_back(
        {"poging",
         "pogingen",
         {},
         {field("datum", FieldKind::date), field("vak", FieldKind::text), field("cijfer", FieldKind::grade)},
         Records::poging_datum,
         Records::poging_vak});
    return schema;
}

RuleWriter::RuleWriter(std::shared_ptr<const Schema> schema) {
    rules.schema = std::move(schema);
    rules.packs.emplace_back().name = "proef";
    rules.choice_domains.push_back({{"vmbo", "havo", "vwo", "mbo"}, true});
    rules.choice_domains.push_back({});
    rules.choice_domains.push_back({});
    rules.factor_domain = model::ChoiceDomainId(1);
    rules.cluster_domain = model::ChoiceDomainId(2);
}

Span RuleWriter::new_span() {
    const std::uint32_t begin = words_++ * 10;
    return {SourceId(0), begin, begin + 5};
}

model::ValueType RuleWriter::type_of(ValueKind kind) {
    model::ValueType result;
    result.kind = kind;
    if (kind == ValueKind::choice) result.choices = Records::niveaus;
    return result;
}
model::ValueType RuleWriter::type_of(FieldId field) const {
    return type_of(kind_of(rules.schema->field(field).type.kind));
}
model::ValueType RuleWriter::type_of(SeriesId series, SeriesFieldId field) const {
    return type_of(kind_of(rules.schema->series_of(series).fields[field.index()].type.kind));
}

model::ExprId RuleWriter::add(model::ExprNode node, model::ValueType type) {
    rules.exprs.push_back({std::move(node), std::move(type), new_span()});
    return model::ExprId(rules.exprs.size() - 1);
}

model::ExprId RuleWriter::number(std::string_view text) {
    return add(model::Literal{parse_decimal(text, '.').value()}, ValueKind::number);
}
model::ExprId RuleWriter::micros(std::int64_t micros) {
    return add(model::Literal{Decimal::from_micros(micros)}, ValueKind::number);
}
model::ExprId RuleWriter::date(Date day) { return add(model::Literal{day}, ValueKind::date); }
model::ExprId RuleWriter::text(std::string words) { return add(model::Literal{std::move(words)}, ValueKind::text); }
model::ExprId RuleWriter::choice(std::uint32_t index) {
    return add(model::Literal{model::ChoiceValue{index}}, ValueKind::choice);
}
model::ExprId RuleWriter::truth(bool value) { return add(model::Literal{value}, ValueKind::boolean); }
model::ExprId RuleWriter::severity(model::Severity value) { return add(model::Literal{value}, ValueKind::severity); }
model::ExprId RuleWriter::field(FieldId field) { return add(model::StudentFieldValue{field}, type_of(field)); }
model::ExprId RuleWriter::event_field(SeriesId series, SeriesFieldId field) {
    return add(model::EventFieldValue{series, field}, type_of(series, field));
}
model::ExprId RuleWriter::compare(model::CompareOp op, model::ExprId left, model::ExprId right) {
    return add(model::Comparison{op, left, right}, ValueKind::boolean);
}
model::ExprId RuleWriter::arithmetic(model::ArithmeticOp op, model::ExprId left, model::ExprId right, ValueKind kind,
                                     bool single_division) {
    return add(model::Arithmetic{op, left, right, single_division}, kind);
}
model::ExprId RuleWriter::aggregate(model::AggregateFunction function, SeriesId series, SeriesFieldId field,
                                    model::ExprId filter, model::PeriodId period) {
    const ValueKind kind = field ? type_of(series, field).kind : ValueKind::number;
    return add(model::Aggregate{function, field, {}, {series, filter, period}}, result_kind(function, kind));
}
model::ExprId RuleWriter::existence(model::Quantifier quantifier, model::ExprId count, SeriesId series,
                                    model::ExprId filter, model::PeriodId period) {
    return add(model::Existence{quantifier, count, {series, filter, period}}, ValueKind::boolean);
}

model::PeriodId RuleWriter::period(model::Period period) {
    period.origin = new_span();
    rules.periods.push_back(period);
    return model::PeriodId(rules.periods.size() - 1);
}
model::PeriodId RuleWriter::last(std::int64_t count, LengthUnit unit) {
    model::Period result;
    result.length.length = {count, unit};
    return period(result);
}

model::ConceptId RuleWriter::name_concept(model::ExprId expr) {
    rules.concepts.push_back({fmt::format("begrip_{}", rules.concepts.size()), "", expr, new_span()});
    return model::ConceptId(rules.concepts.size() - 1);
}

model::SignalId RuleWriter::signal(model::ExprId condition, model::Severity severity) {
    model::Signal signal;
    signal.name = fmt::format("signaal_{}", rules.signals.size());
    signal.levels.push_back({severity, condition, new_span()});
    signal.origin = new_span();
    rules.signals.push_back(std::move(signal));
    return model::SignalId(rules.signals.size() - 1);
}

model::PolicyId RuleWriter::policy(model::ExprId condition) {
    model::Policy policy;
    policy.name = fmt::format("beleid_{}", rules.policies.size());
    policy.condition = condition;
    policy.origin = new_span();
    rules.policies.push_back(std::move(policy));
    return model::PolicyId(rules.policies.size() - 1);
}

}  // namespace wegwijzer::test
