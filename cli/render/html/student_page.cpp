#include "cli/render/html/student_page.h"

#include <algorithm>

#include "cli/render/html/condition_tree.h"
#include "cli/render/html/shown.h"
#include "cli/render/html/timeline.h"
#include "cli/render/html/unknown_list.h"
#include "cli/render/words.h"
#include "engine/explain/changes_told.h"
#include "engine/explain/deciding.h"
#include "engine/explain/format_value.h"
#include "engine/explain/names_in_words.h"
#include "engine/explain/source_names.h"
#include "engine/explain/texts.h"

namespace wegwijzer::cli::html {
namespace {

using explain::SignalExplanation;
using explain::StudentExplanation;
using explain::StudentReport;
using model::SignalStatus;

class StudentPage {
  public:
    StudentPage(const explain::Redactor& redactor, const StudentExplanation& explanation, const StudentPageFrame& frame)
        : rules_(redactor.rules()),
          explanation_(explanation),
          report_(*explanation.report),
          frame_(frame),
          voice_{frame.language, redactor.language()},
          sources_(redactor.rules()) {}

    std::string render() {
        PageFrame around;
        around.language = frame_.language;
        around.title = name_or_key(report_);
        const explain::HeaderShown& header = explanation_.header;
        around.heading = [&](Markup& out) { write_value(out, header.name.empty() ? header.key : header.name); };
        around.subtitle = [this](Markup& out) { subtitle(out); };
        around.links = frame_.links;
        around.footer =
            say("Adviezen zijn voorstellen; u beslist. Dit bestand bevat gegevens van een student: bewaar het zoals u "
                "een dossier "
                "bewaart, en niet langer dan nodig.",
                "Advice is a proposal; you decide. This file holds data of a student: keep it as you keep a file on a "
                "student, "
                "and no longer than needed.");
        return page(around, [this](Markup& out) {
            completeness(out);
            going_well(out);
            to_do(out);
            not_needed(out);
            lapsed(out);
            plans(out);
            write_timelines(out, voice_, rules_, explanation_);
            why(out);
            write_unknown(out, voice_, rules_, explanation_);
            folded(out, SignalStatus::undetermined, say("Nog niet te beoordelen", "Can't be judged yet"));
            almost(out);
            folded(out, SignalStatus::not_active, say("Wat niet speelt", "What does not apply"));
            folded(out, SignalStatus::not_applicable, say("Niet van toepassing", "Not applicable"));
            policies(out);
        });
    }

  private:
    [[nodiscard]] const char* say(const char* nl, const char* en) const { return voice_.say(nl, en); }
    // Words of an author.
    void authored(Markup& out, const char* tag, const std::string& text, const char* style = "") const {
        out.element(tag, text, {{"class", style}, {"lang", voice_.author_lang()}});
    }

    void authored(Markup& out, const char* tag, const explain::Phrase& phrase) const {
        out.open(tag, {{"lang", voice_.author_lang()}});
        write_phrase(out, phrase);
        out.close();
    }

    void subtitle(Markup& out) const {
        const explain::HeaderShown& header = explanation_.header;
        if (!header.name.empty()) {
            write_value(out, header.key);
            out.text(" · ");
        }
        if (!header.programme.empty()) {
            write_value(out, header.programme);
            out.text(" · ");
        }
        write_value(out, header.reference_date);
        if (!header.start.empty()) {
            out.text(std::string(" · ") + say("gestart ", "started "));
            write_value(out, header.start);
        }
        if (!header.day.empty()) {
            out.text(std::string(" (") + say("dag ", "day "));
            write_value(out, header.day);
            out.text(")");
        }
        for (const model::PhaseId phase : explanation_.phases) {
            out.text(" · ");
            authored(out, "span", explain::title_of(rules_.phase(phase)));
        }
    }

    void completeness(Markup& out) const {
        for (const explain::CompletenessShown& one : explanation_.header.completeness) {
            out.open("p", {{"class", "quiet"}});
            write_value(out, one.shown);
            out.close();
        }
    }

    void going_well(Markup& out) {
        if (report_.strengths.empty() && report_.opportunities.empty()) return;
        out.element("h2", say("Wat goed gaat", "What goes well"));
        out.open("ul");
        for (const auto* list : {&report_.strengths, &report_.opportunities}) {
            for (const explain::SignalReport& one : *list) {
                out.open("li");
                authored(out, "strong", explain::title_of(rules_.signal(one.signal)), "good");
                for (const SignalExplanation& signal : explanation_.signals) {
                    if (signal.signal != one.signal) continue;
                    if (signal.explanation && !signal.explanation->empty()) {
                        out.text(": ");
                        authored(out, "span", *signal.explanation);
                    }
                    out.open("details").element("summary", say("waarop dit rust", "what this rests on"));
                    conditions(out, signal, true);
                    out.close();
                }
                out.close();
            }
        }
        out.close();
    }

    void to_do(Markup& out) {
        out.element("h2", say("Wat u kunt doen", "What you can do"));
        if (report_.recommendations.empty()) {
            out.element("p", say("Er is nu geen advies.", "There is no advice now."));
            return;
        }
        const bool is_urgent =
            std::ranges::any_of(report_.recommendations, [](const auto& one) { return one.advice.urgent; });
        if (const std::string route = crisis_route(rules_); is_urgent && !route.empty()) {
            out.open("p", {{"class", "urgent"}}).text(say("Bij spoed: ", "When urgent: "));
            authored(out, "span", route);
            out.close();
        }
        out.open("ol", {{"class", "advice"}});
        for (std::size_t i = 0; i < report_.recommendations.size(); ++i) {
            advice(out, report_.recommendations[i], explanation_.actions[i]);
        }
        out.close();
    }

    // What, by when, by whom, with whose consent.
    void action(Markup& out, const explain::RecommendationReport& one, const explain::ActionShown& shown) const {
        out.open("p", {{"class", "what"}});
        if (one.advice.urgent) out.element("span", say("SPOED: ", "URGENT: "), {{"class", "urgent"}});
        authored(out, "span", explain::title_of(rules_.intervention(one.advice.intervention)));
        out.close();
        out.open("p");
        const auto dated = [&](const char* words, const explain::ShownValue& day) {
            if (day.empty()) return;
            out.text(words);
            write_value(out, day);
            out.text(", ");
        };
        dated(say("vanaf ", "from "), shown.not_before);
        dated(say("uiterlijk ", "by "), shown.due);
        if (shown.is_late) out.element("span", say("(al voorbij), ", "(already past), "), {{"class", "urgent"}});
        out.text(say("door ", "by "));
        authored(out, "span", explain::title_of(rules_.role(one.advice.by)));
        if (!shown.person.empty()) {
            out.text(" ");
            write_value(out, shown.person);
        }
        if (const model::RoleId through = rules_.intervention(one.advice.intervention).through) {
            out.text(say(", via ", ", through "));
            authored(out, "span", explain::title_of(rules_.role(through)));
        }
        out.close();
        if (!shown.in_progress_since.empty()) {
            out.open("p").text(say("Loopt sinds ", "In progress since "));
            write_value(out, shown.in_progress_since);
            out.close();
        }
        if (one.is_new) out.element("p", say("Nieuw.", "New."));
        if (!shown.since.empty()) {
            out.open("p").text(say("Staat er sinds ", "Here since "));
            write_value(out, shown.since);
            out.close();
        }
        if (one.advice.consent == advise::Consent::ask) {
            out.element("p", say("Vraag eerst of de student dit wil.", "Ask first whether the student wants this."));
        } else if (one.advice.consent == advise::Consent::given) {
            out.element("p", say("De student vindt dit goed.", "The student agrees."));
        }
    }

    void advice(Markup& out, const explain::RecommendationReport& one, const explain::ActionShown& shown) {
        out.open("li");
        action(out, one, shown);
        const std::string because = because_words(rules_, one, frame_.language);
        if (!because.empty()) out.element("p", say("Omdat: ", "Because: ") + because);
        const std::vector<std::string>& questions = rules_.intervention(one.advice.intervention).questions;
        if (!questions.empty()) {
            out.element("p", say("Vragen om mee te beginnen:", "Questions to begin with:"), {{"class", "hidden"}});
        }
        for (const std::string& question : questions) {
            authored(out, "p", say("„", "“") + question + "”", "question");
        }
        for (const explain::ShownValue& note : shown.notes) {
            out.open("p", {{"class", "care"}}).text(say("Let op: ", "Note: "));
            write_value(out, note);
            out.close();
        }
        sources(out, one.sources);
        out.close();
    }

    void not_needed(Markup& out) const {
        if (report_.suppressed.empty() && report_.not_needed.empty()) return;
        out.element("h2", say("Niet nodig nu", "Not needed now"));
        out.open("ul");
        for (std::size_t i = 0; i < report_.suppressed.size(); ++i) {
            out.open("li");
            authored(out, "span", explain::title_of(rules_.intervention(report_.suppressed[i].intervention)));
            out.text(say(", want ", ", because "));
            write_value(out, explanation_.suppressed[i]);
            out.close();
        }
        for (const auto& one : report_.not_needed) {
            out.element("li", not_needed_words(rules_, one, frame_.language));
        }
        out.close();
    }

    // What the run before advised and this one does not.
    void lapsed(Markup& out) const {
        if (report_.lapsed.empty()) return;
        out.open("h2").text(say("Vervallen sinds ", "Lapsed since "));
        write_value(out, explanation_.compared_with);
        out.close();
        out.open("ul");
        for (std::size_t i = 0; i < report_.lapsed.size(); ++i) {
            const explain::LapsedShown& shown = explanation_.lapsed[i];
            out.open("li");
            authored(out, "span", report_.lapsed[i].title);
            out.text(say(" door ", " by "));
            authored(out, "span", report_.lapsed[i].role_title);
            out.text(say(" (stond er sinds ", " (was there since "));
            write_value(out, shown.since);
            out.text("): ");
            write_value(out, shown.because);
            out.close();
        }
        out.close();
    }

    void plans(Markup& out) {
        if (report_.plans.empty()) return;
        out.element("h2", say("Aanpak", "Plan"));
        for (const explain::PlanReport& plan : report_.plans) {
            out.element("p", plan_words(rules_, plan, frame_.language));
            const std::vector<std::string> steps = steps_to_come(rules_, plan, frame_.language);
            const auto goal = std::ranges::find(explanation_.plans, plan.state.plan, &explain::PlanExplanation::plan);
            const bool has_goal = goal != explanation_.plans.end() && goal->goal;
            if (!steps.empty()) {
                out.open("ul");
                for (const std::string& step : steps) out.element("li", step);
                out.close();
            }
            if (has_goal) {
                out.open("ul", {{"class", "tree"}});
                write_condition(out, voice_, *goal->goal, say("doel: ", "goal: "));
                out.close();
            }
            sources(out, rules_.plan(plan.state.plan).sources);
        }
    }

    // The signals of this status, but for strengths and opportunities that stand on top of the page.
    [[nodiscard]] std::vector<const SignalExplanation*> signals_with(SignalStatus status) const {
        std::vector<const SignalExplanation*> found;
        for (const SignalExplanation& one : explanation_.signals) {
            const bool is_shown_above =
                status == SignalStatus::active && rules_.signal(one.signal).kind != model::SignalKind::signal;
            if (one.outcome.status == status && !is_shown_above && !explain::is_almost(one)) found.push_back(&one);
        }
        return found;
    }

    void change(Markup& out, const explain::OfferShown& change) const {
        out.open("p", {{"class", "change"}});
        write_phrase(out, change.sentence);
        out.close();
    }

    void almost(Markup& out) {
        bool is_first = true;
        for (const SignalExplanation& one : explanation_.signals) {
            if (!explain::is_almost(one)) continue;
            if (is_first) out.element("h2", say("Wat niet speelt, maar bijna", "What does not apply, but almost"));
            is_first = false;
            signal(out, one);
            for (const explain::OfferShown& offer : one.changes) {
                if (explain::is_small_step(offer)) change(out, offer);
            }
        }
    }

    void why(Markup& out) {
        const std::vector<const SignalExplanation*> active = signals_with(SignalStatus::active);
        if (active.empty()) return;
        out.element("h2", say("Waarom", "Why"));
        write_legend(out, voice_);
        for (const SignalExplanation* one : active) signal(out, *one);
    }

    // What the page does not tell of by itself stands here with its title, what can't be judged with all there is.
    void folded(Markup& out, SignalStatus status, const char* title) {
        const std::vector<const SignalExplanation*> signals = signals_with(status);
        if (signals.empty()) return;
        out.element("h2", title);
        out.open("details");
        out.element("summary", std::to_string(signals.size()) +
                                   (signals.size() == 1 ? say(" punt", " item") : say(" punten", " items")));
        const bool is_open = status == SignalStatus::undetermined;
        const auto is_told = [&](const SignalExplanation* one) {
            return is_open || (one->is_in_brief && status != SignalStatus::not_applicable);
        };
        for (const SignalExplanation* one : signals) {
            if (is_told(one)) signal(out, *one, is_open);
        }
        if (!std::ranges::all_of(signals, is_told)) {
            out.open("ul");
            for (const SignalExplanation* one : signals) {
                if (!is_told(one)) authored(out, "li", explain::title_of(rules_.signal(one->signal)));
            }
            out.close();
        }
        out.close();
    }

    void signal(Markup& out, const SignalExplanation& one, bool in_full = false) {
        const model::Signal& declared = rules_.signal(one.signal);
        out.open("h3");
        authored(out, "span", explain::title_of(declared));
        std::string behind;
        if (declared.kind != model::SignalKind::signal) {
            behind = explain::texts::kind_of(declared.kind).in(frame_.language);
        } else if (one.outcome.status == SignalStatus::active) {
            behind = explain::format_severity(one.outcome.severity, frame_.language);
            if (one.outcome.possibly_higher) behind += say(", mogelijk hoger", ", possibly higher");
        }
        if (!behind.empty()) out.text(" (" + behind + ")");
        out.close();
        if (one.explanation && !one.explanation->empty()) authored(out, "p", *one.explanation);
        if (one.outcome.status == SignalStatus::undetermined && !one.missing.empty()) {
            out.element("p",
                        say("Er ontbreekt: ", "Missing: ") + explain::missing_in_words(one.missing, frame_.language));
        }
        if (in_full || one.has_condition_in_brief) {
            conditions(out, one, in_full);
        } else {
            out.open("details").element("summary", say("waarop dit rust", "what this rests on"));
            conditions(out, one, true);
            out.close();
        }
        if (one.outcome.status != SignalStatus::active) return;
        const explain::ChangesTold told = explain::changes_on_page(one, frame_.language);
        for (const explain::OfferShown* offer : told.changes) change(out, *offer);
        for (const std::string& words : told.behind) out.element("p", words);
        for (const explain::FindingShown& finding : one.finding_out) {
            out.open("p");
            write_phrase(out, finding.sentence);
            out.close();
        }
    }

    void conditions(Markup& out, const SignalExplanation& one, bool in_full) {
        const model::Signal& declared = rules_.signal(one.signal);
        if (!one.phases.empty() || !one.levels.empty() || !one.unless.empty()) {
            out.open("ul", {{"class", "tree"}});
            for (const explain::PhaseLine& phase : one.phases) {
                out.open("li");
                write_mark(out, voice_, phase.holds);
                out.text(say("in de fase ", "in the phase "));
                authored(out, "span", explain::title_of(rules_.phase(phase.phase)));
                out.close();
            }
            levels(out, one, true, in_full);
            if (!in_full && !one.rest.empty()) {
                out.open("li").open("details").open("summary");
                write_phrase(out, one.rest);
                out.close().open("ul");
                levels(out, one, false, true);
                out.close().close().close();
            }
            unless(out, one.unless, in_full);
            out.close();
        }
        for (const explain::ParameterLine& parameter : one.parameters) {
            if (!in_full && !parameter.is_in_brief()) continue;
            out.open("p", {{"class", "quiet"}});
            authored(out, "span", explain::title_of(rules_.parameter(parameter.parameter)));
            out.text(": ").open("strong");
            write_value(out, parameter.value);
            out.close();
            if (parameter.origin == explain::ThresholdOrigin::institution) {
                out.text(say(", van de instelling", ", of the institution"));
            } else if (parameter.origin == explain::ThresholdOrigin::standard) {
                out.text(say(", standaardwaarde van het regelpakket", ", the default value of the rule pack"));
            }
            if (!parameter.reason.empty()) {
                out.text(say(", omdat: ", ", because: "));
                authored(out, "span", parameter.reason);
            }
            out.close();
        }
        sources(out, declared.sources);
    }
    void unless(Markup& out, const std::vector<explain::ConditionLine>& lines, bool in_full) const {
        for (const explain::ConditionLine& one : lines) {
            if (!in_full && one.in_brief == explain::InBrief::left_out) continue;
            write_condition(out, voice_, one, say("tenzij ", "unless "), in_full);
        }
    }
    // Those that the page shows, or the others; all of them with `in_full`.
    void levels(Markup& out, const SignalExplanation& one, bool shown, bool in_full) const {
        const model::Signal& declared = rules_.signal(one.signal);
        for (const explain::LevelExplanation& level : one.levels) {
            const bool is_left_out = level.condition.in_brief == explain::InBrief::left_out;
            if (shown ? is_left_out && !in_full : !is_left_out) continue;
            std::string before;
            if (has_levels(one, declared)) before = explain::format_severity(level.severity, frame_.language) + ": ";
            write_condition(out, voice_, level.condition, before, in_full);
        }
    }
    // `ernst midden als ...` rather than `als ...`.
    [[nodiscard]] static bool has_levels(const SignalExplanation& one, const model::Signal& declared) {
        if (one.levels.size() != 1) return one.levels.size() > 1;
        return declared.kind == model::SignalKind::signal && declared.levels.size() == 1 &&
               declared.levels.front().severity != model::Severity::medium;
    }

    void sources(Markup& out, const std::vector<model::Citation>& citations) {
        if (citations.empty()) return;
        out.open("p", {{"class", "quiet source"}}).text(say("Bron: ", "Source: "));
        for (std::size_t i = 0; i < citations.size(); ++i) {
            if (i > 0) out.text("; ");
            authored(out, "span", sources_.name(citations[i]));
        }
        out.close();
    }

    // Policies that say what the advice does not.
    void policies(Markup& out) const {
        std::vector<const explain::PolicyExplanation*> shown;
        for (const explain::PolicyExplanation& one : explanation_.policies) {
            if (one.is_in_brief) shown.push_back(&one);
        }
        if (shown.empty()) return;
        out.element("h2", say("Beleid", "Policy"));
        out.open("details");
        out.element("summary", say("wanneer welk advies wordt gegeven", "when which advice is given"));
        for (const explain::PolicyExplanation* one : shown) {
            out.open("h3");
            write_mark(out, voice_, one->applies);
            authored(out, "span", explain::title_of(rules_.policy(one->policy)));
            out.close();
            out.open("ul", {{"class", "tree"}});
            if (one->condition) write_condition(out, voice_, *one->condition, {});
            unless(out, one->unless, false);
            out.close();
        }
        out.close();
    }

    const model::RuleSet& rules_;
    const StudentExplanation& explanation_;
    const StudentReport& report_;
    const StudentPageFrame& frame_;
    Voice voice_;
    explain::SourceNames sources_;
};

}  // namespace

std::string student_page(const explain::Redactor& redactor, const explain::Visible<StudentExplanation>& explanation,
                         const StudentPageFrame& frame) {
    return StudentPage(redactor, *explanation, frame).render();
}

}  // namespace wegwijzer::cli::html
