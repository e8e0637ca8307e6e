// Places as an editor counts them: lines and columns from 0, columns in UTF-16 units unless it asks for something else.
//
// Contract: a place past the end of a line is the end of that line, one past the last line the end of the text; a place inside
// a character is its beginning. Lines end in LF, CRLF or CR.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wegwijzer::editor {

enum class Units : std::uint8_t { utf_8, utf_16, utf_32 };

struct Position {
    std::uint32_t line = 0;
    std::uint32_t character = 0;
    friend auto operator<=>(const Position&, const Position&) = default;
};
struct Range {
    Position begin;
    Position end;
    friend auto operator<=>(const Range&, const Range&) = default;
};

// The lines of one text. The text must outlive it.
class Lines {
  public:
    Lines(std::string_view text, Units units);

    [[nodiscard]] std::uint32_t offset_of(Position position) const;
    [[nodiscard]] Position position_of(std::uint32_t offset) const;
    [[nodiscard]] Range range_of(std::uint32_t begin, std::uint32_t end) const;
    [[nodiscard]] std::uint32_t line_count() const { return static_cast<std::uint32_t>(starts_.size()); }

  private:
    [[nodiscard]] std::string_view line(std::size_t index) const;  // without its line end

    std::string_view text_;
    Units units_;
    std::vector<std::uint32_t> starts_;
};

// `text` with what stands between two places replaced; an end before its begin is its begin.
[[nodiscard]] std::string replace_range(std::string_view text, const Range& range, std::string_view with, Units units);

}  // namespace wegwijzer::editor
