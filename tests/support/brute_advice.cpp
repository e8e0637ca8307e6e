#include "tests/support/brute_advice.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "tests/support/brute_calendar.h"
#include "tests/support/brute_plans.h"
#include "tests/support/told_advice.h"

namespace wegwijzer::test {
namespace {

const Date never = Date::from_days(10'000'000);

// One name of an `adviseer`, and everything that happens to it.
struct Advised {
    std::size_t policy = 0;
    std::size_t place = 0;
    std::string intervention;
    std::string role;
    std::vector<std::string> waiting;  // what pas na keeps waiting for it
    bool unknown_follow_up = false;
    bool held_by_limit = false;
    Date earliest = Date::from_days(-10'000'000);  // when nothing moves it
    Date deadline = never;
    std::set<std::string> notes;
    std::string suppressed;         // why, or empty
    std::optional<BruteStep> step;  // of an aanpak
};

struct Merged {
    std::vector<const Advised*> of;
    bool urgent = false;
    int priority = 9;
    std::string suppressed;
};

class Brute {
  public:
    Brute(const model::RuleSet& rules, const model::StudentOutcome& outcome, const advise::StudentHistory& history,
          Date reference_date)
        : rules_(rules), outcome_(outcome), history_(history), start_(history.start), reference_date_(reference_date) {}

    std::vector<std::string> run() {
        give();
        for (Advised& one : given_) {
            if (!is_urgent(one)) look_at_what_comes_first(one);
            look_at_undated(one);
            if (!is_urgent(one)) look_at_consent(one);
            if (one.suppressed.empty() && !is_urgent(one)) look_at_phases(one);
            if (one.suppressed.empty() && !is_urgent(one)) look_at_limit(one);
            if (one.suppressed.empty() && !is_urgent(one)) look_at_earliest(one);
            if (one.suppressed.empty()) look_at_deadline(one);
        }
        let_policies_speak();
        merge();
        keep_apart();
        return tell();
    }

  private:
    const model::Policy& policy(const Advised& one) const { return rules_.policies[one.policy]; }
    bool is_urgent(const Advised& one) const { return policy(one).urgent; }
    const model::Intervention& intervention(const std::string& name) const {
        for (const model::Intervention& one : rules_.interventions) {
            if (one.name == name) return one;
        }
        return rules_.interventions.front();
    }
    const model::Role& role(const std::string& name) const {
        for (const model::Role& one : rules_.roles) {
            if (one.name == name) return one;
        }
        return rules_.roles.front();
    }

    // "A beleid applies when `als` is true and no `tenzij` is true. An unknown `tenzij` is named on the advice."
    void give() {
        for (std::size_t p = 0; p < rules_.policies.size(); ++p) {
            std::size_t true_unless = 0;
            std::set<std::string> notes;
            for (const model::ConditionOutcome& unless : outcome_.policies[p].unless) {
                if (unless.value == Tri::yes) ++true_unless;
                if (unless.value == Tri::unknown) notes.insert("unless of " + std::to_string(p));
            }
            if (outcome_.policies[p].condition.value != Tri::yes || true_unless != 0) continue;
            for (std::size_t k = 0; k < rules_.policies[p].advises.size(); ++k) {
                Advised one;
                one.policy = p;
                one.place = k;
                one.notes = notes;
                if (const model::PlanId plan = rules_.policies[p].advises[k].plan) {
                    advising_[plan.index()].insert(p);
                    const BrutePlan stands = brute_plan(rules_, outcome_, history_, reference_date_, plan.index());
                    if (!stands.current) continue;
                    one.step = stands.steps[*stands.current];
                    one.intervention = one.step->intervention;
                    one.role = one.step->role;
                    given_.push_back(one);
                    continue;
                }
                one.intervention = rules_.intervention(rules_.policies[p].advises[k].intervention).name;
                one.role = rules_.role(rules_.policies[p].advises[k].by).name;
                given_.push_back(one);
            }
        }
    }

    // The dated rows of an intervention, the latest first.
    std::vector<advise::FollowUp> follow_up_of(const std::string& name) const {
        std::vector<advise::FollowUp> rows;
        for (const advise::FollowUp& row : history_.followups) {
            if (rules_.intervention(row.intervention).name == name && row.date) rows.insert(rows.begin(), row);
        }
        return rows;
    }
    static bool counts_as_done(const advise::FollowUp& row) {
        return row.status && (*row.status == FollowUpStatus::done || *row.status == FollowUpStatus::completed);
    }

    // "An interventie is in progress while its last opvolging is voorgesteld or gepland; its deadline counts from the first
    // of these rows": back from the last row, as long as it is one of these.
    std::optional<Date> began(const std::string& name) const {
        std::optional<Date> first;
        for (const advise::FollowUp& row : follow_up_of(name)) {
            const bool open =
                row.status && (*row.status == FollowUpStatus::proposed || *row.status == FollowUpStatus::planned);
            if (!open) break;
            first = row.date;
        }
        return first;
    }

    // "satisfied by a row uitgevoerd or afgerond of I in the kalender in force (without one: ever)".
    bool is_satisfied(const std::string& name) const {
        const Calendar* year = brute_calendar_in_force(rules_.calendars, reference_date_);
        for (const advise::FollowUp& row : follow_up_of(name)) {
            if (counts_as_done(row) && (year == nullptr || year->days.from <= *row.date)) return true;
        }
        return false;
    }

    // "Otherwise I is advised in its place, with I's own rol, and I's own `pas na` before it." "Of several the first that
    // isn't satisfied counts." In progress, `pas na` doesn't hold it back.
    void look_at_what_comes_first(Advised& one) const {
        if (began(one.intervention)) return;
        for (const model::InterventionId id : intervention(one.intervention).only_after) {
            const model::Intervention& first = rules_.intervention(id);
            if (is_satisfied(first.name)) continue;
            if (one.waiting.empty()) one.notes.insert("before " + one.intervention);
            one.waiting.push_back(one.intervention);
            one.intervention = first.name;
            one.role = rules_.role(first.by).name;
            if (!history_.followups_supplied) one.unknown_follow_up = true;
            look_at_what_comes_first(one);
            return;
        }
    }

    void look_at_undated(Advised& one) const {
        for (const advise::FollowUp& row : history_.followups) {
            if (!row.date && rules_.intervention(row.intervention).name == one.intervention) {
                one.notes.insert("undated " + one.intervention);
            }
        }
    }

    // What the student said last: "given", "refused", "withdrawn", or nothing that is certain.
    std::string consent_of(const std::string& name) const {
        static constexpr const char* words[] = {"given", "refused", "withdrawn"};
        std::string dated;
        std::set<std::string> undated;
        for (const advise::ConsentRow& row : history_.consents) {
            if (rules_.intervention(row.intervention).name != name) continue;
            const std::string word = row.status ? words[static_cast<int>(*row.status)] : "unknown";
            if (row.date) {
                dated = word;
            } else {
                undated.insert(word);
            }
        }
        undated.erase(dated);
        return dated == "unknown" || !undated.empty() ? "" : dated;
    }

    // "`geweigerd` or `ingetrokken` suppresses it, with that reason".
    void look_at_consent(Advised& one) const {
        if (!intervention(one.intervention).with_consent) return;
        const std::string consent = consent_of(one.intervention);
        if (consent == "refused" || consent == "withdrawn") one.suppressed = consent;
    }

    // "a row uitgevoerd or afgerond in the last D suppresses it"; not in progress. "Series not supplied: `hooguit eens per`
    // doesn't suppress, and a note says so."
    void look_at_limit(Advised& one) const {
        if (began(one.intervention) || !intervention(one.intervention).at_most_once_per) return;
        if (!history_.followups_supplied) {
            one.unknown_follow_up = true;
            return;
        }
        std::size_t index = 0;
        while (rules_.interventions[index].name != one.intervention) ++index;
        const std::optional<Length> limit = outcome_.limits[index].within;
        const auto recent = [&](Date date) {
            return limit ? brute_is_in_last(rules_.calendars, reference_date_, *limit, date) : std::nullopt;
        };
        if (!recent(reference_date_)) {
            one.notes.insert("limit of " + one.intervention);
            return;
        }
        for (const advise::FollowUp& row : follow_up_of(one.intervention)) {
            if (!counts_as_done(row) || !recent(*row.date).value() || one.held_by_limit) continue;
            one.suppressed = "done " + to_iso(*row.date);
            one.held_by_limit = true;
        }
    }

    // "An unknown start date: `niet in fase` doesn't suppress."
    void look_at_phases(Advised& one) const {
        for (const model::PhaseId id : intervention(one.intervention).not_in_phases) {
            const std::optional<bool> inside =
                brute_is_in_phase(rules_.phase(id).days, start_, reference_date_, reference_date_);
            if (!inside) {
                one.notes.insert("phase unknown");
            } else if (*inside && one.suppressed.empty()) {
                one.suppressed = "phase " + rules_.phase(id).name;
            }
        }
    }

    // "Advised earlier -> it gets that as its earliest date"; day 1 is the start itself.
    void look_at_earliest(Advised& one) const {
        const std::optional<std::int64_t> number = intervention(one.intervention).not_before_day;
        if (!number) return;
        if (!start_) {
            one.notes.insert("not before unknown");
            return;
        }
        Date day = *start_;
        for (std::int64_t i = 1; i < *number; ++i) day = Date::from_days(day.days() + 1);
        if (reference_date_ < day) one.earliest = day;
    }

    // "`binnen` is counted from the later of the peildatum and the earliest date. `uiterlijk DAG` is that day (unknown: no
    // deadline, with a note; already past: the peildatum)."
    void look_at_deadline(Advised& one) const {
        if (one.step) {  // "`binnen` of a step counts from the plan's start, in progress too"
            if (one.step->unknown) one.notes.insert("term of " + std::to_string(one.policy));
            if (one.step->from && *one.step->from > one.earliest) one.earliest = *one.step->from;
            if (one.step->due) one.deadline = *one.step->due;
            return;
        }
        const model::AdviceTerm& term = outcome_.policies[one.policy].terms[one.place];
        if (term.unknown) one.notes.insert("term of " + std::to_string(one.policy));
        const Date counted_from = began(one.intervention).value_or(reference_date_);
        if (term.due) one.deadline = *term.due < counted_from ? counted_from : *term.due;
        if (term.within) {
            const Date from = one.earliest > counted_from ? one.earliest : counted_from;
            one.deadline = brute_after(rules_.calendars, from, *term.within).value();
        }
    }

    // "A policy with any advice left, or with one held back only by `hooguit eens per`, suppresses every policy it `gaat
    // voor op`, whether it is itself suppressed in this step or not."
    void let_policies_speak() {
        for (const Advised& one : given_) {
            if (one.suppressed.empty() || one.held_by_limit) speaking_.insert(one.policy);
        }
        for (const std::size_t speaker : speaking_) {
            for (Advised& one : given_) {
                for (const model::PolicyId below : rules_.policies[speaker].overrides) {
                    if (below.index() != one.policy || !one.suppressed.empty() || is_urgent(one)) continue;
                    one.suppressed = "over " + std::to_string(speaker);
                }
            }
        }
    }

    // "Per (interventie, rol): earliest deadline, latest earliest date, highest priority, all reasons."
    void merge() {
        for (const Advised& one : given_) {
            if (!one.suppressed.empty()) continue;
            Merged& merged = merged_[{one.intervention, one.role}];
            merged.of.push_back(&one);
            if (policy(one).priority < merged.priority) merged.priority = policy(one).priority;
            if (is_urgent(one)) merged.urgent = true;
        }
    }

    static Date deadline_before_moving(const Merged& merged) {
        Date deadline = never;
        for (const Advised* one : merged.of) {
            if (one->deadline < deadline) deadline = one->deadline;
        }
        return deadline;
    }
    // A spoed advice is moved by nothing.
    static Date earliest(const Merged& merged) {
        Date earliest = Date::from_days(-10'000'000);
        for (const Advised* one : merged.of) {
            if (!merged.urgent && one->earliest > earliest) earliest = one->earliest;
        }
        return earliest;
    }
    static Date deadline(const Merged& merged) {
        const Date before = deadline_before_moving(merged);
        return before < earliest(merged) ? earliest(merged) : before;
    }

    using Name = std::pair<std::string, std::string>;
    using Place = std::tuple<int, int, Date, int, std::string, std::string>;
    Place place_of(const Name& name, const Merged& merged, bool with_line) const {
        return {merged.urgent ? 0 : 1,
                merged.priority,
                deadline(merged),
                with_line ? static_cast<int>(role(name.second).line) : 0,
                name.first,
                name.second};
    }

    // "In order of priority, deadline, identifier, each advice is kept unless one kept before excludes it."
    void keep_apart() {
        std::map<Place, Name> by_place;
        for (const auto& [name, merged] : merged_) by_place[place_of(name, merged, false)] = name;
        std::vector<std::string> kept;
        for (const auto& [place, name] : by_place) {
            Merged& merged = merged_[name];
            for (const std::string& other : kept) {
                bool excludes = false;
                for (const model::InterventionId id : intervention(other).not_together) {
                    if (rules_.intervention(id).name == name.first) excludes = true;
                }
                if (excludes && !merged.urgent && merged.suppressed.empty()) merged.suppressed = "not with " + other;
            }
            if (merged.suppressed.empty()) kept.push_back(name.first);
        }
    }

    std::vector<std::string> tell() const {
        std::map<Place, std::string> advice;
        for (const auto& [name, merged] : merged_) {
            if (!merged.suppressed.empty()) continue;
            std::set<std::size_t> policies;
            std::set<std::size_t> reasons;
            std::set<std::string> notes;
            for (const Advised* one : merged.of) {
                policies.insert(one->policy);
                for (const model::SignalId reason : outcome_.policies[one->policy].reasons) {
                    reasons.insert(reason.index());
                }
                notes.insert(one->notes.begin(), one->notes.end());
                if (one->unknown_follow_up) notes.insert("follow-up unknown");
            }
            std::string consent = "not_needed";
            if (intervention(name.first).with_consent) {
                const std::string said = consent_of(name.first);
                consent = said == "given" ? "given" : "ask";
                if (said == "refused" || said == "withdrawn") notes.insert(said);
            }
            const std::optional<Date> since = began(name.first);
            if (since) consent += day_text(" since ", *since);
            if (merged.urgent) {
                notes.erase("follow-up unknown");
                notes.erase("phase unknown");
                notes.erase("not before unknown");
            }
            const Date before = deadline_before_moving(merged);
            if (deadline(merged) != before) notes.insert(day_text("deadline was ", before));
            const bool moved = earliest(merged) > Date::from_days(-10'000'000);
            advice[place_of(name, merged, true)] = line_of_recommendation(
                name.first, name.second, merged.urgent, merged.priority, consent,
                moved ? day_text(" from ", earliest(merged)) : "",
                deadline(merged) == never ? "" : day_text(" due ", deadline(merged)), policies, reasons, notes);
        }
        std::vector<std::string> lines;
        for (const auto& [place, line] : advice) lines.push_back(line);
        for (const Advised& one : given_) {  // in order of declaration
            std::string why = one.suppressed;
            if (why.empty()) why = merged_.at({one.intervention, one.role}).suppressed;
            if (why.empty()) continue;
            const auto list = [&](const std::string& name, const std::string& first) {
                const std::string line =
                    "suppressed " + name + " of " + std::to_string(one.policy) + ": " + first + why;
                if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(line);
            };
            // "If I is suppressed, so is this, with that reason."
            for (const std::string& waiting : one.waiting) list(waiting, "first " + one.intervention + ": ");
            list(one.intervention, "");
        }
        // "A plan ... is listed; one whose policy is overruled isn't."
        for (std::size_t plan = 0; plan < rules_.plans.size(); ++plan) {
            std::string policies;
            const auto advising = advising_.find(plan);
            if (advising == advising_.end()) continue;
            for (const std::size_t policy : advising->second) {
                bool overruled = false;
                for (const std::size_t speaker : speaking_) {
                    for (const model::PolicyId below : rules_.policies[speaker].overrides)
                        overruled = overruled || below.index() == policy;
                }
                if (!overruled || rules_.policies[policy].urgent) policies += ' ' + std::to_string(policy);
            }
            if (policies.empty()) continue;
            lines.push_back(tell_plan(rules_.plans[plan].name, policies, outcome_.plans[plan].goal.value,
                                      brute_plan(rules_, outcome_, history_, reference_date_, plan)));
        }
        return lines;
    }

    const model::RuleSet& rules_;
    const model::StudentOutcome& outcome_;
    const advise::StudentHistory& history_;
    std::optional<Date> start_;
    Date reference_date_;
    std::vector<Advised> given_;
    std::map<Name, Merged> merged_;
    std::set<std::size_t> speaking_;
    std::map<std::size_t, std::set<std::size_t>> advising_;  // by plan: the policies that apply
};

}  // namespace

std::vector<std::string> brute_advice(const model::RuleSet& rules, const model::StudentOutcome& outcome,
                                      const advise::StudentHistory& history, Date reference_date) {
    return Brute(rules, outcome, history, reference_date).run();
}

}  // namespace wegwijzer::test
