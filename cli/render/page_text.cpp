#include "cli/render/page_text.h"

namespace wegwijzer::cli {

std::string marked(const std::string& node, const std::string& text, bool marks_nodes) {
    return marks_nodes && !text.empty() ? node_begin + node + node_end + text + value_end : text;
}

std::string PageText::of(const explain::ShownValue& value) const {
    return marked(value.node(), value.text(), marks_nodes_);
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
