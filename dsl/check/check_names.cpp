// What a bare name stands for: in a filter a field of the series first, beside a keuze one of its values first.
#include <algorithm>
#include <span>

#include "dsl/check/check_concepts.h"
#include "dsl/check/expressions.h"
#include "dsl/check/habits.h"
#include "engine/diagnostics/did_you_mean.h"
#include "engine/records/built_in_series.h"

namespace wegwijzer::checking {

using model::ValueKind;

namespace {

ValueKind value_kind(FieldKind kind) {
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
    return ValueKind::text;
}

Type field_type(const Field& field, model::ChoiceDomainId domain, bool is_sound = true) {
    Type type = type_of(value_kind(field.type.kind));
    type.is_sound = is_sound;
    type.value.unit = field.type.unit;
    type.value.choices = domain;
    return type;
}

Localized an(NameKind kind) {
    const Localized name = noun(kind);
    const bool vowel = name.en == "opportunity" || name.en == "intervention";
    return {"een " + name.nl, (vowel ? "an " : "a ") + name.en};
}

NameKind name_kind(ast::SignalKind kind) {
    switch (kind) {
        case ast::SignalKind::signal: return NameKind::signal;
        case ast::SignalKind::strength: return NameKind::strength;
        case ast::SignalKind::opportunity: return NameKind::opportunity;
    }
    return NameKind::signal;
}

Word word_of(NameKind kind) {
    if (kind == NameKind::strength) return Word::strength;
    return kind == NameKind::opportunity ? Word::opportunity : Word::signal;
}

}  // namespace

// ---- looking up -----------------------------------------------------------------------------------------------------

std::optional<ExpressionChecker::Looked> ExpressionChecker::field_in(const Series& series, const std::string& name) {
    if (series.kind == Series::Kind::declared) {
        const auto& declared = context_.schema.series_of(series.id);
        const SeriesFieldId field = declared.find_field(name);
        if (field.is_none()) return std::nullopt;
        return Looked{
            model::EventFieldValue{series.id, field},
            field_type(declared.fields[field.index()], context_.series_domains[series.id.index()][field.index()],
                       context_.series_places[series.id.index()][field.index()].is_sound),
            NameKind::series_field, static_cast<std::uint32_t>(field.index())};
    }
    const auto is = [&](Word which) { return name == spelling(which, file_.language); };
    if (series.kind == Series::Kind::signals) {
        const auto looked = [&](model::SignalField field, Type type) {
            return Looked{model::SignalFieldValue{field}, std::move(type), NameKind::series_field,
                          static_cast<std::uint32_t>(field)};
        };
        const auto choice = [](model::ChoiceDomainId domain, NameKind names_of) {
            Type type = type_of(ValueKind::choice);
            type.value.choices = domain;
            type.names_of = names_of;
            return type;
        };
        if (is(Word::field_severity)) return looked(model::SignalField::severity, type_of(ValueKind::severity));
        if (is(Word::field_factor))
            return looked(model::SignalField::factor, choice(context_.rules.factor_domain, NameKind::factor));
        if (is(Word::field_cluster))
            return looked(model::SignalField::cluster, choice(context_.rules.cluster_domain, NameKind::cluster));
        if (is(Word::field_weight)) return looked(model::SignalField::weight, number_in(""));
        return std::nullopt;
    }
    return built_in_field(series, name);
}

// Fields of opvolgingen and toestemmingen, by the words of this file.
std::optional<ExpressionChecker::Looked> ExpressionChecker::built_in_field(const Series& series,
                                                                           const std::string& name) {
    const bool followups = series.kind == Series::Kind::followups;
    const std::span<const BuiltInWord> words =
        followups ? std::span<const BuiltInWord>(followup_field_words) : consent_field_words;
    for (std::size_t index = 0; index < words.size(); ++index) {
        if (words[index].in(file_.language) != name) continue;
        Field& field = context_.schema.series[series.id.index()].fields[index];
        field.is_needed = true;
        Type type = field_type(field, context_.series_domains[series.id.index()][index]);
        const SeriesFieldId id{index};
        if (id == (followups ? id_of(FollowUpField::intervention) : id_of(ConsentField::intervention))) {
            type.names_of = NameKind::intervention;
        }
        if (followups && id == id_of(FollowUpField::role)) type.names_of = NameKind::role;
        return Looked{model::EventFieldValue{series.id, id}, type, NameKind::series_field,
                      static_cast<std::uint32_t>(index)};
    }
    return std::nullopt;
}

std::vector<std::string> ExpressionChecker::field_names(const Series& series) const {
    std::vector<std::string> names;
    const auto add = [&](std::initializer_list<Word> words) {
        for (const Word each : words) names.push_back(word(file_, each));
    };
    switch (series.kind) {
        case Series::Kind::declared:
            for (const Field& field : context_.schema.series_of(series.id).fields) names.push_back(field.name);
            break;
        case Series::Kind::signals:
            add({Word::field_severity, Word::field_factor, Word::field_cluster, Word::field_weight});
            break;
        case Series::Kind::followups:
            for (const BuiltInWord& each : followup_field_words) names.emplace_back(each.in(file_.language));
            break;
        case Series::Kind::consents:
            for (const BuiltInWord& each : consent_field_words) names.emplace_back(each.in(file_.language));
            break;
    }
    return names;
}

std::optional<ExpressionChecker::Looked> ExpressionChecker::look_up(const std::string& name) {
    if (!filters_.empty()) {
        if (auto field = field_in(filters_.back(), name)) return field;
    }
    const Symbol* symbol = context_.symbols.values.find(name);
    if (symbol == nullptr) return std::nullopt;
    switch (symbol->kind) {
        case NameKind::student_field: {
            const FieldId field{symbol->index};
            return Looked{model::StudentFieldValue{field},
                          field_type(context_.schema.field(field), context_.field_domains[symbol->index],
                                     context_.field_places[symbol->index].is_sound),
                          NameKind::student_field, symbol->index};
        }
        case NameKind::parameter: {
            const model::Parameter& parameter = context_.rules.parameters[symbol->index];
            Type type;
            type.value = parameter.type;
            type.is_sound = context_.parameter_types[symbol->index].value.is_sound;
            const bool in_days = parameter.unit == LengthUnit::days || parameter.unit == LengthUnit::weeks;
            if (type.kind() == ValueKind::duration && !in_days) type.calendar_unit = parameter.unit;
            return Looked{model::ParameterValue{model::ParameterId{symbol->index}}, type, NameKind::parameter,
                          symbol->index};
        }
        case NameKind::named_concept:  // its type is worked out when it is read
            return Looked{
                model::ConceptValue{model::ConceptId{symbol->index}}, {}, NameKind::named_concept, symbol->index};
        case NameKind::table:
            return Looked{model::TableValue{model::TableId{symbol->index}}, context_.table_types[symbol->index].value,
                          NameKind::table, symbol->index};
        default: return std::nullopt;
    }
}

// A name without a meaning of its own, that may be a value of the keuze on the other side.
bool ExpressionChecker::needs_other_side(ast::ExprId id) {
    if (id.is_none()) return false;
    const auto& node = file_.expr(id).node;
    if (const auto* ref = std::get_if<ast::NameRef>(&node)) return !look_up(ref->name.text);
    if (const auto* inner = std::get_if<ast::Parenthesized>(&node)) return needs_other_side(inner->inner);
    if (const auto* choice = std::get_if<ast::Conditional>(&node)) {
        return needs_other_side(choice->if_true) || needs_other_side(choice->if_false);
    }
    return false;
}

// ---- reading --------------------------------------------------------------------------------------------------------

Typed ExpressionChecker::check_node(const ast::NameRef& node, Span span, const Expected& expected) {
    if (node.name.text.empty()) return {{}, unsound()};
    if (expected.type && expected.type->is_sound && expected.type->is_choice()) {
        if (auto value = choice_value(node.name, *expected.type)) return *value;
    }
    const auto looked = look_up(node.name.text);
    if (!looked) return unknown_name(node.name, expected);
    return read(*looked, node.name, span);
}

Typed ExpressionChecker::read(const Looked& looked, const ast::Name& name, Span span) {
    const bool is_field = looked.kind == NameKind::student_field || looked.kind == NameKind::series_field;
    if (!is_field && place_ == Place::set) {
        const Localized what = an(looked.kind);
        if (refuse_in_set(span, name.text,
                          plain("`" + name.text + "` is " + what.nl, "`" + name.text + "` is " + what.en))) {
            return {{}, unsound()};
        }
    }
    if (looked.kind == NameKind::named_concept) return named_concept(looked.index, span);
    if (looked.kind == NameKind::table) return named_table(looked.index, span);
    return built(looked.node, looked.type, span);
}

Typed ExpressionChecker::named_concept(std::uint32_t index, Span span) {
    const model::ConceptId id{index};
    switch (context_.concept_states[index]) {
        case ConceptState::untouched: check_concept(context_, index); break;
        case ConceptState::in_progress:
            report_circle(context_, {NameKind::named_concept, index}, span);
            return {{}, unsound()};
        case ConceptState::done: break;
    }
    return built(model::ConceptValue{id}, context_.concept_types[index], span);
}

Typed ExpressionChecker::check_node(const ast::StudentRef& node, Span span, const Expected& /*expected*/) {
    if (node.name.text.empty()) return {{}, unsound()};
    const FieldId field = context_.schema.find_field(node.name.text);
    if (field.is_none()) {
        if (!context_.declared.student_data.empty()) {
            std::vector<std::string> names;
            for (const Field& each : context_.schema.student_fields) names.push_back(each.name);
            context_.report_unknown(node.name, NameKind::student_field, names);
        }
        return {{}, unsound()};
    }
    return built(model::StudentFieldValue{field},
                 field_type(context_.schema.field(field), context_.field_domains[field.index()],
                            context_.field_places[field.index()].is_sound),
                 span);
}

Typed ExpressionChecker::named_table(std::uint32_t index, Span span) {
    switch (context_.table_states[index]) {
        case ConceptState::untouched: check_table(context_, index); break;
        case ConceptState::in_progress:
            report_circle(context_, {NameKind::table, index}, span);
            return {{}, unsound(context_.table_types[index].value)};
        case ConceptState::done: break;
    }
    return built(model::TableValue{model::TableId{index}}, context_.table_types[index].value, span);
}

std::optional<Typed> ExpressionChecker::choice_value(const ast::Name& name, const Type& choice) {
    const std::vector<std::string> values = values_of(context_, choice, file_);
    const auto place = std::find(values.begin(), values.end(), name.text);
    if (place == values.end()) return std::nullopt;
    if (const auto looked = look_up(name.text)) {
        context_.report(Code::W002, name.span, {name.text, with_article(looked->kind)});
    }
    const auto index = static_cast<std::uint32_t>(place - values.begin());
    if (choice.kind() == ValueKind::severity) {
        return literal(static_cast<model::Severity>(index + 1), choice, name.span);
    }
    return literal(model::ChoiceValue{index}, choice, name.span);
}

// ---- unknown names --------------------------------------------------------------------------------------------------

Typed ExpressionChecker::unknown_name(const ast::Name& name, const Expected& expected) {
    const Typed result{{}, unsound()};
    if (context_.unread_words.count(name.text) != 0) return result;
    if (report_habit(name, expected)) return result;
    if (expected.type) {
        if (!expected.type->is_sound) return result;
        if (expected.type->is_choice()) {
            const std::vector<std::string> values = values_of(context_, *expected.type, file_);
            if (expected.type->names_of) {
                context_.report_unknown(name, *expected.type->names_of, values);
                return result;
            }
            std::string all;
            for (const std::string& each : values) all += (all.empty() ? "`" : ", `") + each + '`';
            Diagnostic diagnostic;
            diagnostic.code = Code::F031;
            diagnostic.span = name.span;
            diagnostic.arguments = {name.text, expected.words, all};
            if (const auto meant = did_you_mean(name.text, values)) {
                diagnostic.way_out = ask_whether(*meant);
                diagnostic.fix = *meant;
            }
            context_.report(std::move(diagnostic));
            return result;
        }
        if (expected.type->kind() == ValueKind::text && !expected.is_text_literal) {
            Diagnostic diagnostic;
            diagnostic.code = Code::F032;
            diagnostic.span = name.span;
            diagnostic.arguments = {name.text, expected.words};
            diagnostic.fix = '"' + name.text + '"';
            context_.report(std::move(diagnostic));
            return result;
        }
    }
    for (const NameKind kind : {NameKind::student_field, NameKind::parameter, NameKind::named_concept, NameKind::table})
        if (context_.lost_kinds.contains(kind)) return result;
    if (!filters_.empty() && context_.lost_kinds.contains(NameKind::series_field)) return result;
    // Without gegevens student, which is reported, most names are unknown.
    if (context_.declared.student_data.empty()) return result;
    std::vector<std::string> candidates;
    if (!filters_.empty()) candidates = field_names(filters_.back());
    for (const std::string& each : context_.symbols.values.names()) {
        if (place_ == Place::set && context_.symbols.values.find(each)->kind != NameKind::student_field) continue;
        candidates.push_back(each);
    }
    NameKind kind = NameKind::student_field;
    if (const auto meant = did_you_mean(name.text, candidates)) {
        if (const auto looked = look_up(*meant)) kind = looked->kind;
    }
    context_.report_unknown(
        name, kind, candidates,
        place_ == Place::set
            ? plain("geen veld van de student heet zo", "no field of the student is called so")
            : plain("geen veld, parameter of begrip heet zo", "no field, parameter or concept is called so"));
    return result;
}

// `leeg` for `onbekend`, `waar` for `ja`, the name of a signaal without its word, a reeks or a field of one by itself.
bool ExpressionChecker::report_habit(const ast::Name& name, const Expected& expected) {
    if (expected.type && !expected.type->is_sound) return false;
    const Localized why =
        plain("geen veld, parameter of begrip heet zo", "no field, parameter or concept is called so");
    if (expected.type) {
        const auto values =
            expected.type->is_choice() ? values_of(context_, *expected.type, file_) : std::vector<std::string>();
        const bool is_value = did_you_mean(name.text, values).has_value();
        if (const auto meant = is_value ? std::nullopt : meant_knownness(file_, name.text)) {
            report_knownness(name, *meant);
            return true;
        }
        if (expected.type->kind() == ValueKind::boolean) {
            if (const auto meant = meant_truth(file_, name.text)) {
                context_.report_unknown(name, NameKind::student_field, {}, why, *meant);
                return true;
            }
        }
    }
    if (expected.type && expected.type->is_choice()) return false;
    if (expected.type && expected.type->kind() == ValueKind::text && !expected.is_text_literal) return false;
    const Symbol* signal = context_.symbols.signals.find(name.text);
    if (signal != nullptr && (place_ == Place::policy || place_ == Place::goal)) {
        context_.report(Code::F037, name.span,
                        {name.text, an(signal->kind), plain("veld of begrip", "a field or concept"),
                         word(file_, word_of(signal->kind))});
        return true;
    }
    if (const std::string field = field_with_value(name.text); !expected.type && !field.empty()) {
        const std::string meant = field + ' ' + word(file_, Word::is) + ' ' + name.text;
        context_.report_unknown(name, NameKind::student_field, {},
                                plain("`" + name.text + "` is een waarde van `" + field + "`",
                                      "`" + name.text + "` is a value of `" + field + "`"),
                                meant);
        return true;
    }
    if (!filters_.empty() || place_ == Place::set || place_ == Place::selection) return false;
    if (context_.symbols.series.find(name.text) != nullptr) {
        context_.report_unknown(name, NameKind::student_field, {},
                                plain("`" + name.text + "` is een reeks; hoeveel het er zijn, is een getal",
                                      "`" + name.text + "` is a series; how many there are is a number"),
                                word(file_, Word::count) + ' ' + name.text);
        return true;
    }
    for (std::size_t index = 0; index < context_.declared.series.size(); ++index) {
        const auto& series = context_.schema.series[index];
        if (series.plural.empty() || series.find_field(name.text).is_none()) continue;
        Diagnostic diagnostic;
        diagnostic.code = Code::F126;
        diagnostic.span = name.span;
        diagnostic.fix = word(file_, Word::last) + ' ' + name.text + ' ' + word(file_, Word::of) + ' ' + series.plural;
        diagnostic.arguments = {name.text, series.plural, diagnostic.fix};
        context_.report_once(NameKind::series_field, name.text, std::move(diagnostic));
        return true;
    }
    return false;
}

// The field, of the events at hand or of the student, that has this value; empty when there is none.
std::string ExpressionChecker::field_with_value(const std::string& name) const {
    const auto has = [&](const Field& field) {
        return std::any_of(field.type.choices.begin(), field.type.choices.end(),
                           [&](const Choice& each) { return each.name == name; });
    };
    if (!filters_.empty() && filters_.back().kind == Series::Kind::declared)
        for (const Field& field : context_.schema.series_of(filters_.back().id).fields)
            if (has(field)) return field.name;
    for (const Field& field : context_.schema.student_fields)
        if (has(field)) return field.name;
    return {};
}

// Whether something is known is asked with `is`: `= leeg` needs that word as well.
void ExpressionChecker::report_knownness(const ast::Name& name, const std::string& meant) {
    const std::string is = word(file_, Word::is);
    const std::string_view before = context_.sources.text(name.span.source).substr(0, name.span.begin);
    const std::size_t end = before.find_last_not_of(" \t\r\n");
    Diagnostic diagnostic;
    diagnostic.code = Code::F030;
    diagnostic.span = name.span;
    diagnostic.arguments = {name.text};
    diagnostic.why = plain("geen veld, parameter of begrip heet zo", "no field, parameter or concept is called so");
    diagnostic.fix = meant;
    const std::string no = word(file_, Word::not_);
    const bool known = meant == word(file_, Word::known);
    if (end != std::string_view::npos && (before[end] == '=' || before[end] == '>')) {
        const bool negated = before[end] == '>';
        diagnostic.fix = is + ' ' + word(file_, known != negated ? Word::known : Word::unknown);
        diagnostic.span.begin = static_cast<std::uint32_t>(negated ? end - 1 : end);
    } else if (end != std::string_view::npos && before.substr(0, end + 1).ends_with(no)) {
        diagnostic.fix = word(file_, known ? Word::unknown : Word::known);
        diagnostic.span.begin = static_cast<std::uint32_t>(end + 1 - no.size());
    }
    diagnostic.way_out = plain("schrijf `" + diagnostic.fix + "`", "write `" + diagnostic.fix + "`");
    context_.report(std::move(diagnostic));
}

// ---- signals and parameters by name -----------------------------------------------------------------------------------

std::optional<model::SignalId> ExpressionChecker::find_signal(const ast::Name& name, ast::SignalKind wanted) {
    if (name.text.empty()) return std::nullopt;
    const NameKind wanted_kind = name_kind(wanted);
    const Symbol* symbol = context_.symbols.signals.find(name.text);
    if (symbol == nullptr) {
        std::vector<std::string> candidates;
        for (const std::string& each : context_.symbols.signals.names()) {
            if (context_.symbols.signals.find(each)->kind == wanted_kind) candidates.push_back(each);
        }
        context_.report_unknown(name, wanted_kind, candidates);
        return std::nullopt;
    }
    if (symbol->kind != wanted_kind) {
        if (context_.declared.signals[symbol->index].declaration->incomplete) return std::nullopt;
        context_.report(Code::F037, name.span,
                        {name.text, an(symbol->kind), plain(noun(wanted_kind).nl, an(wanted_kind).en),
                         word(file_, word_of(symbol->kind))});
        return std::nullopt;
    }
    return model::SignalId{symbol->index};
}

std::optional<model::ParameterId> ExpressionChecker::find_parameter(const ast::Name& name, ast::Type::Kind type) {
    if (name.text.empty()) return std::nullopt;
    const bool integer = type == ast::Type::Kind::integer;
    const Symbol* symbol = context_.symbols.values.find(name.text);
    if (symbol == nullptr) {
        std::vector<std::string> candidates;
        for (const Declared<ast::Parameter>& each : context_.declared.parameters) {
            if (each->type.kind == type) candidates.push_back(each->name.text);
        }
        std::string meant;
        if (!integer) meant = meant_length(file_, name.text);
        if (const auto number = integer ? meant_number(file_, name.text) : std::nullopt)
            meant = std::to_string(*number);
        context_.report_unknown(name, NameKind::parameter, candidates, {}, meant);
        return std::nullopt;
    }
    const std::string type_word = word(file_, integer ? Word::type_integer : Word::type_duration);
    const Localized wanted =
        plain("een parameter van type `" + type_word + "`", "a parameter of type `" + type_word + "`");
    const Localized way_out =
        integer ? plain("schrijf een getal, of maak er een parameter van", "write a number, or make it a parameter")
                : plain("schrijf een duur, zoals `4 weken`, of maak er een parameter van",
                        "write a duration, such as `4 weeks`, or make it a parameter");
    if (symbol->kind != NameKind::parameter) {
        context_.report(Code::F038, name.span, {name.text, an(symbol->kind), wanted, way_out});
        return std::nullopt;
    }
    const Declared<ast::Parameter>& declared = context_.declared.parameters[symbol->index];
    if (declared->type.kind != type) {
        if (declared.declaration->incomplete) return std::nullopt;
        Type found;
        found.value = context_.rules.parameters[symbol->index].type;
        context_.report(Code::F038, name.span, {name.text, describe(found), wanted, way_out});
        return std::nullopt;
    }
    return model::ParameterId{symbol->index};
}

}  // namespace wegwijzer::checking
