// The phrases of a caseload: what fits in a cell of a line about one student, and how much more there is to say.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/explain/caseload.h"

namespace wegwijzer::cli {

// Of a student without advice.
inline constexpr std::size_t most_signals_named = 5;

// Who reads, and in which form. `plain`: no mark stands for a word.
struct CaseloadSpeech {
    const model::RuleSet& rules;
    Language language = Language::nl;
    bool plain = false;
    Date reference_date;
    std::optional<std::string> mentor;  // need not be told what is for them to do

    [[nodiscard]] std::string say(const char* nl, const char* en) const { return language == Language::nl ? nl : en; }
};

// "Gesprek met de SLB'er", "SPOED: Bijspijkeruur wiskunde, door Vakdocent"
[[nodiscard]] std::string step_words(const CaseloadSpeech& speech, const explain::RecommendationReport& advice);
// "t/m ma 9 nov, vraag eerst"
[[nodiscard]] std::string when_words(const CaseloadSpeech& speech, const advise::Recommendation& advice);
// "Lage presentie (48%, grens 70%)"
[[nodiscard]] std::string signal_with_value(const CaseloadSpeech& speech, const explain::CaseloadSignal& signal);
[[nodiscard]] std::string reason_words(const CaseloadSpeech& speech, const explain::AdviceReason& reason,
                                       model::RoleId by);
// "+ Er is contact met de SLB'er": one strength, else one kans; empty when there is neither.
[[nodiscard]] std::string strength_words(const CaseloadSpeech& speech, const explain::CaseloadStudent& student);
// "7 andere adviezen en 2 signalen": what the page of this student says besides the first `shown` of the advice.
[[nodiscard]] std::string further_words(const CaseloadSpeech& speech, const explain::CaseloadStudent& student,
                                        std::size_t shown);
// "presenties, keuzezekerheid en toetsen (cijfer)": as people say it.
[[nodiscard]] std::string missing_words(const CaseloadSpeech& speech, const model::MissingSet& missing);
// Names, the first twelve of them; how many more there are is said.
[[nodiscard]] std::string some_names(const CaseloadSpeech& speech, const std::vector<std::string>& names);
// "1 student", "4 studenten"
[[nodiscard]] std::string number_of(const CaseloadSpeech& speech, std::size_t number, const char* nl_one,
                                    const char* nl_more, const char* en_one, const char* en_more);
[[nodiscard]] std::string number_of_students(const CaseloadSpeech& speech, std::size_t number);

}  // namespace wegwijzer::cli
