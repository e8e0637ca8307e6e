// What was typed of a declaration up to the cursor, as words and marks. It need not be readable: somebody is still typing it.
// Internal to dsl/editor.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/words/words.h"
#include "engine/base/language.h"

namespace wegwijzer::editor {

struct TypedToken {
    enum class Kind : std::uint8_t { word, number, text, mark };
    Kind kind = Kind::word;
    std::string_view text;
    bool opens_line = false;
};

struct Typed {
    std::vector<TypedToken> tokens;  // from the keyword of the declaration on, without the word at the cursor
    std::string_view prefix;         // the part of a word before the cursor
    bool opens_line = false;         // that word is the first on its line
    bool in_first_column = false;
    bool in_text = false;  // a text that is no value: nothing to propose
    bool in_comment = false;
    bool in_braces = false;     // between `{` and `}` of a text; then `tokens` are those behind `{`
    std::size_t braces_at = 0;  // how many tokens stand before that text
};

[[nodiscard]] Typed read_typed(std::string_view text, std::uint32_t cursor);

// Tokens with phrases of the language in them.
class Phrases {
  public:
    Phrases(const std::vector<TypedToken>& tokens, Language language) : tokens_(tokens), language_(language) {}

    [[nodiscard]] std::size_t size() const { return tokens_.size(); }
    [[nodiscard]] const TypedToken& operator[](std::size_t index) const { return tokens_[index]; }
    [[nodiscard]] Language language() const { return language_; }
    // How many tokens the phrase takes here; 0 when it isn't here.
    [[nodiscard]] std::size_t length_at(std::size_t at, Word word) const;
    // All that is left from `at` on is the beginning of the phrase, and there is more of it: how much there is.
    [[nodiscard]] std::size_t begun_at(std::size_t at, Word word) const;
    [[nodiscard]] bool is_mark(std::size_t at, std::string_view mark) const {
        return at < tokens_.size() && tokens_[at].kind == TypedToken::Kind::mark && tokens_[at].text == mark;
    }

  private:
    const std::vector<TypedToken>& tokens_;
    Language language_;
};

[[nodiscard]] std::vector<std::string_view> words_of_phrase(std::string_view phrase);

}  // namespace wegwijzer::editor
