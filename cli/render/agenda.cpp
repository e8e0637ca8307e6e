#include "cli/render/agenda.h"

#include <algorithm>
#include <vector>

#include "cli/render/lines.h"
#include "cli/render/words.h"
#include "engine/explain/format_value.h"

namespace wegwijzer::cli {
namespace {

using explain::Agenda;
using explain::AgendaCarrier;
using explain::AgendaCarrierWeek;
using explain::AgendaItem;
using explain::AgendaState;

class AgendaPage {
  public:
    AgendaPage(const model::RuleSet& rules, const Agenda& agenda, const AgendaFrame& frame)
        : rules_(rules),
          agenda_(agenda),
          frame_(frame),
          lines_(frame.width, frame.colour, frame.plain ? std::optional(frame.language) : std::nullopt) {}

    std::string render() {
        lines_.heading(header());
        add_closed_weeks();
        add_crisis_route();
        for (const AgendaCarrier& carrier : agenda_.carriers) add(carrier);
        lines_.empty();
        lines_.paragraph("", totals());
        const std::string about = about_places();
        if (!about.empty()) lines_.paragraph("", about);
        lines_.paragraph("", words("Adviezen zijn voorstellen; u beslist.", "Advice is a proposal; you decide."));
        return lines_.take();
    }

  private:
    [[nodiscard]] const char* words(const char* nl, const char* en) const { return say(frame_.language, nl, en); }
    // "1 week", "2 weken"
    [[nodiscard]] std::string counted(std::size_t count, const char* nl_one, const char* nl_many, const char* en_one,
                                      const char* en_many) const {
        return std::to_string(count) + " " + (count == 1 ? words(nl_one, en_one) : words(nl_many, en_many));
    }
    [[nodiscard]] std::string students(std::size_t count) const {
        return counted(count, "student", "studenten", "student", "students");
    }
    [[nodiscard]] std::string advices(std::size_t count) const {
        return counted(count, "advies", "adviezen", "advice", "pieces of advice");
    }
    [[nodiscard]] std::string day(Date date) const { return day_words(date, agenda_.reference_date, frame_.language); }
    [[nodiscard]] std::string week_words(const agenda::Week& week) const {
        return explain::format_date_near(week.monday, agenda_.reference_date, frame_.language);
    }

    // "Planning vanaf maandag 2 november 2026 · M. de Vries · 4 weken · 40 studenten"
    [[nodiscard]] std::string header() const {
        std::string text = words("Planning vanaf ", "Agenda from ");
        text += explain::format_weekday(agenda_.reference_date, frame_.language) + " " +
                explain::format_date(agenda_.reference_date, frame_.language);
        if (frame_.mentor) text += " · " + *frame_.mentor;
        text += " · " + counted(agenda_.weeks.size(), "week", "weken", "week", "weeks") + " · " +
                students(agenda_.students);
        if (!frame_.where.empty()) text += words(" · alleen waar ", " · only where ") + frame_.where;
        return text;
    }

    void add_closed_weeks() {
        std::vector<std::string> closed;
        for (const agenda::Week& week : agenda_.weeks) {
            if (!week.is_open) closed.push_back(week_words(week));
        }
        if (closed.empty()) return;
        lines_.paragraph("", words("Zonder werkdag, en dus zonder plaatsen: de week van ",
                                   "Without a working day, and so without places: the week of ") +
                                 listed(closed, frame_.language) + ".");
    }

    void add_crisis_route() {
        const bool is_urgent = std::ranges::any_of(agenda_.carriers, [](const AgendaCarrier& carrier) {
            return std::ranges::any_of(carrier.items, [](const AgendaItem& item) { return item.report.advice.urgent; });
        });
        const std::string route = is_urgent ? crisis_route(rules_) : std::string();
        if (!route.empty()) lines_.strong("", words("Bij spoed: ", "When urgent: ") + route);
    }

    void add(const AgendaCarrier& carrier) {
        lines_.empty();
        lines_.heading(title_of(carrier));
        for (std::size_t week = 0; week < agenda_.weeks.size(); ++week) {
            const std::vector<const AgendaItem*> items =
                those(carrier, [week](const AgendaItem& item) { return item.placement.week == week; });
            if (items.empty()) continue;
            lines_.strong(" ", week_heading(agenda_.weeks[week], carrier.weeks[week]));
            for (const AgendaItem* item : items) lines_.paragraph("  - ", words_of(carrier, *item));
        }
        add_rest(carrier, AgendaState::waiting, words("Wacht op een plaats: ", "Waiting for a place: "));
        add_rest(carrier, AgendaState::later, words("Na deze weken: ", "After these weeks: "));
    }

    void add_rest(const AgendaCarrier& carrier, AgendaState state, const std::string& heading) {
        const std::vector<const AgendaItem*> items =
            those(carrier, [state](const AgendaItem& item) { return item.state == state; });
        if (items.empty()) return;
        lines_.strong(" ", heading + std::to_string(items.size()));
        for (const AgendaItem* item : items) {
            std::string text = words_of(carrier, *item);
            // What is in progress says since when already.
            if (state == AgendaState::waiting && !item->report.advice.in_progress_since) {
                text += words("; wacht sinds ", "; waiting since ") + day(item->since);
            }
            lines_.paragraph("  - ", text);
        }
    }

    template <class Condition>
    [[nodiscard]] static std::vector<const AgendaItem*> those(const AgendaCarrier& carrier, Condition is_meant) {
        std::vector<const AgendaItem*> result;
        for (const AgendaItem& item : carrier.items) {
            if (is_meant(item)) result.push_back(&item);
        }
        return result;
    }

    // "Studieloopbaanbegeleider M. de Vries", "Studentdecaan, samen", "Docent, aantal plaatsen niet bekend"
    [[nodiscard]] std::string title_of(const AgendaCarrier& carrier) const {
        const model::Role& role = rules_.role(carrier.role);
        std::string text = explain::title_of(role);
        if (carrier.person) text += " " + *carrier.person;
        if (!carrier.knows_places()) {
            return text + words(" · aantal plaatsen niet bekend", " · number of places not known");
        }
        if (!carrier.person && !role.person.is_none()) text += words(" · samen", " · together");
        if (carrier.is_shared) text += words(" · ook voor anderen (*)", " · for others too (*)");
        return text;
    }

    // "Week van 2 november: 6 van 6 plaatsen (voorbehouden: 1 van 2), en 1 daarbovenop"
    [[nodiscard]] std::string week_heading(const agenda::Week& week, const AgendaCarrierWeek& of_carrier) const {
        std::string text = words("Week van ", "Week of ") + week_words(week) + ": ";
        if (!of_carrier.places) return text + std::to_string(of_carrier.taken);
        text += std::to_string(of_carrier.taken - of_carrier.on_top) + words(" van ", " of ") +
                counted(static_cast<std::size_t>(of_carrier.places->per_week), "plaats", "plaatsen", "place", "places");
        if (of_carrier.places->reserved > 0) {
            text += words(" (voorbehouden: ", " (reserved: ") + std::to_string(of_carrier.reserved_taken) +
                    words(" van ", " of ") + std::to_string(of_carrier.places->reserved) + ")";
        }
        if (of_carrier.on_top > 0) {
            text += words(", en ", ", and ") + std::to_string(of_carrier.on_top) +
                    words(" daarbovenop", " on top of those");
        }
        return text;
    }

    // "Pien de Wit (500101): Gesprek met de SLB'er, uiterlijk vr 20 nov"
    [[nodiscard]] std::string words_of(const AgendaCarrier& carrier, const AgendaItem& item) const {
        const advise::Recommendation& advice = item.report.advice;
        std::string text = item.name ? *item.name + " (" + item.student + ")" : item.student;
        text += ": ";
        if (advice.urgent) text += words("SPOED: ", "URGENT: ");
        text += explain::title_of(rules_.intervention(advice.intervention));
        if (!carrier.person && item.report.person) text += words(", door ", ", by ") + *item.report.person;
        if (advice.not_before && *advice.not_before > agenda_.reference_date) {
            text += words(", vanaf ", ", from ") + day(*advice.not_before);
        }
        if (advice.due) {
            text += words(", uiterlijk ", ", by ") + day(*advice.due);
            if (*advice.due < agenda_.reference_date) {
                text += words(" (al voorbij)", " (already past)");
            } else if (item.is_late) {
                text += words(" (te laat)", " (too late)");
            }
        }
        if (item.is_appointment) {
            text += words("; afspraak op ", "; appointment on ") + day(*item.report.appointment);
        } else if (item.report.appointment) {
            text += words("; was gepland op ", "; was planned for ") + day(*item.report.appointment);
        }
        if (advice.in_progress_since) {
            text += words("; loopt sinds ", "; in progress since ") + day(*advice.in_progress_since);
        }
        if (advice.consent == advise::Consent::ask) {
            text += words("; vraag eerst of de student dit wil", "; ask first whether the student wants this");
        } else if (advice.consent == advise::Consent::given) {
            text += words("; de student vindt dit goed", "; the student agrees");
        }
        if (item.report.refusal) {
            text += words("; let op: ", "; note: ") + item.report.refusal->in(frame_.language);
        }
        if (item.placement.place == agenda::Place::on_top)
            text += words("; bovenop de plaatsen", "; on top of the places");
        return text;
    }

    // "23 adviezen voor 20 van 31 studenten: 19 in een week (2 na de termijn), 3 wachten op een plaats, 1 na deze weken."
    [[nodiscard]] std::string totals() const {
        const std::size_t placed = agenda_.count(AgendaState::placed);
        const std::size_t waiting = agenda_.count(AgendaState::waiting);
        const std::size_t later = agenda_.count(AgendaState::later);
        const std::size_t late = agenda_.count_late();
        std::string text = advices(placed + waiting + later) + words(" voor ", " for ") +
                           std::to_string(agenda_.advised) + words(" van ", " of ") + students(agenda_.students) + ": ";
        text += std::to_string(placed) + words(" in een week", " in a week");
        if (late > 0) text += " (" + std::to_string(late) + words(" na de termijn", " behind the deadline") + ")";
        text += ", " + std::to_string(waiting) + words(" zonder plaats", " without a place");
        return text + ", " + std::to_string(later) + words(" na deze weken.", " after these weeks.");
    }

    [[nodiscard]] std::string about_places() const {
        const auto any = [&](auto is_meant) { return std::ranges::any_of(agenda_.carriers, is_meant); };
        std::string text;
        if (any([](const AgendaCarrier& carrier) { return carrier.is_shared; })) {
            text = words(
                "(*) Alleen de studenten van deze lijst tellen mee; anderen kunnen dezelfde plaatsen nodig hebben.",
                "(*) Only the students of this list count; others may need the same places.");
        }
        if (any([](const AgendaCarrier& carrier) { return !carrier.knows_places(); })) {
            text += text.empty() ? "" : " ";
            text += words(
                "Zonder bekend aantal plaatsen staat alles zo vroeg als het mag; geef het met --capaciteit.",
                "Where the number of places is not known, all stands as early as it may; give it with --capacity.");
        }
        return text;
    }

    const model::RuleSet& rules_;
    const Agenda& agenda_;
    const AgendaFrame& frame_;
    Lines lines_;
};

}  // namespace

std::string render_agenda(const model::RuleSet& rules, const explain::Visible<Agenda>& agenda,
                          const AgendaFrame& frame) {
    return AgendaPage(rules, *agenda, frame).render();
}

}  // namespace wegwijzer::cli
