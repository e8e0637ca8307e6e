#include "cli/render/html/caseload_page.h"

#include <algorithm>

#include "cli/render/html/filter.h"
#include "cli/render/words.h"
#include "engine/explain/format_value.h"
#include "engine/explain/names_in_words.h"
#include "engine/explain/texts.h"

namespace wegwijzer::cli::html {
namespace {

using explain::Caseload;
using explain::CaseloadGroup;
using explain::CaseloadSignal;
using explain::CaseloadStudent;

struct GroupWords {
    CaseloadGroup group;
    const char* name;
    const char* nl;
    const char* en;
    const char* many_nl;  // behind a number
    const char* many_en;
};
constexpr std::array group_words{
    GroupWords{CaseloadGroup::this_week, "this-week", "Deze week", "This week", "met advies voor deze week",
               "with advice for this week"},
    GroupWords{CaseloadGroup::later, "later", "Later", "Later", "met advies voor later", "with advice for later"},
    GroupWords{CaseloadGroup::plan_only, "plan", "Een aanpak, geen stap nu", "A plan, no step now",
               "met een aanpak zonder stap nu", "with a plan and no step now"},
    GroupWords{CaseloadGroup::signal_only, "signal", "Wel een signaal, geen advies", "A signal, no advice",
               "met een signaal zonder advies", "with a signal and no advice"},
    GroupWords{CaseloadGroup::undetermined, "undetermined", "Nog niet te beoordelen", "Can't be judged yet",
               "nog niet te beoordelen", "not to be judged yet"},
    GroupWords{CaseloadGroup::not_needed, "not-needed", "Niet nodig nu", "Not needed now",
               "met advies dat nu niet nodig is", "with advice that is not needed now"},
    GroupWords{CaseloadGroup::more_room, "more-room", "Meer ruimte", "Room for more", "met meer ruimte",
               "with room for more"},
    GroupWords{CaseloadGroup::nothing, "nothing", "Zonder bijzonderheden", "Without particulars",
               "zonder bijzonderheden", "without particulars"},
};

class CaseloadPage {
  public:
    CaseloadPage(const explain::Redactor& redactor, const Caseload& caseload, const CaseloadPageFrame& frame)
        : rules_(redactor.rules()), caseload_(caseload), frame_(frame), voice_{frame.language, redactor.language()} {}

    std::string render() {
        PageFrame around;
        around.language = frame_.language;
        const std::string day = explain::format_weekday(caseload_.reference_date, frame_.language) + " " +
                                explain::format_date(caseload_.reference_date, frame_.language);
        around.title =
            frame_.mentor ? say("Studenten van ", "Students of ") + *frame_.mentor : say("Studenten", "Students");
        around.subtitle = [&](Markup& out) {
            out.text(day + " · " + students_words(caseload_.students.size()));
            if (!frame_.where.empty()) out.text(say(" · waarvoor geldt: ", " · for whom holds: ") + frame_.where);
        };
        around.script = filter_script;
        around.footer =
            say("Adviezen zijn voorstellen; u beslist. Dit bestand bevat gegevens van studenten: bewaar het zoals u "
                "een dossier "
                "bewaart, en niet langer dan nodig.",
                "Advice is a proposal; you decide. This file holds data of students: keep it as you keep a file on a "
                "student, "
                "and no longer than needed.");
        return page(around, [this](Markup& out) {
            top(out);
            for (const GroupWords& words : group_words) group(out, words);
        });
    }

  private:
    [[nodiscard]] std::string say(const char* nl, const char* en) const { return voice_.say(nl, en); }
    [[nodiscard]] std::string students_words(std::size_t number) const {
        return std::to_string(number) + (number == 1 ? say(" student", " student") : say(" studenten", " students"));
    }
    void authored(Markup& out, const char* tag, const std::string& text) const {
        out.element(tag, text, {{"lang", voice_.author_lang()}});
    }

    // How many there are of each, so that nobody is missed; how far the data go; the filter.
    void top(Markup& out) const {
        std::vector<FilterGroup> groups;
        out.open("ul");
        for (const GroupWords& words : group_words) {
            const std::size_t count = caseload_.count(words.group);
            if (count == 0) continue;
            groups.push_back({words.name, say(words.nl, words.en)});
            const std::string place = std::string("#") + words.name;
            out.open("li").open("a", {{"href", place}});
            out.text(students_words(count) + " " + say(words.many_nl, words.many_en)).close().close();
        }
        out.close();
        for (const auto& [series, day] : caseload_.complete_to) {
            const Series& declared = rules_.schema->series_of(series);
            const Localized said = explain::texts::complete_to(declared, day, caseload_.reference_date);
            out.element("p", said.in(frame_.language), {{"class", "quiet"}});
        }
        write_filter(out, voice_, groups);
    }

    void group(Markup& out, const GroupWords& words) const {
        if (caseload_.count(words.group) == 0) return;
        const std::string heading = std::string("group-") + words.name;
        out.open("section", {{"data-group", words.name}, {"id", words.name}, {"aria-labelledby", heading}});
        out.element("h2", say(words.nl, words.en), {{"id", heading}});
        if (words.group == CaseloadGroup::undetermined) {
            undetermined(out);
        } else if (words.group == CaseloadGroup::nothing) {
            out.open("ul");
            for (std::size_t i = 0; i < caseload_.students.size(); ++i) {
                if (caseload_.students[i].group == words.group) listed_student(out, i);
            }
            out.close();
        } else {
            table(out, words);
        }
        out.close();
    }

    // A student's name, with a link where there is a page.
    void name(Markup& out, std::size_t index) const {
        const explain::StudentReport& report = caseload_.students[index].report;
        const std::string& file = index < frame_.files.size() ? frame_.files[index] : none_;
        out.open("span", {{"class", "who"}});
        if (!file.empty()) out.open("a", {{"href", file}});
        out.element("bdi", name_or_key(report));
        if (!file.empty()) out.close();
        if (report.name) out.text(" ").element("span", report.key, {{"class", "quiet"}});
        out.close();
    }

    void listed_student(Markup& out, std::size_t index) const {
        const CaseloadStudent& student = caseload_.students[index];
        out.open("li", {{"data-who", "yes"}});
        name(out, index);
        if (student.strength) {
            out.text(" + ");
            signal(out, *student.strength);
        }
        for (const auto& one : student.report.undetermined) {
            if (one.urgent) out.element("p", undetermined_words(one, frame_.language), {{"class", "urgent"}});
        }
        out.close();
    }

    void undetermined(Markup& out) const {
        for (const explain::MissingTogether& together : caseload_.undetermined) {
            std::vector<std::string> missing;
            for (const model::Missing& one : together.missing) {
                missing.push_back(explain::name_of(*rules_.schema, one));
            }
            out.open("div", {{"class", "part"}});
            out.element("h3", missing.empty() ? say("Een waarde is niet te bepalen", "A value can't be determined")
                                              : say("Er ontbreekt: ", "Missing: ") +
                                                    explain::missing_in_words(missing, frame_.language));
            out.open("ul");
            for (const std::size_t student : together.students) listed_student(out, student);
            out.close();
            out.close();
        }
    }

    void table(Markup& out, const GroupWords& words) const {
        const bool has_urgent = std::ranges::any_of(caseload_.students, [&](const CaseloadStudent& student) {
            return student.group == words.group &&
                   std::ranges::any_of(student.report.recommendations,
                                       [](const auto& one) { return one.advice.urgent; });
        });
        if (const std::string route = crisis_route(rules_); has_urgent && !route.empty()) {
            out.open("p", {{"class", "urgent"}}).text(say("Bij spoed: ", "When urgent: "));
            authored(out, "span", route);
            out.close();
        }
        // At a narrow width the rows become cards; the roles keep it a table for a screen reader.
        out.open("table", {{"class", "cards"}, {"role", "table"}});
        out.element("caption", students_words(caseload_.count(words.group)) + ", " +
                                   say("in de volgorde van het beleid", "in the order of the policy"));
        out.open("thead", {{"role", "rowgroup"}}).open("tr", {{"role", "row"}});
        for (const char* title :
             {voice_.say("Student", "Student"), voice_.say("Eerste stap", "First step"), voice_.say("Uiterlijk", "By"),
              voice_.say("Waarom", "Why"), voice_.say("Gaat goed", "Goes well")}) {
            out.element("th", title, {{"scope", "col"}, {"role", "columnheader"}});
        }
        out.close().close();
        out.open("tbody", {{"role", "rowgroup"}});
        for (std::size_t i = 0; i < caseload_.students.size(); ++i) {
            if (caseload_.students[i].group == words.group) row(out, i);
        }
        out.close();
        out.close();
    }

    void row(Markup& out, std::size_t index) const {
        const CaseloadStudent& student = caseload_.students[index];
        out.open("tr", {{"role", "row"}, {"data-who", "yes"}});
        out.open("th", {{"scope", "row"}, {"role", "rowheader"}});
        name(out, index);
        out.close();
        out.open("td", {{"role", "cell"}});
        first_step(out, student);
        out.close();
        out.open("td", {{"role", "cell"}, {"class", "due"}});
        due(out, student);
        out.close();
        out.open("td", {{"role", "cell"}});
        reason(out, student);
        out.close();
        out.open("td", {{"role", "cell"}});
        for (const auto* one : {&student.strength, &student.opportunity}) {
            if (!*one) continue;
            out.open("p").text("+ ");
            signal(out, **one);
            out.close();
        }
        out.close();
        out.close();
    }

    void first_step(Markup& out, const CaseloadStudent& student) const {
        const explain::StudentReport& report = student.report;
        if (report.recommendations.empty()) {
            for (const auto& plan : report.plans) out.element("p", plan_words(rules_, plan, frame_.language));
            for (const auto& one : report.suppressed) {
                out.element("p", suppressed_words(rules_, one, frame_.language));
            }
            for (const auto& one : report.not_needed) {
                out.element("p", not_needed_words(rules_, one, frame_.language));
            }
            return;
        }
        const explain::RecommendationReport& first = report.recommendations.front();
        out.open("p");
        if (first.advice.urgent) out.element("strong", say("SPOED: ", "URGENT: "), {{"class", "urgent"}});
        out.open("strong");
        authored(out, "span", explain::title_of(rules_.intervention(first.advice.intervention)));
        out.close();
        out.text(", " + say("door ", "by "));
        authored(out, "span", explain::title_of(rules_.role(first.advice.by)));
        if (first.person) out.text(" ").element("bdi", *first.person);
        out.close();
        if (first.advice.consent == advise::Consent::ask) {
            out.element("p", say("vraag eerst of de student dit wil", "ask first whether the student wants this"));
        }
        if (first.advice.in_progress_since) {
            out.element("p", say("loopt sinds ", "in progress since ") + short_day(*first.advice.in_progress_since));
        }
        for (const auto& one : report.undetermined) {
            if (one.urgent) out.element("p", undetermined_words(one, frame_.language), {{"class", "urgent"}});
        }
        const std::size_t more = report.recommendations.size() - 1;
        if (more > 0) {
            out.element("p",
                        say("en nog ", "and ") + std::to_string(more) +
                            (more == 1 ? say(" advies", " more advice") : say(" adviezen", " more pieces of advice")),
                        {{"class", "quiet"}});
        }
    }

    void due(Markup& out, const CaseloadStudent& student) const {
        if (student.report.recommendations.empty()) return;
        const advise::Recommendation& first = student.report.recommendations.front().advice;
        if (first.not_before && *first.not_before > caseload_.reference_date) {
            out.element("p", say("vanaf ", "from ") + short_day(*first.not_before));
        }
        if (!first.due) {
            out.element("p", say("geen termijn", "no deadline"), {{"class", "quiet"}});
            return;
        }
        out.element("p", short_day(*first.due));
        if (*first.due < caseload_.reference_date)
            out.element("p", say("al voorbij", "already past"), {{"class", "urgent"}});
    }

    void reason(Markup& out, const CaseloadStudent& student) const {
        if (student.reasons.empty()) {
            if (student.strongest) signal(out, *student.strongest);
            return;
        }
        const explain::AdviceReason& first = student.reasons.front();
        if (first.strongest) {
            out.open("p");
            signal(out, *first.strongest);
            out.close();
        }
        const std::string other = other_reason(rules_, student.report.recommendations.front(), frame_.language);
        if (!other.empty()) out.element("p", other);
    }

    void signal(Markup& out, const CaseloadSignal& one) const {
        authored(out, "span", explain::title_of(rules_.signal(one.signal)));
        std::string behind;
        const auto add = [&](const std::string& more) { behind += (behind.empty() ? "" : ", ") + more; };
        if (one.severity != model::Severity::none && rules_.signal(one.signal).kind == model::SignalKind::signal) {
            add(explain::format_severity(one.severity, frame_.language));
            if (one.possibly_higher) add(say("mogelijk hoger", "possibly higher"));
        }
        if (!one.decided.value.empty()) add(one.decided.value);
        if (!one.decided.threshold.empty()) add(say("grens ", "threshold ") + one.decided.threshold);
        if (!behind.empty()) out.text(" (" + behind + ")");
    }

    [[nodiscard]] std::string short_day(Date date) const {
        return day_words(date, caseload_.reference_date, frame_.language);
    }

    const model::RuleSet& rules_;
    const Caseload& caseload_;
    const CaseloadPageFrame& frame_;
    Voice voice_;
    std::string none_;
};

}  // namespace

std::string caseload_page(const explain::Redactor& redactor, const explain::Visible<Caseload>& caseload,
                          const CaseloadPageFrame& frame) {
    return CaseloadPage(redactor, *caseload, frame).render();
}

}  // namespace wegwijzer::cli::html
