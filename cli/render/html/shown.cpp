#include "cli/render/html/shown.h"

namespace wegwijzer::cli::html {

void write_value(Markup& out, const explain::ShownValue& value) {
    if (!value.empty()) out.element("span", value.text(), {{"data-node", value.node()}});
}

void write_phrase(Markup& out, const explain::Phrase& phrase) {
    for (const explain::Phrase::Piece& piece : phrase.pieces()) {
        if (const auto* value = std::get_if<explain::ShownValue>(&piece)) {
            write_value(out, *value);
        } else {
            out.text(std::get<std::string>(piece));
        }
    }
}

}  // namespace wegwijzer::cli::html
