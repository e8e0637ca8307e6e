#include "engine/base/decimal.h"

#include <algorithm>
#include <array>
#include <limits>

#include "engine/base/ascii.h"
#include "engine/base/ratio.h"

namespace wegwijzer {

namespace {

constexpr std::array<std::int64_t, 7> powers_of_ten = {1, 10, 100, 1'000, 10'000, 100'000, 1'000'000};

std::optional<Decimal> in_range(Int128 micros) {
    if (micros > std::numeric_limits<std::int64_t>::max() || micros < std::numeric_limits<std::int64_t>::min()) {
        return std::nullopt;
    }
    return Decimal::from_micros(static_cast<std::int64_t>(micros));
}

// The digits from `position` on.
std::string_view digits_at(std::string_view text, std::size_t position) {
    const auto* begin = text.data() + std::min(position, text.size());
    const auto* end = std::find_if_not(begin, text.data() + text.size(), is_digit);
    return {begin, static_cast<std::size_t>(end - begin)};
}

// A number as written, not yet limited in size.
struct Written {
    bool is_negative = false;
    std::string_view whole;
    std::string_view fraction;
    std::int64_t exponent = 0;  // power of ten that multiplies it

    [[nodiscard]] std::size_t size() const { return whole.size() + fraction.size(); }
    [[nodiscard]] int digit(std::size_t index) const {
        return (index < whole.size() ? whole[index] : fraction[index - whole.size()]) - '0';
    }
};

// Micros of the number, half to even. Linear in the number of digits, however large the exponent.
std::optional<Decimal> to_decimal(const Written& number) {
    const auto size = static_cast<std::int64_t>(number.size());
    std::int64_t first = 0;
    while (first < size && number.digit(static_cast<std::size_t>(first)) == 0) ++first;
    if (first == size) return Decimal{};

    // Digits before `end` are whole micros; what follows decides the rounding.
    const std::int64_t end = static_cast<std::int64_t>(number.whole.size()) + number.exponent + Decimal::decimals;
    if (end - first > 19) return std::nullopt;  // 2^63 has 19 digits
    Int128 micros = 0;
    for (std::int64_t index = first; index < end; ++index) {
        micros = micros * 10 + (index < size ? number.digit(static_cast<std::size_t>(index)) : 0);
    }
    if (end >= first && end < size) {
        const int next = number.digit(static_cast<std::size_t>(end));
        bool is_more = false;
        for (std::int64_t index = end + 1; index < size && !is_more; ++index) {
            is_more = number.digit(static_cast<std::size_t>(index)) != 0;
        }
        if (next > 5 || (next == 5 && (is_more || micros % 2 != 0))) ++micros;
    }
    return in_range(number.is_negative ? -micros : micros);
}

// An optional '-', digits and at most one mark followed by digits; `position` moves behind what was read.
std::optional<Written> read_plain(std::string_view text, char mark, std::size_t& position) {
    Written number;
    number.is_negative = text.starts_with('-');
    position = number.is_negative ? 1 : 0;
    number.whole = digits_at(text, position);
    if (number.whole.empty()) return std::nullopt;
    position += number.whole.size();
    if (position < text.size() && text[position] == mark) {
        number.fraction = digits_at(text, position + 1);
        if (number.fraction.empty()) return std::nullopt;
        position += 1 + number.fraction.size();
    }
    return number;
}

std::optional<Decimal> parse_scaled(std::string_view text, char mark, std::int64_t exponent) {
    std::size_t position = 0;
    std::optional<Written> number = read_plain(text, mark, position);
    if (!number || position != text.size()) return std::nullopt;
    number->exponent = exponent;
    return to_decimal(*number);
}

}  // namespace

std::int64_t Decimal::rounded_to_integer() const {
    return static_cast<std::int64_t>(divide_half_even(micros_, one_in_micros));
}

std::optional<Decimal> add(Decimal left, Decimal right) {
    return in_range(static_cast<Int128>(left.micros()) + right.micros());
}

std::optional<Decimal> subtract(Decimal left, Decimal right) {
    return in_range(static_cast<Int128>(left.micros()) - right.micros());
}

std::optional<Decimal> negate(Decimal value) { return in_range(-static_cast<Int128>(value.micros())); }

std::optional<Decimal> multiply(Decimal left, Decimal right) {
    const Int128 product = static_cast<Int128>(left.micros()) * right.micros();
    return in_range(divide_half_even(product, Decimal::one_in_micros));
}

std::optional<Decimal> divide(Decimal left, Decimal right) {
    if (right == Decimal{}) return std::nullopt;
    return Ratio::quotient(left, right).rounded();
}

std::optional<Decimal> parse_decimal(std::string_view text, char mark) { return parse_scaled(text, mark, 0); }

std::optional<Decimal> parse_percent(std::string_view text, char mark) { return parse_scaled(text, mark, -2); }

std::optional<Decimal> parse_json_number(std::string_view text) {
    std::size_t position = 0;
    std::optional<Written> number = read_plain(text, '.', position);
    if (!number || (number->whole.size() > 1 && number->whole.front() == '0')) return std::nullopt;
    if (position < text.size() && (text[position] == 'e' || text[position] == 'E')) {
        ++position;
        const bool is_negative = position < text.size() && text[position] == '-';
        if (is_negative || (position < text.size() && text[position] == '+')) ++position;
        const std::string_view digits = digits_at(text, position);
        if (digits.empty()) return std::nullopt;
        position += digits.size();
        constexpr std::int64_t large = 1'000'000'000'000;  // no text has as many digits
        std::int64_t exponent = 0;
        for (const char digit : digits) exponent = std::min(large, exponent * 10 + (digit - '0'));
        number->exponent = is_negative ? -exponent : exponent;
    }
    if (position != text.size()) return std::nullopt;
    return to_decimal(*number);
}

Decimal round_to(Decimal value, int digits) {
    const std::int64_t unit = powers_of_ten[static_cast<std::size_t>(Decimal::decimals - std::clamp(digits, 0, 6))];
    const Int128 rounded = divide_half_even(value.micros(), unit) * unit;
    return in_range(rounded).value_or(Decimal::from_micros(value.micros() / unit * unit));
}

std::string to_text(Decimal value, int least, char mark) {
    const bool is_negative = value.micros() < 0;
    const auto bits = static_cast<std::uint64_t>(value.micros());
    const std::uint64_t size = is_negative ? 0 - bits : bits;
    constexpr auto one = static_cast<std::uint64_t>(Decimal::one_in_micros);
    std::string fraction = std::to_string(size % one + one).substr(1);
    const auto shortest = static_cast<std::size_t>(std::clamp(least, 0, Decimal::decimals));
    while (fraction.size() > shortest && fraction.back() == '0') fraction.pop_back();
    std::string text = is_negative ? "-" : "";
    text += std::to_string(size / one);
    if (!fraction.empty()) text.append(1, mark).append(fraction);
    return text;
}

}  // namespace wegwijzer
