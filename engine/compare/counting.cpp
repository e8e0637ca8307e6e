#include "engine/compare/counting.h"

#include <algorithm>
#include <utility>

namespace wegwijzer::comparison {
namespace {

// Day and priority may come from a policy the reader may not see: then only coming and going is compared.
bool is_other(const AdviceState& before, const AdviceState& after, bool days_count) {
    if (before.role != after.role) return true;
    if (before.partly_restricted || after.partly_restricted) return false;
    if (days_count && (before.not_before != after.not_before || before.due != after.due)) return true;
    return before.priority != after.priority || before.urgent != after.urgent || before.consent != after.consent ||
           before.in_progress != after.in_progress;
}

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

void DifferenceCounter::add_signal(Named named, model::SignalKind kind) {
    SignalTotals totals;
    totals.named = std::move(named);
    totals.kind = kind;
    result_.signals.push_back(std::move(totals));
}

void DifferenceCounter::add_intervention(Named named, std::optional<std::int64_t> minutes_before,
                                         std::optional<std::int64_t> minutes_after) {
    result_.interventions.push_back(std::move(named));
    minutes_.emplace_back(minutes_before, minutes_after);
}

void DifferenceCounter::add_role(Named named) {
    result_.role_names.push_back(named);
    roles_.push_back({std::move(named), {}, {}});
}

void DifferenceCounter::count_load(Load& load, std::optional<std::int64_t> minutes) {
    ++load.advices;
    if (minutes) {
        load.minutes += *minutes;
    } else {
        ++load.without_duration;
    }
}

bool DifferenceCounter::count(const Standing& before, const Standing& after) {
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
        signals_differ = signals_differ || !(before.signals[i] == after.signals[i]);
    }
    // What stands on other grounds on one side is left out on both.
    std::size_t advice_before = 0;
    std::size_t advice_after = 0;
    for (const AdviceState& advice : before.advice) {
        if (after.is_restricted(advice.intervention, advice.role)) continue;
        count_load(roles_[advice.role].before, minutes_[advice.intervention].first);
        ++advice_before;
    }
    for (const AdviceState& advice : after.advice) {
        if (before.is_restricted(advice.intervention, advice.role)) continue;
        count_load(roles_[advice.role].after, minutes_[advice.intervention].second);
        ++advice_after;
    }
    const std::vector<AdviceDifference> found = differences(before, after);
    if (!signals_differ && found.empty()) return false;

    ++result_.changed;
    const auto has = [&](AdviceChange change) {
        return std::ranges::any_of(found, [&](const auto& one) { return one.change == change; });
    };
    const bool came = has(AdviceChange::came);
    const bool went = has(AdviceChange::went);
    if (found.empty()) {
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

std::vector<AdviceDifference> DifferenceCounter::differences(const Standing& before, const Standing& after) const {
    const std::vector<const AdviceState*> gone = missing_in(after, before);
    const std::vector<const AdviceState*> come = missing_in(before, after);
    std::vector<AdviceDifference> found;
    const auto another_role = [&](const AdviceState& advice) {
        return count_of(gone, advice.intervention) == 1 && count_of(come, advice.intervention) == 1;
    };
    for (const AdviceState& advice : after.advice) {
        if (const AdviceState* old = before.find(advice.intervention, advice.role)) {
            if (is_other(*old, advice, days_count_)) {
                found.push_back({AdviceChange::changed, *old, advice, {}});
            }
        } else if (std::ranges::find(come, &advice) != come.end()) {
            if (another_role(advice)) {
                const auto elsewhere = std::ranges::find(gone, advice.intervention, &AdviceState::intervention);
                found.push_back({AdviceChange::changed, **elsewhere, advice, {}});
            } else {
                found.push_back({AdviceChange::came, std::nullopt, advice, {}});
            }
        }
    }
    for (const AdviceState* advice : gone) {
        if (!another_role(*advice)) found.push_back({AdviceChange::went, *advice, std::nullopt, {}});
    }
    return found;
}

Comparison DifferenceCounter::finish() {
    for (RoleTotals& role : roles_) {
        if (role.before.advices + role.after.advices != 0) result_.roles.push_back(std::move(role));
    }
    return std::move(result_);
}

}  // namespace wegwijzer::comparison
