#include "dsl/check/cells.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>

#include "dsl/check/habits.h"
#include "engine/base/decimal.h"
#include "engine/diagnostics/did_you_mean.h"

namespace wegwijzer::checking {
namespace {

using model::FieldValue;

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& character : result) {
        if (character >= 'A' && character <= 'Z') character = static_cast<char>(character + ('a' - 'A'));
    }
    return result;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

// `text` without `ending` behind it.
bool take_off(std::string_view& text, std::string_view ending) {
    if (ending.empty() || !text.ends_with(ending)) return false;
    text = trimmed(text.substr(0, text.size() - ending.size()));
    return true;
}

std::optional<int> whole(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

constexpr std::array month_words{Word::january,   Word::february, Word::march,    Word::april,
                                 Word::may,       Word::june,     Word::july,     Word::august,
                                 Word::september, Word::october,  Word::november, Word::december};

class CellChecker {
  public:
    CellChecker(Context& context, const ast::File& file, const ast::Cell& cell, const Field& field)
        : context_(context), file_(file), cell_(cell), field_(field), text_(cell.text) {}

    std::optional<FieldValue> read() {
        if (text_.empty()) return std::nullopt;
        switch (field_.type.kind) {
            case FieldKind::key:
            case FieldKind::text: return FieldValue{cell_.text};
            case FieldKind::number:
            case FieldKind::integer:
            case FieldKind::grade: return number();
            case FieldKind::percentage: return percentage();
            case FieldKind::date: return date();
            case FieldKind::duration: return duration();
            case FieldKind::boolean: return truth();
            case FieldKind::choice: return choice();
        }
        return std::nullopt;
    }

  private:
    [[nodiscard]] char mark() const { return file_.language == Language::nl ? ',' : '.'; }

    std::optional<FieldValue> refuse(Localized what, const std::string& proposal) {
        Diagnostic diagnostic;
        diagnostic.code = Code::F087;
        diagnostic.span = cell_.span;
        diagnostic.arguments = {cell_.text, field_.name, std::move(what), '`' + proposal + '`'};
        if (proposal.find('`') == std::string::npos) diagnostic.fix = proposal;
        context_.report(std::move(diagnostic));
        return std::nullopt;
    }
    // The mark of the other language, proposing this one's.
    bool has_other_mark(std::string_view text) {
        const char other = mark() == ',' ? '.' : ',';
        if (text.find(other) == std::string_view::npos || !parse_decimal(text, other)) return false;
        std::string proposal = cell_.text;
        std::replace(proposal.begin(), proposal.end(), other, mark());
        const bool nl = mark() == ',';
        Diagnostic diagnostic;
        diagnostic.code = Code::F003;
        diagnostic.span = cell_.span;
        diagnostic.arguments = {plain(nl ? "Nederlands" : "Engels", nl ? "Dutch" : "English"),
                                plain(nl ? "komma" : "punt", nl ? "comma" : "point"), proposal};
        diagnostic.fix = proposal;
        context_.report(std::move(diagnostic));
        return true;
    }

    std::optional<FieldValue> number() {
        std::string_view text = text_;
        take_off(text, field_.type.unit);
        const auto value = parse_decimal(text, mark());
        const bool fits = value && (field_.type.kind != FieldKind::integer || value->is_integer());
        if (fits) return FieldValue{*value};
        if (!value && has_other_mark(text)) return std::nullopt;
        if (field_.type.kind == FieldKind::integer) return refuse(plain("een geheel getal", "a whole number"), "3");
        if (field_.type.kind == FieldKind::grade) {
            return refuse(plain("een cijfer", "a grade"), mark() == ',' ? "5,5" : "5.5");
        }
        return refuse(plain("een getal", "a number"), "3" + (field_.type.unit.empty() ? "" : ' ' + field_.type.unit));
    }

    std::optional<FieldValue> percentage() {
        std::string_view text = text_;
        const bool has_sign = take_off(text, "%");
        const auto value = parse_percent(text, mark());
        if (has_sign && value) return FieldValue{*value};
        if (has_other_mark(text)) return std::nullopt;
        const auto ratio = parse_decimal(text, mark());
        const Decimal one = Decimal::from_integer(1);
        const auto hundredfold =
            ratio && *ratio < one && Decimal{} < *ratio ? multiply(*ratio, Decimal::from_integer(100)) : ratio;
        return refuse(plain("een percentage", "a percentage"),
                      hundredfold ? write_number(file_, *hundredfold) + '%' : std::string("70%"));
    }

    std::optional<FieldValue> date() {
        if (const auto iso = parse_iso_date(text_)) return FieldValue{*iso};
        if (const auto in_words = date_in_words()) return FieldValue{*in_words};
        if (const auto meant = day_that_is_not_there()) {
            context_.report(Code::F006, cell_.span, {cell_.text, to_iso(*meant)});
            return std::nullopt;
        }
        Type type = type_of(model::ValueKind::date);
        const std::string meant = meant_literal(file_, type, std::string(text_));
        return refuse(plain("een datum", "a date"), meant.empty() ? "2026-09-01" : meant);
    }
    // 2026-09-31
    [[nodiscard]] std::optional<Date> day_that_is_not_there() const {
        if (text_.size() != 10 || text_[4] != '-' || text_[7] != '-') return std::nullopt;
        const auto year = whole(text_.substr(0, 4));
        const auto month = whole(text_.substr(5, 2));
        const auto day = whole(text_.substr(8));
        return year && month && day ? std::optional(Date::nearest(*year, *month, *day)) : std::nullopt;
    }
    // 1 september 2026
    [[nodiscard]] std::optional<Date> date_in_words() const {
        const std::size_t first = text_.find(' ');
        const std::size_t last = text_.rfind(' ');
        if (first == std::string_view::npos || first == last) return std::nullopt;
        const auto day = whole(text_.substr(0, first));
        const auto year = whole(text_.substr(last + 1));
        const std::string month = lower(trimmed(text_.substr(first, last - first)));
        if (!day || !year) return std::nullopt;
        for (std::size_t i = 0; i < month_words.size(); ++i) {
            if (lower(spelling(month_words[i], file_.language)) == month) {
                return Date::from_calendar(*year, static_cast<int>(i) + 1, *day);
            }
        }
        return std::nullopt;
    }

    // Days as a number, as data has them, or as a rule writes it.
    std::optional<FieldValue> duration() {
        std::string_view text = text_;
        int days = 1;
        if (take_off(text, spelling(Word::weeks, file_.language)) ||
            take_off(text, spelling(Word::week, file_.language))) {
            days = 7;
        } else if (!take_off(text, spelling(Word::days, file_.language))) {
            take_off(text, spelling(Word::day, file_.language));
        }
        if (const auto count = whole(text); count && *count < 1'000'000 && *count > -1'000'000) {
            return FieldValue{Decimal::from_integer(static_cast<std::int64_t>(*count) * days)};
        }
        return refuse(plain("een duur", "a duration"), write_length(file_, 4, LengthUnit::weeks));
    }

    std::optional<FieldValue> truth() {
        const std::string_view yes = spelling(Word::yes, file_.language);
        const std::string_view no = spelling(Word::no, file_.language);
        if (text_ == yes || text_ == no) return FieldValue{text_ == yes};
        return refuse(plain("ja of nee", "yes or no"), std::string(yes) + "` / `" + std::string(no));
    }

    std::optional<FieldValue> choice() {
        std::vector<std::string> names;
        std::string all;
        for (const Choice& each : field_.type.choices) {
            if (each.name == text_) return FieldValue{model::ChoiceValue{static_cast<std::uint32_t>(names.size())}};
            names.push_back(each.name);
            all += (all.empty() ? "`" : ", `") + each.name + '`';
        }
        Diagnostic diagnostic;
        diagnostic.code = Code::F031;
        diagnostic.span = cell_.span;
        diagnostic.arguments = {cell_.text, field_.name, all};
        const auto written = std::find_if(field_.type.choices.begin(), field_.type.choices.end(),
                                          [&](const Choice& each) { return each.written == text_; });
        const auto meant =
            written != field_.type.choices.end() ? std::optional(written->name) : did_you_mean(cell_.text, names);
        if (meant) {
            diagnostic.way_out = ask_whether(*meant);
            diagnostic.fix = *meant;
        }
        context_.report(std::move(diagnostic));
        return std::nullopt;
    }

    Context& context_;
    const ast::File& file_;
    const ast::Cell& cell_;
    const Field& field_;
    std::string_view text_;
};

}  // namespace

bool check_field_bounds(Context& context, const ast::File& file, Span span, const Field& field,
                        const FieldValue& value) {
    const auto* number = std::get_if<Decimal>(&value);
    if (number == nullptr) return true;
    std::optional<Decimal> low = field.type.lowest;
    std::optional<Decimal> high = field.type.highest;
    if (field.type.kind == FieldKind::grade) {
        low = Decimal::from_integer(1);
        high = Decimal::from_integer(10);
    }
    if ((!low || *low <= *number) && (!high || *number <= *high)) return true;
    const std::string from = low ? write_number(file, *low) : "…";
    const std::string to = high ? write_number(file, *high) : "…";
    Diagnostic diagnostic;
    diagnostic.code = Code::F109;
    diagnostic.span = span;
    diagnostic.arguments = {context.quote(span), field.name,
                            plain("de grenzen zijn " + from + " en " + to, "the bounds are " + from + " and " + to)};
    // 45 for 4,5: a grade on another scale.
    const Decimal tenth = Decimal::from_micros(number->micros() / 10);
    if (field.type.kind == FieldKind::grade && Decimal::from_integer(2) <= tenth && tenth <= *high) {
        diagnostic.fix = write_number(file, tenth);
        diagnostic.way_out = plain("bedoelt u `" + diagnostic.fix + "`?", "do you mean `" + diagnostic.fix + "`?");
    } else {
        diagnostic.fix = low && *number < *low ? from : to;
        diagnostic.way_out =
            plain("kies een waarde van " + from + " tot en met " + to, "choose a value from " + from + " to " + to);
    }
    context.report(std::move(diagnostic));
    return false;
}

std::optional<FieldValue> read_cell(Context& context, const ast::File& file, const ast::Cell& cell,
                                    const Field& field) {
    auto value = CellChecker(context, file, cell, field).read();
    if (value && !check_field_bounds(context, file, cell.span, field, *value)) return std::nullopt;
    return value;
}

}  // namespace wegwijzer::checking
