#include "engine/json/tree.h"

#include <charconv>

#include "engine/json/sax.h"
#include "engine/json/writer.h"

namespace wegwijzer::json {

// Values that are still open stand on a stack; a closed one goes into the one below it.
class TreeBuilder final : public Events {
  public:
    void on_null(std::size_t /*at*/) override { add({}); }
    void on_boolean(std::size_t /*at*/, bool value) override {
        add(Value::of(Value::Kind::boolean, value ? "true" : "false"));
    }
    void on_number(std::size_t /*at*/, std::string_view written) override {
        add(Value::of(Value::Kind::number, std::string(written)));
    }
    void on_text(std::size_t /*at*/, std::string_view value) override {
        add(Value::of(Value::Kind::text, std::string(value)));
    }
    void on_key(std::size_t /*at*/, std::string_view key) override { open_.back().keys_.emplace_back(key); }
    void begin_object(std::size_t /*at*/) override { open_.push_back(Value::of(Value::Kind::object)); }
    void end_object(std::size_t /*at*/) override { close(); }
    void begin_array(std::size_t /*at*/) override { open_.push_back(Value::of(Value::Kind::array)); }
    void end_array(std::size_t /*at*/) override { close(); }

    Value take() { return std::move(whole_); }

  private:
    void add(Value value) {
        if (open_.empty()) {
            whole_ = std::move(value);
        } else {
            open_.back().items_.push_back(std::move(value));
        }
    }
    void close() {
        Value value = std::move(open_.back());
        open_.pop_back();
        add(std::move(value));
    }

    std::vector<Value> open_;
    Value whole_;
};

Value Value::of(Kind kind, std::string written) {
    Value value;
    value.kind_ = kind;
    value.written_ = std::move(written);
    return value;
}

const Value& Value::operator[](std::string_view key) const {
    static const Value none;
    for (std::size_t i = keys_.size(); i > 0; --i) {
        if (keys_[i - 1] == key && i <= items_.size()) return items_[i - 1];
    }
    return none;
}

std::optional<std::string_view> Value::text() const {
    if (kind_ != Kind::text) return std::nullopt;
    return written_;
}

std::optional<std::int64_t> Value::integer() const {
    if (kind_ != Kind::number) return std::nullopt;
    std::int64_t number = 0;
    const char* const end = written_.data() + written_.size();
    const auto [stop, error] = std::from_chars(written_.data(), end, number);
    if (error != std::errc() || stop != end) return std::nullopt;
    return number;
}

std::optional<bool> Value::boolean() const {
    if (kind_ != Kind::boolean) return std::nullopt;
    return written_ == "true";
}

std::string Value::written() const {
    switch (kind_) {
        case Kind::boolean:
        case Kind::number: return written_;
        case Kind::text: return json::quoted(written_);
        case Kind::null:
        case Kind::array:
        case Kind::object: break;
    }
    return "null";
}

std::optional<Value> read_tree(std::string_view text) {
    TreeBuilder builder;
    if (read(text, builder)) return std::nullopt;
    return builder.take();
}

}  // namespace wegwijzer::json
