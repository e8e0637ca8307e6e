#include "cli/render/lines.h"

#include <algorithm>
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

void replace_all(std::string& text, std::string_view what, std::string_view with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
        text.replace(at, what.size(), with);
    }
}

std::string trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(' ') - begin + 1));
}

// "WAT GOED GAAT" is read out letter by letter.
std::string without_capitals(std::string_view text) {
    const bool has_small = std::ranges::any_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
    if (has_small || text.empty()) return std::string(text);
    return std::string(text.substr(0, 1)) + to_lower(text.substr(1));
}

}  // namespace

std::string spoken_sentence(std::string_view first, std::string_view text, Language language) {
    const bool nl = language == Language::nl;
    std::string words = printable(text);
    replace_all(words, "  →  ", nl ? ", waarde " : ", value ");
    replace_all(words, " · ", ", ");
    replace_all(words, " (?)", nl ? ", onbekend of dit meetelt" : ", not known whether this counts");
    for (const char* quote : {"„", "“", "”"}) replace_all(words, quote, "");
    std::string mark = trimmed(printable(first));
    if (mark == "+" || mark == "-" || mark == ">" || mark == "!") mark.clear();
    if (mark == "✓") mark = nl ? "waar:" : "true:";
    if (mark == "✗") mark = nl ? "niet waar:" : "not true:";
    if (mark == "?") mark = nl ? "onbekend:" : "unknown:";
    if (!mark.empty()) words = mark + " " + words;
    words = trimmed(words);
    if (words.empty()) return words;
    if (words.front() >= 'a' && words.front() <= 'z') words.front() = static_cast<char>(words.front() - 'a' + 'A');
    const bool ends = std::string_view(".?!:").find(words.back()) != std::string_view::npos;
    return ends ? words : words + ".";
}

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
    if (spoken_) {
        out_ += spoken_sentence(first, text, *spoken_) + "\n";
        return;
    }
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
    out_ += (spoken_ ? std::string() : std::string(first)) + printable(text) + "\n";
}
void Lines::heading(std::string_view text) {
    wrap("", spoken_ ? without_capitals(text) : std::string(text), colour_ ? bold : nullptr);
}
void Lines::strong(std::string_view first, std::string_view text) { wrap(first, text, colour_ ? bold : nullptr); }
void Lines::strong(std::string_view first, std::string_view text, std::string_view at_end) {
    constexpr std::size_t least_space = 2;
    const std::string end = printable(at_end);
    const std::size_t used = display_width(first) + display_width(printable(text)) + display_width(end);
    const bool fits = used + least_space <= width_;
    strong(first, text);
    if (end.empty()) return;
    if (spoken_ || !fits) {
        paragraph(std::string(display_width(first) + least_space, ' '), end);
        return;
    }
    out_.pop_back();  // the line end
    out_ += std::string(width_ - used, ' ') + end + '\n';
}

}  // namespace wegwijzer::cli
