#include "dsl/editor/position.h"

#include <algorithm>

#include "engine/base/unicode.h"

namespace wegwijzer::editor {

namespace {

std::uint32_t units_of(const CodePoint& character, Units units) {
    switch (units) {
        case Units::utf_8: return static_cast<std::uint32_t>(character.size);
        case Units::utf_16: return character.value > 0xFFFF ? 2 : 1;
        case Units::utf_32: break;
    }
    return 1;
}

}  // namespace

Lines::Lines(std::string_view text, Units units) : text_(text), units_(units) {
    starts_.push_back(0);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool ends = text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n'));
        if (ends) starts_.push_back(static_cast<std::uint32_t>(at + 1));
    }
}

std::string_view Lines::line(std::size_t index) const {
    const std::size_t begin = starts_[index];
    std::size_t end = index + 1 < starts_.size() ? starts_[index + 1] : text_.size();
    while (index + 1 < starts_.size() && end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
    return text_.substr(begin, end - begin);
}

std::uint32_t Lines::offset_of(Position position) const {
    if (position.line >= starts_.size()) return static_cast<std::uint32_t>(text_.size());
    std::string_view rest = line(position.line);
    std::uint32_t offset = starts_[position.line];
    std::uint32_t left = position.character;
    while (!rest.empty()) {
        const CodePoint character = first_code_point(rest);
        const std::uint32_t width = units_of(character, units_);
        if (width > left) break;
        left -= width;
        offset += static_cast<std::uint32_t>(character.size);
        rest.remove_prefix(character.size);
    }
    return offset;
}

Position Lines::position_of(std::uint32_t offset) const {
    const auto next = std::upper_bound(starts_.begin() + 1, starts_.end(), offset);
    const auto index = static_cast<std::size_t>(next - starts_.begin()) - 1;
    std::string_view rest = line(index);
    Position position{static_cast<std::uint32_t>(index), 0};
    for (std::uint32_t at = starts_[index]; !rest.empty();) {
        const CodePoint character = first_code_point(rest);
        at += static_cast<std::uint32_t>(character.size);
        if (at > offset) break;
        position.character += units_of(character, units_);
        rest.remove_prefix(character.size);
    }
    return position;
}

Range Lines::range_of(std::uint32_t begin, std::uint32_t end) const {
    return {position_of(begin), position_of(std::max(begin, end))};
}

std::string replace_range(std::string_view text, const Range& range, std::string_view with, Units units) {
    const Lines lines(text, units);
    const std::uint32_t begin = lines.offset_of(range.begin);
    const std::uint32_t end = std::max(begin, lines.offset_of(range.end));
    std::string result(text.substr(0, begin));
    result += with;
    result += text.substr(end);
    return result;
}

}  // namespace wegwijzer::editor
