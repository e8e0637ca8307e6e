// Which column or key belongs to which field, and which file or key to which series.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/records/schema.h"

namespace wegwijzer::io {

// How well a name fits a field: the lower, the better.
enum class Fit : std::uint8_t { source_name, name, english_word, other_case, none };
[[nodiscard]] Fit fit_of(std::string_view written, const Field& field, std::string_view english);

struct ColumnMatch {
    std::size_t field = 0;  // index into the fields
    std::size_t column = 0;
    bool only_case_differs = false;
};
struct Columns {
    std::vector<ColumnMatch> matches;         // in the order of the fields
    std::vector<std::size_t> missing_fields;  // in the order of the fields
    std::vector<std::size_t> unused_columns;  // with a name
    std::vector<std::size_t> repeated;        // columns of a field whose name came before
};
// `english`: the English words of the fields of a built-in series, else empty.
[[nodiscard]] Columns match_columns(std::span<const Field> fields, std::span<const std::string> headers,
                                    std::span<const std::string_view> english);

// The series that exist without declaring have Dutch and English words (language.md section 7): those of the language in
// which the schema does not name them. Empty for any other series.
[[nodiscard]] std::vector<std::string_view> other_field_words(const Schema& schema, SeriesId id);
[[nodiscard]] std::vector<std::string_view> other_choice_words(const Schema& schema, SeriesId id, SeriesFieldId field);
// By any of its words, in either language.
[[nodiscard]] SeriesId find_built_in_series(const Schema& schema, std::string_view written);
// By singular or plural, by the English words of a built-in series when no other has them, in any case.
[[nodiscard]] SeriesId find_series_written(const Schema& schema, std::string_view written);
[[nodiscard]] bool names_students(std::string_view written);

}  // namespace wegwijzer::io
