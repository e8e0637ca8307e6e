#include "dsl/thinking/write_example.h"

#include <algorithm>

#include "dsl/thinking/write_expectation.h"
#include "engine/base/unicode.h"
#include "engine/explain/format_value.h"

namespace wegwijzer::thinking {

namespace {

std::string number_of(Decimal value, Language language) {
    return to_text(value, 0, language == Language::nl ? ',' : '.');
}

class Writer {
  public:
    Writer(const model::RuleSet& rules, Language language) : rules_(rules), language_(language) {}

    std::vector<std::string> write(const model::Example& example) {
        line(0, word(Word::example) + " \"" + example.title + '"');
        line(2, word(Word::on) + ' ' + to_iso(example.on));
        for (const model::ExampleSetting& setting : example.settings) {
            const model::Parameter& parameter = rules_.parameter(setting.parameter);
            line(2, word(Word::set) + ' ' + parameter.name + ' ' + word(Word::set_to) + ' ' +
                        explain::format_constant(rules_, setting.value, parameter.type, language_));
        }
        if (!example.fields.empty()) line(2, word(Word::given_student));
        for (const model::ExampleField& field : example.fields) {
            const Field& its = rules_.schema->field(field.field);
            line(4, its.name + ' ' + write_value(its.type, field.value, language_));
        }
        for (const model::ExampleSeries& series : example.series) write(series);
        for (const model::Expectation& expectation : example.expectations) write(expectation);
        return std::move(lines_);
    }

  private:
    [[nodiscard]] std::string word(Word which) const { return std::string(spelling(which, language_)); }
    void line(std::size_t indent, const std::string& text) { lines_.push_back(std::string(indent, ' ') + text); }

    void write(const model::ExampleSeries& given) {
        const Series& series = rules_.schema->series_of(given.series);
        std::string head = word(Word::given) + ' ' + series.plural;
        if (given.complete_to) head += ' ' + word(Word::complete_to) + ' ' + to_iso(*given.complete_to);
        if (given.events.empty()) {
            line(2, head + ' ' + word(Word::none));
            return;
        }
        line(2, head);
        std::vector<std::vector<std::string>> columns;
        for (std::size_t field = 0; field < series.fields.size(); ++field) {
            const bool is_used = std::ranges::any_of(
                given.events, [field](const model::ExampleEvent& event) { return event.values[field].has_value(); });
            if (!is_used) continue;
            std::vector<std::string> column = {series.fields[field].name};
            for (const model::ExampleEvent& event : given.events) {
                const auto& value = event.values[field];
                column.push_back(value ? cell(series.fields[field].type, *value) : std::string());
            }
            columns.push_back(std::move(column));
        }
        for (std::size_t row = 0; row <= given.events.size(); ++row) {
            std::string text = "|";
            for (const std::vector<std::string>& column : columns) {
                std::size_t width = 0;
                for (const std::string& each : column) width = std::max(width, display_width(each));
                text += ' ' + column[row] + std::string(width - display_width(column[row]), ' ') + " |";
            }
            line(4, text);
        }
    }
    [[nodiscard]] std::string cell(const FieldType& type, const model::FieldValue& value) const {
        const auto* text = std::get_if<std::string>(&value);
        if (text == nullptr) {
            FieldType its = type;
            if (language_ == Language::en && its.unit == spelling(Word::hours, Language::nl))
                its.unit.clear();  // as data hold it
            return write_value(its, value, language_);
        }
        const bool is_plain = text->find_first_of("|#\"") == std::string::npos && !text->empty() &&
                              text->front() != ' ' && text->back() != ' ';
        return is_plain ? *text : write_value(type, value, language_);
    }

    void write(const model::Expectation& expectation) { line(2, write_expectation(rules_, expectation, language_)); }

    const model::RuleSet& rules_;
    Language language_;
    std::vector<std::string> lines_;
};

}  // namespace

Word word_of(model::Severity severity) {
    switch (severity) {
        case model::Severity::high: return Word::high;
        case model::Severity::medium: return Word::medium;
        case model::Severity::low:
        case model::Severity::none: break;
    }
    return Word::low;
}

std::string write_value(const FieldType& type, const model::FieldValue& value, Language language) {
    if (const auto* date = std::get_if<Date>(&value)) return to_iso(*date);
    if (const auto* truth = std::get_if<bool>(&value)) {
        return std::string(spelling(*truth ? Word::yes : Word::no, language));
    }
    if (const auto* choice = std::get_if<model::ChoiceValue>(&value)) return type.choices[choice->index].name;
    if (const auto* text = std::get_if<std::string>(&value)) {
        std::string quoted = "\"";
        for (const char character : *text) {
            if (character == '"' || character == '\\') quoted += '\\';
            quoted += character;
        }
        return quoted + '"';
    }
    const auto* number = std::get_if<Decimal>(&value);
    if (number == nullptr) return "…";
    if (type.kind == FieldKind::percentage) {
        const auto percent = multiply(*number, Decimal::from_integer(100));
        return number_of(percent.value_or(*number), language) + '%';
    }
    if (type.kind == FieldKind::duration) {
        return number_of(*number, language) + ' ' + std::string(language == Language::nl ? "dagen" : "days");
    }
    // The one unit of numbers that is a word of the language.
    const bool is_hours = type.unit == spelling(Word::hours, Language::nl);
    const std::string unit = is_hours ? std::string(spelling(Word::hours, language)) : type.unit;
    return number_of(*number, language) + (unit.empty() ? "" : ' ' + unit);
}

std::vector<std::string> write_example(const model::RuleSet& rules, const model::Example& example, Language language) {
    return Writer(rules, language).write(example);
}

}  // namespace wegwijzer::thinking
