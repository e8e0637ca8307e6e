// JSON as a tree, for messages that are looked into by key. Numbers stay as they are written.
//
// Contract: what isn't there, or is something else than asked for, is null, empty or nothing; looking never fails.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/json/sax.h"

namespace wegwijzer::json {

class Value {
  public:
    enum class Kind : std::uint8_t { null, boolean, number, text, array, object };

    Value() = default;
    static Value of(Kind kind, std::string written = {});

    [[nodiscard]] Kind kind() const { return kind_; }
    [[nodiscard]] bool is_null() const { return kind_ == Kind::null; }
    // Of an object; of doubles the last one.
    [[nodiscard]] const Value& operator[](std::string_view key) const;
    [[nodiscard]] const std::vector<Value>& items() const { return items_; }  // of an array
    [[nodiscard]] std::optional<std::string_view> text() const;
    [[nodiscard]] std::optional<std::int64_t> integer() const;  // of a number without a fraction that fits
    [[nodiscard]] std::optional<bool> boolean() const;

    // A text, number, boolean or null as it stands in JSON; `null` for what holds others.
    [[nodiscard]] std::string written() const;

  private:
    friend class TreeBuilder;
    Kind kind_ = Kind::null;
    std::string written_;            // the text, the number as written, or "true"
    std::vector<std::string> keys_;  // of an object: parallel to items_
    std::vector<Value> items_;
};

// Exactly one JSON value. Nothing when it isn't one.
[[nodiscard]] std::optional<Value> read_tree(std::string_view text);

}  // namespace wegwijzer::json
