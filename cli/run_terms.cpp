#include "cli/run_terms.h"

#include <algorithm>

#include "engine/keep/kept_rules.h"

namespace wegwijzer::cli {

std::vector<std::string> packs_with_a_say(const Compilation& compilation) {
    const RetentionTerms terms(compilation);
    std::vector<std::string> names;
    for (const RetentionTerms::Pack& pack : terms.packs()) {
        if (pack.has_a_say) names.push_back(pack.name);
    }
    return names;
}

const TermOfRun& RunTerms::find(const store::RunHeader& run, const std::string& rules) {
    const auto [packs, is_new] = packs_.try_emplace(run.rules_hash);
    if (is_new) {
        if (auto described = keep::read_rules(rules)) packs->second = std::move(described->packs);
    }
    TermOfRun term;
    term.names_packs = !packs->second.empty();
    for (const std::string& name : packs->second) {
        const std::optional<std::size_t> pack = terms_.pack_named(name);
        const std::optional<Date> end = pack ? terms_.end_of_term(*pack, run.inputs.reference_date) : std::nullopt;
        if (!pack) {
            term.not_given.push_back(name);
        } else if (!end) {
            term.without_term.push_back(name);
        } else {
            term.until = term.until ? std::max(*term.until, *end) : *end;
        }
    }
    if (!term.not_given.empty() || !term.without_term.empty()) term.until.reset();
    return found_.insert_or_assign(run.number, std::move(term)).first->second;
}

}  // namespace wegwijzer::cli
