#include "cli/render/lines.h"

#include <vector>

#include "engine/base/unicode.h"

namespace wegwijzer::cli {
namespace {

constexpr const char* bold = "\033[1m";
constexpr const char* reset = "\033[0m";

// The words of a text; a word that is wider than a line is cut between characters.
std::vector<std::string> words_of(std::string_view text, std::size_t room) {
    std::vector<std::string> words;
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) words.push_back(std::move(word));
        word.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        std::size_t size = 1;
        while (at + size < text.size() && (static_cast<unsigned char>(text[at + size]) & 0xC0) == 0x80) ++size;
        const std::string_view character = text.substr(at, size);
        at += size;
        if (character == " ") {
            end_word();
            continue;
        }
        if (display_width(word) + display_width(character) > room) end_word();
        word += character;
    }
    end_word();
    return words;
}

}  // namespace

std::string printable(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const bool is_c1 = byte == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
        if (is_c1) ++at;
        if (is_c1 || byte < 0x20 || byte == 0x7F) {
            if (!result.empty() && result.back() != ' ') result += ' ';
        } else {
            result += text[at];
        }
    }
    return result;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string> lines(1);
    for (const std::string& word : words_of(printable(text), width)) {
        std::string& line = lines.back();
        if (!line.empty() && display_width(line) + 1 + display_width(word) > width) {
            lines.push_back(word);
        } else {
            line += (line.empty() ? "" : " ") + word;
        }
    }
    return lines;
}

void Lines::wrap(std::string_view first, std::string_view text, const char* colour) {
    const std::size_t indent = display_width(first);
    const std::size_t room = width_ > indent + 20 ? width_ - indent : 20;
    std::string line(first);
    std::size_t used = 0;
    const auto end_line = [&] {
        while (line.ends_with(' ')) line.pop_back();
        out_ += line;
        if (colour != nullptr) out_ += reset;
        out_ += '\n';
        line.assign(indent, ' ');
        used = 0;
    };
    if (colour != nullptr) line.insert(0, colour);
    for (const std::string& word : words_of(printable(text), room)) {
        const std::size_t width = display_width(word);
        if (used > 0 && used + 1 + width > room) {
            end_line();
            if (colour != nullptr) line.insert(0, colour);
        }
        if (used > 0) {
            line += ' ';
            ++used;
        }
        line += word;
        used += width;
    }
    end_line();
}

void Lines::paragraph(std::string_view first, std::string_view text) { wrap(first, text, nullptr); }
void Lines::unbroken(std::string_view first, std::string_view text) {
    out_ += std::string(first) + printable(text) + "\n";
}
void Lines::heading(std::string_view text) { wrap("", text, colour_ ? bold : nullptr); }
void Lines::strong(std::string_view first, std::string_view text) { wrap(first, text, colour_ ? bold : nullptr); }

}  // namespace wegwijzer::cli
