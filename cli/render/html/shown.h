// Values of an explanation on a page: each bears the node of the tree that it is the value of, in `data-node`.
#pragma once

#include "cli/render/html/markup.h"
#include "engine/explain/shown_value.h"

namespace wegwijzer::cli::html {

void write_value(Markup& out, const explain::ShownValue& value);
void write_phrase(Markup& out, const explain::Phrase& phrase);

}  // namespace wegwijzer::cli::html
