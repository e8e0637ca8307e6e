#include "dsl/format/built_in_names.h"

#include <span>

#include "dsl/words/words.h"

namespace wegwijzer {
namespace {

constexpr Word signal_words[] = {Word::signal, Word::signals};
constexpr Word followup_words[] = {Word::followup, Word::followups};
constexpr Word consent_words[] = {Word::consent, Word::consents};
constexpr Word signal_fields[] = {Word::field_severity, Word::field_factor, Word::field_cluster, Word::field_weight};
constexpr Word followup_fields[] = {Word::field_date,   Word::field_intervention, Word::field_role,
                                    Word::field_status, Word::field_planned_on,   Word::field_outcome};
constexpr Word consent_fields[] = {Word::field_date, Word::field_intervention, Word::field_status};
constexpr Word statuses[] = {Word::proposed,  Word::planned,       Word::done,    Word::waived,
                             Word::completed, Word::given_consent, Word::refused, Word::withdrawn};
constexpr Word levels[] = {Word::low, Word::medium, Word::high};

std::string translate(std::string_view name, std::span<const Word> words, Language from, Language to) {
    for (const Word word : words)
        if (spelling(word, from) == name) return std::string(spelling(word, to));
    return std::string(name);
}

bool is_among(std::string_view name, std::span<const Word> words, Language language) {
    for (const Word word : words)
        if (spelling(word, language) == name) return true;
    return false;
}

std::span<const Word> fields_of(BuiltInSeries series) {
    switch (series) {
        case BuiltInSeries::signals: return signal_fields;
        case BuiltInSeries::followups: return followup_fields;
        case BuiltInSeries::consents: break;
    }
    return consent_fields;
}

}  // namespace

std::optional<BuiltInSeries> find_built_in_series(std::string_view name, Language language) {
    if (is_among(name, signal_words, language)) return BuiltInSeries::signals;
    if (is_among(name, followup_words, language)) return BuiltInSeries::followups;
    if (is_among(name, consent_words, language)) return BuiltInSeries::consents;
    return std::nullopt;
}

std::string translate_series(std::string_view name, Language from, Language to) {
    for (const std::span<const Word> words :
         {std::span<const Word>(signal_words), std::span<const Word>(followup_words),
          std::span<const Word>(consent_words)})
        if (is_among(name, words, from)) return translate(name, words, from, to);
    return std::string(name);
}

bool is_built_in_field(std::string_view name, BuiltInSeries series, Language language) {
    return is_among(name, fields_of(series), language);
}

std::string translate_field(std::string_view name, BuiltInSeries series, Language from, Language to) {
    return translate(name, fields_of(series), from, to);
}

std::string translate_status(std::string_view name, Language from, Language to) {
    return translate(name, statuses, from, to);
}

std::string translate_level(std::string_view name, Language from, Language to) {
    return translate(name, levels, from, to);
}

}  // namespace wegwijzer
