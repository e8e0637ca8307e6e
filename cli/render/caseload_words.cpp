#include "cli/render/caseload_words.h"

#include <algorithm>

#include "cli/render/page_text.h"
#include "engine/explain/names_in_words.h"
#include "engine/explain/texts.h"

namespace wegwijzer::cli {
namespace {

constexpr std::size_t most_names = 12;

void add(std::string& words, const std::string& more) {
    if (more.empty()) return;
    words += (words.empty() ? "" : ", ") + more;
}

// A policy that can't be judged for no more than what a signal lacks: the signal says it already. Never with spoed.
bool is_said_by_a_signal(const explain::UndeterminedReport& policy, const explain::StudentReport& report) {
    if (policy.kind != explain::UndeterminedKind::policy || policy.urgent) return false;
    return std::ranges::any_of(report.undetermined, [&](const explain::UndeterminedReport& one) {
        return one.kind != explain::UndeterminedKind::policy && one.missing == policy.missing;
    });
}

}  // namespace

std::string CaseloadSpeech::authored(const std::string& title) const {
    return marks_authors ? author_begin + title + author_end : title;
}

std::string CaseloadSpeech::of(const explain::ShownValue& value) const {
    return marked(value.node(), plain ? value.spoken() : value.text(), marks_nodes);
}

std::string CaseloadSpeech::of(const explain::StudentReport& student, const explain::ShownValue& value) const {
    return marked("students/" + student.key + "/" + value.node(), plain ? value.spoken() : value.text(), marks_nodes);
}

std::string CaseloadSpeech::of(const explain::StudentReport& student, const explain::Phrase& phrase) const {
    std::string text;
    for (const explain::Phrase::Piece& piece : phrase.pieces()) {
        const auto* words = std::get_if<std::string>(&piece);
        text += words != nullptr ? *words : of(student, std::get<explain::ShownValue>(piece));
    }
    return text;
}

std::string short_name(const CaseloadSpeech& speech, const explain::CaseloadStudent& student) {
    return speech.of(student.report, student.shown.name.empty() ? student.shown.key : student.shown.name);
}

std::string name_words(const CaseloadSpeech& speech, const explain::CaseloadStudent& student) {
    std::string name = short_name(speech, student);
    if (student.shown.name.empty()) return name;
    const std::string key = speech.of(student.report, student.shown.key);
    return speech.plain ? name + ", " + key : name + " (" + key + ")";
}

std::string number_of(const CaseloadSpeech& speech, std::size_t number, const char* nl_one, const char* nl_more,
                      const char* en_one, const char* en_more) {
    return std::to_string(number) + " " + (number == 1 ? speech.say(nl_one, en_one) : speech.say(nl_more, en_more));
}

std::string step_words(const CaseloadSpeech& speech, const explain::CaseloadStudent& student, std::size_t at) {
    const explain::RecommendationReport& advice = student.report.recommendations[at];
    const model::Intervention& intervention = speech.rules.intervention(advice.advice.intervention);
    std::string words = advice.advice.urgent ? speech.say("SPOED: ", "URGENT: ") : std::string();
    words += speech.authored(explain::title_of(intervention));
    const bool is_own = speech.mentor && advice.person == speech.mentor;
    if (!is_own) {
        words +=
            speech.say(", door ", ", by ") + speech.authored(explain::title_of(speech.rules.role(advice.advice.by)));
        if (advice.person) words += " " + speech.of(student.report, student.shown.actions[at].person);
    }
    if (intervention.through) {
        words += speech.say(", via ", ", through ") +
                 speech.authored(explain::title_of(speech.rules.role(intervention.through)));
    }
    return words;
}

std::string when_words(const CaseloadSpeech& speech, const explain::CaseloadStudent& student, std::size_t at) {
    const advise::Recommendation& advice = student.report.recommendations[at].advice;
    const explain::ActionShown& shown = student.shown.actions[at];
    const auto day = [&](const explain::ShownValue& value) { return speech.of(student.report, value); };
    std::string words;
    if (!shown.not_before.empty()) add(words, speech.say("vanaf ", "from ") + day(shown.not_before));
    if (!shown.due.empty()) {
        const std::string before = speech.plain ? speech.say("uiterlijk ", "by ") : speech.say("t/m ", "by ");
        add(words, before + day(shown.due));
        if (shown.is_late) add(words, speech.say("al voorbij", "already past"));
    }
    if (!shown.in_progress_since.empty()) {
        add(words, speech.say("loopt sinds ", "in progress since ") + day(shown.in_progress_since));
    }
    if (student.report.recommendations[at].is_new) add(words, speech.say("nieuw", "new"));
    if (!shown.since.empty()) add(words, speech.say("staat er sinds ", "here since ") + day(shown.since));
    if (advice.consent == advise::Consent::ask) add(words, speech.say("vraag eerst", "ask first"));
    if (advice.consent == advise::Consent::given) add(words, speech.say("student wil dit", "student agrees"));
    if (words.empty() && !advice.urgent) words = speech.say("geen uiterste dag", "no last day");
    return words;
}

std::string signal_with_value(const CaseloadSpeech& speech, const explain::CaseloadStudent& student,
                              const explain::CaseloadSignal& signal) {
    std::string words = speech.authored(explain::title_of(speech.rules.signal(signal.signal)));
    std::string behind = speech.of(student.report, signal.decided.value);
    if (!behind.empty() && !signal.decided.threshold.empty()) {
        behind += speech.say(", grens ", ", threshold ") + speech.of(student.report, signal.decided.threshold);
    }
    if (behind.empty()) return words;
    return speech.plain ? words + ": " + behind : words + " (" + behind + ")";
}

PlanTexts plan_texts(const CaseloadSpeech& speech, const explain::CaseloadStudent& student, std::size_t at) {
    const explain::PlanShown& shown = student.shown.plans[at];
    const auto of = [&](const explain::ShownValue& value) { return speech.of(student.report, value); };
    PlanTexts texts{of(shown.current_step), of(shown.step_count),  of(shown.started),
                    of(shown.next_review),  of(shown.evaluate_on), {}};
    for (const explain::PlanStepShown& step : shown.steps) {
        texts.steps.push_back({of(step.number), of(step.not_before), of(step.due)});
    }
    return texts;
}

std::string suppressed_words(const CaseloadSpeech& speech, const explain::CaseloadStudent& student, std::size_t at) {
    explain::SuppressionReport one = student.report.suppressed[at];
    const std::string because = speech.of(student.report, student.shown.suppressed[at]);
    one.because = {because, because};
    return suppressed_words(speech.rules, one, speech.language);
}

std::string not_needed_words(const CaseloadSpeech& speech, const explain::CaseloadStudent& student, std::size_t at) {
    explain::NotNeededReport one = student.report.not_needed[at];
    one.because = speech.of(student.report, student.not_needed[at]);
    return not_needed_words(speech.rules, one, speech.language);
}

std::string lapsed_words(const CaseloadSpeech& speech, const explain::CaseloadStudent& student, std::size_t at) {
    explain::LapsedReport one = student.report.lapsed[at];
    const std::string because = speech.of(student.report, student.shown.lapsed[at].because);
    one.because = {{because, because}};
    return lapsed_words(one, speech.language);
}

std::string reason_words(const CaseloadSpeech& speech, const explain::CaseloadStudent& student, std::size_t at) {
    const explain::AdviceReason& reason = student.reasons[at];
    const Localized whom = explain::texts::whom_to_ask(speech.rules, student.report.recommendations[at].advice.by);
    std::string restricted = explain::texts::restricted_reason(whom).in(speech.language);
    if (!reason.strongest) {
        if (reason.is_restricted) return restricted;
        std::vector<std::string> titles;
        for (const model::PolicyId policy : reason.policies) {
            titles.push_back(speech.authored(explain::title_of(speech.rules.policy(policy))));
        }
        return listed(titles, speech.language);
    }
    std::string words = signal_with_value(speech, student, *reason.strongest);
    if (reason.further > 0) {
        words += (speech.plain ? "; " : " ") + speech.say("en nog ", "and ") +
                 number_of(speech, reason.further, "reden", "redenen", "more reason", "more reasons");
    }
    if (reason.is_restricted) words += "; " + restricted;
    return words;
}

std::string strength_words(const CaseloadSpeech& speech, const explain::CaseloadStudent& student) {
    const char* mark = speech.plain ? "" : "+ ";
    if (student.strength)
        return mark + speech.authored(explain::title_of(speech.rules.signal(student.strength->signal)));
    if (!student.opportunity) return {};
    return mark + speech.say("meer ruimte: ", "room for more: ") +
           speech.authored(explain::title_of(speech.rules.signal(student.opportunity->signal)));
}

namespace {

// What the page of a student says besides the first `shown` of the advice.
struct Further {
    std::size_t advice = 0, asked = 0, signals = 0, strengths = 0, rooms = 0, open = 0, remarks = 0;
};

Further further_of(const explain::CaseloadStudent& student, std::size_t shown) {
    const explain::StudentReport& report = student.report;
    Further further;
    for (std::size_t i = shown; i < report.recommendations.size(); ++i) {
        ++further.advice;
        if (report.recommendations[i].advice.consent == advise::Consent::ask) ++further.asked;
    }
    const auto is_named = [&](const explain::SignalReport& signal) {
        for (std::size_t i = 0; i < shown && i < student.reasons.size(); ++i) {
            const auto& strongest = student.reasons[i].strongest;
            if (strongest && strongest->signal == signal.signal) return true;
        }
        return student.strongest && student.strongest->signal == signal.signal;
    };
    std::size_t named = static_cast<std::size_t>(std::ranges::count_if(report.signals, is_named));
    if (student.group == explain::CaseloadGroup::signal_only)
        named = std::min(report.signals.size(), most_signals_named);
    further.signals = report.signals.size() - named;
    const std::size_t good = report.strengths.size();
    further.strengths = good > 1 ? good - 1 : 0;
    const bool names_room = !student.strength || student.group == explain::CaseloadGroup::more_room;
    const std::size_t rooms = report.opportunities.size();
    further.rooms = names_room && rooms > 0 ? rooms - 1 : rooms;
    const auto is_open = [&](const explain::UndeterminedReport& one) {
        return !one.urgent && !is_said_by_a_signal(one, report);
    };
    further.open = static_cast<std::size_t>(std::ranges::count_if(report.undetermined, is_open));
    further.remarks = report.data_problems.size();
    return further;
}

}  // namespace

std::string further_words(const CaseloadSpeech& speech, const explain::CaseloadStudent& student, std::size_t shown) {
    const Further further = further_of(student, shown);
    std::vector<std::string> parts;
    const auto count = [&](std::size_t number, const char* nl_one, const char* nl_more, const char* en_one,
                           const char* en_more) {
        if (number > 0) parts.push_back(number_of(speech, number, nl_one, nl_more, en_one, en_more));
    };
    count(further.advice, "ander advies", "andere adviezen", "other advice", "other pieces of advice");
    if (further.asked > 0) {
        parts.back() += speech.say(" (vraag eerst: ", " (ask first: ") + std::to_string(further.asked) + ")";
    }
    count(further.signals, "signaal", "signalen", "signal", "signals");
    count(further.strengths, "ander sterk punt", "andere sterke punten", "other strength", "other strengths");
    count(further.rooms, "keer meer ruimte", "keer meer ruimte", "time room for more", "times room for more");
    count(further.open, "vraag niet te beoordelen", "vragen niet te beoordelen", "question that can't be judged",
          "questions that can't be judged");
    count(further.remarks, "opmerking over de gegevens", "opmerkingen over de gegevens", "remark about the data",
          "remarks about the data");
    return listed(parts, speech.language);
}

std::string further_in_short(const CaseloadSpeech& speech, const explain::CaseloadStudent& student, std::size_t shown) {
    const Further further = further_of(student, shown);
    std::string words;
    const auto count = [&](std::size_t number, const char* nl_one, const char* nl_more, const char* en_one,
                           const char* en_more) {
        if (number > 0) add(words, number_of(speech, number, nl_one, nl_more, en_one, en_more));
    };
    count(further.advice, "advies", "adviezen", "piece of advice", "pieces of advice");
    if (further.asked > 0) {
        words += speech.say(" (vraag eerst: ", " (ask first: ") + std::to_string(further.asked) + ")";
    }
    count(further.signals, "signaal", "signalen", "signal", "signals");
    count(further.strengths, "sterk punt", "sterke punten", "strength", "strengths");
    count(further.rooms, "keer ruimte", "keer ruimte", "time room", "times room");
    count(further.open, "onbekend", "onbekend", "unknown", "unknown");
    count(further.remarks, "opmerking over de gegevens", "opmerkingen over de gegevens", "remark about the data",
          "remarks about the data");
    return words;
}

std::string missing_words(const CaseloadSpeech& speech, const model::MissingSet& missing) {
    std::vector<std::string> names;
    for (const model::Missing& one : missing) names.push_back(explain::name_of(*speech.rules.schema, one));
    return explain::missing_in_words(names, speech.language);
}

std::string some_names(const CaseloadSpeech& speech, const std::vector<std::string>& names) {
    if (names.size() <= most_names + 1) return listed(names, speech.language);
    std::string words;
    for (std::size_t i = 0; i < most_names; ++i) words += (i > 0 ? ", " : "") + names[i];
    return words + speech.say(" en nog ", " and ") + std::to_string(names.size() - most_names) +
           speech.say("", " more");
}

}  // namespace wegwijzer::cli
