#include "cli/render/plan_step_words.h"

#include "engine/explain/names_in_words.h"

namespace wegwijzer::cli {

using explain::ContactTold;
using explain::EntryTold;
using explain::HandoverTold;
using explain::StepStanding;
using explain::StepTold;
using explain::TaskStanding;

std::string PlanStepWords::quoted(const explain::ShownValue& words) const {
    return say("„", "“") + text_.of(words) + "”";
}

std::string PlanStepWords::owner(const explain::OwnerTold& owner) const {
    const std::string role = explain::title_of(rules_.role(owner.role));
    return owner.person.empty() ? role : role + " " + text_.of(owner.person);
}

std::string PlanStepWords::title(const StepTold& step) const {
    std::string words = explain::title_of(rules_.intervention(step.intervention));
    if (step.rounds > 1) {
        words += say(" (keer ", " (time ") + std::to_string(step.round) + say(" van ", " of ") +
                 std::to_string(step.rounds) + ")";
    }
    words += say(", door ", ", by ") + owner(step.owner);
    if (step.through) words += say(", via ", ", through ") + explain::title_of(rules_.role(step.through));
    if (!step.not_before_day.empty()) words += say(", vanaf ", ", from ") + text_.of(step.not_before_day);
    if (!step.due_day.empty()) words += say(", uiterlijk ", ", by ") + text_.of(step.due_day);
    if (step.is_term_unknown) {
        words += say(", dag niet bekend", ", day not known");
        if (!step.term_missing.empty()) {
            words += say(" (er ontbreekt: ", " (missing: ") +
                     explain::missing_in_words(step.term_missing, text_.language()) + ")";
        }
    }
    return words;
}

std::string PlanStepWords::standing(const explain::PlanTold& plan, const StepTold& step, Date reference_date) const {
    std::string words;
    switch (step.standing) {
        case StepStanding::done: words = say("gedaan", "done"); break;
        case StepStanding::waived: words = say("afgezien", "waived"); break;
        case StepStanding::finished: words = say("afgerond", "finished"); break;
        case StepStanding::overdue:
            words = is_student_ ? say("de uiterste dag is voorbij", "the last day has passed")
                                : say("te laat sinds ", "late since ") + text_.of(step.overdue_day);
            break;
        case StepStanding::current:
            words = step.held_back.empty() ? say("nu aan de beurt", "next")
                                           : say("zou nu aan de beurt zijn", "would be next");
            break;
        case StepStanding::to_come: words = say("komt nog", "to come"); break;
        case StepStanding::not_needed: {
            const bool is_reached = !plan.is_goal_restricted && plan.goal == Tri::yes;
            words = is_reached ? say("niet meer nodig: het doel is bereikt", "not needed any more: the goal is reached")
                               : say("niet aan de beurt", "not asked for");
            break;
        }
    }
    if (!step.planned_day.empty()) {
        words += say("; gepland voor ", "; planned for ") + text_.of(step.planned_day);
        if (*step.planned_on < reference_date) {
            words += say(", die dag is voorbij en er is nog niets over vastgelegd",
                         ", that day has passed and nothing is recorded of it yet");
        }
    }
    if (step.contact == ContactTold::not_asked || step.handover) return words;
    if (step.contact == ContactTold::yes) return words + say("; contact: ja", "; contact: yes");
    const bool is_over = step.standing == StepStanding::done || step.standing == StepStanding::waived ||
                         step.standing == StepStanding::finished;
    return words +
           (is_over ? say("; contact: nee", "; contact: no") : say("; contact: nog niet", "; contact: not yet"));
}

std::vector<std::string> PlanStepWords::conditions(const StepTold& step) const {
    std::vector<std::string> lines;
    if (step.comes_first) {
        lines.push_back(say("eerst: ", "first: ") + explain::title_of(rules_.intervention(step.comes_first)));
    }
    if (!step.held_back.empty()) lines.push_back(say("nu niet, want ", "not now, because ") + text_.of(step.held_back));
    const bool is_to_be_taken = step.standing == StepStanding::overdue || step.standing == StepStanding::current ||
                                step.standing == StepStanding::to_come;
    if (step.consent == advise::Consent::ask) {
        lines.push_back(is_student_
                            ? say("dit gebeurt alleen als jij het goedvindt; we vragen het je eerst",
                                  "this only happens if you agree; we ask you first")
                            : say("vraag eerst of de student dit wil", "ask first whether the student wants this"));
    } else if (step.consent == advise::Consent::given) {
        lines.push_back(is_student_ ? say("je vindt dit goed; je mag dat altijd veranderen",
                                          "you agree; you can always change your mind")
                                    : say("de student vindt dit goed", "the student agrees"));
    } else if (step.held_back.empty() && is_to_be_taken && rules_.intervention(step.intervention).with_consent) {
        lines.push_back(is_student_ ? say("alleen als jij het goedvindt", "only if you agree")
                                    : say("alleen als de student het goedvindt", "only if the student agrees"));
    }
    for (const explain::ShownValue& note : step.notes) lines.push_back(say("let op: ", "note: ") + text_.of(note));
    return lines;
}

std::string PlanStepWords::status(const EntryTold& entry) const {
    if (!entry.status) return say("niet bekend wat", "not known what");
    return std::string(followup_status_words[static_cast<std::size_t>(*entry.status)].in(text_.language()));
}

std::string PlanStepWords::entry(const EntryTold& entry) const {
    std::string words = entry.day.empty() ? say("zonder dag", "without a day") : text_.of(entry.day);
    words += ": " + status(entry);
    if (!entry.planned_day.empty()) words += say(" voor ", " for ") + text_.of(entry.planned_day);
    if (entry.role) words += say(", door ", ", by ") + explain::title_of(rules_.role(entry.role));
    if (!entry.outcome.empty()) words += ": " + quoted(entry.outcome);
    return words;
}

std::string PlanStepWords::entry_in_brief(const EntryTold& entry) const {
    std::string words = explain::title_of(rules_.intervention(entry.intervention)) + " " + status(entry);
    return words +
           (entry.day.empty() ? say(", zonder dag", ", without a day") : say(" op ", " on ") + text_.of(entry.day));
}

std::string PlanStepWords::introduction(const HandoverTold& handover) const {
    std::string words = say("introduceren, door ", "introduction, by ") + owner(handover.introducing) + ": ";
    const std::string day =
        handover.introduced_on.empty() ? std::string() : say(" op ", " on ") + text_.of(handover.introduced_on);
    switch (handover.introduction) {
        case TaskStanding::open: return words + say("nog niets vastgelegd", "nothing recorded yet");
        case TaskStanding::proposed:
            if (handover.introduced_on.empty()) return words + say("doorgegeven", "passed on");
            return words + say("doorgegeven op ", "passed on, ") + text_.of(handover.introduced_on);
        case TaskStanding::done: return words + say("gedaan", "done") + day;
        case TaskStanding::waived: return words + say("afgezien", "waived") + day;
        case TaskStanding::planned: break;
    }
    words += say("gepland", "planned");
    if (!handover.introduction_planned.empty()) {
        words += say(" voor ", " for ") + text_.of(handover.introduction_planned);
    }
    return words;
}

std::string PlanStepWords::reception(const HandoverTold& handover) const {
    std::string words = say("overnemen, door ", "taking over, by ") + owner(handover.receiving);
    if (!handover.reception) {
        return words + (handover.is_confirmed ? say(": contact: ja", ": contact: yes")
                                              : say(": contact: nog niet", ": contact: not yet"));
    }
    switch (*handover.reception) {
        case TaskStanding::open: return words + say(": nog niets vastgelegd", ": nothing recorded yet");
        case TaskStanding::proposed: return words + say(": voorgesteld", ": proposed");
        case TaskStanding::done: return words + say(": gedaan", ": done");
        case TaskStanding::waived: return words + say(": afgezien", ": waived");
        case TaskStanding::planned: break;
    }
    words += say(": gepland", ": planned");
    if (!handover.reception_planned.empty()) words += say(" voor ", " for ") + text_.of(handover.reception_planned);
    return words;
}

std::string PlanStepWords::confirmation(const HandoverTold& handover) const {
    const std::string who = explain::title_of(rules_.role(handover.receiving.role));
    if (handover.is_confirmed) {
        return say("bevestigd: ja, er is contact geweest met ", "confirmed: yes, there has been contact with ") + who;
    }
    return say("bevestigd: nee, nog geen contact vastgelegd door ", "confirmed: no, no contact recorded yet by ") + who;
}

}  // namespace wegwijzer::cli
