// The texts of the starter pack, with places to fill in (cli/starter_pack.cpp).
#pragma once

#include <string_view>
#include <vector>

#include "engine/base/language.h"

namespace wegwijzer::cli {

struct StarterText {
    std::string_view name;
    std::string_view text;
};
struct StarterTexts {
    std::string_view no_institution;
    std::vector<StarterText> files;
};
[[nodiscard]] const StarterTexts& starter_texts(Language language);

}  // namespace wegwijzer::cli
