// Searching the caseload by name and by group, in the page itself. Without a script there is no filter, and everyone is there.
#pragma once

#include <string>
#include <vector>

#include "cli/render/html/markup.h"
#include "cli/render/html/voice.h"

namespace wegwijzer::cli::html {

// What it looks at: every element with `data-who` is a student, found by the text of its `.who`; every `section` with
// `data-group` is a group, and is gone when nobody in it is left, and so is a `.part` in it.
extern const std::string_view filter_script;

struct FilterGroup {
    std::string name;
    std::string title;
};
void write_filter(Markup& out, const Voice& voice, const std::vector<FilterGroup>& groups);

}  // namespace wegwijzer::cli::html
