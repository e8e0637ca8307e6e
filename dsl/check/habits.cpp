#include "dsl/check/habits.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "engine/base/date.h"
#include "engine/base/decimal.h"
#include "engine/base/unicode.h"

namespace wegwijzer::checking {

using model::ValueKind;

namespace {

template <std::size_t Count>
bool holds(const std::array<std::string_view, Count>& words, const std::string& lower) {
    return std::find(words.begin(), words.end(), lower) != words.end();
}

constexpr std::array<std::string_view, 9> empty_words = {"leeg",  "blanco", "empty", "blank",  "null",
                                                         "niets", "none",   "nil",   "missing"};
constexpr std::array<std::string_view, 3> filled_words = {"ingevuld", "gevuld", "filled"};
constexpr std::array<std::string_view, 6> true_words = {"waar", "true", "yes", "j", "y", "ja"};
constexpr std::array<std::string_view, 6> false_words = {"onwaar", "false", "no", "n", "nee", "neen"};
constexpr std::array<std::string_view, 12> dutch_numbers = {"een",   "twee", "drie",  "vier", "vijf", "zes",
                                                            "zeven", "acht", "negen", "tien", "elf",  "twaalf"};
constexpr std::array<std::string_view, 12> english_numbers = {"one",   "two",   "three", "four", "five",   "six",
                                                              "seven", "eight", "nine",  "ten",  "eleven", "twelve"};

// A day as a letter writes it: 1-10-2026, 1/10/2026.
std::string iso_of(const std::string& text) {
    if (parse_iso_date(text)) return text;
    std::array<int, 3> parts{};
    std::size_t at = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), parts[i]);
        if (error != std::errc{}) return {};
        at = static_cast<std::size_t>(end - text.data());
        if (i == 2) break;
        if (at >= text.size() || (text[at] != '-' && text[at] != '/')) return {};
        ++at;
    }
    if (at != text.size()) return {};
    const auto date = Date::from_calendar(parts[2], parts[1], parts[0]);
    return date ? to_iso(*date) : std::string();
}

std::string number_of(const ast::File& file, std::string text, bool percentage, const std::string& unit) {
    if (percentage && !text.empty() && text.back() == '%') text.pop_back();
    while (!text.empty() && text.back() == ' ') text.pop_back();
    auto value = parse_decimal(text, ',');
    if (!value) value = parse_decimal(text, '.');
    if (!value) return {};
    return write_number(file, *value) + (percentage ? "%" : unit.empty() ? "" : ' ' + unit);
}

}  // namespace

std::optional<std::string> meant_knownness(const ast::File& file, const std::string& name) {
    const std::string lower = to_lower(name);
    if (holds(empty_words, lower)) return word(file, Word::unknown);
    if (holds(filled_words, lower)) return word(file, Word::known);
    return std::nullopt;
}

std::optional<std::string> meant_truth(const ast::File& file, const std::string& name) {
    const std::string lower = to_lower(name);
    if (holds(true_words, lower)) return word(file, Word::yes);
    if (holds(false_words, lower)) return word(file, Word::no);
    return std::nullopt;
}

std::optional<int> meant_number(const ast::File& file, const std::string& name) {
    const auto& numbers = file.language == Language::nl ? dutch_numbers : english_numbers;
    const auto place = std::find(numbers.begin(), numbers.end(), to_lower(name));
    if (place == numbers.end()) return std::nullopt;
    return static_cast<int>(place - numbers.begin()) + 1;
}

std::string meant_length(const ast::File& file, const std::string& name) {
    constexpr std::array singular = {Word::minute, Word::day,           Word::working_day,
                                     Word::week,   Word::teaching_week, Word::month};
    const auto found = find_word(name, WordPlace::unit, file.language);
    if (!found || *found == Word::euro) return {};
    return (std::find(singular.begin(), singular.end(), *found) != singular.end() ? "1 " : "2 ") + name;
}

std::string meant_literal(const ast::File& file, const Type& type, const std::string& inside_quotes) {
    switch (type.kind()) {
        case ValueKind::number:
        case ValueKind::grade: return number_of(file, inside_quotes, false, type.value.unit);
        case ValueKind::percentage: return number_of(file, inside_quotes, true, {});
        case ValueKind::date: return iso_of(inside_quotes);
        case ValueKind::boolean: return meant_truth(file, inside_quotes).value_or("");
        default: return {};
    }
}

std::string example_condition(const Context& context, const ast::File& file) {
    for (const Field& field : context.schema.student_fields) {
        if (field.privacy != PrivacyClass{}) continue;
        switch (field.type.kind) {
            case FieldKind::boolean: return field.name;
            case FieldKind::percentage: return field.name + " < 70%";
            case FieldKind::grade: return field.name + " < " + write_number(file, Decimal::from_micros(5'500'000));
            case FieldKind::number:
            case FieldKind::integer: {
                if (!field.type.lowest || !field.type.highest) break;
                const auto sum = wegwijzer::add(*field.type.lowest, *field.type.highest);
                if (!sum) break;
                const Decimal middle = Decimal::from_integer(sum->rounded_to_integer() / 2);
                const std::string unit = field.type.unit.empty() ? "" : ' ' + field.type.unit;
                return field.name + " < " + write_number(file, middle) + unit;
            }
            default: break;
        }
    }
    for (std::size_t index = 0; index < context.declared.series.size(); ++index) {
        const Series& series = context.schema.series[index];
        if (series.plural.empty() || series.privacy != PrivacyClass{}) continue;
        return word(file, Word::no_event) + ' ' + series.plural + ' ' + word(file, Word::in_last) + ' ' +
               write_length(file, 4, LengthUnit::weeks);
    }
    return {};
}

}  // namespace wegwijzer::checking
