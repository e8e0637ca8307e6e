#include "engine/explain/value_words.h"

#include "engine/explain/format_value.h"
#include "engine/explain/names_in_words.h"

namespace wegwijzer::explain {

std::string value_in_words(const FieldType& type, const model::FieldValue& value, Date reference_date,
                           Language language) {
    const bool is_dutch = language == Language::nl;
    if (const auto* truth = std::get_if<bool>(&value)) {
        if (*truth) return is_dutch ? "ja" : "yes";
        return is_dutch ? "nee" : "no";
    }
    if (const auto* date = std::get_if<Date>(&value)) return format_date_near(*date, reference_date, language);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* choice = std::get_if<model::ChoiceValue>(&value)) return in_words(type.choices[choice->index].name);
    const auto* number = std::get_if<Decimal>(&value);
    if (number == nullptr) return {};
    const char mark = is_dutch ? ',' : '.';
    switch (type.kind) {
        case FieldKind::percentage:
            if (const auto percent = multiply(*number, Decimal::from_integer(100)))
                return to_text(*percent, 0, mark) + "%";
            return to_text(*number, 0, mark);
        case FieldKind::grade: return to_text(*number, 1, mark);
        case FieldKind::duration:
            return format_length({number->micros() / Decimal::one_in_micros, LengthUnit::days}, language);
        default: break;
    }
    return to_text(*number, 0, mark) + (type.unit.empty() ? "" : " " + type.unit);
}

std::string values_in_words(const FieldType& type, const std::vector<model::FieldValue>& values, Date reference_date,
                            Language language) {
    std::vector<std::string> parts;
    for (const model::FieldValue& value : values) {
        parts.push_back(value_in_words(type, value, reference_date, language));
    }
    return list_in_words(parts, language, " of ", " or ");
}

bool is_high_or_low(const FieldType& type) {
    return type.kind == FieldKind::grade || (type.kind == FieldKind::number && type.unit.empty());
}

}  // namespace wegwijzer::explain
