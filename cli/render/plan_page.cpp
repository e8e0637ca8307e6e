#include "cli/render/plan_page.h"

#include <algorithm>

#include "cli/render/condition_text.h"
#include "cli/render/lines.h"
#include "cli/render/plan_step_words.h"
#include "cli/render/words.h"
#include "engine/explain/format_value.h"
#include "engine/explain/names_in_words.h"

namespace wegwijzer::cli {
namespace {

using explain::PlanTold;

constexpr std::size_t most_reviews = 4;  // the latest; how many there were before is said

class PlanPageText {
  public:
    PlanPageText(const explain::Redactor& redactor, const explain::PlanPage& page, const PlanFrame& frame)
        : rules_(redactor.rules()),
          page_(page),
          text_(frame.language, frame.marks_nodes),
          lines_(frame.width, frame.colour, frame.plain ? std::optional(frame.language) : std::nullopt),
          conditions_(redactor, text_, marks_, lines_, true),
          words_(rules_, text_, frame.is_student) {}

    std::string render() {
        header();
        if (page_.plans.empty()) {
            lines_.empty();
            lines_.paragraph("", say("Er is nu geen aanpak: geen beleid dat geldt, adviseert er een.",
                                     "There is no plan now: no policy that applies advises one."));
        }
        for (std::size_t i = 0; i < page_.plans.size(); ++i) plan(page_.plans[i], page_.goals[i]);
        handovers();
        return lines_.take();
    }

  private:
    [[nodiscard]] std::string say(const char* nl, const char* en) const { return text_.say(nl, en); }
    [[nodiscard]] Language language() const { return text_.language(); }

    void header() {
        const std::string key = text_.of(page_.header.key);
        const std::string who = page_.header.name.empty() ? key : text_.of(page_.header.name) + " (" + key + ")";
        lines_.heading(who + " · " + text_.of(page_.header.reference_date));
    }

    void plan(const PlanTold& told, const std::optional<explain::ConditionLine>& goal) {
        const model::Plan& declared = rules_.plan(told.plan);
        lines_.empty();
        lines_.heading(say("AANPAK: ", "PLAN: ") + explain::title_of(declared));
        lines_.paragraph(" ", where_it_stands(told));
        because(told);
        if (!told.are_followups_known) {
            lines_.paragraph(" ", say("Wat er is gedaan, is niet bekend: er zijn geen opvolgingen bij de gegevens.",
                                      "What was done is not known: there are no followups in the data."));
        }
        if (goal) conditions_.add(*goal, 1, say("doel: ", "goal: "));
        lines_.empty();
        for (const explain::StepTold& one : told.steps) step(told, one);
        more(say("Ook vastgelegd, maar geen stap vraagt erom:", "Also recorded, but no step asks for it:"),
             told.beyond);
        more(say("Telt niet mee, want van vóór het begin of zonder dag:",
                 "Does not count, as it was before the start or has no day:"),
             told.not_counted);
        reviews(told, declared);
        evaluation(told);
        conditions_.add_sources(declared.sources, 1);
    }

    [[nodiscard]] std::string where_it_stands(const PlanTold& told) const {
        std::string words;
        if (told.current_step) {
            words = say("Stap ", "Step ") + text_.of(told.current_number) + say(" van ", " of ") +
                    text_.of(told.step_count);
        } else {
            words = std::ranges::any_of(told.steps, is_not_needed)
                        ? say("Geen stap meer", "No step left")
                        : say("Alle stappen zijn gedaan", "All steps are done");
        }
        return words + (told.started ? say(", begonnen op ", ", begun on ") + text_.of(told.started_day)
                                     : say(", nog niet begonnen: de dagen tellen vanaf vandaag",
                                           ", not begun yet: its days count from today"));
    }
    [[nodiscard]] static bool is_not_needed(const explain::StepTold& one) {
        return one.standing == explain::StepStanding::not_needed;
    }

    void because(const PlanTold& told) {
        std::vector<std::string> titles;
        for (const model::PolicyId policy : told.policies) titles.push_back(explain::title_of(rules_.policy(policy)));
        if (told.has_restricted_policy) {
            titles.push_back(say("een reden die alleen voor de tweede lijn is", "a reason for the second line only"));
        }
        lines_.paragraph(" ", say("Omdat: ", "Because: ") + listed(titles, language()));
    }

    void step(const PlanTold& told, const explain::StepTold& one) {
        lines_.strong(" " + text_.of(one.number) + ". ", words_.title(one));
        lines_.paragraph("    ", words_.standing(told, one, page_.reference_date));
        for (const std::string& line : words_.conditions(one)) lines_.paragraph("    ", line);
        for (const explain::EntryTold& entry : one.entries) lines_.paragraph("    - ", words_.entry(entry));
        if (!one.handover || (is_not_needed(one) && is_untouched(*one.handover))) return;
        lines_.paragraph("    ", say("warme overdracht:", "warm hand-over:"));
        handover(*one.handover, "      ");
    }

    [[nodiscard]] static bool is_untouched(const explain::HandoverTold& told) {
        const auto is_open = [](explain::TaskStanding standing) { return standing == explain::TaskStanding::open; };
        return is_open(told.introduction) && !told.is_confirmed && (!told.reception || is_open(*told.reception));
    }

    void handover(const explain::HandoverTold& told, const std::string& indent) {
        lines_.paragraph(indent + "a. ", words_.introduction(told));
        lines_.paragraph(indent + "b. ", words_.reception(told));
        lines_.paragraph(indent, words_.confirmation(told));
    }

    void handovers() {
        if (page_.handovers.empty()) return;
        lines_.empty();
        lines_.heading(page_.plans.empty()
                           ? say("WARME OVERDRACHT", "WARM HAND-OVER")
                           : say("WARME OVERDRACHT, BUITEN DE AANPAK", "WARM HAND-OVER, BESIDE THE PLAN"));
        for (const explain::HandoverTold& one : page_.handovers) {
            lines_.strong(" ", explain::title_of(rules_.intervention(one.intervention)));
            handover(one, "   ");
        }
    }

    void more(const std::string& title, const std::vector<explain::EntryTold>& entries) {
        if (entries.empty()) return;
        lines_.paragraph(" ", title);
        for (const explain::EntryTold& entry : entries) {
            std::string words = explain::title_of(rules_.intervention(entry.intervention)) + ", " + words_.entry(entry);
            lines_.paragraph("    - ", words);
        }
    }

    void reviews(const PlanTold& told, const model::Plan& declared) {
        if (!declared.review_every) return;
        lines_.empty();
        lines_.strong(" ", say("Bespreken, elke ", "Review, every ") +
                               explain::format_length(*declared.review_every, language()));
        const std::size_t first = told.reviews.size() > most_reviews ? told.reviews.size() - most_reviews : 0;
        if (first > 0) {
            lines_.paragraph("   ", std::to_string(first) + (first == 1 ? say(" eerdere dag", " earlier day")
                                                                        : say(" eerdere dagen", " earlier days")));
        }
        for (std::size_t i = first; i < told.reviews.size(); ++i) {
            const explain::ReviewTold& one = told.reviews[i];
            const std::string since =
                i == 0 ? say("sinds het begin ", "since the start ") : say("sinds de vorige ", "since the one before ");
            lines_.paragraph("   ", text_.of(one.day) + ": " + since + recorded(told, one.entries));
        }
        const bool is_today = !told.reviews.empty() && told.reviews.back().date == page_.reference_date;
        if (told.started && !is_today) {
            lines_.paragraph("   ",
                             (told.reviews.empty() ? say("tot nu toe ", "up to now ") : say("daarna ", "after that ")) +
                                 recorded(told, told.since_review));
        }
        if (told.next_review) {
            lines_.paragraph("   ", say("de volgende: ", "the next one: ") + text_.of(told.next_review_day));
        } else {
            lines_.paragraph("   ", say("er volgt er geen meer", "there is none to come"));
        }
    }
    [[nodiscard]] std::string recorded(const PlanTold& told, const std::vector<explain::EntryTold>& entries) const {
        if (entries.empty()) {
            return told.withholds_entries
                       ? say("niets vastgelegd wat u mag lezen", "nothing recorded that you may read")
                       : say("niets vastgelegd", "nothing recorded");
        }
        std::vector<std::string> parts;
        for (const explain::EntryTold& entry : entries) parts.push_back(words_.entry_in_brief(entry));
        return say("vastgelegd: ", "recorded: ") + listed(parts, language());
    }

    void evaluation(const PlanTold& told) {
        lines_.empty();
        std::string title = say("Evalueren", "Evaluation");
        if (told.evaluate_on) title += say(", op ", ", on ") + text_.of(told.evaluate_day);
        if (told.is_evaluation_due) title += say(": die dag is er", ": that day has come");
        lines_.strong(" ", title);
        lines_.paragraph("   ", goal_words(told));
    }
    [[nodiscard]] std::string goal_words(const PlanTold& told) const {
        if (!told.has_goal) {
            return say("deze aanpak heeft geen doel: hij is klaar als alle stappen zijn gedaan",
                       "this plan has no goal: it is over when all steps are done");
        }
        if (told.is_goal_restricted) {
            return say("het doel is alleen voor de tweede lijn", "the goal is for the second line only");
        }
        if (told.goal == Tri::yes) return say("nu: het doel is bereikt", "now: the goal is reached");
        if (told.goal == Tri::no) return say("nu: het doel is nog niet bereikt", "now: the goal is not reached yet");
        std::string words =
            say("nu: niet te zeggen of het doel is bereikt", "now: can't be told whether the goal is reached");
        if (!told.goal_missing.empty()) {
            words += say("; er ontbreekt: ", "; missing: ") + explain::missing_in_words(told.goal_missing, language());
        }
        return words;
    }

    const model::RuleSet& rules_;
    const explain::PlanPage& page_;
    PageText text_;
    PageMarks marks_;
    Lines lines_;
    ConditionText conditions_;
    PlanStepWords words_;
};

}  // namespace

std::string render_plan_page(const explain::Redactor& redactor, const explain::Visible<explain::PlanPage>& page,
                             const PlanFrame& frame) {
    return PlanPageText(redactor, *page, frame).render();
}

}  // namespace wegwijzer::cli
