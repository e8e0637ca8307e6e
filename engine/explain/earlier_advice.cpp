#include "engine/explain/earlier_advice.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/advise/history.h"
#include "engine/explain/report.h"
#include "engine/explain/texts.h"

namespace wegwijzer::explain {
namespace {

template <class IdType, class Declared>
std::optional<IdType> find_by_name(const std::vector<Declared>& declared, const std::string& name) {
    const auto found = std::ranges::find(declared, name, &Declared::name);
    if (found == declared.end()) return std::nullopt;
    return IdType(static_cast<std::size_t>(found - declared.begin()));
}

bool is_listed(const std::vector<SignalReport>& reports, model::SignalId signal) {
    return std::ranges::find(reports, signal, &SignalReport::signal) != reports.end();
}

void add_once(std::vector<Localized>& phrases, Localized phrase) {
    const bool is_known = std::ranges::any_of(phrases, [&](const Localized& known) { return known.nl == phrase.nl; });
    if (!is_known) phrases.push_back(std::move(phrase));
}

// What became of one advice that is not given any more. Everything it says, the reader may see.
class LapseExplainer {
  public:
    LapseExplainer(const Redactor& redactor, const StudentReport& report, const advise::StudentHistory& history)
        : redactor_(redactor), rules_(redactor.rules()), report_(report), history_(history) {}

    std::vector<Localized> because(const EarlierAdvice& earlier) {
        phrases_.clear();
        const auto intervention = find_by_name<model::InterventionId>(rules_.interventions, earlier.intervention);
        if (!intervention) return {texts::not_in_the_rules()};
        for (const SuppressionReport& one : report_.suppressed) {
            if (one.intervention == *intervention) add_once(phrases_, one.because);
        }
        // Else it says so already, with how often at most.
        if (phrases_.empty()) what_people_did(*intervention, earlier.since);
        by_another_role(*intervention);
        stopped(*intervention);
        gone_signals(earlier.reasons);
        if (!phrases_.empty()) return std::move(phrases_);
        if (earlier.rests_on_confidential || may_be_hidden(*intervention)) {
            return {texts::restricted_reason(texts::whom_to_ask(rules_, rules_.intervention(*intervention).by))};
        }
        return {texts::not_advised_by_the_rules()};
    }

  private:
    void what_people_did(model::InterventionId intervention, Date since) {
        const advise::FollowUp* last = nullptr;
        for (const advise::FollowUp& one : history_.followups) {
            if (one.intervention == intervention && one.date && one.status && *one.date >= since) last = &one;
        }
        if (last == nullptr) return;
        switch (*last->status) {
            case FollowUpStatus::done:
            case FollowUpStatus::completed: add_once(phrases_, texts::carried_out_on(*last->date)); break;
            case FollowUpStatus::waived: add_once(phrases_, texts::waived_on(*last->date)); break;
            case FollowUpStatus::proposed:
            case FollowUpStatus::planned: break;
        }
    }
    void by_another_role(model::InterventionId intervention) {
        for (const RecommendationReport& one : report_.recommendations) {
            if (one.advice.intervention == intervention) {
                add_once(phrases_, texts::advised_to(title_of(rules_.role(one.advice.by))));
            }
        }
    }
    [[nodiscard]] bool advises(const model::Policy& policy, model::InterventionId intervention) const {
        bool does = false;
        for (const model::Advice& advice : policy.advises) {
            model::for_each_advised(rules_, advice, [&](model::InterventionId advised, model::RoleId) {
                does = does || advised == intervention;
            });
        }
        return does;
    }
    void stopped(model::InterventionId intervention) {
        for (const NotNeededReport& one : report_.not_needed) {
            const bool is_its = !one.because.empty() && advises(rules_.policy(one.policy), intervention);
            if (is_its) add_once(phrases_, texts::stopped_by(one.because));
        }
    }
    void gone_signals(const std::vector<std::string>& reasons) {
        for (const std::string& reason : reasons) {
            const auto signal = find_by_name<model::SignalId>(rules_.signals, reason);
            if (!signal || !redactor_.may_see(*signal)) continue;
            if (is_listed(report_.signals, *signal) || is_listed(report_.strengths, *signal) ||
                is_listed(report_.opportunities, *signal)) {
                continue;
            }
            const bool is_open = std::ranges::any_of(report_.undetermined, [&](const UndeterminedReport& one) {
                return one.kind != UndeterminedKind::policy && one.id == reason;
            });
            const std::string& title = title_of(rules_.signal(*signal));
            add_once(phrases_, is_open ? texts::can_not_be_judged_now(title) : texts::holds_no_longer(title));
        }
    }
    // By the rules alone: does a policy advise it that this reader may not see, or that reads what the reader may not see?
    [[nodiscard]] bool may_be_hidden(model::InterventionId intervention) const {
        for (std::size_t i = 0; i < rules_.policies.size(); ++i) {
            if (advises(rules_.policies[i], intervention) && !redactor_.sees_all_of(model::PolicyId(i))) return true;
        }
        return false;
    }

    const Redactor& redactor_;
    const model::RuleSet& rules_;
    const StudentReport& report_;
    const advise::StudentHistory& history_;
    std::vector<Localized> phrases_;
};

}  // namespace

bool Redactor::sees_all_of(model::PolicyId policy) const {
    return policy_visible_[policy.index()] && !policy_reads_hidden_signal_[policy.index()];
}

Visible<StudentReport> Redactor::beside(const Visible<StudentReport>& report, const Cohort& cohort,
                                        const EarlierStudent& earlier) const {
    StudentReport result = *report;
    result.compared_with = earlier.day;
    std::vector<bool> stands(earlier.advice.size(), false);
    for (RecommendationReport& one : result.recommendations) {
        const std::string& intervention = rules_->intervention(one.advice.intervention).name;
        const std::string& role = rules_->role(one.advice.by).name;
        one.since = result.reference_date;
        one.is_new = true;
        for (std::size_t i = 0; i < earlier.advice.size(); ++i) {
            const EarlierAdvice& before = earlier.advice[i];
            if (before.intervention != intervention || before.role != role) continue;
            stands[i] = true;
            one.since = before.since;
            one.is_new = false;
        }
    }
    const advise::StudentHistory history = advise::history_of(cohort, result.row, result.reference_date);
    LapseExplainer explainer(*this, result, history);
    for (std::size_t i = 0; i < earlier.advice.size(); ++i) {
        if (stands[i]) continue;
        const EarlierAdvice& before = earlier.advice[i];
        const auto intervention = find_by_name<model::InterventionId>(rules_->interventions, before.intervention);
        const auto role = find_by_name<model::RoleId>(rules_->roles, before.role);
        result.lapsed.push_back(
            {before.intervention, intervention ? title_of(rules_->intervention(*intervention)) : before.intervention,
             before.role, role ? title_of(rules_->role(*role)) : before.role, before.since, explainer.because(before)});
    }
    return Visible<StudentReport>(std::move(result));
}

}  // namespace wegwijzer::explain
