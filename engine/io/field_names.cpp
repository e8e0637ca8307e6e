#include "engine/io/field_names.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "engine/base/unicode.h"

namespace wegwijzer::io {
namespace {

using WordPair = std::pair<std::string_view, std::string_view>;

// language.md section 7, "series" and "statuses". A built-in series is known by its singular, in either language.
constexpr std::array<WordPair, 2> series_words = {{{"opvolging", "followup"}, {"toestemming", "consent"}}};
constexpr std::array<WordPair, 2> plural_words = {{{"opvolgingen", "followups"}, {"toestemmingen", "consents"}}};
constexpr std::array<WordPair, 6> field_words = {{{"datum", "date"},
                                                  {"interventie", "intervention"},
                                                  {"rol", "role"},
                                                  {"status", "status"},
                                                  {"gepland_op", "planned_on"},
                                                  {"uitkomst", "outcome"}}};
constexpr std::array<WordPair, 8> status_words = {{{"voorgesteld", "proposed"},
                                                   {"gepland", "planned"},
                                                   {"uitgevoerd", "done"},
                                                   {"afgezien", "waived"},
                                                   {"afgerond", "completed"},
                                                   {"gegeven", "given"},
                                                   {"geweigerd", "refused"},
                                                   {"ingetrokken", "withdrawn"}}};

// The word of the other language, or empty.
template <std::size_t size>
std::string_view translated(const std::array<WordPair, size>& words, std::string_view word) {
    for (const auto& [dutch, english] : words) {
        if (dutch == word) return english;
        if (english == word) return dutch;
    }
    return {};
}

bool is_built_in(const Series& series) { return !translated(series_words, series.singular).empty(); }

}  // namespace

Fit fit_of(std::string_view written, const Field& field, std::string_view english) {
    if (written == field.source_name) return Fit::source_name;
    if (written == field.name) return Fit::name;
    if (!english.empty() && written == english) return Fit::english_word;
    const std::string lower = to_lower(written);
    if (lower == to_lower(field.source_name) || lower == to_lower(field.name) ||
        (!english.empty() && lower == english)) {
        return Fit::other_case;
    }
    return Fit::none;
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

std::vector<std::string_view> english_field_words(const Series& series) {
    std::vector<std::string_view> result;
    if (!is_built_in(series)) return result;
    for (const Field& field : series.fields) result.push_back(translated(field_words, field.name));
    return result;
}

std::vector<std::string_view> english_choice_words(const Series& series, const Field& field) {
    std::vector<std::string_view> result;
    if (!is_built_in(series) || field.name != "status") return result;
    for (const Choice& choice : field.type.choices) result.push_back(translated(status_words, choice.name));
    return result;
}

SeriesId find_series_written(const Schema& schema, std::string_view written) {
    if (const SeriesId exact = schema.find_series(written)) return exact;
    const std::string lower = to_lower(written);
    for (std::size_t i = 0; i < schema.series.size(); ++i) {
        const Series& series = schema.series[i];
        if (to_lower(series.singular) == lower || to_lower(series.plural) == lower) return SeriesId(i);
    }
    for (std::size_t i = 0; i < schema.series.size(); ++i) {
        const Series& series = schema.series[i];
        if (is_built_in(series) &&
            (translated(series_words, series.singular) == lower || translated(plural_words, series.plural) == lower)) {
            return SeriesId(i);
        }
    }
    return {};
}

bool names_students(std::string_view written) {
    const std::string lower = to_lower(written);
    return lower == "student" || lower == "studenten" || lower == "students";
}

}  // namespace wegwijzer::io
