#include "cli/render/what_if.h"

#include <algorithm>
#include <map>
#include <utility>

#include "cli/render/lines.h"
#include "cli/render/student_page.h"
#include "cli/render/what_if_words.h"

namespace wegwijzer::cli {
namespace {

using explain::ConditionLine;
using explain::SignalExplanation;
using explain::StudentExplanation;
using explain::WhatIf;
using explain::WhatIfExplainer;

class WhatIfPage {
  public:
    WhatIfPage(const explain::Redactor& redactor, const WhatIf& what_if, const ExplanationFrame& frame,
               bool is_for_student)
        : rules_(redactor.rules()),
          what_if_(what_if),
          text_(frame.language, frame.marks_nodes),
          is_for_student_(is_for_student) {
        pair_lines();
    }

    // What stands before the page.
    void opening(Lines& lines) const {
        lines.heading(say("ALS", "WHAT IF"));
        for (const explain::ChangeShown& change : what_if_.changes) {
            lines.strong(" ", change_words(change, text_));
            const std::string note = change_note(change, text_);
            if (!note.empty()) lines.paragraph("   ", note);
        }
        lines.paragraph(" ", say("Dit is een gedachte-oefening en geen voorspelling: er is niets vastgelegd, en al het "
                                 "andere is gelijk gehouden.",
                                 "This is a thought exercise and no prediction: nothing was recorded, and all else is "
                                 "kept as it is."));
        if (what_if_.is_later()) {
            const std::string day = text_.of(what_if_.page->header.reference_date);
            const std::string now = text_.of(WhatIfExplainer::of_now(what_if_.now->header.reference_date));
            lines.paragraph(" ", say("Bekeken op ", "Looked at on ") + day +
                                     say(", de dag van de wijziging. „Nu” is ", ", the day of the change. “Now” is ") +
                                     now + ".");
        }
        if (what_if_.leaves_out_hidden) {
            lines.paragraph(" ",
                            say("Wat deze lezer niet mag zien, telt hier niet mee: ook adviezen die daarop rusten, "
                                "en of er toestemming is, blijven buiten beeld.",
                                "What this reader may not see does not count here: advice that rests on it, and "
                                "whether there is consent, are left out as well."));
        }
        differences(lines, true, say("WAT DAN ANDERS IS", "WHAT DIFFERS THEN"));
        if (what_if_.is_later()) {
            differences(lines, false, say("WAT DE TIJD ALLEEN AL VERANDERT", "WHAT TIME ALONE CHANGES"));
        }
    }

    [[nodiscard]] PageMarks marks() const {
        PageMarks marks;
        marks.opening = [this](Lines& lines) {
            lines.empty();
            opening(lines);
        };
        marks.signal = [this](model::SignalId id) { return mark_of(id); };
        marks.recommendation = [this](model::InterventionId id) { return mark_of(id); };
        marks.line = [this](const ConditionLine& line) { return mark_of(line); };
        return marks;
    }

  private:
    [[nodiscard]] std::string say(const char* nl, const char* en) const { return text_.say(nl, en); }

    void differences(Lines& lines, bool by_change, const std::string& title) const {
        lines.empty();
        lines.heading(title);
        bool is_any = false;
        const auto add = [&](bool is_by_change, const DifferenceLine& difference) {
            if (is_by_change != by_change) return;
            is_any = true;
            lines.paragraph(std::string(" ") + difference.mark + " ", difference.text);
        };
        for (const auto& one : what_if_.signals) {
            // A student reads no ernst: what only differs in that is the same.
            if (is_for_student_ && one.state.now.status == one.state.with.status) continue;
            add(one.state.is_by_change(),
                is_for_student_ ? plain_words_of(rules_, one, text_) : words_of(rules_, one, text_));
        }
        for (const auto& one : what_if_.advice) {
            add(one.state.is_by_change(), words_of(rules_, one, text_));
        }
        for (const auto& one : what_if_.plans) add(one.state.is_by_change(), words_of(rules_, one, text_));
        // A student reads no conditions, and so no values of conditions.
        for (const auto& alike :
             is_for_student_ ? std::vector<std::vector<explain::ValueDifference>>() : values_alike())
            add(alike.front().value.is_by_change(), words_of(alike, text_));
        if (!is_any) {
            lines.paragraph(" ", by_change
                                     ? say("Niets.", "Nothing.")
                                     : say("Geen voorwaarde komt anders uit.", "No condition comes out otherwise."));
        }
    }

    // Conditions that show the same value and had the same one are told in one line.
    [[nodiscard]] std::vector<std::vector<explain::ValueDifference>> values_alike() const {
        std::vector<std::vector<explain::ValueDifference>> groups;
        for (const explain::ValueDifference& one : what_if_.values) {
            // Days go by: what is longer ago and turns nothing need not be read.
            if (!one.value.is_by_change() && !one.turns) continue;
            const auto group =
                std::ranges::find_if(groups, [&](const auto& alike) { return alike.front().value == one.value; });
            if (group == groups.end()) {
                groups.push_back({one});
            } else {
                group->push_back(one);
            }
        }
        return groups;
    }

    // ---- marks on the page ----
    // " [nieuw]", " [nu midden]"; with "door de tijd" when the change has no part in it.
    template <class State>
    [[nodiscard]] std::string mark(const std::string& now, const explain::Compared<State>& state) const {
        return "  [" + now + (state.is_by_change() ? "" : say(", door de tijd", ", by time alone")) + "]";
    }

    [[nodiscard]] std::string mark_of(model::SignalId id) const {
        const auto found = std::ranges::find(what_if_.signals, id, &explain::SignalDifference::signal);
        if (found == what_if_.signals.end() || found->state.now == found->state.with) return {};
        return mark(say("nu ", "now ") + state_words(found->state.now, rules_.signal(id).kind, text_), found->state);
    }
    [[nodiscard]] std::string mark_of(model::InterventionId id) const {
        const auto found = std::ranges::find(what_if_.advice, id, &explain::AdviceDifference::intervention);
        if (found == what_if_.advice.end() || found->state.now == found->state.with) return {};
        return mark(say("nu ", "now ") + now_words(*found, text_), found->state);
    }
    [[nodiscard]] std::string mark_of(const ConditionLine& line) const {
        const auto found = pairs_.find(&line);
        if (found == pairs_.end()) return {};
        const ConditionLine& now = *found->second.now;
        const ConditionLine& without = *found->second.without;
        if (is_same(now, line)) return {};
        std::string text = say("nu ", "now ") + tick(now.holds);
        if (!now.value.empty()) text += " " + text_.of(WhatIfExplainer::of_now(now.value));
        const bool by_change = !is_same(without, line);
        return "  [" + text + (by_change ? "" : say(", door de tijd", ", by time alone")) + "]";
    }
    static const char* tick(Tri holds) { return holds == Tri::yes ? "✓" : holds == Tri::no ? "✗" : "?"; }
    static bool is_same(const ConditionLine& left, const ConditionLine& right) {
        return left.holds == right.holds && left.value.text() == right.value.text();
    }

    // The same condition on the three pages: in the same place of the same rule.
    struct Pair {
        const ConditionLine* now = nullptr;
        const ConditionLine* without = nullptr;
    };
    void pair_lines() {
        const StudentExplanation& now = *what_if_.now;
        const StudentExplanation& without = *what_if_.without;
        for (const SignalExplanation& one : what_if_.page->signals) {
            const auto before = std::ranges::find(now.signals, one.signal, &SignalExplanation::signal);
            const auto at_day = std::ranges::find(without.signals, one.signal, &SignalExplanation::signal);
            if (before == now.signals.end() || at_day == without.signals.end()) continue;
            const bool same_levels =
                before->levels.size() == one.levels.size() && at_day->levels.size() == one.levels.size();
            for (std::size_t i = 0; same_levels && i < one.levels.size(); ++i) {
                pair(one.levels[i].condition, before->levels[i].condition, at_day->levels[i].condition);
            }
            pair_all(one.unless, before->unless, at_day->unless);
        }
        for (const explain::PolicyExplanation& one : what_if_.page->policies) {
            const auto before = std::ranges::find(now.policies, one.policy, &explain::PolicyExplanation::policy);
            const auto at_day = std::ranges::find(without.policies, one.policy, &explain::PolicyExplanation::policy);
            if (before == now.policies.end() || at_day == without.policies.end()) continue;
            if (one.condition && before->condition && at_day->condition) {
                pair(*one.condition, *before->condition, *at_day->condition);
            }
            pair_all(one.unless, before->unless, at_day->unless);
        }
    }
    void pair_all(const std::vector<ConditionLine>& page, const std::vector<ConditionLine>& now,
                  const std::vector<ConditionLine>& without) {
        if (page.size() != now.size() || page.size() != without.size()) return;
        for (std::size_t i = 0; i < page.size(); ++i) pair(page[i], now[i], without[i]);
    }
    void pair(const ConditionLine& page, const ConditionLine& now, const ConditionLine& without) {
        if (page.words != now.words || page.words != without.words) return;
        pairs_[&page] = {&now, &without};
        pair_all(page.children, now.children, without.children);
    }

    const model::RuleSet& rules_;
    const WhatIf& what_if_;
    PageText text_;
    bool is_for_student_;
    std::map<const ConditionLine*, Pair> pairs_;
};

}  // namespace

std::string render_what_if(const explain::Redactor& redactor, const explain::Visible<WhatIf>& what_if,
                           const ExplanationFrame& frame) {
    const WhatIfPage page(redactor, *what_if, frame, false);
    const PageMarks marks = page.marks();
    return render_explanation(redactor, what_if->page, frame, marks);
}

std::string render_what_if(const explain::Redactor& redactor, const explain::Visible<WhatIf>& what_if,
                           const explain::Visible<explain::StudentPage>& page, const ExplanationFrame& frame) {
    Lines lines(frame.width, frame.colour, frame.plain ? std::optional(frame.language) : std::nullopt);
    WhatIfPage(redactor, *what_if, frame, true).opening(lines);
    lines.empty();
    return lines.take() + render_student_page(redactor, page, frame);
}

}  // namespace wegwijzer::cli
