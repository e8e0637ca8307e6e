// Words of names and texts, and patterns of words to look for in them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wegwijzer::review {

struct TextWord {
    std::string text;         // lower case, NFC; empty for a value to fill in, `{…}`, which is no word
    std::uint32_t begin = 0;  // where it stands: bytes in the source
    std::uint32_t end = 0;
    std::uint32_t sentence = 0;
    std::uint32_t clause = 0;  // what stands between two commas of a sentence
};

// A part of a text, without its quotes but with its escapes, at `offset` in the source.
struct TextPart {
    std::string_view text;
    std::uint32_t offset = 0;
    bool is_template = false;  // `{…}` in it is a value to fill in
};

// A name falls apart at `_` and before a capital; a word of a text doesn't. Adjoining parts are one text.
[[nodiscard]] std::vector<TextWord> words_of_name(std::string_view name, std::uint32_t offset);
[[nodiscard]] std::vector<TextWord> words_of_text(const std::vector<TextPart>& parts);

// The form is that of guarded_words.def.
class Pattern {
  public:
    explicit Pattern(std::string_view written);

    // How many words from the `first` on it takes; 0 when it doesn't fit there.
    [[nodiscard]] std::size_t length_at(const std::vector<TextWord>& words, std::size_t first) const;
    // False: it fits nowhere where the first word begins with this byte.
    [[nodiscard]] bool may_open_with(char letter) const {
        const Part& first = parts_.front();
        return first.may_begin_before || first.text.starts_with(letter);
    }
    [[nodiscard]] bool occurs_in(const std::vector<TextWord>& words) const;

  private:
    struct Part {
        std::string text;
        bool may_begin_before = false;  // `*advies`
        bool may_go_on = false;         // `negatief*`
        bool has_gap_before = false;    // `..`
    };
    [[nodiscard]] static bool fits(const Part& part, const TextWord& word);
    [[nodiscard]] std::size_t fit_from(const std::vector<TextWord>& words, std::size_t at, std::size_t part) const;

    std::vector<Part> parts_;
    bool is_whole_ = false;  // `=geloof`
};

// Does `niet`, `geen`, `not` or the like stand before or in these words, in the same clause?
[[nodiscard]] bool is_denied(const std::vector<TextWord>& words, std::size_t first, std::size_t length);

}  // namespace wegwijzer::review
