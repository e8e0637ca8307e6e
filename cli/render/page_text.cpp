#include "cli/render/page_text.h"

namespace wegwijzer::cli {

std::string PageText::of(const explain::ShownValue& value) const {
    if (!marks_nodes_ || value.empty()) return value.text();
    return node_begin + value.node() + node_end + value.text() + value_end;
}

std::string PageText::of(const explain::Phrase& phrase) const {
    std::string text;
    for (const explain::Phrase::Piece& piece : phrase.pieces()) {
        const auto* words = std::get_if<std::string>(&piece);
        text += words != nullptr ? *words : of(std::get<explain::ShownValue>(piece));
    }
    return text;
}

}  // namespace wegwijzer::cli
