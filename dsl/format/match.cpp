#include "dsl/format/match.h"

#include <algorithm>

#include "dsl/words/words.h"

namespace wegwijzer::layout {
namespace {

using ast::TokenKind;

std::string_view written_at(const MarkedText& text, std::size_t mark) {
    if (mark >= text.marks.size()) return {};
    return text.text.substr(text.marks[mark].begin, text.marks[mark].end - text.marks[mark].begin);
}

bool opens_line(const MarkedText& text, std::size_t mark) {
    if (mark == 0) return true;
    const std::size_t from = text.marks[mark - 1].end;
    return text.text.substr(from, text.marks[mark].begin - from).find('\n') != std::string_view::npos;
}

bool is_bar_within_line(const MarkedText& text, std::size_t mark) {
    return mark < text.marks.size() && text.marks[mark].kind == TokenKind::mark && written_at(text, mark) == "|" &&
           !opens_line(text, mark);
}

bool is_spelled(std::string_view written, Word word) {
    return written == spelling(word, Language::nl) || written == spelling(word, Language::en);
}

bool became(const MarkedText& left, std::size_t i, const MarkedText& right, std::size_t j) {
    if (left.marks[i].kind != right.marks[j].kind) return false;
    return left.marks[i].kind != TokenKind::text || written_at(left, i) == written_at(right, j);
}

// Numbers the words: marks inside one word share its number, and what stands in one language only has that of the word before it.
std::vector<std::size_t> number_words(const Draft& draft, const std::vector<ast::Token>& marks) {
    std::vector<std::size_t> numbers;
    std::size_t count = 0;
    for (const ast::Token& mark : marks) {
        const bool goes_on = (mark.begin > 0 && std::ranges::binary_search(draft.inside_words, mark.begin - 1)) ||
                             std::ranges::binary_search(draft.one_languages, mark.begin);
        if (!goes_on || numbers.empty()) ++count;
        numbers.push_back(count);
    }
    return numbers;
}

}  // namespace

std::optional<std::vector<std::size_t>> match_canonical(const MarkedText& written, const MarkedText& canonical) {
    std::vector<std::size_t> matches;
    std::size_t j = 0;
    const auto pass_left_out_bar = [&] {
        if (!is_bar_within_line(canonical, j) || is_bar_within_line(written, matches.size())) return;
        if (!matches.empty()) matches.back() = j;
        ++j;
    };
    while (matches.size() < written.marks.size()) {
        pass_left_out_bar();
        const std::size_t i = matches.size();
        if (j >= canonical.marks.size()) return std::nullopt;
        if (j > 0 && is_spelled(written_at(written, i), Word::not_) &&
            is_spelled(written_at(written, i + 1), Word::known) &&
            is_spelled(written_at(canonical, j), Word::unknown)) {
            matches.push_back(j - 1);
            matches.push_back(j++);
            continue;
        }
        if (!became(written, i, canonical, j)) return std::nullopt;
        matches.push_back(j++);
    }
    pass_left_out_bar();
    return j == canonical.marks.size() ? std::optional(std::move(matches)) : std::nullopt;
}

std::optional<std::vector<std::size_t>> match_translation(const Draft& from, const std::vector<ast::Token>& from_marks,
                                                          const Draft& to, const std::vector<ast::Token>& to_marks) {
    const std::vector<std::size_t> there = number_words(to, to_marks);
    std::vector<std::size_t> last;
    for (std::size_t i = 0; i < there.size(); ++i) {
        last.resize(there[i] + 1);
        last[there[i]] = i;
    }
    const std::vector<std::size_t> here = number_words(from, from_marks);
    if (here.empty() != there.empty() || (!here.empty() && here.back() != there.back())) return std::nullopt;
    std::vector<std::size_t> matches;
    for (const std::size_t number : here) matches.push_back(last[number]);
    return matches;
}

}  // namespace wegwijzer::layout
