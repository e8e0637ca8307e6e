#include "engine/io/cell.h"

#include <algorithm>
#include <array>
#include <cstring>

#include <fmt/format.h>

#include "engine/base/unicode.h"

namespace wegwijzer::io {
namespace {

constexpr std::size_t most_choices_named = 8;

bool is_ascii(std::string_view text) {
    constexpr std::uint64_t high_bits = 0x8080'8080'8080'8080u;
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, sizeof(word));
        if ((word & high_bits) != 0) return false;
    }
    return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(),
                       [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

bool is_ascii_space(char character) { return character == ' ' || (character >= '\t' && character <= '\r'); }

std::string ascii_lower(std::string_view text) {
    std::string result(text);
    for (char& character : result) {
        if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
    }
    return result;
}

bool has_digits_and(std::string_view text, char mark) {
    return !text.empty() && std::ranges::all_of(text, [mark](char character) {
        return (character >= '0' && character <= '9') || character == mark || character == '-';
    }) && std::ranges::any_of(text, [](char character) { return character >= '0' && character <= '9'; });
}

Localized shown(Decimal value) { return {to_text(value, 0, ','), to_text(value, 0, '.')}; }

Cell known(std::int64_t number) { return {Cell::State::known, number, {}}; }

constexpr std::array<std::string_view, 7> words_for_yes = {"ja", "j", "yes", "y", "true", "waar", "1"};
constexpr std::array<std::string_view, 6> words_for_no = {"nee", "n", "no", "false", "onwaar", "0"};

}  // namespace

std::string_view clean(std::string_view text, std::string& scratch) {
    if (!is_ascii(text)) {
        scratch = to_nfc_trimmed(text);
        return scratch;
    }
    while (!text.empty() && is_ascii_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_ascii_space(text.back())) text.remove_suffix(1);
    return text;
}

CellReader::CellReader(const Field& field, std::span<const std::string_view> english)
    : field_(&field), english_(english), lowest_(field.type.lowest), highest_(field.type.highest) {
    if (field.type.kind == FieldKind::grade) {
        lowest_ = lowest_.value_or(Decimal::from_integer(1));
        highest_ = highest_.value_or(Decimal::from_integer(10));
    }
}

bool CellReader::holds_decimals() const {
    const FieldKind kind = field_->type.kind;
    return kind == FieldKind::number || kind == FieldKind::grade || kind == FieldKind::percentage ||
           kind == FieldKind::integer || kind == FieldKind::duration;
}

Localized CellReader::what() const {
    switch (field_->type.kind) {
        case FieldKind::number: return {"ongeldig getal", "invalid number"};
        case FieldKind::integer: return {"ongeldig geheel getal", "invalid whole number"};
        case FieldKind::grade: return {"ongeldig cijfer", "invalid grade"};
        case FieldKind::percentage: return {"ongeldig percentage", "invalid percentage"};
        case FieldKind::date: return {"ongeldige datum", "invalid date"};
        case FieldKind::duration: return {"ongeldig aantal dagen", "invalid number of days"};
        case FieldKind::choice: return {"ongeldige keuze", "invalid choice"};
        case FieldKind::boolean:
        case FieldKind::key:
        case FieldKind::text: break;
    }
    return {"ongeldige waarde", "invalid value"};
}

Cell CellReader::invalid(Localized reason) {
    reason_ = std::move(reason);
    return {Cell::State::invalid, 0, {}};
}

Cell CellReader::read(std::string_view text, char mark) {
    if (text.empty()) return {};
    switch (field_->type.kind) {
        case FieldKind::number:
        case FieldKind::integer:
        case FieldKind::grade:
        case FieldKind::duration: return read_number(text, mark);
        case FieldKind::percentage: return read_percentage(text, mark);
        case FieldKind::date: return read_date(text);
        case FieldKind::boolean: return read_boolean(text);
        case FieldKind::choice: return read_choice(text);
        case FieldKind::key:
        case FieldKind::text: break;
    }
    return {Cell::State::known, 0, text};
}

Cell CellReader::read_json_number(std::string_view text) {
    switch (field_->type.kind) {
        case FieldKind::number:
        case FieldKind::integer:
        case FieldKind::grade:
        case FieldKind::duration:
        case FieldKind::percentage: break;
        case FieldKind::date: return invalid({"een datum is een tekst", "a date is a text"});
        default: return read(text, '.');
    }
    std::optional<Decimal> value = parse_json_number(text);
    if (value && field_->type.kind == FieldKind::percentage) {
        ++percentages_;
        if (*value <= Decimal::from_integer(1)) ++small_percentages_;
        if (!field_->type.as_fraction) value = divide(*value, Decimal::from_integer(100));
    }
    if (!value) return invalid({"het getal is te groot", "the number is too large"});
    return within_bounds(*value);
}

Cell CellReader::read_json_boolean(bool value) {
    if (field_->type.kind == FieldKind::boolean) return known(value ? 1 : 0);
    return invalid({"`true` en `false` zijn alleen een ja/nee", "`true` and `false` are a yes/no only"});
}

Cell CellReader::within_bounds(Decimal value) {
    const bool is_whole_kind = field_->type.kind == FieldKind::integer || field_->type.kind == FieldKind::duration;
    if (is_whole_kind && !value.is_integer()) {
        return invalid({"het is geen heel getal", "it is not a whole number"});
    }
    if (lowest_ && highest_ && (value < *lowest_ || value > *highest_)) {
        const Localized low = shown(*lowest_);
        const Localized high = shown(*highest_);
        return invalid({fmt::format("het ligt buiten {} t/m {}", low.nl, high.nl),
                        fmt::format("it lies outside {} to {}", low.en, high.en)});
    }
    return known(value.micros());
}

Cell CellReader::read_number(std::string_view text, char mark) {
    if (const auto value = parse_decimal(text, mark)) return within_bounds(*value);
    const char other = mark == ',' ? '.' : ',';
    if (parse_decimal(text, other)) {
        return invalid(
            mark == ','
                ? Localized{"dit bestand schrijft decimalen met een komma", "this file writes decimals with a comma"}
                : Localized{"dit bestand schrijft decimalen met een punt", "this file writes decimals with a point"});
    }
    if (std::ranges::count(text, ',') + std::ranges::count(text, '.') > 1) {
        return invalid(
            {"schrijf getallen zonder scheiding van duizendtallen", "write numbers without thousands separators"});
    }
    if (has_digits_and(text, mark) && text.rfind('-') == (text.front() == '-' ? 0 : std::string_view::npos) &&
        text.front() != mark && text.back() != mark) {
        return invalid({"het getal is te groot", "the number is too large"});
    }
    return invalid({"dit is geen getal", "this is not a number"});
}

Cell CellReader::read_percentage(std::string_view text, char mark) {
    const bool has_sign = text.back() == '%';
    if (has_sign) {
        text.remove_suffix(1);
        while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    }
    const bool is_fraction = field_->type.as_fraction && !has_sign;
    const auto value = is_fraction ? parse_decimal(text, mark) : parse_percent(text, mark);
    if (!value) return read_number(text, mark);  // says why
    ++percentages_;
    if (!has_sign && *value <= (is_fraction ? Decimal::from_integer(1) : Decimal::from_micros(10'000))) {
        ++small_percentages_;
    }
    return within_bounds(*value);
}

Cell CellReader::read_date(std::string_view text) {
    DateReading reading = read_date_text(text);
    if (!reading.date) return invalid(std::move(reading.reason));
    return known(reading.date->days());
}

Cell CellReader::read_boolean(std::string_view text) {
    constexpr std::size_t longest = 6;
    if (text.size() <= longest) {
        const std::string word = ascii_lower(text);
        if (std::ranges::find(words_for_yes, word) != words_for_yes.end()) return known(1);
        if (std::ranges::find(words_for_no, word) != words_for_no.end()) return known(0);
    }
    return invalid({"schrijf `ja` of `nee`", "write `yes` or `no`"});
}

Cell CellReader::read_choice(std::string_view text) {
    const std::vector<Choice>& choices = field_->type.choices;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (choices[i].written == text || (i < english_.size() && english_[i] == text)) {
            return known(static_cast<std::int64_t>(i));
        }
    }
    const std::string lower = to_lower(text);
    for (const Choice& choice : choices) {
        if (to_lower(choice.written) == lower) {
            return invalid({fmt::format("bedoelt u `{}`? hoofdletters tellen", choice.written),
                            fmt::format("is `{}` meant? capitals count", choice.written)});
        }
    }
    std::string names;
    for (std::size_t i = 0; i < std::min(choices.size(), most_choices_named); ++i) {
        names += fmt::format("{}`{}`", i == 0 ? "" : ", ", choices[i].written);
    }
    if (choices.size() > most_choices_named) names += ", …";
    return invalid({"de keuze is uit " + names, "the choice is of " + names});
}

namespace {

// The five kinds of setter of a CohortBuilder, for a student's field or an event's.
template <class... Id>
void store_value(CohortBuilder& builder, FieldKind kind, const Cell& cell, Id... id) {
    switch (kind) {
        case FieldKind::key:
        case FieldKind::text: builder.set_text(id..., cell.text); return;
        case FieldKind::date: builder.set(id..., Date::from_days(static_cast<std::int32_t>(cell.number))); return;
        case FieldKind::boolean: builder.set_boolean(id..., cell.number != 0); return;
        case FieldKind::choice: builder.set_choice(id..., static_cast<std::uint32_t>(cell.number)); return;
        case FieldKind::number:
        case FieldKind::integer:
        case FieldKind::grade:
        case FieldKind::percentage:
        case FieldKind::duration: builder.set(id..., Decimal::from_micros(cell.number)); return;
    }
}

}  // namespace

void store(CohortBuilder& builder, FieldId id, FieldKind kind, const Cell& cell) {
    store_value(builder, kind, cell, id);
}

void store(CohortBuilder& builder, SeriesId series, SeriesFieldId id, FieldKind kind, const Cell& cell) {
    store_value(builder, kind, cell, series, id);
}

}  // namespace wegwijzer::io
