#include "engine/records/built_in_series.h"

#include <span>

namespace wegwijzer {
namespace {

FieldType choice_of(const std::vector<std::string>& names) {
    FieldType type;
    type.kind = FieldKind::choice;
    for (const std::string& name : names) type.choices.push_back({name, name});
    return type;
}

FieldType choice_of(std::span<const BuiltInWord> words, Language language) {
    std::vector<std::string> names;
    for (const BuiltInWord& word : words) names.emplace_back(word.in(language));
    return choice_of(names);
}

FieldType of_kind(FieldKind kind) {
    FieldType type;
    type.kind = kind;
    return type;
}

SeriesId add_series(Schema& schema, Language language, std::span<const BuiltInWord> names,
                    std::span<const BuiltInWord> fields, std::vector<FieldType> types) {
    Series& series = schema.series.emplace_back();
    series.singular = names[0].in(language);
    series.plural = names[1].in(language);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        Field& field = series.fields.emplace_back();
        field.name = fields[i].in(language);
        field.source_name = field.name;
        field.type = std::move(types[i]);
    }
    series.date_field = SeriesFieldId{0};
    return SeriesId{schema.series.size() - 1};
}

}  // namespace

void add_built_in_series(Schema& schema, Language language, const std::vector<std::string>& interventions,
                         const std::vector<std::string>& roles) {
    schema.followups =
        add_series(schema, language, followup_words, followup_field_words,
                   {of_kind(FieldKind::date), choice_of(interventions), choice_of(roles),
                    choice_of(followup_status_words, language), of_kind(FieldKind::date), of_kind(FieldKind::text)});
    schema.consents =
        add_series(schema, language, consent_words, consent_field_words,
                   {of_kind(FieldKind::date), choice_of(interventions), choice_of(consent_status_words, language)});
    schema.series[schema.consents.index()].privacy.confidential = true;
}

}  // namespace wegwijzer
