#include "engine/json/sax.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "engine/base/unicode.h"

namespace wegwijzer::json {
namespace {

// Reads bytes and shows everyone how far it is: the library tells the place of an error only.
class Cursor {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    explicit Cursor(const char** shared) : shared_(shared) {}
    reference operator*() const { return **shared_; }
    Cursor& operator++() {
        ++*shared_;
        return *this;
    }
    friend bool operator==(const Cursor& left, const Cursor& right) { return *left.shared_ == *right.shared_; }
    friend bool operator!=(const Cursor& left, const Cursor& right) { return !(left == right); }

  private:
    const char** shared_;
};

class Handler {
  public:
    Handler(std::string_view text, const char** position, Events& events)
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
            fault = {Fault::Kind::number_too_large, begin_token()};
        } else if (!is_valid_utf8(text_)) {
            fault = {Fault::Kind::not_utf_8, first_invalid()};
        } else if (bytes_read > text_.size()) {  // the end counts as one
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

  private:
    [[nodiscard]] std::size_t offset() const { return static_cast<std::size_t>(*position_ - text_.data()); }

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
    const char** position_;
    Events& events_;
    std::size_t token_end_ = 0;
    std::size_t level_ = 0;
    std::optional<Fault> fault_;
};

}  // namespace

std::optional<Fault> read(std::string_view text, Events& events) {
    const char* position = text.data();
    const char* end = text.data() + text.size();
    Handler handler(text, &position, events);
    nlohmann::json::sax_parse(Cursor(&position), Cursor(&end), &handler);
    return handler.fault();
}

}  // namespace wegwijzer::json
