#include "cli/render/html/caseload_page.h"

#include <algorithm>
#include <functional>

#include "cli/render/caseload_content.h"
#include "cli/render/html/filter.h"
#include "cli/render/html/shown.h"

namespace wegwijzer::cli::html {
namespace {

using explain::Caseload;
using explain::CaseloadGroup;
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

// What the caseload says (caseload_content.h), with links, a filter and everyone by name.
class CaseloadPage {
  public:
    CaseloadPage(const explain::Redactor& redactor, const explain::Visible<Caseload>& caseload,
                 const CaseloadPageFrame& frame)
        : caseload_(*caseload),
          frame_(frame),
          voice_{frame.language, redactor.language()},
          speech_{redactor.rules(), frame.language, false, caseload_.reference_date, frame.mentor, true, true},
          content_(content_of(speech_, caseload, frame.where)) {}

    std::string render() {
        PageFrame around;
        around.language = frame_.language;
        around.title =
            frame_.mentor ? say("Studenten van ", "Students of ") + *frame_.mentor : say("Studenten", "Students");
        around.subtitle = [&](Markup& out) {
            bool is_first = true;
            for (const std::string& part : content_.header) {
                if (frame_.mentor && part == *frame_.mentor) continue;
                words(out, (is_first ? "" : " · ") + part);
                is_first = false;
            }
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
            for (const GroupWords& group : group_words) {
                if (group.group == CaseloadGroup::more_room) lapsed(out);
                section(out, group);
            }
        });
    }

  private:
    [[nodiscard]] std::string say(const char* nl, const char* en) const { return voice_.say(nl, en); }
    void words(Markup& out, std::string_view text) const { write_marked(out, text, voice_.author_lang()); }
    void words(Markup& out, const char* tag, std::string_view text, const char* style = "") const {
        if (text.empty()) return;
        out.open(tag, {{"class", style}});
        words(out, text);
        out.close();
    }
    [[nodiscard]] std::string students_words(const explain::ShownValue& number) const {
        return speech_.of(number) +
               (number.text() == "1" ? say(" student", " student") : say(" studenten", " students"));
    }
    [[nodiscard]] const CaseloadSection* content_of_group(CaseloadGroup group) const {
        const auto found = std::ranges::find_if(content_.sections, [&](const CaseloadSection& section) {
            return section.group == group && section.lapsed_since.empty();
        });
        return found == content_.sections.end() ? nullptr : &*found;
    }

    // How many there are of each, so that nobody is missed; how far the data go; the filter.
    void top(Markup& out) const {
        std::vector<FilterGroup> groups;
        out.open("ul");
        for (const GroupWords& group : group_words) {
            if (caseload_.count(group.group) == 0) continue;
            groups.push_back({group.name, say(group.nl, group.en)});
            const std::string place = std::string("#") + group.name;
            out.open("li").open("a", {{"href", place}});
            words(out, students_words(caseload_.shown_count(group.group)) + " " + say(group.many_nl, group.many_en));
            out.close().close();
        }
        out.close();
        for (const std::string& part : content_.complete) words(out, "p", part, "quiet");
        write_filter(out, voice_, groups);
    }

    void section(Markup& out, const GroupWords& group) const {
        const CaseloadSection* said = content_of_group(group.group);
        const bool has_members = caseload_.count(group.group) > 0;
        if (said == nullptr && !has_members) return;
        const std::string heading = std::string("group-") + group.name;
        // Without anyone by name there is nothing in it to search.
        const bool names_anyone =
            has_members || std::ranges::any_of(said->together, [](const auto& one) { return !one.students.empty(); });
        out.open("section", {{"data-group", names_anyone ? group.name : ""},
                             {"data-rest", names_anyone ? "" : "yes"},
                             {"id", group.name},
                             {"aria-labelledby", heading}});
        out.element("h2", say(group.nl, group.en), {{"id", heading}});
        if (said == nullptr) {
            nothing(out);
        } else {
            for (const std::string& warning : said->warnings) words(out, "p", warning, "urgent");
            if (!said->entries.empty()) table(out, group, *said);
            std::vector<bool> is_listed(caseload_.students.size());
            for (const CaseloadTogether& one : said->together) together(out, group, one, is_listed);
        }
        out.close();
    }

    // What the run before advised and this one does not. Everyone in it is in a group as well.
    void lapsed(Markup& out) const {
        for (const CaseloadSection& said : content_.sections) {
            if (said.lapsed_since.empty()) continue;
            out.open("section", {{"data-group", "lapsed"}, {"id", "lapsed"}, {"aria-labelledby", "group-lapsed"}});
            out.open("h2", {{"id", "group-lapsed"}}).text(say("Vervallen sinds ", "Lapsed since "));
            words(out, said.lapsed_since);
            out.close();
            for (const CaseloadTogether& one : said.together) part(out, one, [](std::size_t) { return false; });
            out.close();
        }
    }

    // A student's name, with a link where there is a page.
    void name(Markup& out, std::size_t index) const {
        const CaseloadStudent& student = caseload_.students[index];
        const std::string& file = index < frame_.files.size() ? frame_.files[index] : none_;
        out.open("span", {{"class", "who"}});
        if (!file.empty()) out.open("a", {{"href", file}});
        words(out, "bdi", short_name(speech_, student));
        if (!file.empty()) out.close();
        if (!student.shown.name.empty()) {
            out.text(" ");
            words(out, "span", speech_.of(student.report, student.shown.key), "quiet");
        }
        out.close();
    }

    void nothing(Markup& out) const {
        out.open("ul");
        for (std::size_t i = 0; i < caseload_.students.size(); ++i) {
            if (caseload_.students[i].group != CaseloadGroup::nothing) continue;
            out.open("li", {{"data-who", "yes"}});
            name(out, i);
            if (caseload_.students[i].strength) words(out, " " + strength_words(speech_, caseload_.students[i]));
            out.close();
        }
        out.close();
    }

    // What holds for several: once, with who they are. Everyone of this group counts as listed once.
    void together(Markup& out, const GroupWords& group, const CaseloadTogether& one,
                  std::vector<bool>& is_listed) const {
        if (one.students.empty()) {
            out.open("p", {{"data-rest", "yes"}});
            words(out, one.words);
            out.close();
            return;
        }
        part(out, one, [&](std::size_t index) {
            const bool counts = caseload_.students[index].group == group.group && !is_listed[index];
            is_listed[index] = true;
            return counts;
        });
    }

    // `counts_here`: whether this is the place where the student is listed.
    void part(Markup& out, const CaseloadTogether& one, const std::function<bool(std::size_t)>& counts_here) const {
        out.open("div", {{"class", "part"}});
        std::string title = one.words;
        if (title.front() >= 'a' && title.front() <= 'z') title.front() = static_cast<char>(title.front() - 'a' + 'A');
        words(out, "h3", title);
        out.open("ul");
        for (const std::size_t index : one.students) {
            const bool counts = counts_here(index);
            out.open("li", {{"data-who", counts ? "yes" : ""}, {"data-also", counts ? "" : "yes"}});
            name(out, index);
            if (counts && caseload_.students[index].strength) {
                words(out, " " + strength_words(speech_, caseload_.students[index]));
            }
            out.close();
        }
        out.close();
        out.close();
    }

    void table(Markup& out, const GroupWords& group, const CaseloadSection& said) const {
        // At a narrow width the rows become cards; the roles keep it a table for a screen reader.
        out.open("table", {{"class", "cards"}, {"role", "table"}});
        const bool is_ordered = group.group == CaseloadGroup::this_week || group.group == CaseloadGroup::later;
        words(out, "caption",
              students_words(caseload_.shown_count(group.group)) +
                  (is_ordered ? say(", in de volgorde van het beleid", ", in the order of the policy") : ""));
        out.open("thead", {{"role", "rowgroup"}}).open("tr", {{"role", "row"}});
        for (const char* title :
             {voice_.say("Student", "Student"), voice_.say("Stap", "Step"), voice_.say("Wanneer", "When"),
              voice_.say("Waarom", "Why"), voice_.say("Gaat goed", "Goes well")}) {
            out.element("th", title, {{"scope", "col"}, {"role", "columnheader"}});
        }
        out.close().close();
        for (const CaseloadEntry& entry : said.entries) row_group(out, entry);
        out.close();
    }

    // A row per step.
    void row_group(Markup& out, const CaseloadEntry& entry) const {
        const CaseloadStudent& student = caseload_.students[entry.student];
        const std::string rows = std::to_string(entry.lines.size());
        out.open("tbody", {{"role", "rowgroup"}, {"data-who", "yes"}});
        for (std::size_t i = 0; i < entry.lines.size(); ++i) {
            const CaseloadLine& line = entry.lines[i];
            const bool is_last = i + 1 == entry.lines.size();
            out.open("tr", {{"role", "row"}});
            if (i == 0) {
                out.open("th", {{"scope", "rowgroup"}, {"rowspan", rows}, {"role", "rowheader"}});
                name(out, entry.student);
                out.close();
            }
            const bool is_urgent =
                i < student.report.recommendations.size() && student.report.recommendations[i].advice.urgent;
            out.open("td", {{"role", "cell"}});
            if (!line.step.empty()) {
                out.open("p");
                words(out, "strong", line.step, is_urgent ? "urgent" : "");
                out.close();
            }
            for (const std::string& more : line.below) words(out, "p", more, "quiet");
            if (is_last) {
                for (const std::string& more : entry.below) words(out, "p", more, "quiet");
                if (!entry.further.empty()) words(out, "p", entry.further, "quiet");
            }
            out.close();
            cell(out, line.when, "due");
            cell(out, line.reason);
            cell(out, i == 0 ? entry.strength : std::string());
            out.close();
        }
        out.close();
    }
    void cell(Markup& out, const std::string& text, const char* style = "") const {
        out.open("td", {{"role", "cell"}, {"class", style}});
        words(out, "p", text);
        out.close();
    }

    const Caseload& caseload_;
    const CaseloadPageFrame& frame_;
    Voice voice_;
    CaseloadSpeech speech_;
    CaseloadContent content_;
    std::string none_;
};

}  // namespace

std::string caseload_page(const explain::Redactor& redactor, const explain::Visible<Caseload>& caseload,
                          const CaseloadPageFrame& frame) {
    return CaseloadPage(redactor, caseload, frame).render();
}

}  // namespace wegwijzer::cli::html
