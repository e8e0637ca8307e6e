#include "engine/json/writer.h"

#include "engine/base/unicode.h"

namespace wegwijzer::json {
namespace {

void append_escaped(std::string& out, std::string_view utf8) {
    static constexpr char digits[] = "0123456789abcdef";
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default:
                if (byte < 0x20 || byte == 0x7f) {
                    out += "\\u00";
                    out += digits[byte >> 4];
                    out += digits[byte & 15];
                } else {
                    out += c;
                }
        }
    }
}

}  // namespace

std::string quoted(std::string_view text) {
    std::string out = "\"";
    append_escaped(out, is_valid_utf8(text) ? std::string(text) : replace_invalid_utf8(text));
    return out + '"';
}

void Writer::new_line() {
    if (layout_ == Layout::compact) return;
    text_ += '\n';
    text_.append(2 * has_items_.size(), ' ');
}

void Writer::before_value() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (has_items_.empty()) return;
    if (has_items_.back()) text_ += ',';
    has_items_.back() = true;
    new_line();
}

void Writer::open(char mark) {
    before_value();
    text_ += mark;
    has_items_.push_back(false);
}

void Writer::close(char mark) {
    const bool had_items = has_items_.back();
    has_items_.pop_back();
    if (had_items) new_line();
    text_ += mark;
}

Writer& Writer::begin_object() {
    open('{');
    return *this;
}
Writer& Writer::end_object() {
    close('}');
    return *this;
}
Writer& Writer::begin_array() {
    open('[');
    return *this;
}
Writer& Writer::end_array() {
    close(']');
    return *this;
}

Writer& Writer::key(std::string_view name) {
    before_value();
    text_ += quoted(name);
    text_ += layout_ == Layout::compact ? ":" : ": ";
    after_key_ = true;
    return *this;
}

Writer& Writer::string(std::string_view text) {
    before_value();
    text_ += '"';
    if (is_valid_utf8(text)) {
        append_escaped(text_, text);
    } else {
        append_escaped(text_, replace_invalid_utf8(text));
    }
    text_ += '"';
    return *this;
}

Writer& Writer::string_or_null(const std::optional<std::string>& text) { return text ? string(*text) : null(); }

Writer& Writer::integer(std::int64_t number) {
    before_value();
    text_ += std::to_string(number);
    return *this;
}

Writer& Writer::decimal(Decimal number) {
    before_value();
    text_ += to_text(number, 0, '.');
    return *this;
}

Writer& Writer::boolean(bool value) {
    before_value();
    text_ += value ? "true" : "false";
    return *this;
}

Writer& Writer::null() {
    before_value();
    text_ += "null";
    return *this;
}

}  // namespace wegwijzer::json
