#include "dsl/parse/repair.h"

#include <algorithm>

namespace wegwijzer::parsing {

std::vector<Lexeme> with_edit(const std::vector<Lexeme>& lexemes, const Edit& edit) {
    std::vector<Lexeme> result;
    result.reserve(lexemes.size() + edit.insert.size());
    const auto at = static_cast<std::ptrdiff_t>(edit.at);
    const auto behind = static_cast<std::ptrdiff_t>(edit.at + edit.remove);
    result.insert(result.end(), lexemes.begin(), lexemes.begin() + at);
    result.insert(result.end(), edit.insert.begin(), edit.insert.end());
    result.insert(result.end(), lexemes.begin() + behind, lexemes.end());
    // What comes to stand at the beginning of the line opens it.
    if (edit.keeps_lines || edit.at >= lexemes.size() || edit.at >= result.size()) return result;
    if (edit.remove > 0) {
        result[edit.at].opens_line = result[edit.at].opens_line || lexemes[edit.at].opens_line;
        for (std::size_t i = edit.at + 1; i < edit.at + edit.insert.size(); ++i) result[i].opens_line = false;
    } else if (!edit.insert.empty() && edit.insert.front().opens_line && edit.at + edit.insert.size() < result.size()) {
        result[edit.at + edit.insert.size()].opens_line = false;
    }
    return result;
}

std::vector<Lexeme> as_lexemes(const Vocabulary& vocabulary, Word word, std::size_t part, const Lexeme& before,
                               bool opens_line) {
    std::vector<Lexeme> result;
    const std::vector<Spelling>& phrase = vocabulary.phrases(word).front();
    for (std::size_t i = part; i < phrase.size(); ++i) {
        Lexeme lexeme;
        lexeme.begin = before.end;
        lexeme.end = before.end;
        lexeme.spelling = phrase[i];
        lexeme.code = code::word;
        lexeme.opens_line = opens_line && i == part;
        result.push_back(lexeme);
    }
    return result;
}

std::size_t Repairs::try_out(const Failure& failure, const Edit& edit) {
    // What stands behind the clause has no part in it, unless the edit joins a line to it; nor have broken clauses before it.
    const std::vector<Lexeme>& all = reading_.lexemes();
    std::size_t end = std::max(failure.resume, edit.at + edit.remove);
    if (end > failure.resume)
        while (end < all.size() && !all[end].opens_line) ++end;
    if (end > all.size()) return 0;
    std::vector<Lexeme> lexemes;
    std::size_t at = 0;
    // Of the clauses before it only the head counts, and the clause it is a part of.
    const auto begins_clause = [&](std::size_t index) { return all[index].opens_line && reading_.opens_clause(index); };
    std::size_t own = failure.clause;
    while (own > 0 && !begins_clause(own)) --own;
    if (own > 0) {
        for (lexemes.push_back(all[at++]); at < own && !begins_clause(at); ++at) lexemes.push_back(all[at]);
        at = own;
    }
    for (const Failure& other : reading_.failures()) {
        if (other.resume > failure.clause || other.clause < at || other.clause == 0) continue;
        for (; at < other.clause; ++at) lexemes.push_back(all[at]);
        at = std::max(at, other.resume);
    }
    const std::size_t left_out = at - lexemes.size();
    const std::size_t cost = lexemes.size() + end - std::min(end, at) + edit.insert.size();
    if (cost > budget_) return 0;
    budget_ -= cost;
    for (; at < end; ++at) lexemes.push_back(all[at]);
    Edit moved = edit;
    if (moved.at < left_out) return 0;
    moved.at -= left_out;
    const std::size_t clause = failure.clause - std::min(failure.clause, left_out);

    Reading again(reading_.text(), reading_.vocabulary(), with_edit(lexemes, moved));
    reader_(again, kind_);
    std::size_t furthest = whole;
    for (const Failure& it : again.failures())
        if (it.resume > clause || it.at >= clause) furthest = std::min(furthest, it.at);
    if (furthest == whole) return whole;
    furthest += left_out + edit.remove;
    return furthest - std::min(furthest, edit.insert.size());
}

bool Repairs::helps_some(const Failure& failure, const Edit& edit) {
    const std::size_t reached = try_out(failure, edit);
    if (reached == whole) return true;
    const std::size_t before = std::max(failure.at, edit.at + edit.remove);
    // All the rest of the line counts as well as two words.
    const std::vector<Lexeme>& all = reading_.lexemes();
    return reached >= before + 2 || (reached > before && reached < all.size() && all[reached].opens_line);
}

}  // namespace wegwijzer::parsing
