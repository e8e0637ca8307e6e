// Lines for a terminal: wrapped by display width, without control characters, colour only as an addition. Or, for a screen
// reader, a sentence on each line, in which words say what marks and indents say on a page.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/language.h"

namespace wegwijzer::cli {

// Control characters out: what comes from data or packs must not steer the terminal.
[[nodiscard]] std::string printable(std::string_view text);

// The lines of a text that is at most `width` columns wide, broken between words where that can be done. At least one.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);
// Wide enough for a word, narrow enough to read.
[[nodiscard]] constexpr std::size_t readable_width(std::size_t width) {
    return width < 40 ? 40 : width > 110 ? 110 : width;
}

// A sentence for a screen reader: it begins with a capital, ends with a full stop, and words stand for marks.
[[nodiscard]] std::string spoken_sentence(std::string_view first, std::string_view text, Language language);

class Lines {
  public:
    // `spoken`: sentences, in this language.
    Lines(std::size_t width, bool colour, std::optional<Language> spoken = std::nullopt)
        : width_(readable_width(width)), colour_(colour), spoken_(spoken) {}

    // `first` stands before the text; further lines are indented to below its first character.
    void paragraph(std::string_view first, std::string_view text);
    void unbroken(std::string_view first, std::string_view text);  // to be copied
    void heading(std::string_view text);                           // bold where there is colour
    void strong(std::string_view first, std::string_view text);
    // `at_end`, which is not bold, ends at the end of the line; where both don't fit on one it begins the next.
    void strong(std::string_view first, std::string_view text, std::string_view at_end);
    void as_it_is(std::string_view lines) { out_ += lines; }  // laid out and printable; ends with a line end
    void empty() { out_ += '\n'; }

    [[nodiscard]] std::string take() { return std::move(out_); }
    [[nodiscard]] bool is_empty() const { return out_.empty(); }

  private:
    void wrap(std::string_view first, std::string_view text, const char* colour);

    std::size_t width_;
    bool colour_;
    std::optional<Language> spoken_;
    std::string out_;
};

}  // namespace wegwijzer::cli
