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
    std::optional<Date> started = day("2026-08-31");
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
    model::PolicyOutcome& outcome_of(model::PolicyId id) { return outcomes[id.index()]; }

    [[nodiscard]] advise::StudentAdvice advice() const {
        model::StudentOutcome outcome;
        outcome.policies = outcomes;
        return advise::advise(build(), outcome, started, day(reference_date));
    }

    // "gesprek by slber, due 2026-10-08, priority 2, policies p q" and "suppressed gesprek of p: over q", line by line.
    [[nodiscard]] std::string said() const {
        const model::RuleSet rules = build();
        const advise::StudentAdvice advice = this->advice();
        std::string text;
        for (const advise::Recommendation& one : advice.recommendations) {
            text += rules.intervention(one.intervention).name + " by " + rules.role(one.by).name;
            if (one.urgent) text += ", urgent";
            if (one.not_before) text += ", from " + to_iso(*one.not_before);
            if (one.due) text += ", due " + to_iso(*one.due);
            text += ", priority " + std::to_string(one.priority) + ", policies";
            for (const model::PolicyId policy : one.policies) text += ' ' + rules.policy(policy).name;
            for (const advise::Note& note : one.notes) text += ", " + note_text(note);
            text += '\n';
        }
        for (const advise::Suppression& one : advice.suppressed) {
            text += "suppressed " + rules.intervention(one.intervention).name + " of " + rules.policy(one.policy).name +
                    ": ";
            if (const auto* by = std::get_if<advise::OverruledBy>(&one.cause)) {
                text += "over " + rules.policy(by->policy).name;
            } else if (const auto* phase = std::get_if<advise::NotInPhase>(&one.cause)) {
                text += "phase " + rules.phase(phase->phase).name;
            } else {
                const auto& other = std::get<advise::ExcludedBy>(one.cause);
                text += "not with " + rules.intervention(other.intervention).name;
            }
            text += '\n';
        }
        return text;
    }

  private:
    [[nodiscard]] static std::string note_text(const advise::Note& note) {
        switch (note.kind) {
            case advise::NoteKind::unless_unknown: return "unless unknown";
            case advise::NoteKind::deadline_moved: return "deadline was " + to_iso(note.day.value());
            case advise::NoteKind::term_unknown: return "term unknown";
            case advise::NoteKind::phase_unknown: return "phase unknown";
            case advise::NoteKind::not_before_unknown: return "not before unknown";
        }
        return "";
    }
};

}  // namespace wegwijzer::test
