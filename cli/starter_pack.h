// The rule pack that `wegwijzer new` makes: texts of the product, in Dutch and in English.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/date.h"
#include "engine/base/language.h"

namespace wegwijzer::cli {

struct StarterFile {
    std::string name;  // inside the folder, with `/` between folders
    std::string text;
};
struct StarterPack {
    std::vector<StarterFile> files;
    Date example_day;  // a day on which the data show something
};

// `name` is a name of the language; `institution` any text, empty when it isn't known. The academic year is that of `day`.
[[nodiscard]] StarterPack make_starter_pack(std::string_view name, std::string_view institution, Language language,
                                            Date day);
// A name for a pack from what a folder is called: "Vroeg signaleren" gives vroeg_signaleren; empty when nothing is left.
[[nodiscard]] std::string pack_name_from(std::string_view folder);

}  // namespace wegwijzer::cli
