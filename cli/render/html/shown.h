// Values of an explanation on a page: each bears the node of the tree that it is the value of, in `data-node`.
#pragma once

#include <string_view>

#include "cli/render/html/markup.h"
#include "engine/explain/shown_value.h"

namespace wegwijzer::cli::html {

void write_value(Markup& out, const explain::ShownValue& value);
// Text with the marks of page_text.h: of values, and of the words of an author, in the language `author`; empty: the page's.
void write_marked(Markup& out, std::string_view text, std::string_view author = {});
void write_phrase(Markup& out, const explain::Phrase& phrase);

}  // namespace wegwijzer::cli::html
