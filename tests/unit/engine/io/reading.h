// A small schema and short ways to read text with it.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/io/read.h"
#include "engine/io/shown.h"
#include "engine/records/built_in_series.h"

namespace wegwijzer::io::testing {

inline Field field(std::string name, FieldKind kind, std::string source = "") {
    Field result;
    result.source_name = source.empty() ? name : std::move(source);
    result.name = std::move(name);
    result.type.kind = kind;
    return result;
}

inline Field choice(std::string name, std::vector<Choice> choices) {
    Field result = field(std::move(name), FieldKind::choice);
    result.type.choices = std::move(choices);
    return result;
}

inline Series series(std::string singular, std::string plural, std::vector<Field> fields) {
    Series result;
    result.singular = std::move(singular);
    result.plural = std::move(plural);
    result.fields = std::move(fields);
    for (std::size_t i = 0; i < result.fields.size() && !result.date_field; ++i) {
        if (result.fields[i].type.kind == FieldKind::date) result.date_field = SeriesFieldId(i);
    }
    return result;
}

// studentnummer, naam, vooropleiding (keuze), startdatum, motivatie (getal 1..5, `uit "Motivatiescore week 3"`),
// werkt (ja/nee), punten (getal), presentie (percentage), aandeel (percentage als breuk), reistijd (duur), pogingen (geheel);
// toets, toetsen: datum, vak, cijfer; presentie, presenties: datum, aandeel; and the built-in opvolgingen and
// toestemmingen, of the interventions slb_gesprek and verkenning_decaan and the role slber.
inline std::shared_ptr<Schema> schema() {
    auto result = std::make_shared<Schema>();
    Field motivation = field("motivatie", FieldKind::number, "Motivatiescore week 3");
    motivation.type.lowest = Decimal::from_integer(1);
    motivation.type.highest = Decimal::from_integer(5);
    Field fraction = field("aandeel", FieldKind::percentage);
    fraction.type.as_fraction = true;
    result->student_fields = {field("studentnummer", FieldKind::key),
                              field("naam", FieldKind::text),
                              choice("vooropleiding", {{"mbo", "mbo"}, {"havo", "havo"}, {"he", "HE Qualification"}}),
                              field("startdatum", FieldKind::date),
                              motivation,
                              field("werkt", FieldKind::boolean),
                              field("punten", FieldKind::number),
                              field("presentie", FieldKind::percentage),
                              fraction,
                              field("reistijd", FieldKind::duration),
                              field("pogingen", FieldKind::integer)};
    result->key = FieldId{0};
    result->series = {
        series("toets", "toetsen",
               {field("datum", FieldKind::date), field("vak", FieldKind::text), field("cijfer", FieldKind::grade)}),
        series("presentie", "presenties", {field("datum", FieldKind::date), field("aandeel", FieldKind::percentage)}),
    };
    add_built_in_series(*result, Language::nl, {"slb_gesprek", "verkenning_decaan"}, {"slber"});
    return result;
}

inline const SeriesId tests{0};
inline const SeriesId presences{1};
inline const SeriesId followups{2};
inline const SeriesId consents{3};

using Named = std::pair<std::string, std::string>;

inline ReadResult read_files(const std::vector<Named>& files, std::shared_ptr<const Schema> with = schema()) {
    std::vector<DataFile> data;
    for (const auto& [name, text] : files) data.push_back({name, text});
    return read_csv_folder(std::move(with), data);
}

inline ReadResult read_students(const std::string& text) { return read_files({{"student.csv", text}}); }

inline ReadResult read_jsonl(const std::string& text) { return read_json(schema(), {"cohort.jsonl", text}); }

// Every finding as the program shows it, in Dutch, without the reasons.
inline std::string headlines(const ReadReport& report) {
    std::string result;
    for (const DataFinding& finding : report.findings) {
        const std::string text = finding_text(finding, Shown::whole, Language::nl, ErrorFormat::plain);
        result += text.substr(0, text.find('\n') + 1);
    }
    return result;
}

// "4.5", "2026-09-01", "ja", "mbo", "Sam", or "?" for an unknown value.
inline std::string value(const Column& column, std::size_t row, const FieldType& type) {
    if (!column.is_known(row)) return "?";
    switch (column.kind()) {
        case FieldKind::key:
        case FieldKind::text: return column.text_at(row);
        case FieldKind::date: return to_iso(column.date_at(row));
        case FieldKind::boolean: return column.boolean_at(row) ? "ja" : "nee";
        case FieldKind::choice: return type.choices[static_cast<std::size_t>(column.raw_at(row))].name;
        default: return to_text(column.decimal_at(row), 0, '.');
    }
}

inline std::string student_value(const ReadResult& result, std::string_view name, std::size_t student = 0) {
    const Schema& with = *result.cohort.schema;
    const FieldId id = with.find_field(name);
    return value(result.cohort.columns[id.index()], student, with.field(id).type);
}

inline std::string event_value(const ReadResult& result, SeriesId in, std::string_view name, std::size_t event) {
    const Schema& with = *result.cohort.schema;
    const SeriesFieldId id = with.series_of(in).find_field(name);
    return value(result.cohort.series[in.index()].columns[id.index()], event,
                 with.series_of(in).fields[id.index()].type);
}

}  // namespace wegwijzer::io::testing
