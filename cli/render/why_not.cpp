#include "cli/render/why_not.h"

#include <algorithm>

#include "cli/render/condition_text.h"
#include "cli/render/lines.h"
#include "cli/render/page_text.h"
#include "cli/render/words.h"
#include "engine/explain/changes_told.h"
#include "engine/explain/format_value.h"
#include "engine/explain/names_in_words.h"
#include "engine/explain/texts.h"

namespace wegwijzer::cli {
namespace {

using explain::PolicyStanding;
using explain::SignalExplanation;
using explain::StudentExplanation;
using model::SignalStatus;

class WhyNotPage {
  public:
    WhyNotPage(const explain::Redactor& redactor, const ExplanationFrame& frame)
        : rules_(redactor.rules()),
          text_(frame.language, frame.marks_nodes),
          lines_(frame.width, frame.colour, frame.plain ? std::optional(frame.language) : std::nullopt),
          conditions_(redactor, text_, marks_, lines_, true) {}

    std::string render(const StudentExplanation& explanation, const explain::Asked& asked) {
        const explain::HeaderShown& header = explanation.header;
        const std::string key = text_.of(header.key);
        const std::string who = header.name.empty() ? key : text_.of(header.name) + " (" + key + ")";
        lines_.heading(who + " · " + text_.of(header.reference_date));
        for (const explain::PolicyExplanation& one : explanation.policies) {
            if (one.policy == asked.policy) policy(explanation, one);
        }
        for (const SignalExplanation& one : explanation.signals) {
            if (std::ranges::find(asked.signals, one.signal) != asked.signals.end()) signal(one);
        }
        return lines_.take();
    }

  private:
    [[nodiscard]] std::string say(const char* nl, const char* en) const { return text_.say(nl, en); }
    [[nodiscard]] Language language() const { return text_.language(); }

    // ---- a beleid ---------------------------------------------------------------------------------------------------

    void policy(const StudentExplanation& explanation, const explain::PolicyExplanation& one) {
        lines_.empty();
        lines_.heading(explain::title_of(rules_.policy(one.policy)) + say(" (beleid)", " (policy)") +
                       standing_words(explain::standing_of(one)));
        if (one.condition) conditions_.add(*one.condition, 1, say("als ", "if "));
        for (const explain::ConditionLine& unless : one.unless) conditions_.add(unless, 1, say("tenzij ", "unless "));
        follows(explanation, one);
    }

    [[nodiscard]] std::string standing_words(PolicyStanding standing) const {
        switch (standing) {
            case PolicyStanding::applies: return say(": geldt wel", ": does apply");
            case PolicyStanding::stopped:
                return say(": niet nodig, door een `tenzij`", ": not needed, because of an `unless`");
            case PolicyStanding::undetermined: return say(": niet te beoordelen", ": can't be judged");
            case PolicyStanding::does_not_apply: break;
        }
        return say(": geldt niet", ": does not apply");
    }

    // The advice that comes of it, and what was held back.
    void follows(const StudentExplanation& explanation, const explain::PolicyExplanation& one) {
        const explain::StudentReport& report = *explanation.report;
        const explain::FollowsFromPolicy found = explain::follows_from(report, one.policy);
        for (const std::size_t i : found.recommendations) {
            const explain::ActionShown& shown = explanation.actions[i];
            std::string what = explain::title_of(rules_.intervention(report.recommendations[i].advice.intervention));
            if (!shown.not_before.empty()) what += say(", vanaf ", ", from ") + text_.of(shown.not_before);
            if (!shown.due.empty()) what += say(", uiterlijk ", ", by ") + text_.of(shown.due);
            if (shown.is_late) what += say(" (al voorbij)", " (already past)");
            if (!shown.in_progress_since.empty()) {
                what += say("; loopt sinds ", "; in progress since ") + text_.of(shown.in_progress_since);
            }
            lines_.paragraph(" ", say("Advies: ", "Advice: ") + what);
        }
        for (const std::size_t i : found.plans) {
            lines_.paragraph(" ",
                             say("Aanpak: ", "Plan: ") + explain::title_of(rules_.plan(report.plans[i].state.plan)));
        }
        for (const std::size_t i : found.suppressed) {
            lines_.paragraph(" ", say("Niet nodig nu: ", "Not needed now: ") +
                                      explain::title_of(rules_.intervention(report.suppressed[i].intervention)) +
                                      say(", want ", ", because ") + text_.of(explanation.suppressed[i]));
        }
        const bool is_empty = found.recommendations.empty() && found.plans.empty() && found.suppressed.empty();
        if (one.applies == Tri::yes && is_empty) {
            lines_.paragraph(" ", say("Er komt nu geen advies uit.", "No advice comes of it now."));
        }
    }

    // ---- a signal, kracht or kans -----------------------------------------------------------------------------------

    void signal(const SignalExplanation& one) {
        const model::Signal& signal = rules_.signal(one.signal);
        lines_.empty();
        lines_.heading(explain::title_of(signal) + " (" + explain::texts::kind_of(signal.kind).in(language()) + ")" +
                       status_words(one));
        if (one.explanation && !one.explanation->empty()) lines_.paragraph(" ", text_.of(*one.explanation));
        if (one.outcome.status == SignalStatus::undetermined && !one.missing.empty()) {
            lines_.paragraph(" ",
                             say("er ontbreekt: ", "missing: ") + explain::missing_in_words(one.missing, language()));
        }
        for (const explain::FindingShown& finding : one.finding_out) {
            lines_.paragraph(" ", text_.of(finding.sentence));
        }
        conditions_.add(one);
        changes(one);
    }

    [[nodiscard]] std::string status_words(const SignalExplanation& one) const {
        switch (one.outcome.status) {
            case SignalStatus::active: {
                std::string words = say(": geldt wel", ": does hold");
                if (rules_.signal(one.signal).kind != model::SignalKind::signal) return words;
                words += ", " + explain::format_severity(one.outcome.severity, language());
                if (one.outcome.possibly_higher) words += say(", mogelijk hoger", ", possibly higher");
                return words;
            }
            case SignalStatus::undetermined: return say(": niet te beoordelen", ": can't be judged");
            case SignalStatus::not_applicable:
                return say(": niet van toepassing, want niet in de fase", ": not applicable, because not in the phase");
            case SignalStatus::not_active: break;
        }
        return say(": geldt niet", ": does not hold");
    }

    void changes(const SignalExplanation& one) {
        const explain::ChangesTold told = explain::changes_in_answer(one, language());
        if (!told.before.empty()) lines_.paragraph(" ", told.before);
        for (const explain::OfferShown* change : told.changes) lines_.paragraph(" ", text_.of(change->sentence));
        for (const std::string& behind : told.behind) lines_.paragraph(" ", behind);
    }

    const model::RuleSet& rules_;
    PageMarks marks_;
    PageText text_;
    Lines lines_;
    ConditionText conditions_;
};

}  // namespace

std::string render_why_not(const explain::Redactor& redactor, const explain::Visible<StudentExplanation>& explanation,
                           const explain::Asked& asked, const ExplanationFrame& frame) {
    return WhyNotPage(redactor, frame).render(*explanation, asked);
}

}  // namespace wegwijzer::cli
