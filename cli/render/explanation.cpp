#include "cli/render/explanation.h"

#include <algorithm>

#include "cli/render/lines.h"
#include "cli/render/words.h"
#include "engine/explain/format_value.h"
#include "engine/explain/names_in_words.h"
#include "engine/explain/texts.h"

namespace wegwijzer::cli {
namespace {

using explain::ConditionLine;
using explain::SignalExplanation;
using explain::StudentExplanation;
using model::SignalStatus;

const char* mark_of(Tri holds) { return holds == Tri::yes ? "✓ " : holds == Tri::no ? "✗ " : "? "; }

class Page {
  public:
    Page(const explain::Redactor& redactor, const ExplanationFrame& frame)
        : redactor_(redactor), rules_(redactor.rules()), frame_(frame), lines_(frame.width, frame.colour) {}

    std::string render(const StudentExplanation& explanation) {
        header(explanation);
        going_well(explanation);
        to_do(explanation);
        section(explanation, SignalStatus::active, say("WAAROM", "WHY"));
        policies(explanation);
        plans(explanation);
        section(explanation, SignalStatus::undetermined, say("NIET TE BEOORDELEN", "CAN'T BE JUDGED"));
        section(explanation, SignalStatus::not_active, say("WAT NIET SPEELT", "WHAT DOES NOT APPLY"));
        section(explanation, SignalStatus::not_applicable, say("NIET VAN TOEPASSING", "NOT APPLICABLE"));
        unknown(explanation);
        return lines_.take();
    }

  private:
    [[nodiscard]] std::string say(const char* nl, const char* en) const {
        return frame_.language == Language::nl ? nl : en;
    }
    void heading(const std::string& text) {
        lines_.empty();
        lines_.heading(text);
    }

    void header(const StudentExplanation& explanation) {
        const explain::StudentReport& report = *explanation.report;
        std::string text = name_and_key(report) + " · " + explain::format_date(report.reference_date, frame_.language);
        if (explanation.start) {
            const std::int64_t day = days_between(*explanation.start, report.reference_date) + 1;
            text += " · " + say("gestart ", "started ") + explain::format_date(*explanation.start, frame_.language);
            if (day >= 1) text += " (" + say("dag ", "day ") + std::to_string(day) + ")";
        }
        for (const model::PhaseId phase : explanation.phases) text += " · " + explain::title_of(rules_.phase(phase));
        lines_.heading(text);
    }

    void going_well(const StudentExplanation& explanation) {
        const explain::StudentReport& report = *explanation.report;
        if (report.strengths.empty() && report.opportunities.empty()) return;
        heading(say("WAT GOED GAAT", "WHAT GOES WELL"));
        for (const auto* list : {&report.strengths, &report.opportunities}) {
            for (const explain::SignalReport& one : *list) {
                lines_.paragraph(" + ", signal_words(rules_, one, frame_.language));
                for (const SignalExplanation& signal : explanation.signals) {
                    if (signal.signal == one.signal) conditions(signal);
                }
            }
        }
    }

    void to_do(const StudentExplanation& explanation) {
        const explain::StudentReport& report = *explanation.report;
        heading(say("WAT U KUNT DOEN", "WHAT YOU CAN DO"));
        if (report.recommendations.empty())
            lines_.paragraph(" ", say("Er is nu geen advies.", "There is no advice now."));
        std::size_t number = 0;
        for (const explain::RecommendationReport& one : report.recommendations) {
            lines_.strong(" " + std::to_string(++number) + ". ",
                          action_words(rules_, one, report.reference_date, frame_.language));
            const std::string route = crisis_route(rules_);
            if (one.advice.urgent && !route.empty()) lines_.strong("    ", say("Bij spoed: ", "When urgent: ") + route);
            std::vector<std::string> reasons;
            for (const model::SignalId reason : one.advice.reasons) {
                reasons.push_back(explain::title_of(rules_.signal(reason)));
            }
            const std::string other = other_reason(rules_, one, frame_.language);
            if (!other.empty()) reasons.push_back(other);
            if (!reasons.empty())
                lines_.paragraph("    ", say("omdat: ", "because: ") + listed(reasons, frame_.language));
            for (const std::string& question : rules_.intervention(one.advice.intervention).questions) {
                lines_.paragraph("    ", say("„", "“") + question + "”");
            }
            for (const Localized& note : one.notes) {
                lines_.paragraph("    ", say("let op: ", "note: ") + note.in(frame_.language));
            }
            sources(one.sources, "    ");
        }
        for (const explain::SuppressionReport& one : report.suppressed) {
            lines_.paragraph(
                " - ", say("niet nodig nu: ", "not needed now: ") + suppressed_words(rules_, one, frame_.language));
        }
        for (const explain::NotNeededReport& one : report.not_needed) {
            lines_.paragraph(
                " - ", say("niet nodig nu: ", "not needed now: ") + not_needed_words(rules_, one, frame_.language));
        }
    }

    void section(const StudentExplanation& explanation, SignalStatus status, const std::string& title) {
        bool is_first = true;
        for (const SignalExplanation& one : explanation.signals) {
            const model::Signal& signal = rules_.signal(one.signal);
            const bool is_shown_above = status == SignalStatus::active && signal.kind != model::SignalKind::signal;
            if (one.outcome.status != status || is_shown_above) continue;
            if (is_first) heading(title);
            is_first = false;
            signal_lines(one, signal);
        }
    }

    void signal_lines(const SignalExplanation& one, const model::Signal& signal) {
        std::string title = explain::title_of(signal);
        if (signal.kind != model::SignalKind::signal) {
            title += " (" + explain::texts::kind_of(signal.kind).in(frame_.language) + ")";
        } else if (one.outcome.status == SignalStatus::active) {
            title += " (" + explain::format_severity(one.outcome.severity, frame_.language);
            if (one.outcome.possibly_higher) title += say(", mogelijk hoger", ", possibly higher");
            title += ")";
        }
        lines_.strong(" ", title);
        if (one.explanation && !one.explanation->empty()) lines_.paragraph("   ", one.explanation->text());
        if (one.outcome.status == SignalStatus::undetermined && !one.missing.empty()) {
            lines_.paragraph(
                "   ", say("er ontbreekt: ", "missing: ") + explain::missing_in_words(one.missing, frame_.language));
        }
        conditions(one);
    }

    void conditions(const SignalExplanation& one) {
        const model::Signal& signal = rules_.signal(one.signal);
        for (const explain::PhaseLine& phase : one.phases) {
            lines_.paragraph(std::string("   ") + mark_of(phase.holds),
                             say("in de fase ", "in the phase ") + explain::title_of(rules_.phase(phase.phase)));
        }
        const bool has_levels = one.levels.size() > 1 || (one.levels.size() == 1 && is_written_as_level(signal));
        for (const explain::LevelExplanation& level : one.levels) {
            std::string before;
            if (has_levels) before = explain::format_severity(level.severity, frame_.language) + ": ";
            line(level.condition, 3, before);
        }
        for (const ConditionLine& unless : one.unless) line(unless, 3, say("tenzij ", "unless "));
        for (const explain::ParameterLine& parameter : one.parameters) {
            std::string text = explain::title_of(rules_.parameter(parameter.parameter)) + ": " + parameter.value.text();
            if (!parameter.reason.empty()) text += say(", omdat ", ", because ") + parameter.reason;
            lines_.paragraph("     ", text);
        }
        sources(signal.sources, "     ");
    }
    // `ernst midden als ...` rather than `als ...`.
    [[nodiscard]] static bool is_written_as_level(const model::Signal& signal) {
        return signal.kind == model::SignalKind::signal && signal.levels.size() == 1 &&
               signal.levels.front().severity != model::Severity::medium;
    }

    void line(const ConditionLine& condition, std::size_t indent, const std::string& before) {
        std::string text = before + condition.words;
        std::string behind = condition.value.text();
        if (!condition.threshold.empty()) behind += say(" (grens ", " (threshold ") + condition.threshold.text() + ")";
        if (!condition.change.empty()) behind += (behind.empty() ? "" : "; ") + condition.change.text();
        if (!condition.missing.empty() && condition.children.empty()) {
            behind += (behind.empty() ? "" : "; ") + say("er ontbreekt: ", "missing: ") +
                      explain::missing_in_words(condition.missing, frame_.language);
        }
        if (!behind.empty()) text += "  →  " + behind;
        lines_.paragraph(std::string(indent, ' ') + mark_of(condition.holds), text);
        const auto below = [&](const explain::Phrase& detail) {
            lines_.paragraph(std::string(indent + 4, ' '), detail.text());
        };
        for (const explain::Detail& detail : condition.details) {
            if (const auto* words = std::get_if<explain::Phrase>(&detail)) {
                below(*words);
            } else {
                for (const explain::Phrase& phrase :
                     phrases_of(std::get<explain::EventsShown>(detail), frame_.language)) {
                    below(phrase);
                }
            }
        }
        for (const ConditionLine& child : condition.children) line(child, indent + 2, {});
    }

    void sources(const std::vector<model::Citation>& citations, const std::string& indent) {
        for (const model::Citation& citation : citations) {
            std::string text =
                say("bron: ", "source: ") + explain::title_of(rules_.references[citation.reference.index()]);
            if (!citation.place.empty()) text += ", " + citation.place;
            lines_.paragraph(indent, text);
        }
    }

    // Policies that can't be judged, or that rest on more than a signal by name.
    void policies(const StudentExplanation& explanation) {
        bool is_first = true;
        for (const explain::PolicyExplanation& one : explanation.policies) {
            const bool is_plain =
                one.condition && one.condition->children.empty() && one.unless.empty() && one.applies == Tri::no;
            if (is_plain) continue;
            if (is_first) heading(say("BELEID", "POLICY"));
            is_first = false;
            lines_.strong(std::string(" ") + mark_of(one.applies), explain::title_of(rules_.policy(one.policy)));
            if (one.condition) line(*one.condition, 3, {});
            for (const ConditionLine& unless : one.unless) line(unless, 3, say("tenzij ", "unless "));
        }
    }

    void plans(const StudentExplanation& explanation) {
        if (explanation.report->plans.empty()) return;
        heading(say("AANPAK", "PLAN"));
        for (const explain::PlanReport& report : explanation.report->plans) {
            lines_.paragraph(" ", plan_words(rules_, report, frame_.language));
            for (const std::string& step : steps_to_come(rules_, report, frame_.language)) {
                lines_.paragraph("   ", step);
            }
            for (const explain::PlanExplanation& one : explanation.plans) {
                if (one.plan == report.state.plan && one.goal) line(*one.goal, 3, say("doel: ", "goal: "));
            }
            sources(rules_.plan(report.state.plan).sources, "     ");
        }
    }

    void unknown(const StudentExplanation& explanation) {
        std::vector<std::string> names;
        for (const explain::UndeterminedReport& one : explanation.report->undetermined) {
            for (const std::string& name : one.missing) {
                if (std::ranges::find(names, name) == names.end()) names.push_back(name);
            }
        }
        if (names.empty() && explanation.report->data_problems.empty()) return;
        heading(say("WAT ONBEKEND IS", "WHAT IS UNKNOWN"));
        if (!names.empty()) lines_.paragraph(" ? ", explain::missing_in_words(names, frame_.language));
        for (const Localized& problem : explanation.report->data_problems) {
            lines_.paragraph(" ! ", problem.in(frame_.language));
        }
    }

    const explain::Redactor& redactor_;
    const model::RuleSet& rules_;
    const ExplanationFrame& frame_;
    Lines lines_;
};

}  // namespace

std::string render_explanation(const explain::Redactor& redactor,
                               const explain::Visible<StudentExplanation>& explanation, const ExplanationFrame& frame) {
    return Page(redactor, frame).render(*explanation);
}

}  // namespace wegwijzer::cli
