// Policies that apply, unless a test says otherwise, and what is advised on them, as text.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/advise/advice.h"
#include "tests/support/rule_set_builder.h"

namespace wegwijzer::test {

struct Advising : RuleSetBuilder {
    model::RoleId slber = role("slber");
    model::RoleId decaan = role("decaan", model::Line::second);
    model::InterventionId talk = intervention("gesprek", slber);
    model::InterventionId counsel = intervention("verkenning", decaan);
    std::vector<model::PolicyOutcome> outcomes;
    std::vector<model::PlanOutcome> plan_outcomes;
    std::optional<Date> started = day("2026-08-31");
    advise::StudentHistory history;  // rows in order of date
    std::string reference_date = "2026-10-01";

    model::PolicyId applies(std::string_view name, std::vector<model::InterventionId> interventions,
                            std::optional<Length> within = std::nullopt, int priority = 3) {
        const model::PolicyId id = policy(name);
        edit(id).priority = priority;
        model::PolicyOutcome outcome;
        outcome.condition.value = Tri::yes;
        for (const model::InterventionId intervention : interventions) {
            advise(id, intervention, within);
            outcome.terms.push_back({within, {}, false, {}});
        }
        outcomes.push_back(outcome);
        return id;
    }
    void follow_up(model::InterventionId intervention, const char* date, FollowUpStatus status) {
        history.followups_supplied = true;
        history.followups.push_back(
            {intervention, *date == '\0' ? std::nullopt : std::optional(day(date)), status, std::nullopt});
    }
    void consent(model::InterventionId intervention, const char* date, std::optional<ConsentStatus> status) {
        history.consents_supplied = true;
        history.consents.push_back({intervention, *date == '\0' ? std::nullopt : std::optional(day(date)), status});
    }
    model::PolicyOutcome& outcome_of(model::PolicyId id) { return outcomes[id.index()]; }

    [[nodiscard]] advise::StudentAdvice advice() const {
        model::StudentOutcome outcome;
        outcome.policies = outcomes;
        outcome.plans = plan_outcomes;
        const model::RuleSet rules = build();
        for (const model::Intervention& each : rules.interventions) {
            model::AdviceTerm limit;
            if (each.at_most_once_per && each.at_most_once_per->parameter) limit.unknown = true;
            if (each.at_most_once_per && !limit.unknown) limit.within = each.at_most_once_per->length;
            outcome.limits.push_back(limit);
        }
        advise::StudentHistory known = history;
        known.start = started;
        return advise::advise(rules, outcome, known, day(reference_date));
    }

    // "gesprek by slber, due 2026-10-08, priority 2, policies p q" and "suppressed gesprek of p: over q", line by line.
    [[nodiscard]] std::string said() const {
        const model::RuleSet rules = build();
        const advise::StudentAdvice advice = this->advice();
        std::string text;
        for (const advise::Recommendation& one : advice.recommendations) {
            text += rules.intervention(one.intervention).name + " by " + rules.role(one.by).name;
            if (one.urgent) text += ", urgent";
            if (one.in_progress_since) text += ", since " + to_iso(*one.in_progress_since);
            if (one.consent == advise::Consent::ask) text += ", ask";
            if (one.consent == advise::Consent::given) text += ", given";
            if (one.not_before) text += ", from " + to_iso(*one.not_before);
            if (one.due) text += ", due " + to_iso(*one.due);
            text += ", priority " + std::to_string(one.priority) + ", policies";
            for (const model::PolicyId policy : one.policies) text += ' ' + rules.policy(policy).name;
            for (const advise::Note& note : one.notes) text += ", " + note_text(rules, note);
            text += '\n';
        }
        for (const advise::Suppression& one : advice.suppressed) {
            text += "suppressed " + rules.intervention(one.intervention).name + " of " + rules.policy(one.policy).name +
                    ": ";
            if (const auto* by = std::get_if<advise::OverruledBy>(&one.cause)) {
                text += "over " + rules.policy(by->policy).name;
            } else if (const auto* phase = std::get_if<advise::NotInPhase>(&one.cause)) {
                text += "phase " + rules.phase(phase->phase).name;
            } else if (const auto* refused = std::get_if<advise::ConsentRefused>(&one.cause)) {
                text += refused->status == ConsentStatus::withdrawn ? "withdrawn" : "refused";
            } else if (const auto* followed = std::get_if<advise::JustFollowed>(&one.cause)) {
                text += "done " + to_iso(followed->carried_out);
            } else {
                const auto& other = std::get<advise::ExcludedBy>(one.cause);
                text += "not with " + rules.intervention(other.intervention).name;
            }
            if (one.first) text += " (" + rules.intervention(one.first).name + " first)";
            text += '\n';
        }
        return text;
    }

  private:
    [[nodiscard]] static std::string note_text(const model::RuleSet& rules, const advise::Note& note) {
        switch (note.kind) {
            case advise::NoteKind::unless_unknown: return "unless unknown";
            case advise::NoteKind::deadline_moved: return "deadline was " + to_iso(note.day.value());
            case advise::NoteKind::term_unknown: return "term unknown";
            case advise::NoteKind::phase_unknown: return "phase unknown";
            case advise::NoteKind::not_before_unknown: return "not before unknown";
            case advise::NoteKind::comes_first: return "before " + rules.intervention(note.intervention).name;
            case advise::NoteKind::limit_unknown: return "limit unknown";
            case advise::NoteKind::followups_unknown: return "follow-up unknown";
            case advise::NoteKind::followup_undated: return "undated " + rules.intervention(note.intervention).name;
            case advise::NoteKind::consent_refused: return "refused on " + to_iso(note.day.value());
            case advise::NoteKind::consent_withdrawn: return "withdrawn on " + to_iso(note.day.value());
        }
        return "";
    }
};

}  // namespace wegwijzer::test
