#include "cli/render/caseload_content.h"

#include <algorithm>

#include "cli/render/words.h"
#include "engine/explain/format_value.h"

namespace wegwijzer::cli {
namespace {

using explain::CaseloadGroup;
using explain::CaseloadStudent;

// What a mentor reads at a glance of one student; the rest is counted, and on the page. Spoed is never counted away.
// The first step, and the second when that is all: a list to act on. The rest is counted, but for what is urgent.
constexpr std::size_t lines_shown(std::size_t recommendations) { return recommendations <= 2 ? recommendations : 1; }
constexpr std::size_t most_missing = 6;

class Content {
  public:
    Content(const CaseloadSpeech& speech, const explain::Caseload& caseload) : speech_(speech), caseload_(caseload) {}

    CaseloadContent take(const std::string& where) {
        header(where);
        advice(CaseloadGroup::this_week, "Deze week", "This week");
        advice(CaseloadGroup::later, "Later", "Later");
        plans();
        signals();
        undetermined();
        not_needed();
        more_room();
        counts();
        content_.question = speech_.say("Adviezen zijn voorstellen; u beslist. Waarom staat iemand hier?",
                                        "Advice is a proposal; you decide. Why is someone here?");
        return std::move(content_);
    }

  private:
    [[nodiscard]] std::string say(const char* nl, const char* en) const { return speech_.say(nl, en); }
    [[nodiscard]] std::string who(const explain::StudentReport& report) const {
        if (!speech_.plain) return name_and_key(report);
        return report.name ? *report.name + ", " + report.key : report.key;
    }
    [[nodiscard]] std::vector<const CaseloadStudent*> in(CaseloadGroup group) const {
        std::vector<const CaseloadStudent*> members;
        for (const CaseloadStudent& student : caseload_.students) {
            if (student.group == group) members.push_back(&student);
        }
        return members;
    }
    CaseloadSection& section(const char* nl, const char* en) {
        content_.sections.push_back({say(nl, en), {}, {}, {}});
        return content_.sections.back();
    }

    void header(const std::string& where) {
        std::string day = explain::format_weekday(caseload_.reference_date, speech_.language) + " " +
                          explain::format_date(caseload_.reference_date, speech_.language);
        if (day.front() >= 'a' && day.front() <= 'z') day.front() = static_cast<char>(day.front() - 'a' + 'A');
        content_.header.push_back(day);
        if (speech_.mentor) content_.header.push_back((speech_.plain ? "Mentor: " : "") + *speech_.mentor);
        content_.header.push_back(number_of_students(speech_, caseload_.students.size()));
        if (!where.empty()) content_.header.push_back(say("waarvoor geldt: ", "for whom holds: ") + where);
        // Per day: ten series of one day are one thing to know.
        std::vector<std::pair<Date, std::vector<std::string>>> by_day;
        for (const auto& [series, date] : caseload_.complete_to) {
            auto place = std::ranges::find_if(by_day, [&](const auto& one) { return one.first == date; });
            if (place == by_day.end()) place = by_day.insert(by_day.end(), {date, {}});
            place->second.push_back(missing_words(speech_, model::MissingSet{{{}, series, {}}}));
        }
        for (const auto& [date, names] : by_day) {
            content_.header.push_back(listed(names, speech_.language) + say(" bijgewerkt t/m ", " complete to ") +
                                      explain::format_date(date, speech_.language));
        }
    }

    // ---- advice -----------------------------------------------------------------------------------------------------

    void advice(CaseloadGroup group, const char* nl, const char* en) {
        const auto members = in(group);
        if (members.empty()) return;
        CaseloadSection& made = section(nl, en);
        const bool has_urgent = std::ranges::any_of(members, [](const CaseloadStudent* student) {
            return std::ranges::any_of(student->report.recommendations,
                                       [](const auto& one) { return one.advice.urgent; });
        });
        const std::string route = crisis_route(speech_.rules);
        if (has_urgent && !route.empty()) made.warnings.push_back(say("Bij spoed: ", "When urgent: ") + route);
        for (const CaseloadStudent* student : members) made.entries.push_back(entry_of(*student));
    }

    [[nodiscard]] CaseloadEntry entry_of(const CaseloadStudent& student) const {
        const explain::StudentReport& report = student.report;
        CaseloadEntry entry;
        entry.who = who(report);
        entry.strength = strength_words(speech_, student);
        for (std::size_t i = 0; i < report.recommendations.size(); ++i) {
            const explain::RecommendationReport& one = report.recommendations[i];
            if (i >= lines_shown(report.recommendations.size()) && !one.advice.urgent) break;
            CaseloadLine& line = entry.lines.emplace_back();
            line.step = step_words(speech_, one);
            line.when = when_words(speech_, one.advice);
            line.reason = reason_words(speech_, student.reasons[i], one.advice.by);
            const bool is_repeated =
                i > 0 && student.reasons[i] == student.reasons[i - 1] && !student.reasons[i].is_restricted;
            if (is_repeated && !line.reason.empty()) line.reason = say("zelfde reden", "same reason");
            for (const Localized& note : one.notes) {
                line.below.push_back(say("let op: ", "note: ") + note.in(speech_.language));
            }
        }
        add_rest(entry, student);
        return entry;
    }

    // There is no advice to read it beside: the author's own words about it.
    void add_explanation(CaseloadLine& line, const std::vector<explain::SignalReport>& signals,
                         const explain::CaseloadSignal& shown) const {
        for (const explain::SignalReport& one : signals) {
            const bool is_shown = one.signal == shown.signal && one.explanation && !one.explanation->empty();
            if (is_shown) line.below.push_back(*one.explanation);
        }
    }

    // Where a plan stands, what is urgent and can't be judged, and how much more there is to say.
    void add_rest(CaseloadEntry& entry, const CaseloadStudent& student) const {
        for (const explain::PlanReport& plan : student.report.plans) {
            if (student.group == CaseloadGroup::plan_only) break;
            entry.below.push_back(say("aanpak ", "plan ") + plan_words(speech_.rules, plan, speech_.language));
        }
        for (const explain::UndeterminedReport& one : student.report.undetermined) {
            if (one.urgent) entry.below.push_back(undetermined_words(one, speech_.language));
        }
        const std::string further = further_words(speech_, student, entry.lines.size());
        if (!further.empty()) entry.below.push_back(say("en verder: ", "and further: ") + further);
    }

    // ---- without advice ---------------------------------------------------------------------------------------------

    void plans() {
        const auto members = in(CaseloadGroup::plan_only);
        if (members.empty()) return;
        CaseloadSection& made = section("Een aanpak, geen stap nu", "A plan, no step now");
        for (const CaseloadStudent* student : members) {
            CaseloadEntry& entry = made.entries.emplace_back();
            entry.who = who(student->report);
            entry.strength = strength_words(speech_, *student);
            for (const explain::PlanReport& plan : student->report.plans) {
                CaseloadLine& line = entry.lines.emplace_back();
                line.step = explain::title_of(speech_.rules.plan(plan.state.plan));
                if (student->strongest && entry.lines.size() == 1) {
                    line.reason = signal_with_value(speech_, *student->strongest);
                }
                line.below.push_back(plan_words(speech_.rules, plan, speech_.language).substr(line.step.size() + 2));
                for (std::string& step : steps_to_come(speech_.rules, plan, speech_.language)) {
                    line.below.push_back(std::move(step));
                }
            }
            add_rest(entry, *student);
        }
    }

    void signals() {
        const auto members = in(CaseloadGroup::signal_only);
        if (members.empty()) return;
        CaseloadSection& made = section("Wel een signaal, geen advies", "A signal, no advice");
        for (const CaseloadStudent* student : members) {
            CaseloadEntry& entry = made.entries.emplace_back();
            entry.who = who(student->report);
            for (const explain::SignalReport& one : student->report.signals) {
                if (entry.lines.size() == most_signals_named) break;
                const explain::CaseloadSignal shown = one.signal == student->strongest->signal
                                                          ? *student->strongest
                                                          : explain::CaseloadSignal{one.signal, {}, {}, {}};
                entry.lines.push_back({{}, {}, signal_with_value(speech_, shown), {}});
                add_explanation(entry.lines.back(), student->report.signals, shown);
            }
            for (const explain::SignalReport& one : student->report.strengths) {
                if (!student->strength || one.signal != student->strength->signal) continue;
                entry.below.push_back((speech_.plain ? "" : "+ ") + signal_words(speech_.rules, one, speech_.language));
            }
            add_rest(entry, *student);
        }
    }

    // Together per what is missing: nobody reads the same line forty times.
    void undetermined() {
        const std::vector<std::string> elsewhere = missing_elsewhere();
        if (caseload_.undetermined.empty() && elsewhere.empty()) return;
        CaseloadSection& made = section("Nog niet te beoordelen", "Can't be judged yet");
        for (const explain::MissingTogether& together : caseload_.undetermined) {
            std::vector<std::string> names;
            for (const std::size_t index : together.students) {
                names.push_back(name_or_key(caseload_.students[index].report));
            }
            const std::string what =
                together.missing.empty()
                    ? say("een waarde kon niet worden uitgerekend", "a value could not be calculated")
                    : say("er ontbreken gegevens over ", "data are missing about ") +
                          missing_words(speech_, together.missing);
            const std::string behind =
                speech_.plain ? ": " + some_names(speech_, names) : " (" + some_names(speech_, names) + ")";
            std::string& sentence = made.sentences.emplace_back(number_of_students(speech_, names.size()));
            sentence += ": ";
            sentence += what;
            sentence += behind;
            // What is urgent, and what is wrong with the data: together per what it says, too.
            std::vector<SaidOf> by_words;
            for (const std::size_t index : together.students) {
                const explain::StudentReport& report = caseload_.students[index].report;
                for (const auto& one : report.undetermined) {
                    if (one.urgent) add_name(by_words, undetermined_words(one, speech_.language), report);
                }
                for (const Localized& problem : report.data_problems) {
                    add_name(by_words, problem.in(speech_.language), report);
                }
            }
            for (const SaidOf& one : by_words) {
                made.sentences.push_back(some_names(speech_, one.names) + ": " + one.words);
            }
        }
        made.sentences.insert(made.sentences.end(), elsewhere.begin(), elsewhere.end());
    }

    // Of students in the other groups something may be open too.
    [[nodiscard]] std::vector<std::string> missing_elsewhere() const {
        std::vector<std::pair<model::Missing, std::size_t>> counted;
        std::size_t students = 0;
        for (const CaseloadStudent& student : caseload_.students) {
            if (student.group == CaseloadGroup::undetermined || student.report.undetermined.empty()) continue;
            ++students;
            for (const model::Missing& missing : student.missing) {
                auto place = std::ranges::find_if(counted, [&](const auto& one) { return one.first == missing; });
                if (place == counted.end()) place = counted.insert(counted.end(), {missing, 0});
                ++place->second;
            }
        }
        if (students == 0) return {};
        std::ranges::stable_sort(counted, [](const auto& left, const auto& right) {
            return left.second != right.second ? left.second > right.second : left.first < right.first;
        });
        std::vector<std::string> names;
        for (std::size_t i = 0; i < counted.size() && i < most_missing; ++i) {
            const std::string name = missing_words(speech_, model::MissingSet{counted[i].first});
            names.push_back(speech_.plain ? name + say(" bij ", " for ") + std::to_string(counted[i].second)
                                          : name + " (" + std::to_string(counted[i].second) + ")");
        }
        std::string words = number_of(speech_, students, "student in een ander deel van deze lijst",
                                      "studenten in een ander deel van deze lijst", "student elsewhere in this list",
                                      "students elsewhere in this list") +
                            say(": niet alles is te beoordelen", ": not everything can be judged");
        if (!names.empty()) {
            words +=
                say("; er ontbreken gegevens over ", "; data are missing about ") + listed(names, speech_.language);
        }
        if (counted.size() > most_missing) {
            words += say(", en nog ", ", and ") + std::to_string(counted.size() - most_missing) +
                     say(" andere gegevens", " other fields or series");
        }
        return {words};
    }

    struct SaidOf {
        std::string words;
        std::vector<std::string> names;
        std::size_t last_row = 0;  // a student is named once, and a namesake as well
    };
    static void add_name(std::vector<SaidOf>& all, const std::string& words, const explain::StudentReport& report) {
        auto place = std::ranges::find(all, words, &SaidOf::words);
        if (place == all.end()) {
            all.push_back({words, {name_or_key(report)}, report.row});
        } else if (place->last_row != report.row) {
            place->names.push_back(name_or_key(report));
            place->last_row = report.row;
        }
    }

    // Per what and why: who. Also of students who have other advice.
    void not_needed() {
        std::vector<SaidOf> by_words;
        for (const CaseloadStudent& student : caseload_.students) {
            for (const auto& one : student.report.suppressed) {
                add_name(by_words, suppressed_words(speech_.rules, one, speech_.language), student.report);
            }
            for (std::size_t i = 0; i < student.report.not_needed.size(); ++i) {
                explain::NotNeededReport one = student.report.not_needed[i];
                one.because = student.not_needed[i];
                add_name(by_words, not_needed_words(speech_.rules, one, speech_.language), student.report);
            }
        }
        if (by_words.empty()) return;
        std::ranges::stable_sort(
            by_words, [](const SaidOf& left, const SaidOf& right) { return left.names.size() > right.names.size(); });
        CaseloadSection& made = section("Niet nodig nu", "Not needed now");
        for (const SaidOf& one : by_words) {
            made.sentences.push_back(some_names(speech_, one.names) + ": " + one.words);
        }
    }

    void more_room() {
        const auto members = in(CaseloadGroup::more_room);
        std::vector<std::string> elsewhere;
        for (const CaseloadStudent& student : caseload_.students) {
            if (student.group != CaseloadGroup::more_room && student.opportunity) {
                elsewhere.push_back(name_or_key(student.report));
            }
        }
        if (members.empty() && elsewhere.empty()) return;
        CaseloadSection& made = section("Meer ruimte", "Room for more");
        for (const CaseloadStudent* student : members) {
            CaseloadEntry& entry = made.entries.emplace_back();
            entry.who = who(student->report);
            if (student->strength) entry.strength = strength_words(speech_, *student);
            entry.lines.push_back({{}, {}, signal_with_value(speech_, *student->opportunity), {}});
            add_explanation(entry.lines.back(), student->report.opportunities, *student->opportunity);
            const std::string further = further_words(speech_, *student, 0);
            if (!further.empty()) entry.below.push_back(say("en verder: ", "and further: ") + further);
        }
        if (!elsewhere.empty()) {
            made.sentences.push_back(say("Ook in een ander deel van deze lijst: ", "Also elsewhere in this list: ") +
                                     some_names(speech_, elsewhere));
        }
    }

    // ---- numbers ----------------------------------------------------------------------------------------------------

    void counts() {
        const auto count = [&](CaseloadGroup group) { return caseload_.count(group); };
        std::string text = number_of_students(speech_, caseload_.students.size()) + ": " +
                           std::to_string(count(CaseloadGroup::this_week) + count(CaseloadGroup::later)) +
                           say(" met advies", " with advice");
        const auto add = [&](CaseloadGroup group, const char* nl, const char* en) {
            if (count(group) > 0) text += ", " + std::to_string(count(group)) + " " + say(nl, en);
        };
        add(CaseloadGroup::plan_only, "met een aanpak zonder stap nu", "with a plan and no step now");
        add(CaseloadGroup::signal_only, "met een signaal zonder advies", "with a signal and no advice");
        add(CaseloadGroup::undetermined, "niet te beoordelen", "not to be judged");
        add(CaseloadGroup::not_needed, "niet nodig nu", "not needed now");
        add(CaseloadGroup::more_room, "met meer ruimte", "with room for more");
        text += ", " + std::to_string(count(CaseloadGroup::nothing)) +
                say(" zonder bijzonderheden.", " without particulars.");
        content_.counts = std::move(text);
    }

    const CaseloadSpeech& speech_;
    const explain::Caseload& caseload_;
    CaseloadContent content_;
};

}  // namespace

CaseloadContent content_of(const CaseloadSpeech& speech, const explain::Visible<explain::Caseload>& caseload,
                           const std::string& where) {
    return Content(speech, *caseload).take(where);
}

}  // namespace wegwijzer::cli
