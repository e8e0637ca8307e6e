#include "engine/explain/findings_told.h"

#include <algorithm>

namespace wegwijzer::explain {
namespace {

// Our own sentences begin with a plain capital.
Phrase behind_a_colon(const Phrase& sentence) {
    Phrase words;
    for (const Phrase::Piece& piece : sentence.pieces()) {
        if (const auto* value = std::get_if<ShownValue>(&piece)) {
            words.add(*value);
            continue;
        }
        std::string text = std::get<std::string>(piece);
        const char first = text.front();
        if (words.empty() && first >= 'A' && first <= 'Z') text.front() = static_cast<char>(first - 'A' + 'a');
        words.add(text);
    }
    return words;
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

}  // namespace

std::vector<FindingTold> findings_about(const model::RuleSet& rules, const StudentExplanation& explanation,
                                        const UnknownShown& unknown, const std::vector<std::string>& titles) {
    std::vector<FindingTold> told;
    for (const SignalExplanation& signal : explanation.signals) {
        const std::string title = title_of(rules.signal(signal.signal));
        if (signal.outcome.status != model::SignalStatus::undetermined || !holds(titles, title)) continue;
        for (const FindingShown& finding : signal.finding_out) {
            if (holds(unknown.names, finding.missing)) told.push_back({title, behind_a_colon(finding.sentence)});
        }
    }
    return told;
}

}  // namespace wegwijzer::explain
