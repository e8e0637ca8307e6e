// The two languages Wegwijzer speaks: of a pack (`taal nl|en`) and of what people read (`--lang`).
#pragma once

#include <cstdint>

namespace wegwijzer {

enum class Language : std::uint8_t { nl, en };

[[nodiscard]] constexpr const char* say(Language language, const char* nl, const char* en) {
    return language == Language::nl ? nl : en;
}

}  // namespace wegwijzer
