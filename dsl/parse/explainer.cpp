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

Explainer::Explanation Explainer::explain(const Failure& failure) {
    failure_ = &failure;
    if (auto it = explain_depth()) return *it;
    if (auto it = explain_line_behind_bullets()) return *it;
    if (auto it = explain_split_mark()) return *it;
    if (auto it = explain_connective_in_bullet()) return *it;
    if (auto it = explain_double()) return *it;
    if (auto it = explain_if_then_else()) return *it;
    if (auto it = explain_range()) return *it;
    if (auto it = explain_synonym()) return *it;
    if (auto it = explain_row_without_result()) return *it;
    if (auto it = explain_numbered_items()) return *it;
    if (auto it = explain_pasted_rows()) return *it;
    if (auto it = explain_plural()) return *it;
    if (auto it = explain_field_without_type()) return *it;
    if (auto it = explain_unit()) return *it;
    if (auto it = explain_year()) return *it;
    if (auto it = explain_full_stop()) return *it;
    if (auto it = explain_comma_for_and()) return *it;
    if (auto it = explain_taken_as_name()) return *it;
    if (auto it = explain_spelling(failure.at, failure.expected)) return *it;
    if (auto it = explain_clause_word()) return *it;
    if (auto it = explain_capital_before()) return *it;
    if (auto it = explain_slip_before()) return *it;
    if (auto it = explain_calculating_filter()) return *it;
    if (auto it = explain_chained_comparison()) return *it;
    if (auto it = explain_mark()) return *it;
    if (auto it = explain_branch()) return *it;
    if (auto it = explain_bare_text()) return *it;
    if (auto it = explain_name()) return *it;
    if (auto it = explain_quotes()) return *it;
    if (auto it = explain_article()) return *it;
    if (auto it = explain_remark()) return *it;
    if (auto it = explain_bare_filter()) return *it;
    if (auto it = explain_number()) return *it;
    if (auto it = explain_reserved()) return *it;
    if (auto it = explain_missing_rest()) return *it;
    if (auto it = explain_missing_mark()) return *it;
    if (auto it = explain_line()) return *it;
    if (auto it = explain_missing_opening()) return *it;
    if (auto it = explain_missing_part()) return *it;
    if (auto it = explain_missing_leaf()) return *it;
    if (auto it = explain_how_many()) return *it;
    if (auto it = explain_order()) return *it;
    if (auto it = explain_missing()) return *it;
    if (auto it = explain_bullet()) return *it;
    if (auto it = explain_clause_of_other()) return *it;
    if (auto it = explain_surplus()) return *it;
    return explain_otherwise();
}

}  // namespace wegwijzer::parsing
