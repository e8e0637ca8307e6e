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
        lapsed();
        more_room();
        counts();
        content_.question = speech_.say("Adviezen zijn voorstellen; u beslist. Waarom staat iemand hier?",
                                        "Advice is a proposal; you decide. Why is someone here?");
        content_.record_question =
            speech_.say("Gepland, gedaan of niet nodig? Leg het vast.", "Planned, done or not needed? Write it down.");
        return std::move(content_);
    }

  private:
    [[nodiscard]] std::string say(const char* nl, const char* en) const { return speech_.say(nl, en); }
    [[nodiscard]] std::vector<const CaseloadStudent*> in(CaseloadGroup group) const {
        std::vector<const CaseloadStudent*> members;
        for (const CaseloadStudent& student : caseload_.students) {
            if (student.group == group) members.push_back(&student);
        }
        return members;
    }
    [[nodiscard]] std::size_t index_of(const CaseloadStudent& student) const {
        return static_cast<std::size_t>(&student - caseload_.students.data());
    }
    CaseloadEntry& add_entry(CaseloadSection& made, const CaseloadStudent& student) const {
        CaseloadEntry& entry = made.entries.emplace_back();
        entry.student = index_of(student);
        entry.who = name_words(speech_, student);
        return entry;
    }
    // "4 studenten"
    [[nodiscard]] std::string students(const explain::ShownValue& number) const {
        return speech_.of(number) + (number.text() == "1" ? " student" : say(" studenten", " students"));
    }
    CaseloadSection& section(CaseloadGroup group, const char* nl, const char* en) {
        content_.sections.push_back({group, say(nl, en), {}, {}, {}, {}});
        return content_.sections.back();
    }

    void header(const std::string& where) {
        std::string day = explain::format_weekday(caseload_.reference_date, speech_.language) + " " +
                          speech_.of(caseload_.shown.reference_date);
        if (day.front() >= 'a' && day.front() <= 'z') day.front() = static_cast<char>(day.front() - 'a' + 'A');
        content_.header.push_back(day);
        if (speech_.mentor) content_.header.push_back((speech_.plain ? "Mentor: " : "") + *speech_.mentor);
        content_.header.push_back(students(caseload_.shown.students));
        if (!where.empty()) content_.header.push_back(say("waarvoor geldt: ", "for whom holds: ") + where);
        // Per day: ten series of one day are one thing to know.
        std::vector<std::pair<std::size_t, std::vector<std::string>>> by_day;
        for (std::size_t i = 0; i < caseload_.complete_to.size(); ++i) {
            const auto& [series, date] = caseload_.complete_to[i];
            std::size_t at = 0;
            while (at < by_day.size() && caseload_.complete_to[by_day[at].first].second != date) ++at;
            if (at == by_day.size()) by_day.push_back({i, {}});
            by_day[at].second.push_back(missing_words(speech_, model::MissingSet{{{}, series, {}}}));
        }
        for (const auto& [index, names] : by_day) {
            content_.complete.push_back(listed(names, speech_.language) + say(" bijgewerkt t/m ", " complete to ") +
                                        speech_.of(caseload_.shown.complete_to[index]));
        }
    }

    // ---- advice -----------------------------------------------------------------------------------------------------

    void advice(CaseloadGroup group, const char* nl, const char* en) {
        const auto members = in(group);
        if (members.empty()) return;
        CaseloadSection& made = section(group, nl, en);
        const bool has_urgent = std::ranges::any_of(members, [](const CaseloadStudent* student) {
            return std::ranges::any_of(student->report.recommendations,
                                       [](const auto& one) { return one.advice.urgent; });
        });
        const std::string route = crisis_route(speech_.rules);
        if (has_urgent && !route.empty()) made.warnings.push_back(say("Bij spoed: ", "When urgent: ") + route);
        for (const CaseloadStudent* student : members) add_advice(made, *student);
        if (speech_.mentor) {
            content_.whose = say("Een stap zonder „door” is voor u.", "A step without “by” is yours.");
        }
    }

    void add_advice(CaseloadSection& made, const CaseloadStudent& student) const {
        const explain::StudentReport& report = student.report;
        CaseloadEntry& entry = add_entry(made, student);
        entry.strength = strength_words(speech_, student);
        for (std::size_t i = 0; i < report.recommendations.size(); ++i) {
            const explain::RecommendationReport& one = report.recommendations[i];
            if (i >= lines_shown(report.recommendations.size()) && !one.advice.urgent) break;
            CaseloadLine& line = entry.lines.emplace_back();
            line.step = step_words(speech_, student, i);
            line.when = when_words(speech_, student, i);
            line.reason = reason_words(speech_, student, i);
            const bool is_repeated =
                i > 0 && student.reasons[i] == student.reasons[i - 1] && !student.reasons[i].is_restricted;
            if (is_repeated && !line.reason.empty()) line.reason = say("zelfde reden", "same reason");
            for (const explain::ShownValue& note : student.shown.actions[i].notes) {
                line.below.push_back(say("let op: ", "note: ") + speech_.of(report, note));
            }
        }
        add_rest(entry, student);
    }

    // There is no advice to read it beside: the author's own words about it.
    void add_explanation(CaseloadLine& line, const explain::StudentReport& student,
                         const std::vector<explain::SignalReport>& signals,
                         const explain::CaseloadSignal& shown) const {
        for (const explain::SignalReport& one : signals) {
            const bool is_shown = one.signal == shown.signal && one.explanation && !one.explanation->empty();
            if (is_shown) line.below.push_back(speech_.of(student, *one.explanation));
        }
    }

    // Where a plan stands, what is urgent and can't be judged, and how much more there is to say.
    void add_rest(CaseloadEntry& entry, const CaseloadStudent& student) const {
        for (std::size_t i = 0; i < student.report.plans.size(); ++i) {
            if (student.group == CaseloadGroup::plan_only) break;
            entry.below.push_back(say("aanpak ", "plan ") + plan_words(speech_.rules, student.report.plans[i],
                                                                       plan_texts(speech_, student, i),
                                                                       speech_.language));
        }
        for (const explain::UndeterminedReport& one : student.report.undetermined) {
            if (one.urgent) entry.below.push_back(undetermined_words(one, speech_.language));
        }
        const auto is_urgent = [](const explain::RecommendationReport& one) { return one.advice.urgent; };
        const auto& advice = student.report.recommendations;
        const auto urgent = static_cast<std::size_t>(std::ranges::count_if(advice, is_urgent));
        entry.brief_lines = advice.empty() ? entry.lines.size() : std::max<std::size_t>(urgent, 1);
        add_further(entry, student, entry.lines.size());
    }
    void add_further(CaseloadEntry& entry, const CaseloadStudent& student, std::size_t shown) const {
        const std::string further = further_words(speech_, student, shown);
        if (!further.empty()) entry.further = say("en verder: ", "and further: ") + further;
        const std::string brief = further_in_short(speech_, student, std::min(shown, entry.brief_lines));
        if (!brief.empty()) entry.further_in_short = say("verder: ", "further: ") + brief;
    }

    // ---- without advice ---------------------------------------------------------------------------------------------

    void plans() {
        const auto members = in(CaseloadGroup::plan_only);
        if (members.empty()) return;
        CaseloadSection& made = section(CaseloadGroup::plan_only, "Een aanpak, geen stap nu", "A plan, no step now");
        for (const CaseloadStudent* student : members) {
            CaseloadEntry& entry = add_entry(made, *student);
            entry.strength = strength_words(speech_, *student);
            for (std::size_t i = 0; i < student->report.plans.size(); ++i) {
                const explain::PlanReport& plan = student->report.plans[i];
                const PlanTexts texts = plan_texts(speech_, *student, i);
                CaseloadLine& line = entry.lines.emplace_back();
                line.step = explain::title_of(speech_.rules.plan(plan.state.plan));
                if (student->strongest && entry.lines.size() == 1) {
                    line.reason = signal_with_value(speech_, *student, *student->strongest);
                }
                line.below.push_back(
                    plan_words(speech_.rules, plan, texts, speech_.language).substr(line.step.size() + 2));
                for (std::string& step : steps_to_come(speech_.rules, plan, texts, speech_.language)) {
                    line.below.push_back(std::move(step));
                }
            }
            add_rest(entry, *student);
        }
    }

    void signals() {
        const auto members = in(CaseloadGroup::signal_only);
        if (members.empty()) return;
        CaseloadSection& made =
            section(CaseloadGroup::signal_only, "Wel een signaal, geen advies", "A signal, no advice");
        for (const CaseloadStudent* student : members) {
            CaseloadEntry& entry = add_entry(made, *student);
            for (const explain::SignalReport& one : student->report.signals) {
                if (entry.lines.size() == most_signals_named) break;
                const explain::CaseloadSignal shown = one.signal == student->strongest->signal
                                                          ? *student->strongest
                                                          : explain::CaseloadSignal{one.signal, {}, {}, {}};
                entry.lines.push_back({{}, {}, signal_with_value(speech_, *student, shown), {}});
                add_explanation(entry.lines.back(), student->report, student->report.signals, shown);
            }
            for (const explain::SignalReport& one : student->report.strengths) {
                if (!student->strength || one.signal != student->strength->signal) continue;
                std::string words = (speech_.plain ? "" : "+ ") + explain::title_of(speech_.rules.signal(one.signal));
                if (one.explanation && !one.explanation->empty()) {
                    words += ": " + speech_.of(student->report, *one.explanation);
                }
                entry.below.push_back(std::move(words));
            }
            add_rest(entry, *student);
        }
    }

    // Together per what is missing: nobody reads the same line forty times.
    void undetermined() {
        const std::vector<std::string> elsewhere = missing_elsewhere();
        if (caseload_.undetermined.empty() && elsewhere.empty()) return;
        CaseloadSection& made = section(CaseloadGroup::undetermined, "Nog niet te beoordelen", "Can't be judged yet");
        for (std::size_t i = 0; i < caseload_.undetermined.size(); ++i) {
            const explain::MissingTogether& together = caseload_.undetermined[i];
            std::vector<std::string> names;
            for (const std::size_t index : together.students) {
                names.push_back(short_name(speech_, caseload_.students[index]));
            }
            const std::string what =
                together.missing.empty()
                    ? say("een waarde kon niet worden uitgerekend", "a value could not be calculated")
                    : say("er ontbreken gegevens over ", "data are missing about ") +
                          missing_words(speech_, together.missing);
            const std::string behind =
                speech_.plain ? ": " + some_names(speech_, names) : " (" + some_names(speech_, names) + ")";
            std::string sentence = students(caseload_.shown.undetermined[i]);
            sentence.append(": ").append(what).append(behind);
            made.together.push_back({what, together.students, std::move(sentence)});
            // What is urgent, and what is wrong with the data: together per what it says, too.
            std::vector<SaidOf> by_words;
            for (const std::size_t index : together.students) {
                const CaseloadStudent& student = caseload_.students[index];
                for (const auto& one : student.report.undetermined) {
                    if (!one.urgent) continue;
                    const std::string words = undetermined_words(one, speech_.language);
                    add_student(by_words, words, words, student);
                }
                for (const explain::ShownValue& problem : student.shown.data_problems) {
                    add_student(by_words, problem.text(), speech_.of(student.report, problem), student);
                }
            }
            add_all(made, std::move(by_words));
        }
        for (const std::string& words : elsewhere) made.together.push_back({words, {}, words});
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
        std::string plain_words;  // without nodes: those of each are others
        CaseloadTogether together;
    };
    void add_student(std::vector<SaidOf>& all, const std::string& plain_words, const std::string& words,
                     const CaseloadStudent& student) const {
        auto place = std::ranges::find(all, plain_words, &SaidOf::plain_words);
        if (place == all.end()) place = all.insert(all.end(), {plain_words, {words, {}, {}}});
        std::vector<std::size_t>& students = place->together.students;
        const std::size_t index = index_of(student);
        if (students.empty() || students.back() != index) students.push_back(index);
    }
    void add_all(CaseloadSection& made, std::vector<SaidOf> all) const {
        for (SaidOf& one : all) {
            std::vector<std::string> names;
            for (const std::size_t index : one.together.students) {
                names.push_back(short_name(speech_, caseload_.students[index]));
            }
            one.together.sentence = some_names(speech_, names) + ": " + one.together.words;
            made.together.push_back(std::move(one.together));
        }
    }

    // Per what and why: who. Also of students who have other advice.
    void not_needed() {
        std::vector<SaidOf> by_words;
        CaseloadSpeech unmarked = speech_;
        unmarked.marks_nodes = false;
        for (const CaseloadStudent& student : caseload_.students) {
            for (std::size_t i = 0; i < student.report.suppressed.size(); ++i) {
                add_student(by_words, suppressed_words(unmarked, student, i), suppressed_words(speech_, student, i),
                            student);
            }
            for (std::size_t i = 0; i < student.report.not_needed.size(); ++i) {
                add_student(by_words, not_needed_words(unmarked, student, i), not_needed_words(speech_, student, i),
                            student);
            }
        }
        if (by_words.empty()) return;
        std::ranges::stable_sort(by_words, [](const SaidOf& left, const SaidOf& right) {
            return left.together.students.size() > right.together.students.size();
        });
        add_all(section(CaseloadGroup::not_needed, "Niet nodig nu", "Not needed now"), std::move(by_words));
    }

    // Advice of the run before that is not given any more: per what and why, who.
    void lapsed() {
        std::vector<SaidOf> by_words;
        const CaseloadStudent* any = nullptr;
        CaseloadSpeech unmarked = speech_;
        unmarked.marks_nodes = false;
        for (const CaseloadStudent& student : caseload_.students) {
            for (std::size_t i = 0; i < student.report.lapsed.size(); ++i) {
                any = &student;
                add_student(by_words, lapsed_words(unmarked, student, i), lapsed_words(speech_, student, i), student);
            }
        }
        if (any == nullptr) return;
        const std::string title = say("Vervallen sinds ", "Lapsed since ") + any->shown.compared_with.text();
        CaseloadSection& made = section(CaseloadGroup::nothing, title.c_str(), title.c_str());
        made.lapsed_since = speech_.of(any->report, any->shown.compared_with);
        add_all(made, std::move(by_words));
    }

    void more_room() {
        const auto members = in(CaseloadGroup::more_room);
        std::vector<std::string> elsewhere;
        for (const CaseloadStudent& student : caseload_.students) {
            if (student.group != CaseloadGroup::more_room && student.opportunity) {
                elsewhere.push_back(short_name(speech_, student));
            }
        }
        if (members.empty() && elsewhere.empty()) return;
        CaseloadSection& made = section(CaseloadGroup::more_room, "Meer ruimte", "Room for more");
        for (const CaseloadStudent* student : members) {
            CaseloadEntry& entry = add_entry(made, *student);
            if (student->strength) entry.strength = strength_words(speech_, *student);
            entry.lines.push_back({{}, {}, signal_with_value(speech_, *student, *student->opportunity), {}});
            add_explanation(entry.lines.back(), student->report, student->report.opportunities, *student->opportunity);
            entry.brief_lines = entry.lines.size();
            add_further(entry, *student, 0);
        }
        if (!elsewhere.empty()) {
            const std::string words = say("Ook in een ander deel van deze lijst: ", "Also elsewhere in this list: ") +
                                      some_names(speech_, elsewhere);
            made.together.push_back({words, {}, words});
        }
    }

    // ---- numbers ----------------------------------------------------------------------------------------------------

    void counts() {
        std::string text = students(caseload_.shown.students) + ": " + speech_.of(caseload_.shown.advised) +
                           say(" met advies", " with advice");
        const auto add = [&](CaseloadGroup group, const char* nl, const char* en) {
            if (caseload_.count(group) > 0) {
                text += ", " + speech_.of(caseload_.shown_count(group)) + " " + say(nl, en);
            }
        };
        add(CaseloadGroup::plan_only, "met een aanpak zonder stap nu", "with a plan and no step now");
        add(CaseloadGroup::signal_only, "met een signaal zonder advies", "with a signal and no advice");
        add(CaseloadGroup::undetermined, "niet te beoordelen", "not to be judged");
        add(CaseloadGroup::not_needed, "niet nodig nu", "not needed now");
        add(CaseloadGroup::more_room, "met meer ruimte", "with room for more");
        text += ", " + speech_.of(caseload_.shown_count(CaseloadGroup::nothing)) +
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
