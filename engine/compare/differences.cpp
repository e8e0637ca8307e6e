#include "engine/compare/differences.h"

#include <algorithm>

namespace wegwijzer::comparison {
namespace {

// Day and priority may come from a policy the reader may not see: then only coming and going is compared.
bool is_other(const AdviceState& before, const AdviceState& after) {
    if (before.role != after.role) return true;
    if (before.partly_restricted || after.partly_restricted) return false;
    return before.priority != after.priority || before.urgent != after.urgent ||
           before.not_before != after.not_before || before.due != after.due || before.consent != after.consent;
}

bool is_signal_difference(const SignalState& before, const SignalState& after) { return !(before == after); }

// Advice of `mine` that `theirs` has not, for this intervention and role.
std::vector<const AdviceState*> missing_in(const Standing& theirs, const Standing& mine) {
    std::vector<const AdviceState*> missing;
    for (const AdviceState& advice : mine.advice) {
        if (theirs.find(advice.intervention, advice.role) != nullptr) continue;
        if (theirs.is_restricted(advice.intervention, advice.role)) continue;  // it stands, on other grounds
        missing.push_back(&advice);
    }
    return missing;
}

std::size_t count_of(const std::vector<const AdviceState*>& all, std::size_t intervention) {
    return static_cast<std::size_t>(std::ranges::count(all, intervention, &AdviceState::intervention));
}

}  // namespace

std::optional<std::int64_t> minutes_of(const model::Intervention& intervention) {
    if (!intervention.duration) return std::nullopt;
    switch (intervention.duration->unit) {
        case LengthUnit::minutes: return intervention.duration->count;
        case LengthUnit::hours: return intervention.duration->count * 60;
        default: return std::nullopt;  // a course of weeks says nothing about hours
    }
}

Comparer::Comparer(const explain::Redactor& before, const explain::Redactor& after, Date reference_date)
    : pairing_(before, after),
      changes_(compare_declarations(before.rules(), after.rules())),
      causes_(pairing_, changes_),
      students_by_change_(changes_.size(), 0) {
    result_.reference_date = reference_date;
    result_.leaves_out_advice = pairing_.leaves_out_advice();
    for (std::size_t i = 0; i < pairing_.signals().size(); ++i) {
        const auto& pair = pairing_.signals()[i];
        SignalTotals totals;
        totals.named = {pair.name, pair.title};
        totals.kind = pairing_.kind_of(i);
        result_.signals.push_back(std::move(totals));
    }
    for (const auto& pair : pairing_.interventions()) result_.interventions.push_back({pair.name, pair.title});
    for (const auto& pair : pairing_.roles()) {
        result_.role_names.push_back({pair.name, pair.title});
        roles_.push_back({{pair.name, pair.title}, {}, {}});
    }
}

void Comparer::count_load(Which which, const AdviceState& advice) {
    RoleTotals& role = roles_[advice.role];
    Load& load = which == Which::before ? role.before : role.after;
    const model::InterventionId id = pairing_.interventions()[advice.intervention].of(which);
    const std::optional<std::int64_t> minutes = minutes_of(pairing_.rules(which).intervention(id));
    ++load.advices;
    if (minutes) {
        load.minutes += *minutes;
    } else {
        ++load.without_duration;
    }
}

bool Comparer::count(const Standing& before, const Standing& after) {
    ++result_.students;
    bool signals_differ = false;
    for (std::size_t i = 0; i < before.signals.size(); ++i) {
        const bool was = before.signals[i].status == SignalState::Status::on;
        const bool is = after.signals[i].status == SignalState::Status::on;
        SignalTotals& totals = result_.signals[i];
        totals.before += was ? 1 : 0;
        totals.after += is ? 1 : 0;
        totals.on += is && !was ? 1 : 0;
        totals.off += was && !is ? 1 : 0;
        totals.undetermined_before += before.signals[i].status == SignalState::Status::undetermined ? 1 : 0;
        totals.undetermined_after += after.signals[i].status == SignalState::Status::undetermined ? 1 : 0;
        signals_differ = signals_differ || is_signal_difference(before.signals[i], after.signals[i]);
    }
    // What stands on other grounds on one side is left out on both.
    std::size_t advice_before = 0;
    std::size_t advice_after = 0;
    for (const AdviceState& advice : before.advice) {
        if (after.is_restricted(advice.intervention, advice.role)) continue;
        count_load(Which::before, advice);
        ++advice_before;
    }
    for (const AdviceState& advice : after.advice) {
        if (before.is_restricted(advice.intervention, advice.role)) continue;
        count_load(Which::after, advice);
        ++advice_after;
    }
    const std::vector<AdviceDifference> differences = advice_differences(before, after);
    if (!signals_differ && differences.empty()) return false;

    ++result_.changed;
    const auto has = [&](AdviceChange change) {
        return std::ranges::any_of(differences, [&](const auto& one) { return one.change == change; });
    };
    const bool came = has(AdviceChange::came);
    const bool went = has(AdviceChange::went);
    if (differences.empty()) {
        ++result_.signals_only;
    } else if (came && !went) {
        ++result_.more;
    } else if (went && !came) {
        ++result_.less;
    } else {
        ++result_.other;
    }
    if (advice_before == 0 && advice_after != 0) ++result_.comes_on;
    if (advice_before != 0 && advice_after == 0) ++result_.goes_off;
    return true;
}

std::vector<AdviceDifference> Comparer::advice_differences(const Standing& before, const Standing& after) const {
    const std::vector<const AdviceState*> gone = missing_in(after, before);
    const std::vector<const AdviceState*> come = missing_in(before, after);
    std::vector<AdviceDifference> differences;
    const auto another_role = [&](const AdviceState& advice) {
        return count_of(gone, advice.intervention) == 1 && count_of(come, advice.intervention) == 1;
    };
    for (const AdviceState& advice : after.advice) {
        if (const AdviceState* old = before.find(advice.intervention, advice.role)) {
            if (is_other(*old, advice)) differences.push_back({AdviceChange::changed, *old, advice, {}});
        } else if (std::ranges::find(come, &advice) != come.end()) {
            if (another_role(advice)) {
                const auto elsewhere = std::ranges::find(gone, advice.intervention, &AdviceState::intervention);
                differences.push_back({AdviceChange::changed, **elsewhere, advice, {}});
            } else {
                differences.push_back({AdviceChange::came, std::nullopt, advice, {}});
            }
        }
    }
    for (const AdviceState* advice : gone) {
        if (!another_role(*advice)) differences.push_back({AdviceChange::went, *advice, std::nullopt, {}});
    }
    return differences;
}

void Comparer::describe(std::string key, std::optional<std::string> name, const Both& student) {
    StudentDifference difference{std::move(key), std::move(name), {}, {}};
    for (std::size_t i = 0; i < student.before.signals.size(); ++i) {
        if (!is_signal_difference(student.before.signals[i], student.after.signals[i])) continue;
        difference.signals.push_back({i, student.before.signals[i], student.after.signals[i], causes_.of_signal(i)});
    }
    difference.advice = advice_differences(student.before, student.after);
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
    result_.list.push_back(std::move(difference));
}

explain::Visible<Comparison> Comparer::finish() {
    // The numbers of changes become those of the changes that are shown.
    std::vector<std::size_t> shown(changes_.size(), 0);
    for (std::size_t i = 0; i < changes_.size(); ++i) {
        if (!causes_.may_see(i)) {
            result_.hides_changes = true;
            continue;
        }
        shown[i] = result_.changes.size();
        result_.changes.push_back({changes_[i], students_by_change_[i]});
    }
    for (StudentDifference& student : result_.list) {
        for (SignalDifference& one : student.signals) {
            for (std::size_t& change : one.causes.changes) change = shown[change];
        }
        for (AdviceDifference& one : student.advice) {
            for (std::size_t& change : one.causes.changes) change = shown[change];
        }
    }
    for (RoleTotals& role : roles_) {
        if (role.before.advices + role.after.advices != 0) result_.roles.push_back(std::move(role));
    }
    return explain::Visible<Comparison>(std::move(result_));
}

}  // namespace wegwijzer::comparison
