#include "engine/io/field_names.h"

#include <algorithm>
#include <unordered_set>

#include "engine/base/unicode.h"
#include "engine/records/built_in_series.h"

namespace wegwijzer::io {
namespace {

// The word of the other language, or empty.
std::string_view translated(std::span<const BuiltInWord> words, std::string_view word) {
    for (const BuiltInWord& each : words) {
        if (each.nl == word) return each.en;
        if (each.en == word) return each.nl;
    }
    return {};
}

bool is_built_in(const Schema& schema, SeriesId id) { return id && (id == schema.followups || id == schema.consents); }

std::span<const BuiltInWord> names_of(const Schema& schema, SeriesId id) {
    return id == schema.followups ? std::span<const BuiltInWord>(followup_words) : consent_words;
}

}  // namespace

Fit fit_of(std::string_view written, const Field& field, std::string_view english) {
    if (written == field.source_name) return Fit::source_name;
    if (written == field.name) return Fit::name;
    if (!english.empty() && written == english) return Fit::english_word;
    const bool fits = equal_in_any_case(written, field.source_name) || equal_in_any_case(written, field.name) ||
                      (!english.empty() && equal_in_any_case(written, english));
    return fits ? Fit::other_case : Fit::none;
}

Columns match_columns(std::span<const Field> fields, std::span<const std::string> headers,
                      std::span<const std::string_view> english) {
    Columns result;
    std::vector<bool> is_used(headers.size(), false);
    std::vector<bool> is_repeated(headers.size(), false);
    std::unordered_set<std::string_view> seen;
    for (std::size_t column = 0; column < headers.size(); ++column) {
        is_repeated[column] = !headers[column].empty() && !seen.insert(headers[column]).second;
    }
    // The best fit of each column: the exact name of one field is not the near name of another.
    std::vector<Fit> best(headers.size(), Fit::none);
    const auto fit = [&](std::size_t field, std::size_t column) {
        return fit_of(headers[column], fields[field], field < english.size() ? english[field] : std::string_view{});
    };
    for (std::size_t column = 0; column < headers.size(); ++column) {
        for (std::size_t field = 0; field < fields.size(); ++field)
            best[column] = std::min(best[column], fit(field, column));
    }
    for (std::size_t field = 0; field < fields.size(); ++field) {
        Fit found = Fit::none;
        std::size_t found_column = 0;
        for (std::size_t column = 0; column < headers.size(); ++column) {
            const Fit here = fit(field, column);
            if (is_repeated[column] || here == Fit::none || here != best[column] || here >= found) continue;
            found = here;
            found_column = column;
        }
        if (found == Fit::none) {
            result.missing_fields.push_back(field);
        } else {
            result.matches.push_back({field, found_column, found == Fit::other_case});
            is_used[found_column] = true;
        }
    }
    for (std::size_t column = 0; column < headers.size(); ++column) {
        if (is_repeated[column] && best[column] != Fit::none) result.repeated.push_back(column);
        if (!is_used[column] && !is_repeated[column] && !headers[column].empty())
            result.unused_columns.push_back(column);
    }
    return result;
}

std::vector<std::string_view> other_field_words(const Schema& schema, SeriesId id) {
    std::vector<std::string_view> result;
    if (!is_built_in(schema, id)) return result;
    for (const Field& field : schema.series_of(id).fields) {
        result.push_back(translated(followup_field_words, field.name));
    }
    return result;
}

std::vector<std::string_view> other_choice_words(const Schema& schema, SeriesId id, SeriesFieldId field) {
    std::vector<std::string_view> result;
    if (!is_built_in(schema, id)) return result;
    const bool of_followup = id == schema.followups && field == id_of(FollowUpField::status);
    const bool of_consent = id == schema.consents && field == id_of(ConsentField::status);
    if (!of_followup && !of_consent) return result;
    const std::span<const BuiltInWord> words =
        of_followup ? std::span<const BuiltInWord>(followup_status_words) : consent_status_words;
    for (const Choice& choice : schema.series_of(id).fields[field.index()].type.choices) {
        result.push_back(translated(words, choice.name));
    }
    return result;
}

SeriesId find_series_written(const Schema& schema, std::string_view written) {
    if (const SeriesId exact = schema.find_series(written)) return exact;
    for (std::size_t i = 0; i < schema.series.size(); ++i) {
        const Series& series = schema.series[i];
        if (equal_in_any_case(series.singular, written) || equal_in_any_case(series.plural, written))
            return SeriesId(i);
    }
    return find_built_in_series(schema, to_lower(written));
}

SeriesId find_built_in_series(const Schema& schema, std::string_view written) {
    for (const SeriesId id : {schema.followups, schema.consents}) {
        if (id.is_none()) continue;
        for (const BuiltInWord& word : names_of(schema, id)) {
            if (word.nl == written || word.en == written) return id;
        }
    }
    return {};
}

bool names_students(std::string_view written) {
    const std::string lower = to_lower(written);
    return lower == "student" || lower == "studenten" || lower == "students";
}

}  // namespace wegwijzer::io
