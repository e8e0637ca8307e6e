#include "cli/render/plan_list.h"

#include "cli/render/lines.h"
#include "cli/render/page_text.h"
#include "engine/explain/format_value.h"

namespace wegwijzer::cli {
namespace {

using explain::PlanNeed;
using explain::PlanNeedKind;

class PlanListText {
  public:
    PlanListText(const model::RuleSet& rules, const explain::PlanList& list, const PlanFrame& frame)
        : rules_(rules),
          list_(list),
          text_(frame.language, frame.marks_nodes),
          lines_(frame.width, frame.colour, frame.plain ? std::optional(frame.language) : std::nullopt) {}

    std::string render(const std::optional<std::string>& mentor) {
        std::string day = explain::format_date(list_.reference_date, text_.language());
        if (mentor) day += " · " + *mentor;
        lines_.heading(day + " · " + counted(list_.students, "student", "studenten", "student", "students"));
        lines_.empty();
        lines_.heading(say("AANPAK: WAT NU IETS VRAAGT", "PLANS: WHAT ASKS FOR SOMETHING NOW"));
        for (const explain::StudentPlan& one : list_.in_need) student(one);
        if (list_.in_need.empty()) lines_.paragraph(" ", say("Niets.", "Nothing."));
        lines_.empty();
        lines_.paragraph("", counts());
        lines_.paragraph("", say("Alles over één student: dezelfde opdracht met --student en de sleutel.",
                                 "All about one student: the same command with --student and the key."));
        return lines_.take();
    }

  private:
    [[nodiscard]] std::string say(const char* nl, const char* en) const { return text_.say(nl, en); }
    [[nodiscard]] std::string counted(std::size_t number, const char* one_nl, const char* many_nl, const char* one_en,
                                      const char* many_en) const {
        return std::to_string(number) + " " + (number == 1 ? say(one_nl, one_en) : say(many_nl, many_en));
    }

    void student(const explain::StudentPlan& one) {
        const std::string key = text_.of(one.key);
        const std::string who = one.name.empty() ? key : text_.of(one.name) + " (" + key + ")";
        lines_.strong(" ", who + " · " + explain::title_of(rules_.plan(one.plan.plan)));
        for (const PlanNeed& need : one.needs) lines_.paragraph("   - ", need_words(one.plan, need));
    }

    // "stap 2, Huiswerkhulp, door SLB'er: "
    [[nodiscard]] std::string step_words(const explain::PlanTold& plan, const PlanNeed& need) const {
        if (!need.step) return {};
        const explain::StepTold& step = plan.steps[*need.step];
        return say("stap ", "step ") + text_.of(step.number) + ", " +
               explain::title_of(rules_.intervention(step.intervention)) + say(", door ", ", by ") +
               explain::title_of(rules_.role(step.owner.role)) + ": ";
    }

    [[nodiscard]] std::string need_words(const explain::PlanTold& plan, const PlanNeed& need) const {
        const std::string day = text_.of(need.day);
        const std::string step = step_words(plan, need);
        switch (need.kind) {
            case PlanNeedKind::step_overdue: return step + say("te laat sinds ", "late since ") + day;
            case PlanNeedKind::step_held_back:
                return step + say("te laat sinds ", "late since ") + day +
                       say("; nu niet, want ", "; not now, because ") + text_.of(plan.steps[*need.step].held_back) +
                       say("; gaat het niet door, leg dan `--status afgezien` vast en de aanpak gaat verder",
                           "; if it is not to be, write down `--status waived` and the plan goes on");
            case PlanNeedKind::appointment_past:
                return step + say("gepland voor ", "planned for ") + day +
                       say(", en nog niets over vastgelegd", ", and nothing recorded of it yet");
            case PlanNeedKind::handover_open:
                return step + say("doorgegeven op ", "passed on, ") + day +
                       say(", en nog geen contact", ", and no contact yet");
            case PlanNeedKind::review: return say("bespreken op ", "to be reviewed on ") + day;
            case PlanNeedKind::evaluation: break;
        }
        return (*need.date < list_.reference_date ? say("had geëvalueerd moeten worden op ", "was to be evaluated on ")
                                                  : say("evalueren op ", "to be evaluated on ")) +
               day;
    }

    [[nodiscard]] std::string counts() const {
        return counted(list_.students, "student", "studenten", "student", "students") + ": " +
               std::to_string(list_.students_with_plan) + say(" met een aanpak, ", " with a plan, ") +
               std::to_string(list_.students_in_need) +
               (list_.students_in_need == 1 ? say(" daarvan vraagt nu iets.", " of them asks for something now.")
                                            : say(" daarvan vragen nu iets.", " of them ask for something now."));
    }

    const model::RuleSet& rules_;
    const explain::PlanList& list_;
    PageText text_;
    Lines lines_;
};

}  // namespace

std::string render_plan_list(const model::RuleSet& rules, const explain::Visible<explain::PlanList>& list,
                             const PlanFrame& frame, const std::optional<std::string>& mentor) {
    return PlanListText(rules, *list, frame).render(mentor);
}

}  // namespace wegwijzer::cli
