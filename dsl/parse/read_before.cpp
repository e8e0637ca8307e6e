#include "dsl/parse/read_before.h"

#include <utility>

namespace wegwijzer::parsing {

namespace {

std::size_t slot_of(Language language) { return language == Language::nl ? 0 : 1; }

}  // namespace

void ReadBefore::end_round() {
    for (ByText& by_text : kept_) std::erase_if(by_text, [&](const auto& each) { return each.second.round != round_; });
}

const ReadBefore::Stretch* ReadBefore::find(std::string_view text, Language language) {
    ByText& by_text = kept_[slot_of(language)];
    const auto found = by_text.find(text);
    if (found == by_text.end()) return nullptr;
    found->second.round = round_;
    return &found->second.stretch;
}

void ReadBefore::keep(std::string_view text, Language language, std::uint32_t begin, Stretch stretch) {
    // Unsigned: it wraps round to the same distance back.
    stretch.lexemes = moved(std::move(stretch.lexemes), 0u - begin);
    stretch.tokens = moved(std::move(stretch.tokens), 0u - begin);
    kept_[slot_of(language)].insert_or_assign(std::string(text), Kept{std::move(stretch), round_});
}

}  // namespace wegwijzer::parsing
