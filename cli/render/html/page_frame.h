// What is around every page: head, content security policy, style, landmarks, skip link.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "cli/render/html/markup.h"
#include "engine/base/language.h"

namespace wegwijzer::cli::html {

struct Link {
    std::string file;  // beside this page
    std::string text;
};
struct PageFrame {
    Language language = Language::nl;
    std::string title;                      // of the window and, unless `heading` writes it, the first heading
    std::function<void(Markup&)> heading;   // what stands in the first heading
    std::function<void(Markup&)> subtitle;  // one line below it; none: nothing
    std::vector<Link> links;                // to other pages of the report; none: no navigation
    std::string footer;
    std::string_view script;  // of our own; empty: none
};

// A whole page; `contents` writes what stands in `main`, below the first heading.
[[nodiscard]] std::string page(const PageFrame& frame, const std::function<void(Markup&)>& contents);

// Stands near the top of every page of a report, and so tells a report's files from others.
inline constexpr std::string_view report_mark = "<meta name=\"generator\" content=\"wegwijzer report\">";

}  // namespace wegwijzer::cli::html
