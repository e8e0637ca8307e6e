#include "dsl/editor/word_at.h"

#include <algorithm>
#include <string>
#include <vector>

namespace wegwijzer::editor {

namespace {

// Enough for the longest phrase on both sides.
constexpr std::size_t most_words = 6;

struct Near {
    std::vector<const ast::Token*> words;  // words and `t/m` on one line, without blanks
    std::size_t here = 0;
};

std::optional<Near> words_near(const ast::File& file, std::uint32_t offset) {
    const auto is_wordy = [](const ast::Token& token) {
        return token.kind == ast::TokenKind::word || token.kind == ast::TokenKind::mark;
    };
    const auto behind =
        std::upper_bound(file.tokens.begin(), file.tokens.end(), offset,
                         [](std::uint32_t place, const ast::Token& token) { return place < token.begin; });
    if (behind == file.tokens.begin()) return std::nullopt;
    auto here = std::prev(behind);
    // Right behind a word is still that word.
    if (!is_wordy(*here) && here != file.tokens.begin() && here->begin == offset) --here;
    if (!is_wordy(*here)) return std::nullopt;
    Near near;
    for (auto token = here; near.words.size() < most_words; --token) {
        if (token->kind == ast::TokenKind::word || (token == here)) {
            near.words.insert(near.words.begin(), &*token);
        } else if (token->kind != ast::TokenKind::blank) {
            break;
        }
        if (token == file.tokens.begin()) break;
    }
    near.here = near.words.size() - 1;
    for (auto token = std::next(here); token != file.tokens.end() && near.words.size() < near.here + most_words;
         ++token) {
        if (is_wordy(*token)) {
            near.words.push_back(&*token);
        } else if (token->kind != ast::TokenKind::blank) {
            break;
        }
    }
    return near;
}

}  // namespace

const ast::Declaration* declaration_at(const ast::File& file, std::uint32_t offset) {
    const auto behind = std::upper_bound(
        file.declarations.begin(), file.declarations.end(), offset,
        [](std::uint32_t place, const ast::Declaration& declaration) { return place < declaration.keyword.begin; });
    return behind == file.declarations.begin() ? nullptr : &*std::prev(behind);
}

WordPlace place_of_clauses(const ast::Declaration& declaration) {
    struct Places {
        WordPlace operator()(const ast::Pack& /*node*/) const { return WordPlace::pack; }
        WordPlace operator()(const ast::StudentData& /*node*/) const { return WordPlace::data; }
        WordPlace operator()(const ast::Series& /*node*/) const { return WordPlace::data; }
        WordPlace operator()(const ast::Calendar& /*node*/) const { return WordPlace::calendar; }
        WordPlace operator()(const ast::Phase& /*node*/) const { return WordPlace::calendar; }
        WordPlace operator()(const ast::Factor& /*node*/) const { return WordPlace::model; }
        WordPlace operator()(const ast::Role& /*node*/) const { return WordPlace::model; }
        WordPlace operator()(const ast::Parameter& /*node*/) const { return WordPlace::value; }
        WordPlace operator()(const ast::Set& /*node*/) const { return WordPlace::value; }
        WordPlace operator()(const ast::Signal& /*node*/) const { return WordPlace::signal; }
        WordPlace operator()(const ast::Intervention& /*node*/) const { return WordPlace::intervention; }
        WordPlace operator()(const ast::Policy& /*node*/) const { return WordPlace::policy; }
        WordPlace operator()(const ast::Plan& /*node*/) const { return WordPlace::plan; }
        WordPlace operator()(const ast::Table& /*node*/) const { return WordPlace::table; }
        WordPlace operator()(const ast::Example& /*node*/) const { return WordPlace::example; }
        WordPlace operator()(const ast::Use& /*node*/) const { return WordPlace::declaration; }
        WordPlace operator()(const ast::Source& /*node*/) const { return WordPlace::declaration; }
        WordPlace operator()(const ast::Cluster& /*node*/) const { return WordPlace::declaration; }
        WordPlace operator()(const ast::Concept& /*node*/) const { return WordPlace::declaration; }
    };
    return std::visit(Places{}, declaration.node);
}

std::optional<WordAt> word_at(const ast::File& file, const SourceMap& sources, std::uint32_t offset) {
    const std::optional<Near> near = words_near(file, offset);
    if (!near) return std::nullopt;
    const std::string_view text = sources.text(file.source);
    const ast::Declaration* declaration = declaration_at(file, offset);
    const bool opens = declaration != nullptr && near->words[near->here]->begin == declaration->keyword.begin;
    const WordPlace own = declaration == nullptr || opens ? WordPlace::declaration : place_of_clauses(*declaration);
    std::optional<WordAt> best;
    std::size_t longest = 0;
    bool best_is_own = false;
    for (std::size_t first = 0; first <= near->here; ++first) {
        std::string phrase;
        for (std::size_t last = first; last < near->words.size(); ++last) {
            const ast::Token& token = *near->words[last];
            if (last > first) phrase += ' ';
            phrase += text.substr(token.begin, token.end - token.begin);
            if (last < near->here) continue;
            for (std::size_t i = 0; i < word_count; ++i) {
                const auto word = static_cast<Word>(i);
                if (spelling(word, file.language) != phrase) continue;
                const bool is_own = place_of(word) == own;
                const std::size_t length = last - first + 1;
                if (best && (length < longest || (length == longest && (best_is_own || !is_own)))) continue;
                best = WordAt{word, {file.source, near->words[first]->begin, token.end}};
                longest = length;
                best_is_own = is_own;
            }
        }
    }
    return best;
}

}  // namespace wegwijzer::editor
