#include "cli/render/explanation.h"

#include <algorithm>

#include "cli/render/condition_text.h"
#include "cli/render/lines.h"
#include "cli/render/page_text.h"
#include "cli/render/words.h"
#include "engine/explain/changes_told.h"
#include "engine/explain/deciding.h"
#include "engine/explain/findings_told.h"
#include "engine/explain/format_value.h"
#include "engine/explain/names_in_words.h"
#include "engine/explain/texts.h"

namespace wegwijzer::cli {
namespace {

using explain::SignalExplanation;
using explain::StudentExplanation;
using model::SignalStatus;

constexpr std::size_t most_titles = 3;
constexpr std::size_t most_unknown_with_titles = 8;
// In the order of the policy; of what comes after it only what, who, when and why.
constexpr std::size_t most_advice_in_full = 5;

class Page {
  public:
    Page(const explain::Redactor& redactor, const ExplanationFrame& frame, const PageMarks& marks)
        : rules_(redactor.rules()),
          in_full_(frame.in_full),
          marks_(marks),
          text_(frame.language, frame.marks_nodes),
          lines_(frame.width, frame.colour, frame.plain ? std::optional(frame.language) : std::nullopt),
          conditions_(redactor, text_, marks, lines_, frame.in_full) {}

    std::string render(const StudentExplanation& explanation) {
        header(explanation);
        if (marks_.opening) marks_.opening(lines_);
        going_well(explanation);
        to_do(explanation);
        lapsed(explanation);
        plans(explanation);
        section(explanation, SignalStatus::active, say("WAAROM", "WHY"));
        section(explanation, SignalStatus::undetermined, say("NIET TE BEOORDELEN", "CAN'T BE JUDGED"));
        almost(explanation);
        section(explanation, SignalStatus::not_active, say("WAT NIET SPEELT", "WHAT DOES NOT APPLY"));
        section(explanation, SignalStatus::not_applicable, say("NIET VAN TOEPASSING", "NOT APPLICABLE"));
        policies(explanation);
        unknown(explanation);
        totals(explanation);
        return lines_.take();
    }

  private:
    [[nodiscard]] std::string say(const char* nl, const char* en) const { return text_.say(nl, en); }
    [[nodiscard]] Language language() const { return text_.language(); }
    void heading(const std::string& text) {
        lines_.empty();
        lines_.heading(text);
    }
    [[nodiscard]] static std::size_t count(const StudentExplanation& explanation, SignalStatus status) {
        return static_cast<std::size_t>(std::ranges::count_if(
            explanation.signals, [&](const SignalExplanation& one) { return one.outcome.status == status; }));
    }

    void header(const StudentExplanation& explanation) {
        const explain::HeaderShown& header = explanation.header;
        const std::string key = text_.of(header.key);
        std::string text = header.name.empty() ? key : text_.of(header.name) + " (" + key + ")";
        if (!header.programme.empty()) text += " · " + text_.of(header.programme);
        text += " · " + text_.of(header.reference_date);
        const bool has_begun = !header.day.empty();
        if (!header.start.empty()) {
            text += " · " + (has_begun ? say("gestart ", "started ") : say("start op ", "starts on ")) +
                    text_.of(header.start);
        }
        if (has_begun) text += " (" + say("dag ", "day ") + text_.of(header.day) + ")";
        for (const model::PhaseId phase : explanation.phases) text += " · " + explain::title_of(rules_.phase(phase));
        lines_.heading(text);
        for (const explain::CompletenessShown& one : header.completeness) lines_.paragraph(" ", text_.of(one.shown));
    }

    // ---- what goes well ---------------------------------------------------------------------------------------------

    void going_well(const StudentExplanation& explanation) {
        bool is_first = true;
        for (const model::SignalKind kind : {model::SignalKind::strength, model::SignalKind::opportunity}) {
            for (const SignalExplanation& one : explanation.signals) {
                const bool is_shown =
                    one.outcome.status == SignalStatus::active && rules_.signal(one.signal).kind == kind;
                if (!is_shown) continue;
                if (is_first) heading(say("WAT GOED GAAT", "WHAT GOES WELL"));
                is_first = false;
                strength(one);
            }
        }
    }

    void strength(const SignalExplanation& one) {
        std::string text = explain::title_of(rules_.signal(one.signal));
        const bool has_words = one.explanation && !one.explanation->empty();
        if (has_words) text += ": " + text_.of(*one.explanation);
        lines_.paragraph(" + ", text + marks_.of(one.signal));
        if (in_full_) {
            conditions_.add(one);
            return;
        }
        if (has_words) {
            conditions_.add_events_of(one, 3);
            return;
        }
        for (const explain::LevelExplanation& level : one.levels) conditions_.add(level.condition, 3, {});
    }

    // ---- what to do -------------------------------------------------------------------------------------------------

    void to_do(const StudentExplanation& explanation) {
        const explain::StudentReport& report = *explanation.report;
        heading(say("WAT U KUNT DOEN", "WHAT YOU CAN DO"));
        if (report.recommendations.empty())
            lines_.paragraph(" ", say("Er is nu geen advies.", "There is no advice now."));
        for (std::size_t i = 0; i < report.recommendations.size(); ++i) {
            recommendation(report.recommendations[i], explanation.actions[i], i + 1);
        }
        if (!in_full_ && report.recommendations.size() > most_advice_in_full) {
            lines_.paragraph(" ", say("De vragen en bronnen bij de latere adviezen: --all",
                                      "The questions and sources of the later advice: --all"));
        }
        const std::string not_needed = say("niet nodig nu: ", "not needed now: ");
        for (std::size_t i = 0; i < report.suppressed.size(); ++i) {
            lines_.paragraph(" - ", not_needed +
                                        explain::title_of(rules_.intervention(report.suppressed[i].intervention)) +
                                        say(", want ", ", because ") + text_.of(explanation.suppressed[i]));
        }
        for (const explain::NotNeededReport& one : report.not_needed) {
            lines_.paragraph(" - ", not_needed + not_needed_words(rules_, one, language()));
        }
    }

    void recommendation(const explain::RecommendationReport& one, const explain::ActionShown& shown,
                        std::size_t number) {
        const advise::Recommendation& advice = one.advice;
        const model::Intervention& intervention = rules_.intervention(advice.intervention);
        std::string what = explain::title_of(intervention);
        if (advice.urgent) what = say("SPOED: ", "URGENT: ") + what;
        if (!shown.not_before.empty()) what += say(", vanaf ", ", from ") + text_.of(shown.not_before);
        if (!shown.due.empty()) what += say(", uiterlijk ", ", by ") + text_.of(shown.due);
        if (shown.is_late) what += say(" (al voorbij)", " (already past)");
        lines_.strong(" " + std::to_string(number) + ". ", what + marks_.of(advice.intervention));

        std::string who = say("door ", "by ") + explain::title_of(rules_.role(advice.by));
        if (!shown.person.empty()) who += " " + text_.of(shown.person);
        if (intervention.through) {
            who += say(", via ", ", through ") + explain::title_of(rules_.role(intervention.through));
        }
        if (!shown.in_progress_since.empty()) {
            who += say("; loopt sinds ", "; in progress since ") + text_.of(shown.in_progress_since);
        }
        if (one.is_new) who += say("; nieuw", "; new");
        if (!shown.since.empty()) who += say("; staat er sinds ", "; here since ") + text_.of(shown.since);
        if (advice.consent == advise::Consent::ask) {
            who += say("; vraag eerst of de student dit wil", "; ask first whether the student wants this");
        } else if (advice.consent == advise::Consent::given) {
            who += say("; de student vindt dit goed", "; the student agrees");
        }
        lines_.paragraph("    ", who);

        const std::string route = crisis_route(rules_);
        if (advice.urgent && !route.empty()) lines_.strong("    ", say("Bij spoed: ", "When urgent: ") + route);
        const std::string because = because_words(rules_, one, language());
        if (!because.empty()) lines_.paragraph("    ", say("omdat: ", "because: ") + because);
        const bool is_told_whole = in_full_ || number <= most_advice_in_full;
        if (is_told_whole) words_with(intervention.questions);
        for (const explain::ShownValue& note : shown.notes) {
            lines_.paragraph("    ", say("let op: ", "note: ") + text_.of(note));
        }
        if (is_told_whole) conditions_.add_sources(one.sources, 4);
    }

    // What the run before advised and this one does not.
    void lapsed(const StudentExplanation& explanation) {
        const std::vector<explain::LapsedReport>& lapsed = explanation.report->lapsed;
        if (lapsed.empty()) return;
        heading(say("VERVALLEN SINDS ", "LAPSED SINCE ") + text_.of(explanation.compared_with));
        for (std::size_t i = 0; i < lapsed.size(); ++i) {
            const explain::LapsedShown& shown = explanation.lapsed[i];
            lines_.paragraph(" - ", lapsed[i].title + say(" door ", " by ") + lapsed[i].role_title +
                                        say(" (stond er sinds ", " (was there since ") + text_.of(shown.since) +
                                        "): " + text_.of(shown.because));
        }
    }

    void words_with(const std::vector<std::string>& questions) {
        for (const std::string& question : questions) {
            lines_.paragraph("    ", say("„", "“") + question + "”");
        }
    }

    // ---- why --------------------------------------------------------------------------------------------------------

    void section(const StudentExplanation& explanation, SignalStatus status, const std::string& title) {
        bool is_first = true;
        for (const SignalExplanation& one : explanation.signals) {
            const model::Signal& signal = rules_.signal(one.signal);
            const bool is_shown_above = status == SignalStatus::active && signal.kind != model::SignalKind::signal;
            if (one.outcome.status != status || is_shown_above || explain::is_almost(one)) continue;
            if (!in_full_ && !one.is_in_brief) continue;
            if (is_first) heading(title);
            is_first = false;
            signal_lines(one, signal);
        }
    }

    void almost(const StudentExplanation& explanation) {
        bool is_first = true;
        for (const SignalExplanation& one : explanation.signals) {
            if (!explain::is_almost(one)) continue;
            if (is_first) heading(say("WAT NIET SPEELT, MAAR BIJNA", "WHAT DOES NOT APPLY, BUT ALMOST"));
            is_first = false;
            signal_lines(one, rules_.signal(one.signal));
            for (const explain::OfferShown& change : one.changes) {
                if (explain::is_small_step(change)) lines_.paragraph("   ", text_.of(change.sentence));
            }
        }
    }

    void signal_lines(const SignalExplanation& one, const model::Signal& signal) {
        std::string title = explain::title_of(signal);
        if (signal.kind != model::SignalKind::signal) {
            title += " (" + explain::texts::kind_of(signal.kind).in(language()) + ")";
        } else if (one.outcome.status == SignalStatus::active) {
            title += " (" + explain::format_severity(one.outcome.severity, language());
            if (one.outcome.possibly_higher) title += say(", mogelijk hoger", ", possibly higher");
            title += ")";
        }
        lines_.strong(" ", title + marks_.of(one.signal));
        if (one.explanation && !one.explanation->empty()) lines_.paragraph("   ", text_.of(*one.explanation));
        if (one.outcome.status == SignalStatus::undetermined && !one.missing.empty()) {
            lines_.paragraph("   ",
                             say("er ontbreekt: ", "missing: ") + explain::missing_in_words(one.missing, language()));
        }
        if (one.outcome.status == SignalStatus::not_applicable && !in_full_) {
            conditions_.add_phases(one);
        } else if (in_full_ || one.has_condition_in_brief) {
            conditions_.add(one);
        } else {
            lines_.paragraph("   ", say("waarom: --why-not ", "why: --why-not ") + signal.name);
        }
        if (one.outcome.status != SignalStatus::active) return;
        const explain::ChangesTold told = explain::changes_on_page(one, language());
        for (const explain::OfferShown* change : told.changes) lines_.paragraph("   ", text_.of(change->sentence));
        for (const std::string& behind : told.behind) lines_.paragraph("   ", behind);
        for (const explain::FindingShown& finding : one.finding_out) {
            lines_.paragraph("   ", text_.of(finding.sentence));
        }
    }

    // Policies that say what the advice does not; in full also those that apply or can't be judged.
    void policies(const StudentExplanation& explanation) {
        bool is_first = true;
        for (const explain::PolicyExplanation& one : explanation.policies) {
            if (!in_full_ && !one.is_in_brief) continue;
            if (is_first) heading(say("BELEID", "POLICY"));
            is_first = false;
            lines_.strong(std::string(" ") + mark_of(one.applies), explain::title_of(rules_.policy(one.policy)));
            if (one.condition) conditions_.add(*one.condition, 3, {});
            for (const explain::ConditionLine& unless : one.unless) {
                conditions_.add(unless, 3, say("tenzij ", "unless "));
            }
        }
    }

    [[nodiscard]] PlanTexts texts_of(const explain::PlanShown& shown) const {
        PlanTexts texts{text_.of(shown.current_step), text_.of(shown.step_count),  text_.of(shown.started),
                        text_.of(shown.next_review),  text_.of(shown.evaluate_on), {}};
        for (const explain::PlanStepShown& step : shown.steps) {
            texts.steps.push_back({text_.of(step.number), text_.of(step.not_before), text_.of(step.due)});
        }
        return texts;
    }

    void plans(const StudentExplanation& explanation) {
        const std::vector<explain::PlanReport>& plans = explanation.report->plans;
        if (plans.empty()) return;
        heading(say("AANPAK", "PLAN"));
        for (std::size_t i = 0; i < plans.size(); ++i) {
            const PlanTexts texts = texts_of(explanation.plans_shown[i]);
            lines_.paragraph(" ", plan_words(rules_, plans[i], texts, language()));
            for (const std::string& step : steps_to_come(rules_, plans[i], texts, language())) {
                lines_.paragraph("   ", step);
            }
            for (const explain::PlanExplanation& one : explanation.plans) {
                if (one.plan == plans[i].state.plan && one.goal) conditions_.add(*one.goal, 3, say("doel: ", "goal: "));
            }
            conditions_.add_sources(rules_.plan(plans[i].state.plan).sources, 5);
        }
    }

    // ---- what is not known, and what is not shown --------------------------------------------------------------------

    // Per thing that is not known what can't be judged without it.
    void unknown(const StudentExplanation& explanation) {
        if (explanation.unknown.empty() && explanation.data_problems.empty()) return;
        heading(say("WAT ONBEKEND IS", "WHAT IS UNKNOWN"));
        for (const explain::UndeterminedReport& one : explanation.report->undetermined) {
            if (one.urgent) lines_.strong(" ! ", undetermined_words(one, language()));
        }
        // Of nearly everything: what to fill in, and how much each is good for.
        const bool is_much = !in_full_ && explanation.unknown.size() > most_unknown_with_titles;
        const std::size_t most = is_much ? 0 : most_titles;
        bool leaves_out_all = false;
        for (const explain::UnknownShown& one : explanation.unknown) {
            std::vector<std::string> titles = one.titles;
            const bool leaves_out = !in_full_ && titles.size() > most + 1;
            if (leaves_out) titles.resize(most);
            std::string text = unknown_words(one, language()) + say(": nodig voor ", ": needed for ");
            if (leaves_out) text += text_.of(one.count) + say(" regels", " rules");
            if (leaves_out && !titles.empty()) text += say(", waaronder ", ", among them ");
            text += listed(titles, language());
            if (leaves_out && !is_much) text += " (--all)";
            leaves_out_all = leaves_out_all || (leaves_out && is_much);
            lines_.paragraph(" ? ", text);
            for (const explain::FindingTold& told : explain::findings_about(rules_, explanation, one, titles)) {
                lines_.paragraph("     ", told.title + ": " + text_.of(told.sentence));
            }
        }
        if (leaves_out_all) lines_.paragraph("   ", say("welke regels: --all", "which rules: --all"));
        for (const explain::ShownValue& problem : explanation.data_problems) {
            lines_.paragraph(" ! ", text_.of(problem));
        }
    }

    // Everything the reader may see is in one of these, once.
    void totals(const StudentExplanation& explanation) {
        const explain::CountsShown& counts = explanation.counts;
        const auto policies = std::ranges::count(explanation.policies, Tri::no, &explain::PolicyExplanation::applies);
        const bool leaves_out =
            policies > 0 || std::ranges::any_of(explanation.signals, [](const SignalExplanation& one) {
                return !one.is_in_brief && one.outcome.status != SignalStatus::undetermined;
            });
        if (!leaves_out || in_full_) return;
        std::vector<std::string> parts;
        const auto add = [&](const explain::ShownValue& number, SignalStatus status, const std::string& one,
                             const std::string& many) {
            const std::size_t found = count(explanation, status);
            if (found > 0) parts.push_back(text_.of(number) + " " + (found == 1 ? one : many));
        };
        add(counts.active, SignalStatus::active, say("actief", "active"), say("actief", "active"));
        add(counts.undetermined, SignalStatus::undetermined, say("niet te beoordelen", "that can't be judged"),
            say("niet te beoordelen", "that can't be judged"));
        add(counts.not_active, SignalStatus::not_active, say("die niet speelt", "that does not apply"),
            say("die niet spelen", "that do not apply"));
        add(counts.not_applicable, SignalStatus::not_applicable, say("niet van toepassing", "not applicable"),
            say("niet van toepassing", "not applicable"));
        std::string text;
        if (!parts.empty()) {
            text = text_.of(counts.all) +
                   (explanation.signals.size() == 1
                        ? say(" signaal, kracht of kans: ", " signal, strength or opportunity: ")
                        : say(" signalen, krachten en kansen: ", " signals, strengths and opportunities: ")) +
                   listed(parts, language()) + ". ";
        }
        if (policies > 0) {
            text += text_.of(counts.policies) +
                    (policies == 1 ? say(" beleid geldt niet. ", " policy does not apply. ")
                                   : say(" keer beleid dat niet geldt. ", " policies do not apply. "));
        }
        lines_.empty();
        lines_.paragraph("", text + say("Alles zien: --all. Waarom iets niet geldt: --why-not NAAM",
                                        "See everything: --all. Why something does not hold: --why-not NAME"));
    }

    const model::RuleSet& rules_;
    bool in_full_;
    const PageMarks& marks_;
    PageText text_;
    Lines lines_;
    ConditionText conditions_;
};

}  // namespace

std::string render_explanation(const explain::Redactor& redactor,
                               const explain::Visible<StudentExplanation>& explanation, const ExplanationFrame& frame,
                               const PageMarks& marks) {
    return Page(redactor, frame, marks).render(*explanation);
}

}  // namespace wegwijzer::cli
