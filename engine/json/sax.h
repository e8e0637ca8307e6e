// JSON read event by event. Numbers come as they are written, never as a double. Every event has the offset of its first
// byte, so that a finding can say where it is. Input is never copied as a whole, whatever its length.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace wegwijzer::json {

class Events {
  public:
    virtual ~Events() = default;
    virtual void on_null(std::size_t at) = 0;
    virtual void on_boolean(std::size_t at, bool value) = 0;
    virtual void on_number(std::size_t at, std::string_view written) = 0;
    // `value` is valid during the call only.
    virtual void on_text(std::size_t at, std::string_view value) = 0;
    virtual void on_key(std::size_t at, std::string_view key) = 0;
    virtual void begin_object(std::size_t at) = 0;
    virtual void end_object(std::size_t at) = 0;
    virtual void begin_array(std::size_t at) = 0;
    virtual void end_array(std::size_t at) = 0;
};

struct Fault {
    enum class Kind : std::uint8_t {
        syntax,
        truncated,  // the text ends too early
        not_utf_8,
        too_deep,  // more than `most_levels` inside each other
    };
    Kind kind = Kind::syntax;
    std::size_t at = 0;  // offset of the first byte that can't be
};

constexpr std::size_t most_levels = 32;

// Exactly one JSON value with white space around it. Events before a fault have been sent.
[[nodiscard]] std::optional<Fault> read(std::string_view text, Events& events);

}  // namespace wegwijzer::json
