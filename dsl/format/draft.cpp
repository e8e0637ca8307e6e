#include "dsl/format/draft.h"

#include <algorithm>

#include "engine/base/unicode.h"

namespace wegwijzer::layout {

std::string marked_word(std::string_view spelling) {
    std::string result(spelling);
    std::replace(result.begin(), result.end(), ' ', inside_word);
    return result;
}

std::string escape(std::string_view bytes) {
    std::string result;
    result.reserve(bytes.size());
    for (const char c : bytes) {
        if (c >= wrapped && c <= inside_word) {
            result += escaped;
            result += static_cast<char>(c + 0x40);
        } else {
            result += c;
        }
    }
    return result;
}

std::size_t width(std::string_view marked) {
    const std::string_view line = marked.substr(0, marked.find_first_of("\n\x1d\x1b"));
    return display_width(line) + static_cast<std::size_t>(std::count(line.begin(), line.end(), inside_word));
}

std::string padded(std::string marked, std::size_t columns) {
    const std::size_t used = width(marked);
    if (used < columns) marked.append(columns - used, ' ');
    return marked;
}

void append_value(std::string& text, std::string_view value) {
    const std::size_t line_begin = text.rfind('\n') == std::string::npos ? 0 : text.rfind('\n') + 1;
    const std::string margin(width(std::string_view(text).substr(line_begin)), ' ');
    for (const char c : value) {
        if (c == next_text)
            text += "\n" + margin;
        else
            text += c;
    }
}

std::string wrap(std::size_t indent) { return std::string(1, wrapped) + "\n" + std::string(indent, ' '); }

Draft make_plain(std::string_view marked) {
    Draft draft;
    draft.text.reserve(marked.size());
    for (std::size_t i = 0; i < marked.size(); ++i) {
        const auto at = static_cast<std::uint32_t>(draft.text.size());
        switch (marked[i]) {
            case inside_word:
                draft.inside_words.push_back(at);
                draft.text += ' ';
                break;
            case one_language: draft.one_languages.push_back(at); break;
            case next_text: draft.text += ' '; break;
            case wrapped: draft.wraps.push_back(at); break;
            case escaped:
                ++i;
                if (i < marked.size()) draft.text += static_cast<char>(marked[i] - 0x40);
                break;
            default: draft.text += marked[i]; break;
        }
    }
    return draft;
}

}  // namespace wegwijzer::layout
