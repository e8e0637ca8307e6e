// A filter that asks for more than one field and one value, without parentheses.
#include <algorithm>
#include <optional>
#include <string_view>

#include "dsl/parse/explainer.h"

namespace wegwijzer::parsing {

// `met vak is "ict" en cijfer < 5,5 in de laatste 8 weken`: two parts of a filter, and a period behind them.
Explainer::Maybe Explainer::explain_bare_filter() {
    const std::size_t at = failure_->at;
    std::size_t with = std::min(at, lexemes_.size());
    while (with > failure_->clause && !(reading_.stands_at(Word::with, with - 1))) --with;
    if (with <= failure_->clause || !exists(with) || lexemes_[with].code == '(') return std::nullopt;
    std::size_t connective = with;
    while (connective < at && !reading_.stands_at(Word::and_, connective) && !reading_.stands_at(Word::or_, connective))
        ++connective;
    if (connective == at || connective + 1 >= lexemes_.size()) return std::nullopt;
    for (const std::size_t end : {at, at - 1, at - 2}) {
        if (end <= connective + 1) break;
        Edit edit{with, end - with, {placeholder('(', false)}, false};
        edit.insert.insert(edit.insert.end(), lexemes_.begin() + static_cast<std::ptrdiff_t>(with),
                           lexemes_.begin() + static_cast<std::ptrdiff_t>(end));
        edit.insert.push_back(placeholder(')', false));
        if (!helps(edit)) continue;
        const std::string right = written(with - 1) + " (" + written(with, end) + ")";
        Diagnostic result = finding(Code::F074, connective, connective + 1,
                                    {written(connective), written(connective + 1), written(with - 2), right});
        result.labels.push_back({span(connective + 1, connective + 2), {}});
        return Explanation{std::move(result), {}};
    }
    return std::nullopt;
}

// `geen gesprek met datum - startdatum >= 94 dagen`: a filter that calculates stands in parentheses.
Explainer::Maybe Explainer::explain_calculating_filter() {
    constexpr std::size_t longest = 16;
    const std::size_t last = std::min(failure_->resume, lexemes_.size());
    std::size_t with = std::min(failure_->at, last);
    while (with > failure_->clause && !reading_.stands_at(Word::with, with - 1)) --with;
    if (with <= failure_->clause || with >= last || lexemes_[with].code == '(') return std::nullopt;
    const auto is_one_of = [&](std::size_t at, std::string_view marks) {
        return marks.find(lexemes_[at].code) != std::string_view::npos;
    };
    std::optional<std::size_t> sign;
    bool compares = false;
    for (std::size_t end = with; end < std::min(last, with + longest); ++end) {
        if (reading_.stands_at(Word::and_, end) || reading_.stands_at(Word::or_, end)) break;
        if (!sign && is_one_of(end, "+-*/")) sign = end;
        compares = compares || is_one_of(end, "<>=LGN") || reading_.stands_at(Word::is, end);
        if (!sign || !compares) continue;
        Edit edit{with, end + 1 - with, {placeholder('(', false)}, false};
        edit.insert.insert(edit.insert.end(), lexemes_.begin() + static_cast<std::ptrdiff_t>(with),
                           lexemes_.begin() + static_cast<std::ptrdiff_t>(end + 1));
        edit.insert.push_back(placeholder(')', false));
        if (!helps(edit)) continue;
        const std::string right = quoted(written(with - 1) + " (" + written(with, end + 1) + ")");
        Diagnostic result = finding(Code::F073, *sign, *sign + 1, {written(*sign), written(with, *sign)});
        result.why = {"zonder haakjes vergelijkt een filter één veld met één waarde",
                      "without parentheses a filter compares one field with one value"};
        result.way_out = {"zet haakjes: " + right, "use parentheses: " + right};
        return Explanation{std::move(result), {}};
    }
    return std::nullopt;
}

}  // namespace wegwijzer::parsing
