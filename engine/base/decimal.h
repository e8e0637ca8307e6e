// Exact decimal numbers: fixed point, 6 decimals, in 64 bits (language.md section 3, "Numbers").
//
// Contract: no binary floating point anywhere; products and quotients go through 128 bits and are rounded half to even
// at the 6th decimal. An operation that cannot be represented returns std::nullopt; it never wraps and never saturates.
// A percentage is kept as its ratio (70% is 0.7), percentage points likewise (15 procentpunt is 0.15).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wegwijzer {

class Decimal {
  public:
    static constexpr int decimals = 6;
    static constexpr std::int64_t one_in_micros = 1'000'000;

    constexpr Decimal() = default;
    // `micros` is the number times 10^6.
    [[nodiscard]] static constexpr Decimal from_micros(std::int64_t micros) {
        Decimal result;
        result.micros_ = micros;
        return result;
    }
    // Precondition: |whole| < 9.2e12.
    [[nodiscard]] static constexpr Decimal from_integer(std::int64_t whole) {
        return from_micros(whole * one_in_micros);
    }

    [[nodiscard]] constexpr std::int64_t micros() const { return micros_; }
    [[nodiscard]] constexpr bool is_integer() const { return micros_ % one_in_micros == 0; }
    // Rounded half to even to a whole number.
    [[nodiscard]] std::int64_t rounded_to_integer() const;

    friend constexpr auto operator<=>(Decimal, Decimal) = default;

  private:
    std::int64_t micros_ = 0;
};

[[nodiscard]] std::optional<Decimal> add(Decimal left, Decimal right);
[[nodiscard]] std::optional<Decimal> subtract(Decimal left, Decimal right);
[[nodiscard]] std::optional<Decimal> negate(Decimal value);
[[nodiscard]] std::optional<Decimal> multiply(Decimal left, Decimal right);
// std::nullopt on division by zero as well as on overflow; ask `right == Decimal{}` to tell the two apart.
[[nodiscard]] std::optional<Decimal> divide(Decimal left, Decimal right);

// Reads an optional '-', digits and at most one decimal mark followed by digits; more than 6 decimals are rounded half
// to even (language.md section 3: "as is input with more decimals"). `mark` is ',' or '.'. std::nullopt for anything
// else or when out of range. An exponent (JSON's 1e3) is accepted only by parse_json_number.
[[nodiscard]] std::optional<Decimal> parse_decimal(std::string_view text, char mark);
[[nodiscard]] std::optional<Decimal> parse_json_number(std::string_view text);
// parse_decimal and then divided by 100, rounding once ("70,12345" percent is 0.701234|5 -> 0.701234).
[[nodiscard]] std::optional<Decimal> parse_percent(std::string_view text, char mark);

// Rounded half to even to `digits` (0..6) decimals; towards zero within half a unit of the outermost values, where the
// nearest one can't be represented.
[[nodiscard]] Decimal round_to(Decimal value, int digits);
// Shortest form without trailing zeros but with at least `least` decimals, e.g. (5.5, 1, ',') -> "5,5".
[[nodiscard]] std::string to_text(Decimal value, int least, char mark);

}  // namespace wegwijzer
