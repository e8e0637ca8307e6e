#include <algorithm>
#include <utility>

#include "dsl/parse/explainer.h"

namespace wegwijzer::parsing {

std::string Explainer::written(std::size_t begin, std::size_t end) const {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) {
        if (i > begin && !lexemes_[i].glued) text += ' ';
        text += reading_.written(i);
    }
    return text;
}

bool Explainer::wants(Wanted wanted) const {
    return std::any_of(failure_->expected.begin(), failure_->expected.end(),
                       [&](const Expectation& it) { return it.wanted == wanted; });
}
bool Explainer::wants(char mark) const {
    return std::any_of(failure_->expected.begin(), failure_->expected.end(),
                       [&](const Expectation& it) { return it.wanted == Wanted::mark && it.mark == mark; });
}
bool Explainer::wants(Word word) const {
    return std::any_of(failure_->expected.begin(), failure_->expected.end(),
                       [&](const Expectation& it) { return it.wanted == Wanted::word && it.word == word; });
}

Diagnostic Explainer::finding(Code code, std::size_t begin, std::size_t end, std::vector<Localized> arguments) const {
    Diagnostic result{.code = code, .span = span(begin, end)};
    result.arguments = std::move(arguments);
    return result;
}

Lexeme Explainer::placeholder(char code, bool opens_line) const {
    Lexeme result;
    result.code = code;
    result.opens_line = opens_line;
    result.begin = lexemes_.front().begin;
    result.end = lexemes_.front().begin;
    return result;
}

// The words that are wanted, from the part that is not there yet.
std::string Explainer::phrase(const Expectation& expectation) const {
    if (expectation.wanted == Wanted::mark) {
        switch (expectation.mark) {
            case code::less_equal: return "<=";
            case code::greater_equal: return ">=";
            case code::not_equal: return "<>";
            case code::double_bar: return "||";
            default: return {expectation.mark};
        }
    }
    std::string text;
    const auto& parts = vocabulary_.phrases(expectation.word).front();
    for (std::size_t i = expectation.part; i < parts.size(); ++i) {
        if (!text.empty()) text += ' ';
        text += vocabulary_.text(parts[i]);
    }
    return text;
}

// Rule 2 of "what opens a line": both readings.
// `< =`
// The same word or mark twice, here or a little before.
// Capitals, a letter or two, or the word of the other language.
// A line that opens with a word that is nearly a clause word, but was read as something else.
// `Minstens 2 toetsen`: the word in capitals was read as a name.
// `kleiner dan`, `minimaal`, `is niet onbekend`
// `1 000`, `1,5 weken`, `2e_kans`
// A word of the language where a name stands.
// A line that opens with `-` is a bullet, and its dashes say how deep.
// Something on a new line that belongs on the one before (rules 3 and 4).
// Words in another order: neighbours, or a group of words moved.
// A line that opens with no clause word: which word makes it a clause?
// A mark that closes or separates; never a sign to calculate with.
// The first words of a phrase are not there: `vanaf` for `geldig vanaf`.
// A word or a value that is not there; `en` and `of` last.
// A word or mark too many.
Explainer::Explanation Explainer::explain(const Failure& failure) {
    failure_ = &failure;
    if (auto it = explain_depth()) return *it;
    if (auto it = explain_line_behind_bullets()) return *it;
    if (auto it = explain_split_mark()) return *it;
    if (auto it = explain_double()) return *it;
    if (auto it = explain_synonym()) return *it;
    if (auto it = explain_spelling(failure.at, failure.expected)) return *it;
    if (auto it = explain_clause_word()) return *it;
    if (auto it = explain_capital_before()) return *it;
    if (auto it = explain_mark()) return *it;
    if (auto it = explain_name()) return *it;
    if (auto it = explain_number()) return *it;
    if (auto it = explain_reserved()) return *it;
    if (auto it = explain_missing_mark()) return *it;
    if (auto it = explain_line()) return *it;
    if (auto it = explain_missing_opening()) return *it;
    if (auto it = explain_missing_part()) return *it;
    if (auto it = explain_order()) return *it;
    if (auto it = explain_missing()) return *it;
    if (auto it = explain_bullet()) return *it;
    if (auto it = explain_surplus()) return *it;
    return explain_otherwise();
}

}  // namespace wegwijzer::parsing
