#include "engine/explain/source_names.h"

#include <algorithm>

#include "engine/explain/report.h"

namespace wegwijzer::explain {
namespace {

std::string up_to_a_break(const std::string& title) {
    return title.substr(0, std::min({title.find(", "), title.find(": "), title.find(" (")}));
}

std::string with_place(const std::string& title, const model::Citation& citation) {
    return citation.place.empty() ? title : title + ", " + citation.place;
}

}  // namespace

std::string SourceNames::short_title(const model::Reference& reference) const {
    const std::string& title = title_of(reference);
    std::string words = up_to_a_break(title);
    const auto alike = std::ranges::count_if(
        rules_->references, [&](const model::Reference& one) { return up_to_a_break(title_of(one)) == words; });
    return alike == 1 ? words : title;
}

std::string SourceNames::full_name(const model::Citation& citation) const {
    return with_place(title_of(rules_->references[citation.reference.index()]), citation);
}

std::string SourceNames::name(const model::Citation& citation) {
    const std::size_t index = citation.reference.index();
    if (told_[index]) return with_place(short_title(rules_->references[index]), citation);
    told_[index] = true;
    return full_name(citation);
}

}  // namespace wegwijzer::explain
