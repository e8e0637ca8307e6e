#include "engine/keep/keep_student.h"

namespace wegwijzer::keep {
namespace {

KeptAdvice kept_advice(const explain::Redactor& nobody, const model::StudentOutcome& outcome,
                       const advise::Recommendation& given) {
    const model::RuleSet& rules = nobody.rules();
    KeptAdvice advice;
    advice.intervention = rules.intervention(given.intervention).name;
    advice.role = rules.role(given.by).name;
    advice.priority = given.priority;
    advice.urgent = given.urgent;
    advice.in_progress = given.in_progress_since.has_value();
    advice.consent = given.consent;
    advice.not_before = given.not_before;
    advice.due = given.due;
    for (const model::SignalId reason : given.reasons) advice.reasons.push_back(rules.signal(reason).name);
    for (const model::PolicyId policy : given.policies) {
        (nobody.may_see(policy, outcome) ? advice.policies : advice.confidential).push_back(rules.policy(policy).name);
    }
    return advice;
}

}  // namespace

KeptStudent keep_student(const explain::Redactor& nobody, const model::StudentOutcome& outcome,
                         const advise::StudentAdvice& advice, Date reference_date,
                         const explain::EarlierStudent* before) {
    const model::RuleSet& rules = nobody.rules();
    const std::vector<explain::EarlierAdvice> none;
    KeptStudent student;
    for (std::size_t i = 0; i < rules.signals.size(); ++i) {
        const comparison::SignalState state = comparison::state_of(rules.signals[i], outcome.signals[i]);
        if (state.status == comparison::SignalState::Status::off) continue;
        student.signals.push_back({rules.signals[i].name, state});
    }
    for (const advise::Recommendation& given : advice.recommendations) {
        KeptAdvice kept = kept_advice(nobody, outcome, given);
        kept.since = reference_date;
        for (const explain::EarlierAdvice& earlier : before != nullptr ? before->advice : none) {
            if (earlier.intervention == kept.intervention && earlier.role == kept.role) kept.since = earlier.since;
        }
        student.advice.push_back(std::move(kept));
    }
    return student;
}

explain::EarlierStudent earlier_student(const KeptStudent& kept, Date day) {
    explain::EarlierStudent earlier;
    earlier.day = day;
    for (const KeptAdvice& one : kept.advice) {
        earlier.advice.push_back({one.intervention, one.role, one.since, one.reasons, !one.confidential.empty()});
    }
    return earlier;
}

}  // namespace wegwijzer::keep
