#include "engine/explain/format_value.h"

#include <algorithm>
#include <array>

#include "engine/explain/names_in_words.h"

namespace wegwijzer::explain {
namespace {

using model::ValueKind;

constexpr std::array months_nl{"januari", "februari", "maart",     "april",   "mei",      "juni",
                               "juli",    "augustus", "september", "oktober", "november", "december"};
constexpr std::array months_en{"January", "February", "March",     "April",   "May",      "June",
                               "July",    "August",   "September", "October", "November", "December"};
constexpr std::array short_months_nl{"jan", "feb", "mrt", "apr", "mei", "jun",
                                     "jul", "aug", "sep", "okt", "nov", "dec"};
constexpr std::array short_months_en{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array weekdays_nl{"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"};
constexpr std::array weekdays_en{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

struct UnitWords {
    LengthUnit unit;
    const char* nl_one;
    const char* nl_many;
    const char* en_one;
    const char* en_many;
};
constexpr std::array unit_words{
    UnitWords{LengthUnit::minutes, "minuut", "minuten", "minute", "minutes"},
    UnitWords{LengthUnit::hours, "uur", "uur", "hour", "hours"},
    UnitWords{LengthUnit::days, "dag", "dagen", "day", "days"},
    UnitWords{LengthUnit::working_days, "werkdag", "werkdagen", "working day", "working days"},
    UnitWords{LengthUnit::weeks, "week", "weken", "week", "weeks"},
    UnitWords{LengthUnit::teaching_weeks, "lesweek", "lesweken", "teaching week", "teaching weeks"},
    UnitWords{LengthUnit::months, "maand", "maanden", "month", "months"},
    UnitWords{LengthUnit::years, "jaar", "jaar", "year", "years"},
};

std::string unit_word(LengthUnit unit, bool one, Language language) {
    for (const UnitWords& words : unit_words) {
        if (words.unit != unit) continue;
        if (language == Language::nl) return one ? words.nl_one : words.nl_many;
        return one ? words.en_one : words.en_many;
    }
    return {};
}

// A number of `digits` decimals: the digits without a mark, as a whole number times 10^-digits.
struct Rounded {
    bool negative = false;
    std::string digits;  // at least `decimals` + 1 of them
    int decimals = 0;

    [[nodiscard]] Ratio ratio() const {
        Ratio result;
        for (const char digit : digits) result.numerator = result.numerator * 10 + (digit - '0');
        for (int i = 0; i < decimals; ++i) result.denominator *= 10;
        if (negative) result.numerator = -result.numerator;
        return result;
    }
    [[nodiscard]] std::string text(int least, char mark) const {
        std::string whole = digits.substr(0, digits.size() - static_cast<std::size_t>(decimals));
        std::string fraction = digits.substr(whole.size());
        while (fraction.size() > static_cast<std::size_t>(least) && fraction.ends_with('0')) fraction.pop_back();
        if (!fraction.empty()) whole += mark + fraction;
        const bool is_zero = digits.find_first_not_of('0') == std::string::npos;
        return negative && !is_zero ? "-" + whole : whole;
    }
};

Rounded round_half_even(const Ratio& value, int decimals) {
    Rounded result;
    result.decimals = decimals;
    result.negative = value.numerator < 0;
    const Int128 numerator = result.negative ? -value.numerator : value.numerator;
    Int128 whole = numerator / value.denominator;
    Int128 rest = numerator % value.denominator;
    do {
        result.digits.insert(result.digits.begin(), static_cast<char>('0' + static_cast<int>(whole % 10)));
        whole /= 10;
    } while (whole > 0);
    for (int i = 0; i < decimals; ++i) {
        rest *= 10;
        result.digits += static_cast<char>('0' + static_cast<int>(rest / value.denominator));
        rest %= value.denominator;
    }
    const bool is_odd = (result.digits.back() - '0') % 2 != 0;
    const Int128 other = value.denominator - rest;
    if (rest > other || (rest == other && is_odd)) {
        std::size_t at = result.digits.size();
        while (at > 0 && result.digits[at - 1] == '9') result.digits[--at] = '0';
        if (at == 0) {
            result.digits.insert(result.digits.begin(), '1');
        } else {
            ++result.digits[at - 1];
        }
    }
    return result;
}

Ratio times(const Ratio& value, int factor) {
    // A hundredfold by the denominator where that works out, so that a large numerator stays within 128 bits.
    if (value.denominator % factor == 0) return {value.numerator, value.denominator / factor};
    return {value.numerator * factor, value.denominator};
}

// The fewest decimals, at least `usual`, with which the shown value lies on the same side of every threshold.
std::string number_text(const Ratio& value, int least, int usual, std::span<const Ratio> thresholds, char mark) {
    constexpr int most = 15;
    for (int decimals = usual;; ++decimals) {
        const Rounded rounded = round_half_even(value, decimals);
        const Ratio shown = rounded.ratio();
        const bool same_side = std::ranges::all_of(
            thresholds, [&](const Ratio& threshold) { return compare(shown, threshold) == compare(value, threshold); });
        if (same_side || decimals == most) return rounded.text(least, mark);
    }
}

std::string decimal_text(const Ratio& value, const model::ValueType& type, Language language,
                         std::span<const Ratio> thresholds) {
    const char mark = language == Language::nl ? ',' : '.';
    if (type.kind == ValueKind::percentage || type.kind == ValueKind::points) {
        std::vector<Ratio> hundredfold;
        for (const Ratio& threshold : thresholds) hundredfold.push_back(times(threshold, 100));
        const std::string text = number_text(times(value, 100), 0, 1, hundredfold, mark);
        if (type.kind == ValueKind::percentage) return text + "%";
        const bool is_one = text == "1" || text == "-1";
        return text + say(language, " procentpunt", is_one ? " percentage point" : " percentage points");
    }
    const bool is_grade = type.kind == ValueKind::grade;
    const bool is_hours = type.unit == "uur";  // the one unit of numbers that is a word of the language
    const std::string text = number_text(value, is_grade ? 1 : 0, is_grade ? 1 : 2, thresholds, mark);
    if (type.kind == ValueKind::duration) {
        return text + " " + unit_word(LengthUnit::days, text == "1" || text == "-1", language);
    }
    if (is_hours) return text + " " + unit_word(LengthUnit::hours, text == "1" || text == "-1", language);
    return type.unit.empty() ? text : text + " " + type.unit;
}

std::string range_text(const trace::CountRange& range, Language language) {
    const std::string low = std::to_string(range.low);
    if (!range.high) return low + say(language, " of meer", " or more");
    return low + say(language, " t/m ", " to ") + std::to_string(*range.high);
}

std::string choice_text(const model::RuleSet& rules, model::ChoiceValue value, const model::ValueType& type) {
    if (type.choices.is_none()) return {};
    const std::vector<std::string>& names = rules.choice_domains[type.choices.index()].names;
    return value.index < names.size() ? in_words(names[value.index]) : std::string("-");
}

struct Formatter {
    const model::RuleSet& rules;
    const model::ValueType& type;
    Language language;
    std::span<const Ratio> thresholds;
    const Ratio* exact;

    [[nodiscard]] std::string unknown() const { return say(language, "onbekend", "unknown"); }

    std::string operator()(const trace::Unknown& /*value*/) const { return unknown(); }
    std::string operator()(bool value) const { return value ? say(language, "ja", "yes") : say(language, "nee", "no"); }
    std::string operator()(Decimal value) const {
        return decimal_text(exact != nullptr ? *exact : Ratio::of(value), type, language, thresholds);
    }
    std::string operator()(Date value) const { return format_date(value, language); }
    std::string operator()(const std::string& value) const { return value; }
    std::string operator()(model::ChoiceValue value) const { return choice_text(rules, value, type); }
    std::string operator()(model::Severity value) const { return format_severity(value, language); }
    std::string operator()(const trace::CountRange& value) const { return range_text(value, language); }
    std::string operator()(const trace::SeveritySet& /*value*/) const { return unknown(); }
    std::string operator()(const Length& value) const { return format_length(value, language); }
};

}  // namespace

std::string format_value(const model::RuleSet& rules, const trace::Value& value, const model::ValueType& type,
                         Language language, std::span<const Ratio> thresholds, const Ratio* exact) {
    return std::visit(Formatter{rules, type, language, thresholds, exact}, value);
}

std::string format_date(Date date, Language language) {
    const Date::Calendar day = date.calendar();
    const auto month = static_cast<std::size_t>(day.month - 1);
    return std::to_string(day.day) + " " + say(language, months_nl[month], months_en[month]) + " " +
           std::to_string(day.year);
}

std::string format_date_near(Date date, Date reference_date, Language language) {
    if (date.calendar().year != reference_date.calendar().year) return format_date(date, language);
    const std::string with_year = format_date(date, language);
    return with_year.substr(0, with_year.rfind(' '));
}

std::string format_short_date(Date date, Language language) {
    const Date::Calendar day = date.calendar();
    const auto month = static_cast<std::size_t>(day.month - 1);
    return std::to_string(day.day) + " " + say(language, short_months_nl[month], short_months_en[month]);
}

std::string format_weekday(Date date, Language language) {
    const auto day = static_cast<std::size_t>(date.weekday());
    return say(language, weekdays_nl[day], weekdays_en[day]);
}

std::string format_day(Date date, Date reference_date, Language language) {
    std::string words = format_weekday(date, language).substr(0, language == Language::nl ? 2 : 3) + " " +
                        format_short_date(date, language);
    if (date.calendar().year != reference_date.calendar().year) words += " " + std::to_string(date.calendar().year);
    return words;
}

std::string format_length(const Length& length, Language language) {
    return std::to_string(length.count) + " " + unit_word(length.unit, length.count == 1, language);
}

std::string format_severity(model::Severity severity, Language language) {
    switch (severity) {
        case model::Severity::low: return say(language, "laag", "low");
        case model::Severity::medium: return say(language, "midden", "medium");
        case model::Severity::high: return say(language, "hoog", "high");
        case model::Severity::none: break;
    }
    return say(language, "niet actief", "not active");
}

std::string format_constant(const model::RuleSet& rules, const model::Constant& value, const model::ValueType& type,
                            Language language) {
    return format_value(rules, std::visit([](const auto& constant) { return trace::Value{constant}; }, value), type,
                        language);
}

std::string format_field(const FieldType& type, const Column& column, std::size_t row, Language language,
                         std::span<const Ratio> thresholds) {
    if (!column.is_known(row)) return say(language, "onbekend", "unknown");
    model::ValueType shown;
    shown.unit = type.unit;
    switch (type.kind) {
        case FieldKind::key:
        case FieldKind::text: return column.text_at(row);
        case FieldKind::choice: return in_words(type.choices[static_cast<std::size_t>(column.raw_at(row))].name);
        case FieldKind::date: return format_date(column.date_at(row), language);
        case FieldKind::boolean:
            return column.boolean_at(row) ? say(language, "ja", "yes") : say(language, "nee", "no");
        case FieldKind::grade: shown.kind = ValueKind::grade; break;
        case FieldKind::percentage: shown.kind = ValueKind::percentage; break;
        case FieldKind::duration: shown.kind = ValueKind::duration; break;
        case FieldKind::number:
        case FieldKind::integer: shown.kind = ValueKind::number; break;
    }
    return decimal_text(Ratio::of(column.decimal_at(row)), shown, language, thresholds);
}

std::optional<Ratio> as_threshold(const trace::Value& value, const std::optional<Ratio>& exact) {
    if (exact) return exact;
    if (const auto* number = std::get_if<Decimal>(&value)) return Ratio::of(*number);
    if (const auto* length = std::get_if<Length>(&value)) {
        if (length->unit == LengthUnit::days) return Ratio{length->count, 1};
        if (length->unit == LengthUnit::weeks) return Ratio{length->count * 7, 1};
    }
    return std::nullopt;
}

}  // namespace wegwijzer::explain
