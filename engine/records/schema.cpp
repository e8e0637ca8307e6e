#include "engine/records/schema.h"

#include <algorithm>

namespace wegwijzer {

bool operator==(const Choice& left, const Choice& right) {
    return left.name == right.name && left.written == right.written;
}

bool operator==(const FieldType& left, const FieldType& right) {
    return left.kind == right.kind && left.unit == right.unit && left.lowest == right.lowest &&
           left.highest == right.highest && left.as_fraction == right.as_fraction && left.ordered == right.ordered &&
           left.choices == right.choices;
}

FieldId Schema::find_field(std::string_view field_name) const {
    const auto found = std::ranges::find(student_fields, field_name, &Field::name);
    if (found == student_fields.end()) return {};
    return FieldId(static_cast<std::size_t>(found - student_fields.begin()));
}

SeriesId Schema::find_series(std::string_view series_name) const {
    const auto found = std::ranges::find_if(series, [series_name](const Series& candidate) {
        return candidate.singular == series_name || candidate.plural == series_name;
    });
    if (found == series.end()) return {};
    return SeriesId(static_cast<std::size_t>(found - series.begin()));
}

SeriesFieldId Series::find_field(std::string_view field_name) const {
    const auto found = std::ranges::find(fields, field_name, &Field::name);
    if (found == fields.end()) return {};
    return SeriesFieldId(static_cast<std::size_t>(found - fields.begin()));
}

}  // namespace wegwijzer
