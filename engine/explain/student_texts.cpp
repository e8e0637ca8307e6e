#include "engine/explain/student_texts.h"

#include <string_view>

#include "engine/explain/format_value.h"
#include "engine/explain/names_in_words.h"

namespace wegwijzer::explain::texts {
namespace {

Localized titled(const model::RuleSet& rules, model::InterventionId id, const Localized& before,
                 const Localized& behind) {
    const std::string title = title_in_words(rules.intervention(id));
    return {before.nl + title + behind.nl, before.en + title + behind.en};
}

Localized cause_to_student(const model::RuleSet& rules, const advise::Cause& cause, Date reference_date) {
    if (std::holds_alternative<advise::OverruledBy>(cause))
        return {"iets anders gaat voor", "something else comes first"};
    if (std::holds_alternative<advise::NotInPhase>(cause)) {
        return {"dat past niet in deze periode", "it does not fit this period"};
    }
    if (const auto* refused = std::get_if<advise::ConsentRefused>(&cause)) {
        if (refused->status == ConsentStatus::withdrawn) {
            return {"je hebt gezegd dat je dit niet meer wilt", "you said that you no longer want this"};
        }
        return {"je hebt gezegd dat je dit niet wilt", "you said that you do not want this"};
    }
    if (const auto* followed = std::get_if<advise::JustFollowed>(&cause)) {
        return {"dat is gedaan op " + format_date_near(followed->carried_out, reference_date, Language::nl),
                "it was done on " + format_date_near(followed->carried_out, reference_date, Language::en)};
    }
    const auto& excluded = std::get<advise::ExcludedBy>(cause);
    return titled(rules, excluded.intervention, {"dat gaat niet samen met ", "it does not go together with "}, {});
}

}  // namespace

std::optional<Localized> note_to_student(const model::RuleSet& rules, const advise::Note& note,
                                         const Localized& missing, Date reference_date) {
    const Localized without = missing.nl.empty() ? Localized{}
                                                 : Localized{", want we missen gegevens: " + missing.nl,
                                                             ", because we lack data: " + missing.en};
    switch (note.kind) {
        case advise::NoteKind::unless_unknown:
            return Localized{"We weten niet zeker of dit nu nodig is" + without.nl + ".",
                             "We are not sure whether this is needed now" + without.en + "."};
        case advise::NoteKind::term_unknown:
            return Localized{"We weten niet tot wanneer dit kan" + without.nl + ".",
                             "We do not know until when this can be done" + without.en + "."};
        case advise::NoteKind::phase_unknown:
        case advise::NoteKind::not_before_unknown:
            return Localized{"We weten niet zeker of dit nu al past, want je startdatum ontbreekt.",
                             "We are not sure whether this fits now, because your start date is missing."};
        case advise::NoteKind::comes_first:
            return titled(rules, note.intervention,
                          {"Dit komt eerst. Daarna kan: ", "This comes first. After it comes: "}, {".", "."});
        case advise::NoteKind::limit_unknown:
        case advise::NoteKind::followups_unknown:
            return Localized{"We weten niet of dit al eens gedaan is" + without.nl + ".",
                             "We do not know whether this was done before" + without.en + "."};
        case advise::NoteKind::followup_undated:
            return Localized{"Van een eerdere keer weten we de dag niet. Die telt daarom niet mee.",
                             "We do not know the day of an earlier time. So it does not count."};
        case advise::NoteKind::consent_refused: {
            const auto on = [&](Language language, const char* word) {
                return note.day ? word + format_date_near(*note.day, reference_date, language) : std::string();
            };
            return Localized{
                "Je zei hier" + on(Language::nl, " op ") + " nee tegen. Omdat het haast heeft, staat het hier toch.",
                "You said no to this" + on(Language::en, " on ") + ". It is here all the same, because it is urgent."};
        }
        case advise::NoteKind::consent_withdrawn: {
            const auto on = [&](Language language, const char* word) {
                return note.day ? word + format_date_near(*note.day, reference_date, language) : std::string();
            };
            return Localized{"Je zei" + on(Language::nl, " op ") +
                                 " dat je dit niet meer wilt. Omdat het haast heeft, staat het hier toch.",
                             "You said" + on(Language::en, " on ") +
                                 " that you no longer want this. It is here all the same, because it is urgent."};
        }
        case advise::NoteKind::deadline_moved: break;  // the day that counts is shown
    }
    return std::nullopt;
}

std::string as_sentence(std::string text) {
    if (text.empty()) return text;
    if (text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
    if (std::string_view(".!?").find(text.back()) == std::string_view::npos) text += '.';
    return text;
}

Localized because_to_student(const model::RuleSet& rules, const advise::Suppression& suppression, Date reference_date) {
    Localized cause = cause_to_student(rules, suppression.cause, reference_date);
    if (suppression.first.is_none()) return cause;
    return titled(rules, suppression.first, {"eerst moet dit: ", "this comes first: "},
                  {" (" + cause.nl + ")", " (" + cause.en + ")"});
}

}  // namespace wegwijzer::explain::texts
