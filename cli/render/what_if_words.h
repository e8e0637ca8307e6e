// What differs between the page as it is and the page with a change, in the words of the reader. One line each.
#pragma once

#include <span>
#include <string>

#include "cli/render/page_text.h"
#include "engine/explain/what_if.h"

namespace wegwijzer::cli {

// "motivatie = 3 (nu 2)", "presentie erbij: datum 9 november 2026, aandeel 90%"
[[nodiscard]] std::string change_words(const explain::ChangeShown& change, const PageText& page);
// What is odd about it: nothing was supplied, or not yet known that far. Empty: nothing.
[[nodiscard]] std::string change_note(const explain::ChangeShown& change, const PageText& page);

// Behind "nu" or "dan": "hoog", "speelt het niet", "niet te beoordelen"; of a kracht or kans "geldt het".
[[nodiscard]] std::string state_words(const explain::SignalState& state, model::SignalKind kind, const PageText& page);
// How it is now: "uiterlijk ma 9 nov", "niet geadviseerd".
[[nodiscard]] std::string now_words(const explain::AdviceDifference& difference, const PageText& page);

// A mark before a difference: `+` comes, `-` goes, `?` can't be told, `~` changes, `=` stays where time would change it.
struct DifferenceLine {
    char mark = '~';
    std::string text;
};
[[nodiscard]] DifferenceLine words_of(const model::RuleSet& rules, const explain::SignalDifference& difference,
                                      const PageText& page);
// For the student, without its ernst: "Lage presentie vervalt".
[[nodiscard]] DifferenceLine plain_words_of(const model::RuleSet& rules, const explain::SignalDifference& difference,
                                            const PageText& page);
[[nodiscard]] DifferenceLine words_of(const model::RuleSet& rules, const explain::AdviceDifference& difference,
                                      const PageText& page);
[[nodiscard]] DifferenceLine words_of(const model::RuleSet& rules, const explain::PlanDifference& difference,
                                      const PageText& page);
// `differences` have the same three values: "recente_presentie < 50%, recente_presentie >= 85%: 79% (nu 82%)"
[[nodiscard]] DifferenceLine words_of(std::span<const explain::ValueDifference> differences, const PageText& page);

}  // namespace wegwijzer::cli
