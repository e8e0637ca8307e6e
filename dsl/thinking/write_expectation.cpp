#include "dsl/thinking/write_expectation.h"

#include "dsl/thinking/write_example.h"
#include "dsl/words/words.h"
#include "engine/explain/format_value.h"

namespace wegwijzer::thinking {
namespace {

class Writer {
  public:
    Writer(const model::RuleSet& rules, Language language) : rules_(rules), language_(language) {}

    std::string write(const model::Expectation& expectation) const {
        std::string text = word(expectation.negated ? Word::expect_no : Word::expect);
        std::visit([&](const auto& what) { text += words(what); }, expectation.what);
        return text;
    }

  private:
    [[nodiscard]] std::string word(Word which) const { return std::string(spelling(which, language_)); }
    // " door docent"
    [[nodiscard]] std::string part(Word which, const std::string& what) const { return ' ' + word(which) + ' ' + what; }

    [[nodiscard]] std::string words(const model::SignalExpectation& signal) const {
        const bool is_strength = signal.kind == model::SignalKind::strength;
        std::string text = ' ' + word(signal.kind == model::SignalKind::signal ? Word::signal
                                      : is_strength                            ? Word::strength
                                                                               : Word::opportunity);
        if (signal.signal) text += ' ' + rules_.signal(signal.signal).name;
        if (signal.severity) text += part(Word::severity, word(word_of(*signal.severity)));
        if (signal.possibly_higher) text += ' ' + word(Word::possibly_higher);
        if (signal.state == model::SignalExpectation::State::undetermined) text += ' ' + word(Word::undetermined);
        if (signal.state == model::SignalExpectation::State::not_applicable) text += ' ' + word(Word::not_applicable);
        return text;
    }
    [[nodiscard]] std::string words(const model::AdviceExpectation& advice) const {
        std::string text = ' ' + word(Word::advice);
        if (advice.intervention) text += ' ' + rules_.intervention(advice.intervention).name;
        return text + words_of_parts(advice);
    }
    [[nodiscard]] std::string words(const model::PlanExpectation& plan) const {
        std::string text = ' ' + word(Word::plan);
        if (plan.plan) text += ' ' + rules_.plan(plan.plan).name;
        return text + words_of_parts(plan);
    }
    [[nodiscard]] static Word line_word(model::Line line) {
        switch (line) {
            case model::Line::first: break;
            case model::Line::second: return Word::line_second;
            case model::Line::external: return Word::line_external;
            case model::Line::organisation: return Word::line_organisation;
        }
        return Word::line_first;
    }
    [[nodiscard]] std::string words_of_parts(const model::AdviceParts& parts) const {
        std::string text;
        if (parts.line) text += part(Word::in_line, word(line_word(*parts.line)));
        if (parts.by) text += part(Word::by, rules_.role(parts.by).name);
        if (parts.due) text += part(Word::due, to_iso(*parts.due));
        if (parts.suppressed) text += ' ' + word(Word::suppressed);
        return text;
    }
    [[nodiscard]] std::string words(const model::ConceptExpectation& named) const {
        std::string name;
        for (const model::Concept& one : rules_.concepts) {
            if (one.expr == named.expr) name = one.name;
        }
        const model::Expr& expr = rules_.expr(named.expr);
        if (const auto* table = std::get_if<model::TableValue>(&expr.node); table != nullptr && name.empty()) {
            name = rules_.table(table->table).name;
        }
        return part(Word::concept_, name) + value(named.value, expr.type);
    }
    [[nodiscard]] std::string words(const model::ParameterExpectation& expected) const {
        const model::Parameter& parameter = rules_.parameter(expected.parameter);
        return part(Word::parameter, parameter.name) + value(expected.value, parameter.type);
    }
    [[nodiscard]] std::string value(const std::optional<model::Constant>& value, const model::ValueType& type) const {
        if (!value) return language_ == Language::nl ? " is onbekend" : " is unknown";
        return " = " + write_constant(rules_, *value, type, language_);
    }

    const model::RuleSet& rules_;
    Language language_;
};

}  // namespace

std::string write_constant(const model::RuleSet& rules, const model::Constant& value, const model::ValueType& type,
                           Language language) {
    FieldType field;
    if (const auto* choice = std::get_if<model::ChoiceValue>(&value)) {
        return rules.choice_domains[type.choices.index()].names[choice->index];
    }
    if (const auto* length = std::get_if<Length>(&value)) return explain::format_length(*length, language);
    field.unit = type.unit;
    switch (type.kind) {
        case model::ValueKind::percentage: field.kind = FieldKind::percentage; break;
        case model::ValueKind::duration: field.kind = FieldKind::duration; break;
        case model::ValueKind::points: {
            const auto* number = std::get_if<Decimal>(&value);
            const auto points = number == nullptr ? std::nullopt : multiply(*number, Decimal::from_integer(100));
            const std::string text = to_text(points.value_or(Decimal()), 0, language == Language::nl ? ',' : '.');
            return text + ' ' + std::string(spelling(Word::percentage_points, language));
        }
        default: field.kind = FieldKind::number; break;
    }
    return write_value(field, value, language);
}

std::string write_expectation(const model::RuleSet& rules, const model::Expectation& expectation, Language language) {
    return Writer(rules, language).write(expectation);
}

}  // namespace wegwijzer::thinking
