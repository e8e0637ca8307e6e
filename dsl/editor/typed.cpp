#include "dsl/editor/typed.h"

#include <algorithm>
#include <array>

#include "dsl/parse/lexer.h"
#include "engine/base/ascii.h"

namespace wegwijzer::editor {

namespace {

constexpr std::string_view to_mark = "t/m";

// The declaration begins at the last line that opens with a letter, the line of the cursor among them.
std::size_t start_of_declaration(std::string_view text, std::size_t cursor) {
    std::size_t line = cursor;
    for (;;) {
        while (line > 0 && text[line - 1] != '\n') --line;
        if (line == 0 || parsing::letter_length(text, line, true) > 0) return line;
        --line;
    }
}

class TypedReader {
  public:
    TypedReader(std::string_view text, std::size_t cursor) : text_(text.substr(0, cursor)) {}

    Typed read(std::size_t begin) {
        at_ = begin;
        while (at_ < text_.size()) read_one();
        typed_.opens_line = opens_line_;
        // A word that touches the cursor is still being typed.
        if (!typed_.tokens.empty() && !typed_.in_text && !typed_.in_comment) {
            const TypedToken& last = typed_.tokens.back();
            const bool touches = last.text.data() + last.text.size() == text_.data() + text_.size();
            if (touches && last.kind == TypedToken::Kind::word && last.text != to_mark) {
                typed_.prefix = last.text;
                typed_.opens_line = last.opens_line;
                typed_.in_first_column = last.text.data() == text_.data() || last.text.data()[-1] == '\n';
                typed_.tokens.pop_back();
                return std::move(typed_);
            }
        }
        typed_.in_first_column = text_.empty() || text_.back() == '\n';
        return std::move(typed_);
    }

  private:
    void add(TypedToken::Kind kind, std::size_t length) {
        typed_.tokens.push_back({kind, text_.substr(at_, length), opens_line_});
        opens_line_ = false;
        at_ += length;
    }
    void read_one() {
        const char c = text_[at_];
        if (c == '\n') {
            opens_line_ = true;
            ++at_;
        } else if (const std::size_t blank = parsing::blank_length(text_, at_); blank > 0) {
            at_ += blank;
        } else if (c == '#') {
            const std::size_t end = text_.find('\n', at_);
            typed_.in_comment = end == std::string_view::npos;
            at_ = std::min(end, text_.size());
        } else if (c == '"') {
            read_text();
        } else if (text_.substr(at_).starts_with(to_mark)) {
            add(TypedToken::Kind::word, to_mark.size());
        } else if (parsing::letter_length(text_, at_, true) > 0) {
            std::size_t end = at_;
            while (const std::size_t length = parsing::letter_length(text_, end, false)) end += length;
            // ja/nee and yes/no are one word.
            for (const std::string_view both : {"ja/nee", "yes/no"}) {
                if (text_.substr(at_).starts_with(both)) end = at_ + both.size();
            }
            add(TypedToken::Kind::word, end - at_);
        } else if (is_digit(c)) {
            std::size_t end = at_;
            while (end < text_.size() &&
                   (is_digit(text_[end]) || text_[end] == '-' || text_[end] == '%' ||
                    ((text_[end] == ',' || text_[end] == '.') && end + 1 < text_.size() && is_digit(text_[end + 1]))))
                ++end;
            add(TypedToken::Kind::number, end - at_);
        } else {
            constexpr std::array<std::string_view, 4> pairs{"<=", ">=", "<>", "||"};
            const auto pair =
                std::ranges::find_if(pairs, [&](std::string_view each) { return text_.substr(at_).starts_with(each); });
            std::size_t length = pair != pairs.end() ? 2 : 1;
            while (c == '-' && opens_line_ && at_ + length < text_.size() && text_[at_ + length] == '-') ++length;
            add(TypedToken::Kind::mark, length);
        }
    }
    // A text that isn't closed on its line ends there; at the cursor it is still being typed.
    void read_text() {
        std::size_t end = at_ + 1;
        std::size_t open = 0;  // behind `{`; 0: none is open
        bool in_inner_text = false;
        while (end < text_.size() && text_[end] != '\n') {
            const char c = text_[end];
            if (c == '\\' && open == 0) {
                ++end;
            } else if (open > 0) {
                if (c == '"') in_inner_text = !in_inner_text;
                if (c == '}' && !in_inner_text) open = 0;
            } else if (c == '{') {
                open = end + 1;
            } else if (c == '"') {
                return add(TypedToken::Kind::text, end + 1 - at_);
            }
            ++end;
        }
        end = std::min(end, text_.size());
        if (end < text_.size()) return add(TypedToken::Kind::text, end - at_);
        if (open == 0 || in_inner_text) {
            typed_.in_text = true;
            return add(TypedToken::Kind::text, end - at_);
        }
        typed_.in_braces = true;
        typed_.braces_at = typed_.tokens.size();
        at_ = open;
        opens_line_ = false;
        while (at_ < text_.size()) read_one();
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool opens_line_ = true;
    Typed typed_;
};

}  // namespace

Typed read_typed(std::string_view text, std::uint32_t cursor) {
    const std::size_t end = std::min<std::size_t>(cursor, text.size());
    return TypedReader(text, end).read(start_of_declaration(text, end));
}

std::vector<std::string_view> words_of_phrase(std::string_view phrase) {
    std::vector<std::string_view> words;
    for (;;) {
        const std::size_t space = phrase.find(' ');
        words.push_back(phrase.substr(0, space));
        if (space == std::string_view::npos) return words;
        phrase.remove_prefix(space + 1);
    }
}

std::size_t Phrases::length_at(std::size_t at, Word word) const {
    const auto words = words_of_phrase(spelling(word, language_));
    if (at + words.size() > tokens_.size()) return 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (tokens_[at + i].text != words[i]) return 0;
    }
    return words.size();
}

std::size_t Phrases::begun_at(std::size_t at, Word word) const {
    const auto words = words_of_phrase(spelling(word, language_));
    const std::size_t left = tokens_.size() - at;
    if (at >= tokens_.size() || left >= words.size()) return 0;
    for (std::size_t i = 0; i < left; ++i) {
        if (tokens_[at + i].text != words[i]) return 0;
    }
    return left;
}

}  // namespace wegwijzer::editor
