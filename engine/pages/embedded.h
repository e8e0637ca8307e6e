// What cmake/EmbedPages.cmake writes: the text of every page, in order of code.
#pragma once

#include <span>
#include <string_view>

namespace wegwijzer::pages {

struct EmbeddedPage {
    std::string_view code;
    std::string_view text;
};

[[nodiscard]] std::span<const EmbeddedPage> embedded_pages();

}  // namespace wegwijzer::pages
