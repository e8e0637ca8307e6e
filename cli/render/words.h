// Small phrases that more than one view uses, in the language of the reader.
#pragma once

#include <string>
#include <vector>

#include "engine/explain/explanation.h"
#include "engine/explain/report.h"

namespace wegwijzer::cli {

// "Sam Bakker (500123)", or the key alone.
[[nodiscard]] std::string name_and_key(const explain::StudentReport& report);
[[nodiscard]] std::string name_or_key(const explain::StudentReport& report);
// "Gesprek met de SLB'er, uiterlijk ma 9 nov, door Studieloopbaanbegeleider M. de Vries"
[[nodiscard]] std::string action_words(const model::RuleSet& rules, const explain::RecommendationReport& report,
                                       Date reference_date, Language language);
// "Lage presentie (hoog): De presentie was 48% ..."
[[nodiscard]] std::string signal_words(const model::RuleSet& rules, const explain::SignalReport& report,
                                       Language language);
// "Lage presentie: er ontbreekt presenties"
// What is not known: "metingen (motivatie)", "van de student: keuzezekerheid en vooropleiding".
[[nodiscard]] std::string unknown_words(const explain::UnknownShown& unknown, Language language);
[[nodiscard]] std::string undetermined_words(const explain::UndeterminedReport& report, Language language);
[[nodiscard]] std::string suppressed_words(const model::RuleSet& rules, const explain::SuppressionReport& report,
                                           Language language);
// Where a plan stands: "Begeleiding: stap 2 van 3, begonnen op 10 september 2026; …". What is still to come, one line a step.
[[nodiscard]] std::string plan_words(const model::RuleSet& rules, const explain::PlanReport& report, Language language);
[[nodiscard]] std::vector<std::string> steps_to_come(const model::RuleSet& rules, const explain::PlanReport& report,
                                                     Language language);
// The same with the numbers and dates as given.
struct PlanTexts {
    struct Step {
        std::string number;
        std::string not_before;
        std::string due;
    };
    std::string current_step;
    std::string step_count;
    std::string started;
    std::string next_review;
    std::string evaluate_on;
    std::vector<Step> steps;
};
[[nodiscard]] std::string plan_words(const model::RuleSet& rules, const explain::PlanReport& report,
                                     const PlanTexts& texts, Language language);
[[nodiscard]] std::vector<std::string> steps_to_come(const model::RuleSet& rules, const explain::PlanReport& report,
                                                     const PlanTexts& texts, Language language);
// Why what a policy advises is not needed now.
[[nodiscard]] std::string not_needed_words(const model::RuleSet& rules, const explain::NotNeededReport& report,
                                           Language language);
// "Gesprek door SLB'er: `Weinig motivatie` geldt niet meer": advice of an earlier run that is not given any more, and why.
[[nodiscard]] std::string lapsed_words(const explain::LapsedReport& report, Language language);
// The advice rests on no signal that is shown: what it says in its place; empty when signals speak for it.
[[nodiscard]] std::string other_reason(const model::RuleSet& rules, const explain::RecommendationReport& report,
                                       Language language);
// Why something is advised: the titles of its reasons, and that there is one this reader may not see. Empty: nothing to say.
[[nodiscard]] std::string because_words(const model::RuleSet& rules, const explain::RecommendationReport& report,
                                        Language language);
[[nodiscard]] std::string listed(const std::vector<std::string>& names, Language language);
[[nodiscard]] std::string day_words(Date date, Date reference_date,
                                    Language language);  // "ma 9 nov", with the year when another
[[nodiscard]] std::string crisis_route(const model::RuleSet& rules);

}  // namespace wegwijzer::cli
