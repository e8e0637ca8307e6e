// A 32-bit index into a pool or table, typed by what it points at so that ids of two tables never mix.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace wegwijzer {

template <class Tag>
struct Id {
    std::uint32_t value = none_value;

    static constexpr std::uint32_t none_value = 0xFFFF'FFFFu;

    constexpr Id() = default;
    constexpr explicit Id(std::size_t index) : value(static_cast<std::uint32_t>(index)) {}

    [[nodiscard]] constexpr bool is_none() const { return value == none_value; }
    [[nodiscard]] constexpr std::size_t index() const { return value; }
    constexpr explicit operator bool() const { return !is_none(); }
    friend constexpr auto operator<=>(Id, Id) = default;
};

}  // namespace wegwijzer

template <class Tag>
struct std::hash<wegwijzer::Id<Tag>> {
    std::size_t operator()(wegwijzer::Id<Tag> id) const noexcept { return std::hash<std::uint32_t>{}(id.value); }
};
