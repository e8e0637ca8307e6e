#include "tests/support/told_advice.h"

#include <variant>

#include "tests/support/brute_plans.h"

namespace wegwijzer::test {

std::string day_text(const char* before, Date date) { return before + to_iso(date); }

std::string line_of_recommendation(const std::string& intervention, const std::string& role, bool urgent, int priority,
                                   const std::string& consent, const std::string& from, const std::string& due,
                                   const std::set<std::size_t>& policies, const std::set<std::size_t>& reasons,
                                   const std::set<std::string>& notes) {
    std::string line = intervention + " by " + role + (urgent ? " urgent" : "") + " priority " +
                       std::to_string(priority) + " consent " + consent + from + due + " policies";
    for (const std::size_t policy : policies) line += ' ' + std::to_string(policy);
    line += " reasons";
    for (const std::size_t reason : reasons) line += ' ' + std::to_string(reason);
    for (const std::string& note : notes) line += " [" + note + ']';
    return line;
}

namespace {

std::string note_text(const model::RuleSet& rules, const advise::Note& note) {
    switch (note.kind) {
        case advise::NoteKind::unless_unknown: return "unless of " + std::to_string(note.policy.index());
        case advise::NoteKind::deadline_moved: return day_text("deadline was ", note.day.value());
        case advise::NoteKind::term_unknown: return "term of " + std::to_string(note.policy.index());
        case advise::NoteKind::phase_unknown: return "phase unknown";
        case advise::NoteKind::not_before_unknown: return "not before unknown";
        case advise::NoteKind::comes_first: return "before " + rules.intervention(note.intervention).name;
        case advise::NoteKind::limit_unknown: return "limit of " + rules.intervention(note.intervention).name;
        case advise::NoteKind::followups_unknown: return "follow-up unknown";
        case advise::NoteKind::followup_undated: return "undated " + rules.intervention(note.intervention).name;
        case advise::NoteKind::consent_refused: return "refused";
        case advise::NoteKind::consent_withdrawn: return "withdrawn";
    }
    return "";
}

}  // namespace

std::vector<std::string> tell_advice(const model::RuleSet& rules, const advise::StudentAdvice& advice) {
    std::vector<std::string> lines;
    for (const advise::Recommendation& one : advice.recommendations) {
        std::set<std::size_t> policies;
        std::set<std::size_t> reasons;
        std::set<std::string> notes;
        for (const model::PolicyId policy : one.policies) policies.insert(policy.index());
        for (const model::SignalId reason : one.reasons) reasons.insert(reason.index());
        for (const advise::Note& note : one.notes) notes.insert(note_text(rules, note));
        std::string consent = one.consent == advise::Consent::ask     ? "ask"
                              : one.consent == advise::Consent::given ? "given"
                                                                      : "not_needed";
        if (one.in_progress_since) consent += day_text(" since ", *one.in_progress_since);
        lines.push_back(line_of_recommendation(rules.intervention(one.intervention).name, rules.role(one.by).name,
                                               one.urgent, one.priority, consent,
                                               one.not_before ? day_text(" from ", *one.not_before) : "",
                                               one.due ? day_text(" due ", *one.due) : "", policies, reasons, notes));
    }
    for (const advise::Suppression& one : advice.suppressed) {
        std::string why;
        if (const auto* by = std::get_if<advise::OverruledBy>(&one.cause)) {
            why = "over " + std::to_string(by->policy.index());
        } else if (const auto* phase = std::get_if<advise::NotInPhase>(&one.cause)) {
            why = "phase " + rules.phase(phase->phase).name;
        } else if (const auto* refused = std::get_if<advise::ConsentRefused>(&one.cause)) {
            why = refused->status == ConsentStatus::withdrawn ? "withdrawn" : "refused";
        } else if (const auto* followed = std::get_if<advise::JustFollowed>(&one.cause)) {
            why = "done " + to_iso(followed->carried_out);
        } else {
            why = "not with " + rules.intervention(std::get<advise::ExcludedBy>(one.cause).intervention).name;
        }
        if (one.first) why.insert(0, "first " + rules.intervention(one.first).name + ": ");
        lines.push_back("suppressed " + rules.intervention(one.intervention).name + " of " +
                        std::to_string(one.policy.index()) + ": " + why);
    }
    for (const advise::PlanState& state : advice.plans) {
        BrutePlan told;
        told.started = state.started;
        told.current = state.current_step;
        told.review = state.next_review;
        told.evaluation = state.evaluate_on;
        static constexpr const char* words[] = {"done", "current", "to_come"};
        for (std::size_t i = 0; i < state.steps.size(); ++i) {
            const model::PlanStep& step = rules.plan(state.plan).steps[i];
            told.steps.push_back({rules.intervention(step.intervention).name, rules.role(step.by).name,
                                  state.steps[i].not_before, state.steps[i].due, state.steps[i].term_unknown,
                                  words[static_cast<std::size_t>(state.steps[i].status)]});
        }
        std::string policies;
        for (const model::PolicyId policy : state.policies) policies += ' ' + std::to_string(policy.index());
        lines.push_back(tell_plan(rules.plan(state.plan).name, policies, state.goal, told));
    }
    return lines;
}

}  // namespace wegwijzer::test
