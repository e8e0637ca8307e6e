#include "cli/render/columns.h"

#include <algorithm>
#include <numeric>

#include "cli/render/lines.h"
#include "engine/base/unicode.h"

namespace wegwijzer::cli {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest = 8;

std::vector<std::string> parts_of(const std::string& cell) {
    std::vector<std::string> parts(1);
    for (const char c : cell) {
        if (c == '\n') {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

std::size_t longest_word(const std::string& part) {
    std::size_t longest = 0;
    for (std::size_t begin = 0; begin < part.size();) {
        const std::size_t end = std::min(part.find(' ', begin), part.size());
        longest = std::max(longest, display_width(printable(std::string_view(part).substr(begin, end - begin))));
        begin = end + 1;
    }
    return longest;
}

}  // namespace

Columns::Columns(const std::vector<std::vector<std::string>>& rows, std::size_t width, std::size_t indent,
                 const std::vector<std::size_t>& most)
    : indent_(indent) {
    std::vector<std::size_t> longest_words;
    for (const std::vector<std::string>& row : rows) {
        if (widths_.size() < row.size()) {
            widths_.resize(row.size());
            longest_words.resize(row.size());
        }
        for (std::size_t i = 0; i < row.size(); ++i) {
            for (const std::string& part : parts_of(row[i])) {
                widths_[i] = std::max(widths_[i], display_width(printable(part)));
                longest_words[i] = std::max(longest_words[i], longest_word(part));
            }
        }
    }
    // A column without a word in it takes no room.
    const auto filled =
        static_cast<std::size_t>(std::ranges::count_if(widths_, [](std::size_t one) { return one > 0; }));
    const std::size_t gaps = filled == 0 ? 0 : gap * (filled - 1);
    const std::size_t room = width > indent + gaps ? width - indent - gaps : 0;
    const auto needed = [this] { return std::accumulate(widths_.begin(), widths_.end(), std::size_t{0}); };
    for (std::size_t i = 0; i < most.size() && i < widths_.size() && needed() > room; ++i) {
        if (most[i] > 0) widths_[i] = std::min(widths_[i], most[i]);
    }
    // First as narrow as the longest word, so that none is cut; then narrower.
    for (const bool keeps_words : {true, false}) {
        const auto gives = [&](std::size_t i) {
            return widths_[i] > (keeps_words ? std::max(longest_words[i], narrowest) : narrowest);
        };
        while (needed() > room) {
            std::size_t widest = widths_.size();
            for (std::size_t i = 0; i < widths_.size(); ++i) {
                if (gives(i) && (widest == widths_.size() || widths_[i] > widths_[widest])) widest = i;
            }
            if (widest == widths_.size()) break;
            --widths_[widest];
        }
    }
}

std::size_t Columns::begin_of(std::size_t index) const {
    std::size_t begin = indent_;
    for (std::size_t i = 0; i < index && i < widths_.size(); ++i) {
        if (widths_[i] > 0) begin += widths_[i] + gap;
    }
    return begin;
}

std::string Columns::row(const std::vector<std::string>& cells) const {
    std::vector<std::vector<std::string>> lines;
    std::size_t height = 1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        std::vector<std::string>& cell = lines.emplace_back();
        for (const std::string& part : parts_of(cells[i])) {
            for (std::string& line : wrapped(part, std::max<std::size_t>(widths_[i], 1)))
                cell.push_back(std::move(line));
        }
        height = std::max(height, lines.back().size());
    }
    std::string text;
    for (std::size_t at = 0; at < height; ++at) {
        std::string line(indent_, ' ');
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string& part = at < lines[i].size() ? lines[i][at] : std::string();
            line += part;
            if (widths_[i] > 0 && i + 1 < cells.size())
                line.append(widths_[i] + gap - std::min(widths_[i], display_width(part)), ' ');
        }
        while (line.ends_with(' ')) line.pop_back();
        text += line + '\n';
    }
    return text;
}

}  // namespace wegwijzer::cli
