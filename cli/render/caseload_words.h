// The phrases of a caseload: what fits in a cell of a line about one student, and how much more there is to say.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/render/words.h"
#include "engine/explain/caseload.h"

namespace wegwijzer::cli {

// Of a student without advice.
inline constexpr std::size_t most_signals_named = 5;

// Who reads, and in which form. `plain`: no mark stands for a word, and days are in full.
struct CaseloadSpeech {
    const model::RuleSet& rules;
    Language language = Language::nl;
    bool plain = false;
    Date reference_date;
    std::optional<std::string> mentor;  // need not be told what is for them to do
    bool marks_nodes = false;           // each value of a student: students/KEY/NODE (page_text.h)
    bool marks_authors = false;         // each title of a rule

    [[nodiscard]] std::string say(const char* nl, const char* en) const { return language == Language::nl ? nl : en; }
    [[nodiscard]] std::string authored(const std::string& title) const;
    // Of the caseload itself.
    [[nodiscard]] std::string of(const explain::ShownValue& value) const;
    // Of a student: the same node as on their own page.
    [[nodiscard]] std::string of(const explain::StudentReport& student, const explain::ShownValue& value) const;
    [[nodiscard]] std::string of(const explain::StudentReport& student, const explain::Phrase& phrase) const;
};

// "Sam Bakker (500123)", or the key alone; `short_name`: without the key where there is a name.
[[nodiscard]] std::string name_words(const CaseloadSpeech& speech, const explain::CaseloadStudent& student);
[[nodiscard]] std::string short_name(const CaseloadSpeech& speech, const explain::CaseloadStudent& student);
// Of the recommendation at this place: "Gesprek met de SLB'er", "SPOED: Bijspijkeruur wiskunde, door Vakdocent"
[[nodiscard]] std::string step_words(const CaseloadSpeech& speech, const explain::CaseloadStudent& student,
                                     std::size_t at);
// "t/m ma 9 nov, vraag eerst"
[[nodiscard]] std::string when_words(const CaseloadSpeech& speech, const explain::CaseloadStudent& student,
                                     std::size_t at);
// "Lage presentie (48%, grens 70%)"
[[nodiscard]] std::string signal_with_value(const CaseloadSpeech& speech, const explain::CaseloadStudent& student,
                                            const explain::CaseloadSignal& signal);
[[nodiscard]] std::string reason_words(const CaseloadSpeech& speech, const explain::CaseloadStudent& student,
                                       std::size_t at);
// The same with where a plan stands, what is suppressed and what a `tenzij` stops (words.h).
[[nodiscard]] PlanTexts plan_texts(const CaseloadSpeech& speech, const explain::CaseloadStudent& student,
                                   std::size_t at);
[[nodiscard]] std::string suppressed_words(const CaseloadSpeech& speech, const explain::CaseloadStudent& student,
                                           std::size_t at);
[[nodiscard]] std::string not_needed_words(const CaseloadSpeech& speech, const explain::CaseloadStudent& student,
                                           std::size_t at);
// Of advice of the run before that is not given any more: what, by whom, and why.
[[nodiscard]] std::string lapsed_words(const CaseloadSpeech& speech, const explain::CaseloadStudent& student,
                                       std::size_t at);
// "+ Er is contact met de SLB'er": one strength, else one kans; empty when there is neither.
[[nodiscard]] std::string strength_words(const CaseloadSpeech& speech, const explain::CaseloadStudent& student);
// "7 andere adviezen en 2 signalen": what the page of this student says besides the first `shown` of the advice.
[[nodiscard]] std::string further_words(const CaseloadSpeech& speech, const explain::CaseloadStudent& student,
                                        std::size_t shown);
// "7 adviezen, 2 signalen, 3 onbekend": the same where each word counts.
[[nodiscard]] std::string further_in_short(const CaseloadSpeech& speech, const explain::CaseloadStudent& student,
                                           std::size_t shown);
// "presenties, keuzezekerheid en toetsen (cijfer)": as people say it.
[[nodiscard]] std::string missing_words(const CaseloadSpeech& speech, const model::MissingSet& missing);
// Names, the first twelve of them; how many more there are is said.
[[nodiscard]] std::string some_names(const CaseloadSpeech& speech, const std::vector<std::string>& names);
// "1 reden", "4 redenen"
[[nodiscard]] std::string number_of(const CaseloadSpeech& speech, std::size_t number, const char* nl_one,
                                    const char* nl_more, const char* en_one, const char* en_more);

}  // namespace wegwijzer::cli
