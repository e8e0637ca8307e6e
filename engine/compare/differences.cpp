#include "engine/compare/differences.h"

#include <utility>

namespace wegwijzer::comparison {

Comparer::Comparer(const explain::Redactor& before, const explain::Redactor& after, Date reference_date)
    : pairing_(before, after),
      changes_(compare_declarations(before.rules(), after.rules())),
      causes_(pairing_, changes_),
      students_by_change_(changes_.size(), 0) {
    Comparison& result = counter_.result();
    result.reference_date = reference_date;
    result.leaves_out_advice = pairing_.leaves_out_advice();
    for (std::size_t i = 0; i < pairing_.signals().size(); ++i) {
        const auto& pair = pairing_.signals()[i];
        counter_.add_signal({pair.name, pair.title}, pairing_.kind_of(i));
    }
    for (const auto& pair : pairing_.interventions()) {
        const auto minutes = [&](Which which) {
            const model::InterventionId id = pair.of(which);
            return id.is_none() ? std::nullopt : minutes_of(pairing_.rules(which).intervention(id));
        };
        counter_.add_intervention({pair.name, pair.title}, minutes(Which::before), minutes(Which::after));
    }
    for (const auto& pair : pairing_.roles()) counter_.add_role({pair.name, pair.title});
}

void Comparer::describe(std::string key, std::optional<std::string> name, const Both& student) {
    StudentDifference difference{std::move(key), std::move(name), {}, {}};
    for (std::size_t i = 0; i < student.before.signals.size(); ++i) {
        if (student.before.signals[i] == student.after.signals[i]) continue;
        difference.signals.push_back({i, student.before.signals[i], student.after.signals[i], causes_.of_signal(i)});
    }
    difference.advice = counter_.differences(student.before, student.after);
    for (AdviceDifference& one : difference.advice) {
        const AdviceState& advice = one.after ? *one.after : *one.before;
        one.causes = causes_.of_advice(advice.intervention, advice.role, student);
        if (!one.before || !one.after || one.before->role == one.after->role) continue;
        const Causes of_other = causes_.of_advice(one.before->intervention, one.before->role, student);
        one.causes.changes.insert(one.causes.changes.end(), of_other.changes.begin(), of_other.changes.end());
        sort_out(one.causes.changes);
        one.causes.restricted = one.causes.restricted || of_other.restricted;
    }
    ChangeNumbers through;
    for (const SignalDifference& one : difference.signals) {
        through.insert(through.end(), one.causes.changes.begin(), one.causes.changes.end());
    }
    for (const AdviceDifference& one : difference.advice) {
        through.insert(through.end(), one.causes.changes.begin(), one.causes.changes.end());
    }
    sort_out(through);
    for (const std::size_t change : through) ++students_by_change_[change];
    counter_.result().list.push_back(std::move(difference));
}

explain::Visible<Comparison> Comparer::finish() {
    // The numbers of changes become those of the changes that are shown.
    Comparison& result = counter_.result();
    std::vector<std::size_t> shown(changes_.size(), 0);
    for (std::size_t i = 0; i < changes_.size(); ++i) {
        if (!causes_.may_see(i)) {
            result.hides_changes = true;
            continue;
        }
        shown[i] = result.changes.size();
        result.changes.push_back({changes_[i], students_by_change_[i]});
    }
    for (StudentDifference& student : result.list) {
        for (SignalDifference& one : student.signals) {
            for (std::size_t& change : one.causes.changes) change = shown[change];
        }
        for (AdviceDifference& one : student.advice) {
            for (std::size_t& change : one.causes.changes) change = shown[change];
        }
    }
    return explain::Visible<Comparison>(counter_.finish());
}

}  // namespace wegwijzer::comparison
