// What the grammar reads: the words and marks of one declaration, without white space and comments.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dsl/words/words.h"
#include "engine/base/language.h"

namespace wegwijzer::parsing {

// One byte per lexeme: the grammar matches a string of these codes. Marks of one character stand for themselves.
namespace code {
inline constexpr char word = 'w';
inline constexpr char integer = 'i';
inline constexpr char decimal = 'd';
inline constexpr char date = 'D';
inline constexpr char text = 't';
inline constexpr char template_text = 'T';
inline constexpr char version = 'v';
inline constexpr char bullet = 'b';
inline constexpr char cell = 'c';
inline constexpr char double_bar = 'O';
inline constexpr char less_equal = 'L';
inline constexpr char greater_equal = 'G';
inline constexpr char not_equal = 'N';
inline constexpr char unknown = '?';
}  // namespace code

using Spelling = std::uint16_t;
inline constexpr Spelling no_spelling = 0xFFFF;  // a name of the author's

struct Lexeme {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    Spelling spelling = no_spelling;
    char code = code::unknown;
    bool opens_line : 1 = false;
    bool glued : 1 = false;    // no white space before it
    bool tainted : 1 = false;  // reported by the lexer, and what stands around it may read oddly
    bool outside : 1 = false;  // reported: in the first column, but not a letter
};

// The spellings of words and parts of phrases, numbered, so that the grammar compares numbers.
class Vocabulary {
  public:
    [[nodiscard]] static const Vocabulary& of(Language language);

    [[nodiscard]] Spelling find(std::string_view nfc) const;
    // The parts of a word; more than one spelling for a word that has an alias.
    [[nodiscard]] const std::vector<std::vector<Spelling>>& phrases(Word word) const {
        return phrases_[static_cast<std::size_t>(word)];
    }
    [[nodiscard]] bool is_reserved(Spelling spelling) const {
        return spelling < reserved_.size() && reserved_[spelling];
    }
    [[nodiscard]] bool is_mark(Spelling spelling) const { return spelling == to_mark_; }  // `t/m`
    [[nodiscard]] std::string_view text(Spelling spelling) const { return texts_[spelling]; }
    [[nodiscard]] Language language() const { return language_; }

  private:
    explicit Vocabulary(Language language);
    Spelling intern(std::string_view part);
    [[nodiscard]] std::vector<Spelling> split(std::string_view phrase);

    Language language_;
    std::unordered_map<std::string_view, Spelling> numbers_;
    std::vector<std::string_view> texts_;
    std::vector<bool> reserved_;
    std::vector<std::vector<std::vector<Spelling>>> phrases_;
    Spelling to_mark_ = no_spelling;
};

}  // namespace wegwijzer::parsing
