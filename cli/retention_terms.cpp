#include "cli/retention_terms.h"

#include <algorithm>

namespace wegwijzer::cli {

RetentionTerms::RetentionTerms(const Compilation& compilation) : rules_(*compilation.rules) {
    std::map<SourceId, std::size_t> pack_of_source;
    for (const PackFiles& files : compilation.packs) {
        for (const std::size_t file : files.files) pack_of_source[compilation.files[file].source] = packs_.size();
        packs_.push_back({files.name, std::nullopt, {}, false});
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
    const auto gives_a_say = [&](const auto& declared) {
        for (const auto& one : declared) {
            const auto found = pack_of_source.find(one.origin.source);
            if (found != pack_of_source.end()) packs_[found->second].has_a_say = true;
        }
    };
    gives_a_say(rules_.signals);
    gives_a_say(rules_.interventions);
    gives_a_say(rules_.plans);
    gives_a_say(rules_.policies);
}

std::optional<std::size_t> RetentionTerms::pack_of(const std::string& intervention) const {
    const auto found = pack_of_.find(intervention);
    return found == pack_of_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> RetentionTerms::pack_named(const std::string& name) const {
    const auto found = std::ranges::find(packs_, name, &Pack::name);
    return found == packs_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - packs_.begin()));
}

std::optional<Date> RetentionTerms::end_of_term(std::size_t pack, Date last) const {
    const std::optional<model::Pack>& head = packs_[pack].head;
    if (!head || !head->retention) return std::nullopt;
    return after(rules_.calendars, last, *head->retention);
}

std::optional<Date> RetentionTerms::kept_until(const std::string& intervention, Date last) const {
    const std::optional<std::size_t> pack = pack_of(intervention);
    return pack ? end_of_term(*pack, last) : std::nullopt;
}

}  // namespace wegwijzer::cli
