#include "dsl/check/type.h"

#include <span>

#include "dsl/ast/length_words.h"
#include "dsl/check/context.h"
#include "engine/base/decimal.h"
#include "engine/records/built_in_series.h"

namespace wegwijzer::checking {

using model::ValueKind;

Localized describe(const Type& type) {
    if (type.calendar_unit) {
        const Localized unit = describe(*type.calendar_unit);
        return {"een termijn in " + unit.nl, "a term in " + unit.en};
    }
    switch (type.value.kind) {
        case ValueKind::boolean: return {"een voorwaarde (ja of nee)", "a condition (yes or no)"};
        case ValueKind::number:
            if (type.value.unit.empty()) return {"een getal", "a number"};
            return {"een getal in " + type.value.unit, "a number in " + type.value.unit};
        case ValueKind::grade: return {"een cijfer", "a grade"};
        case ValueKind::percentage: return {"een percentage", "a percentage"};
        case ValueKind::points: return {"een aantal procentpunten", "a number of percentage points"};
        case ValueKind::date: return {"een datum", "a date"};
        case ValueKind::duration: return {"een duur", "a duration"};
        case ValueKind::text: return {"een tekst", "a text"};
        case ValueKind::choice: return {"een keuze", "a choice"};
        case ValueKind::severity: return {"een ernst", "a severity"};
    }
    return {};
}

std::vector<std::string> values_of(const Context& context, const Type& type, const ast::File& file) {
    if (type.kind() == ValueKind::severity) {
        return {word(file, Word::low), word(file, Word::medium), word(file, Word::high)};
    }
    if (type.kind() != ValueKind::choice || type.value.choices.is_none()) return {};
    // Statuses are words of the language, in the schema as the main pack writes them.
    std::span<const BuiltInWord> statuses;
    if (type.value.choices == context.followup_statuses) statuses = followup_status_words;
    if (type.value.choices == context.consent_statuses) statuses = consent_status_words;
    if (statuses.empty()) return context.rules.choice_domains[type.value.choices.index()].names;
    std::vector<std::string> words;
    for (const BuiltInWord& each : statuses) words.emplace_back(each.in(file.language));
    return words;
}

bool has_order(const Context& context, const Type& type) {
    switch (type.kind()) {
        case ValueKind::boolean:
        case ValueKind::text: return false;
        case ValueKind::choice:
            return !type.value.choices.is_none() && context.rules.choice_domains[type.value.choices.index()].ordered;
        default: return true;
    }
}

Localized describe(LengthUnit unit) {
    switch (unit) {
        case LengthUnit::minutes: return {"minuten", "minutes"};
        case LengthUnit::hours: return {"uur", "hours"};
        case LengthUnit::days: return {"dagen", "days"};
        case LengthUnit::working_days: return {"werkdagen", "working days"};
        case LengthUnit::weeks: return {"weken", "weeks"};
        case LengthUnit::teaching_weeks: return {"lesweken", "teaching weeks"};
        case LengthUnit::months: return {"maanden", "months"};
        case LengthUnit::years: return {"jaar", "years"};
    }
    return {};
}

std::string write_length(const ast::File& file, std::int64_t count, LengthUnit unit) {
    return std::to_string(count) + ' ' + word(file, ast::word_of(unit, count));
}

std::string write_number(const ast::File& file, Decimal value) {
    return to_text(value, 0, file.language == Language::nl ? ',' : '.');
}

}  // namespace wegwijzer::checking
