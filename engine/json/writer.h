// JSON, written as it comes: keys in the order given, no tree in between.
//
// Contract: never throws on odd text; what is not UTF-8 becomes U+FFFD. The result is valid JSON as long as calls are
// balanced and every value inside an object follows a `key`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/decimal.h"

namespace wegwijzer::json {

class Writer {
  public:
    enum class Layout : std::uint8_t { compact, indented };
    explicit Writer(Layout layout = Layout::compact) : layout_(layout) {}

    Writer& begin_object();
    Writer& end_object();
    Writer& begin_array();
    Writer& end_array();
    Writer& key(std::string_view name);

    Writer& string(std::string_view text);
    Writer& string_or_null(const std::optional<std::string>& text);
    Writer& integer(std::int64_t number);
    Writer& decimal(Decimal number);  // 4.5, without trailing zeros
    Writer& boolean(bool value);
    Writer& null();

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] std::string take() { return std::move(text_); }

  private:
    void before_value();
    void open(char mark);
    void close(char mark);
    void new_line();

    Layout layout_;
    std::string text_;
    std::vector<bool> has_items_;  // per open object or array
    bool after_key_ = false;
};

// What `write` writes, as people and files get it: on several lines, with a line end.
template <class Write>
[[nodiscard]] std::string written_indented(const Write& write) {
    Writer writer(Writer::Layout::indented);
    write(writer);
    return writer.take() + "\n";
}

// The text between quotes, escaped.
[[nodiscard]] std::string quoted(std::string_view text);

}  // namespace wegwijzer::json
