#include "cli/retention_terms.h"

#include <algorithm>

namespace wegwijzer::cli {

RetentionTerms::RetentionTerms(const Compilation& compilation) : rules_(*compilation.rules) {
    std::map<SourceId, std::size_t> pack_of_source;
    for (const PackFiles& files : compilation.packs) {
        for (const std::size_t file : files.files) pack_of_source[compilation.files[file].source] = packs_.size();
        packs_.push_back({files.name, std::nullopt, {}});
    }
    for (const model::Pack& head : rules_.packs) {
        const auto found = pack_of_source.find(head.origin.source);
        if (found == pack_of_source.end()) continue;
        packs_[found->second].name = head.name;
        packs_[found->second].head = head;
    }
    for (const model::Intervention& intervention : rules_.interventions) {
        const auto found = pack_of_source.find(intervention.origin.source);
        if (found == pack_of_source.end()) continue;
        packs_[found->second].interventions.push_back(intervention.name);
        pack_of_.emplace(intervention.name, found->second);
    }
}

std::optional<std::size_t> RetentionTerms::pack_of(const std::string& intervention) const {
    const auto found = pack_of_.find(intervention);
    return found == pack_of_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Date> RetentionTerms::kept_until(const std::string& intervention, Date last) const {
    const std::optional<std::size_t> pack = pack_of(intervention);
    if (!pack || !packs_[*pack].head || !packs_[*pack].head->retention) return std::nullopt;
    return after(rules_.calendars, last, *packs_[*pack].head->retention);
}

}  // namespace wegwijzer::cli
