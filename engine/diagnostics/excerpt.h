// The author's own lines with carets under exactly the wrong characters: the rows between the first line of a finding and
// its `waarom`. Internal to engine/diagnostics.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer {

// A byte range of one line; an empty one stands for a single column.
struct LineRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

// One line of a source as it is shown, and a row of spaces and carets that lies under it on a terminal.
struct DrawnLine {
    std::string text;
    std::string carets;
};

// Tabs become spaces, control characters and those that turn the direction of text become U+FFFD, and a line of more than
// 160 columns is cut to the part around the first of `places`. Carets stand under `marked`, some of the places: a line that
// is drawn once for each remark is cut alike every time.
[[nodiscard]] DrawnLine draw_line(std::string_view line, const std::vector<LineRange>& places,
                                  const std::vector<LineRange>& marked);

// One place to show, within one line.
struct Mark {
    LineRange range;
    Localized remark;
    bool is_main = false;  // of the finding itself
};

// A line of a source with the places to show in it.
struct MarkedLine {
    SourceId source;
    std::uint32_t line = 1;
    std::uint32_t column = 1;  // of the first mark
    std::vector<Mark> marks;   // none: shown for its context only
};

// The lines that a finding shows, in the order in which they are shown. Empty for a finding without a place and for one
// about student data (G...): a row of data is nobody's to read in passing.
[[nodiscard]] std::vector<MarkedLine> marked_lines(const Diagnostic& diagnostic, const SourceMap& sources);

// `span` as far as it lies on its first line.
[[nodiscard]] LineRange range_in_line(const Span& span, const SourceMap& sources);

// Control characters and marks that turn the direction of text become U+FFFD, line ends and tabs a space: the words of an
// author or a file name never steer a terminal.
[[nodiscard]] std::string without_controls(std::string_view text);

}  // namespace wegwijzer
