#include "dsl/review/wording.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/base/unicode.h"

namespace wegwijzer::review {

namespace {

constexpr std::size_t widest_gap = 3;
constexpr std::array<std::string_view, 8> denials = {"niet", "geen", "nooit", "niets", "not", "no", "never", "nothing"};

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_capital(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7); }
bool is_letter(char32_t c) {
    const bool is_plain = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    const bool is_marked = (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x300 && c <= 0x36F);
    return is_plain || is_marked;
}

// Reads letters and digits as words; what stands between them ends sentences and clauses.
class WordReader {
  public:
    explicit WordReader(bool is_name) : is_name_(is_name) {}

    void read(const TextPart& part) {
        text_ = part.text;
        offset_ = part.offset;
        at_ = 0;
        while (at_ < text_.size()) {
            const CodePoint next = first_code_point(text_.substr(at_));
            if (is_letter(next.value) || is_digit(next.value)) {
                read_word();
            } else if (next.value == U'\\') {
                at_ = std::min(at_ + 2, text_.size());
            } else if (next.value == U'{' && part.is_template) {
                read_value();
            } else {
                read_mark(next.value);
                at_ += next.size;
            }
        }
    }
    std::vector<TextWord> take() && { return std::move(words_); }

  private:
    void read_word() {
        const std::size_t begin = at_;
        bool was_small = false;
        while (at_ < text_.size()) {
            const CodePoint next = first_code_point(text_.substr(at_));
            if (!is_letter(next.value) && !is_digit(next.value)) break;
            if (is_name_ && was_small && is_capital(next.value)) break;
            was_small = !is_capital(next.value);
            at_ += next.size;
        }
        add(to_lower(to_nfc(text_.substr(begin, at_ - begin))), begin);
    }
    void read_mark(char32_t c) {
        if (c == U'.' || c == U';' || c == U':' || c == U'!' || c == U'?') ++sentence_;
        if (c != U' ' && c != U'\t' && c != U'_' && c != U'-' && c != U'"') ++clause_;
    }
    void read_value() {
        const std::size_t begin = at_;
        bool is_quoted = false;
        while (at_ < text_.size() && (is_quoted || text_[at_] != '}')) {
            if (is_quoted && text_[at_] == '\\') {
                ++at_;
            } else if (text_[at_] == '"') {
                is_quoted = !is_quoted;
            }
            ++at_;
        }
        at_ = std::min(at_ + 1, text_.size());
        add({}, begin);
    }
    void add(std::string word, std::size_t begin) {
        words_.push_back({std::move(word), offset_ + static_cast<std::uint32_t>(begin),
                          offset_ + static_cast<std::uint32_t>(at_), sentence_, clause_});
    }

    std::vector<TextWord> words_;
    std::string_view text_;
    std::uint32_t offset_ = 0;
    bool is_name_;
    std::size_t at_ = 0;
    std::uint32_t sentence_ = 0;
    std::uint32_t clause_ = 0;
};

}  // namespace

std::vector<TextWord> words_of_name(std::string_view name, std::uint32_t offset) {
    WordReader reader(true);
    reader.read({name, offset, false});
    return std::move(reader).take();
}

std::vector<TextWord> words_of_text(const std::vector<TextPart>& parts) {
    WordReader reader(false);
    for (const TextPart& part : parts) reader.read(part);
    return std::move(reader).take();
}

Pattern::Pattern(std::string_view written) {
    if (written.starts_with('=')) {
        is_whole_ = true;
        written.remove_prefix(1);
    }
    bool has_gap = false;
    while (!written.empty()) {
        const std::size_t end = std::min(written.find(' '), written.size());
        std::string_view word = written.substr(0, end);
        written.remove_prefix(std::min(end + 1, written.size()));
        if (word == "..") {
            has_gap = true;
            continue;
        }
        Part part;
        part.has_gap_before = has_gap;
        has_gap = false;
        if (word.starts_with('*')) {
            part.may_begin_before = true;
            word.remove_prefix(1);
        }
        if (word.ends_with('*')) {
            part.may_go_on = true;
            word.remove_suffix(1);
        }
        part.text = word;
        parts_.push_back(std::move(part));
    }
}

bool Pattern::fits(const Part& part, const TextWord& word) {
    if (part.may_begin_before && part.may_go_on) return word.text.find(part.text) != std::string::npos;
    if (part.may_begin_before) return word.text.ends_with(part.text);
    if (part.may_go_on) return word.text.starts_with(part.text);
    return word.text == part.text;
}

// The index behind the last word of the shortest fit of the parts from `part` on; 0: none.
std::size_t Pattern::fit_from(const std::vector<TextWord>& words, std::size_t at, std::size_t part) const {
    if (part == parts_.size()) return at;
    const std::size_t gap = parts_[part].has_gap_before ? widest_gap : 0;
    for (std::size_t here = at; here <= at + gap && here < words.size(); ++here) {
        if (words[here].sentence != words[at - 1].sentence) return 0;
        if (!fits(parts_[part], words[here])) continue;
        if (const std::size_t end = fit_from(words, here + 1, part + 1); end != 0) return end;
    }
    return 0;
}

std::size_t Pattern::length_at(const std::vector<TextWord>& words, std::size_t first) const {
    if (!fits(parts_.front(), words[first])) return 0;
    const std::size_t end = fit_from(words, first + 1, 1);
    if (end == 0 || (is_whole_ && (first != 0 || end != words.size()))) return 0;
    return end - first;
}

bool Pattern::occurs_in(const std::vector<TextWord>& words) const {
    for (std::size_t first = 0; first < words.size(); ++first) {
        if (length_at(words, first) != 0) return true;
    }
    return false;
}

bool is_denied(const std::vector<TextWord>& words, std::size_t first, std::size_t length) {
    const std::uint32_t clause = words[first].clause;
    for (std::size_t i = first + length; i-- > 0;) {
        if (i < first && words[i].clause != clause) return false;
        if (std::find(denials.begin(), denials.end(), words[i].text) != denials.end()) return true;
    }
    return false;
}

}  // namespace wegwijzer::review
