// What the writers hand over: canonical text in which control characters say what the layout has to know, and that same
// text made plain. No layout mark is ever taken from an author's text: control characters there are escaped.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wegwijzer::layout {

// A space inside a word of the language of several parts (`in de laatste`): no comment stands there.
inline constexpr char inside_word = '\x1f';
// The next word stands in one of the two languages only (a `taal` that translating adds or leaves out).
inline constexpr char one_language = '\x1e';
// A line break between two texts; the second begins below the first.
inline constexpr char next_text = '\x1d';
// The line breaks here because it would be too long, or because a comment stood here.
inline constexpr char wrapped = '\x1b';
// The next byte, less 0x40, is a control character of the author's own.
inline constexpr char escaped = '\x1c';

// A word of the language, its inner spaces marked.
[[nodiscard]] std::string marked_word(std::string_view spelling);
// The author's bytes, safe to stand among layout marks.
[[nodiscard]] std::string escape(std::string_view bytes);

// Columns on a terminal, up to the first line break of any kind.
[[nodiscard]] std::size_t width(std::string_view marked);
// With spaces behind it, up to `columns`.
[[nodiscard]] std::string padded(std::string marked, std::size_t columns);
// Adds `value` to the text; what stands on further lines of it begins in the column where it begins.
void append_value(std::string& text, std::string_view value);

// Plain text, with the places of the marks in it.
struct Draft {
    std::string text;
    std::vector<std::uint32_t> inside_words;   // of spaces, ascending
    std::vector<std::uint32_t> one_languages;  // where such a word begins, ascending
    std::vector<std::uint32_t> wraps;          // of line ends, ascending
};
// A line break at which a long line goes on, indented by `indent`.
[[nodiscard]] std::string wrap(std::size_t indent);
[[nodiscard]] Draft make_plain(std::string_view marked);

}  // namespace wegwijzer::layout
