#include "engine/explain/shown_value.h"

namespace wegwijzer::explain {

Phrase& Phrase::add(std::string_view words) {
    if (words.empty()) return *this;
    auto* last = pieces_.empty() ? nullptr : std::get_if<std::string>(&pieces_.back());
    if (last != nullptr) {
        *last += words;
    } else {
        pieces_.emplace_back(std::string(words));
    }
    return *this;
}

Phrase& Phrase::add(const ShownValue& value) {
    if (!value.empty()) pieces_.emplace_back(value);
    return *this;
}

Phrase& Phrase::add(const Phrase& other) {
    for (const Piece& piece : other.pieces_) {
        if (const auto* words = std::get_if<std::string>(&piece)) {
            add(*words);
        } else {
            add(std::get<ShownValue>(piece));
        }
    }
    return *this;
}

std::string Phrase::text() const {
    std::string text;
    for (const Piece& piece : pieces_) {
        const auto* words = std::get_if<std::string>(&piece);
        text += words != nullptr ? *words : std::get<ShownValue>(piece).text();
    }
    return text;
}

}  // namespace wegwijzer::explain
