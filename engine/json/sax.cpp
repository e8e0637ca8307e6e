#include "engine/json/sax.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "engine/base/unicode.h"

namespace wegwijzer::json {
namespace {

struct Position {
    const char* at = nullptr;
    std::size_t skipped = 0;  // bytes the library has not seen
};

// Reads bytes and shows everyone how far it is: the library tells the place of an error only.
class Cursor {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    explicit Cursor(Position* shared) : shared_(shared) {}
    reference operator*() const { return *shared_->at; }
    Cursor& operator++() {
        ++shared_->at;
        return *this;
    }
    friend bool operator==(const Cursor& left, const Cursor& right) { return left.shared_->at == right.shared_->at; }
    friend bool operator!=(const Cursor& left, const Cursor& right) { return !(left == right); }

  private:
    Position* shared_;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_of_number(char c) { return is_digit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E'; }

// Past the number at the beginning of `text`; 0 when what stands there is none.
std::size_t size_of_number(std::string_view text) {
    std::size_t at = 0;
    const auto digits = [&] {
        const std::size_t first = at;
        while (at < text.size() && is_digit(text[at])) ++at;
        return at > first;
    };
    if (text.starts_with('-')) ++at;
    const std::size_t first = at;
    if (!digits() || (text[first] == '0' && at > first + 1)) return 0;
    if (at < text.size() && text[at] == '.') {
        ++at;
        if (!digits()) return 0;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
        if (!digits()) return 0;
    }
    return at;
}

// The library refuses a number that no double can hold, which is none of our business: numbers are read as they are written.
// This shows it a 0 in the place of every number. Slower than a Cursor, and only used where one met such a number.
class NumberlessCursor {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    NumberlessCursor(Position* shared, const char* end) : shared_(shared), end_(end) { look(); }
    reference operator*() const { return number_ > 0 ? zero : *shared_->at; }
    NumberlessCursor& operator++() {
        if (number_ > 0) {
            shared_->at += number_;
            shared_->skipped += number_ - 1;
        } else {
            const char passed = *shared_->at;
            ++shared_->at;
            if (passed == '"' && !is_escaped_) is_in_text_ = !is_in_text_;
            is_escaped_ = is_in_text_ && passed == '\\' && !is_escaped_;
            if (is_of_number(passed)) return *this;  // of one that is none: it was looked at from its beginning
        }
        look();
        return *this;
    }
    friend bool operator==(const NumberlessCursor& left, const NumberlessCursor& right) {
        return left.shared_->at == right.shared_->at;
    }
    friend bool operator!=(const NumberlessCursor& left, const NumberlessCursor& right) { return !(left == right); }

  private:
    static constexpr char zero = '0';

    void look() {
        number_ = is_in_text_ ? 0 : size_of_number({shared_->at, static_cast<std::size_t>(end_ - shared_->at)});
    }

    Position* shared_;
    const char* end_;
    std::size_t number_ = 0;  // how long the number is that stands here
    bool is_in_text_ = false;
    bool is_escaped_ = false;
};

// Lets events through from an offset on: those before it have been sent.
class EventsFrom final : public Events {
  public:
    EventsFrom(Events& events, std::size_t first) : events_(events), first_(first) {}
    void on_null(std::size_t at) override {
        if (at >= first_) events_.on_null(at);
    }
    void on_boolean(std::size_t at, bool value) override {
        if (at >= first_) events_.on_boolean(at, value);
    }
    void on_number(std::size_t at, std::string_view written) override {
        if (at >= first_) events_.on_number(at, written);
    }
    void on_text(std::size_t at, std::string_view value) override {
        if (at >= first_) events_.on_text(at, value);
    }
    void on_key(std::size_t at, std::string_view key) override {
        if (at >= first_) events_.on_key(at, key);
    }
    void begin_object(std::size_t at) override {
        if (at >= first_) events_.begin_object(at);
    }
    void end_object(std::size_t at) override {
        if (at >= first_) events_.end_object(at);
    }
    void begin_array(std::size_t at) override {
        if (at >= first_) events_.begin_array(at);
    }
    void end_array(std::size_t at) override {
        if (at >= first_) events_.end_array(at);
    }

  private:
    Events& events_;
    std::size_t first_;
};

class Handler {
  public:
    Handler(std::string_view text, const Position* position, Events& events)
        : text_(text), position_(position), events_(events) {}

    bool null() {
        events_.on_null(begin_token());
        return true;
    }
    bool boolean(bool value) {
        events_.on_boolean(begin_token(), value);
        return true;
    }
    bool number_integer(std::int64_t) { return number(); }
    bool number_unsigned(std::uint64_t) { return number(); }
    bool number_float(double, const std::string&) { return number(); }
    bool string(const std::string& value) {
        events_.on_text(begin_token(), value);
        return true;
    }
    bool binary(const nlohmann::json::binary_t&) { return false; }
    bool key(const std::string& value) {
        events_.on_key(begin_token(), value);
        return true;
    }
    bool start_object(std::size_t) {
        const std::size_t at = begin_token();
        if (!enter(at)) return false;
        events_.begin_object(at);
        return true;
    }
    bool start_array(std::size_t) {
        const std::size_t at = begin_token();
        if (!enter(at)) return false;
        events_.begin_array(at);
        return true;
    }
    bool end_object() {
        --level_;
        events_.end_object(begin_token());
        return true;
    }
    bool end_array() {
        --level_;
        events_.end_array(begin_token());
        return true;
    }
    template <class Exception>
    bool parse_error(std::size_t bytes_read, const std::string&, const Exception& error) {
        constexpr int number_out_of_range = 406;
        const std::size_t at = offset();
        Fault fault;
        if (error.id == number_out_of_range) {
            number_too_large_ = begin_token();
            return false;
        } else if (!is_valid_utf8(text_)) {
            fault = {Fault::Kind::not_utf_8, first_invalid()};
        } else if (bytes_read + position_->skipped > text_.size()) {  // the end counts as one
            fault = {Fault::Kind::truncated, at};
        } else {
            fault = {Fault::Kind::syntax, at == 0 ? 0 : at - 1};
        }
        // What stops inside a text stops at the line end that an editor or a copy put behind it.
        if (fault.kind == Fault::Kind::syntax &&
            text_.find_first_not_of(" \t\r\n", fault.at) == std::string_view::npos) {
            fault.kind = Fault::Kind::truncated;
        }
        fault_ = fault;
        return false;
    }

    [[nodiscard]] const std::optional<Fault>& fault() const { return fault_; }
    [[nodiscard]] std::optional<std::size_t> number_too_large() const { return number_too_large_; }

  private:
    [[nodiscard]] std::size_t offset() const { return static_cast<std::size_t>(position_->at - text_.data()); }

    // The offset of the token that was just read, which is the first behind the previous one; remembers its end.
    std::size_t begin_token() {
        std::size_t at = token_end_;
        while (at < text_.size() && std::string_view(" \t\r\n,:").find(text_[at]) != std::string_view::npos) ++at;
        token_end_ = offset();
        return at;
    }

    bool number() {
        const std::size_t at = begin_token();
        std::size_t end = at;
        while (end < text_.size() && std::string_view("0123456789+-.eE").find(text_[end]) != std::string_view::npos)
            ++end;
        token_end_ = end;  // the library has read one byte further
        events_.on_number(at, text_.substr(at, end - at));
        return true;
    }

    bool enter(std::size_t at) {
        if (level_ == most_levels) {
            fault_ = Fault{Fault::Kind::too_deep, at};
            return false;
        }
        ++level_;
        return true;
    }

    [[nodiscard]] std::size_t first_invalid() const {
        std::size_t at = 0;
        while (at < text_.size()) {
            const CodePoint character = first_code_point(text_.substr(at));
            if (!character.is_valid) break;
            at += character.size;
        }
        return at;
    }

    std::string_view text_;
    const Position* position_;
    Events& events_;
    std::size_t token_end_ = 0;
    std::size_t level_ = 0;
    std::optional<Fault> fault_;
    std::optional<std::size_t> number_too_large_;  // where the library stopped at a number no double can hold
};

}  // namespace

std::optional<Fault> read(std::string_view text, Events& events) {
    const char* const begin = text.data();
    Position position{begin};
    Position end{begin + text.size()};
    Handler handler(text, &position, events);
    nlohmann::json::sax_parse(Cursor(&position), Cursor(&end), &handler);
    if (!handler.number_too_large()) return handler.fault();

    EventsFrom rest(events, *handler.number_too_large());
    position = {begin};
    Handler again(text, &position, rest);
    nlohmann::json::sax_parse(NumberlessCursor(&position, end.at), NumberlessCursor(&end, end.at), &again);
    return again.fault();
}

}  // namespace wegwijzer::json
