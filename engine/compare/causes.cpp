#include "engine/compare/causes.h"

#include <algorithm>
#include <optional>

namespace wegwijzer::comparison {
namespace {

constexpr Which both_sides[] = {Which::before, Which::after};

template <class IdType>
std::size_t place_of(const std::vector<Pair<IdType>>& pairs, Which which, IdType id) {
    const auto found = std::ranges::find_if(pairs, [&](const Pair<IdType>& pair) { return pair.of(which) == id; });
    return static_cast<std::size_t>(found - pairs.begin());
}

template <class Declaration>
const Declaration* find_named(const std::vector<Declaration>& declared, const std::string& name) {
    const auto found = std::ranges::find(declared, name, &Declaration::name);
    return found == declared.end() ? nullptr : &*found;
}

void add_once(std::vector<std::size_t>& numbers, std::size_t number) {
    if (std::ranges::find(numbers, number) == numbers.end()) numbers.push_back(number);
}

std::string_view kind_word(model::SignalKind kind) {
    switch (kind) {
        case model::SignalKind::signal: return "signal";
        case model::SignalKind::strength: return "strength";
        case model::SignalKind::opportunity: break;
    }
    return "opportunity";
}

// What the fields behind a declaration of this rule set say; true for one that isn't there or reads nothing.
bool may_see(const explain::Redactor& redactor, const DeclarationKey& key) {
    const model::RuleSet& rules = redactor.rules();
    const Schema& schema = *rules.schema;
    const auto sees_all = [&](const model::FieldUses& uses) { return redactor.reader().may_see_all(schema, uses); };
    const auto number = [&](const auto& declared) -> std::optional<std::size_t> {
        for (std::size_t i = 0; i < declared.size(); ++i) {
            if (declared[i].name == key.name) return i;
        }
        return std::nullopt;
    };
    if (key.kind == "parameter" || key.kind == "set") {
        const auto at = number(rules.parameters);
        return !at || sees_all(redactor.provenance().parameters[*at]);
    }
    if (key.kind == "concept") {
        const auto at = number(rules.concepts);
        return !at || sees_all(redactor.provenance().concepts[*at]);
    }
    if (key.kind == "table") {
        const auto at = number(rules.tables);
        return !at || sees_all(redactor.provenance().tables[*at]);
    }
    if (key.kind == "plan") {
        const auto at = number(rules.plans);
        return !at ||
               (sees_all(redactor.provenance().plan_goals[*at]) && sees_all(redactor.provenance().plan_terms[*at]) &&
                std::ranges::all_of(redactor.provenance().plan_signals[*at],
                                    [&](model::SignalId signal) { return redactor.may_see(signal); }));
    }
    if (key.kind == "intervention") {
        const auto at = number(rules.interventions);
        return !at || sees_all(redactor.provenance().interventions[*at]);
    }
    if (key.kind == "phase") {
        const model::Phase* phase = find_named(rules.phases, key.name);
        if (phase == nullptr || !phase->days.counts_from_start() || schema.start.is_none()) return true;
        return redactor.may_see(schema.start);
    }
    if (key.kind == "series") {
        const SeriesId series = schema.find_series(key.name);
        return series.is_none() || redactor.reader().may_see_events(schema.series_of(series));
    }
    if (key.kind != "field") return true;
    const std::size_t point = key.name.find('.');
    if (point == std::string::npos) {
        const FieldId field = schema.find_field(key.name);
        return field.is_none() || redactor.may_see(field);
    }
    const SeriesId series = schema.find_series(key.name.substr(0, point));
    if (series.is_none()) return true;
    const SeriesFieldId field = schema.series_of(series).find_field(key.name.substr(point + 1));
    return field.is_none() || redactor.reader().may_see(schema, model::FieldUse{{}, series, field});
}

bool same_term(const model::AdviceTerm& left, const model::AdviceTerm& right) {
    return left.within == right.within && left.due == right.due && left.week == right.week &&
           left.unknown == right.unknown;
}

bool same_plan(const model::PlanOutcome* left, const model::PlanOutcome* right) {
    const auto same_step = [](const model::StepTerms& one, const model::StepTerms& other) {
        return same_term(one.length, other.length) && same_term(one.first_week, other.first_week) &&
               same_term(one.last_week, other.last_week);
    };
    return left->goal.value == right->goal.value && std::ranges::equal(left->steps, right->steps, same_step);
}

}  // namespace

CauseFinder::CauseFinder(const Pairing& pairing, const std::vector<DeclarationChange>& changes)
    : pairing_(pairing), index_(changes) {
    find_visible(changes);
    find_signal_causes();
    find_policy_facts();
}

namespace {

bool is_hidden_in(const Pairing& pairing, Which which, const DeclarationKey& key) {
    const model::RuleSet& rules = pairing.rules(which);
    for (std::size_t i = 0; i < rules.signals.size(); ++i) {
        if (kind_word(rules.signals[i].kind) == key.kind && rules.signals[i].name == key.name &&
            pairing.is_hidden(which, model::SignalId{i})) {
            return true;
        }
    }
    for (std::size_t i = 0; key.kind == "policy" && i < rules.policies.size(); ++i) {
        if (rules.policies[i].name == key.name && pairing.is_hidden(which, model::PolicyId{i})) return true;
    }
    return !may_see(pairing.redactor(which), key);
}

}  // namespace

bool CauseFinder::is_visible(const DeclarationKey& key) const {
    return std::ranges::none_of(both_sides, [&](Which which) { return is_hidden_in(pairing_, which, key); });
}

std::vector<DeclarationKey> hidden_declarations(const explain::Redactor& redactor) {
    const Pairing pairing(redactor, redactor);
    std::vector<DeclarationKey> hidden;
    for (const Declared& declared : declarations_of(redactor.rules())) {
        if (is_hidden_in(pairing, Which::after, declared.key)) hidden.push_back(declared.key);
    }
    return hidden;
}

void CauseFinder::find_visible(const std::vector<DeclarationChange>& changes) {
    for (std::size_t i = 0; i < changes.size(); ++i) {
        visible_.push_back(is_visible(changes[i].key));
        if (changes[i].reach != Reach::outcomes) continue;
        if (visible_.back()) {
            all_visible_.push_back(i);
        } else {
            has_hidden_ = true;
        }
    }
}

void CauseFinder::add(Causes& causes, const ChangeNumbers& changes) const {
    for (const std::size_t change : changes) {
        if (visible_[change]) {
            causes.changes.push_back(change);
        } else {
            causes.restricted = true;
        }
    }
}

void CauseFinder::find_signal_causes() {
    const std::vector<Pair<model::SignalId>>& signals = pairing_.signals();
    for (std::size_t i = 0; i < signals.size(); ++i) {
        Causes causes;
        ChangeNumbers found;
        for (const Which which : both_sides) {
            if (signals[i].of(which).is_none()) continue;
            const model::RuleSet& rules = pairing_.rules(which);
            const model::Signal& signal = rules.signal(signals[i].of(which));
            index_.collect(kind_word(signal.kind), signal.name, found);
            // One that is new or gone is so by itself.
            if (!signals[i].in_both()) continue;
            const ChangeNumbers behind = changes_behind(rules, index_, signal);
            found.insert(found.end(), behind.begin(), behind.end());
        }
        sort_out(found);
        add(causes, found);
        signal_causes_.push_back(std::move(causes));
    }
}

void CauseFinder::find_policy_facts() {
    const auto& policies = pairing_.policies();
    advised_by_.resize(pairing_.interventions().size());
    not_together_.resize(pairing_.interventions().size());
    stands_in_for_.resize(pairing_.interventions().size());
    overruled_by_.resize(policies.size());
    intervention_changes_.resize(pairing_.interventions().size());
    for (std::size_t i = 0; i < policies.size(); ++i) {
        PolicyFacts facts;
        index_.collect("policy", policies[i].name, facts.own);
        for (const Which which : both_sides) {
            if (policies[i].of(which).is_none()) continue;
            const model::RuleSet& rules = pairing_.rules(which);
            const model::Policy& policy = rules.policy(policies[i].of(which));
            if (policies[i].in_both()) {
                const ChangeNumbers behind = changes_behind(rules, index_, policy);
                facts.behind.insert(facts.behind.end(), behind.begin(), behind.end());
            }
            facts.reads_signalen = facts.reads_signalen || reads_signalen(rules, policy);
            const auto& named = pairing_.redactor(which).provenance().policy_signals[policies[i].of(which).index()];
            for (const model::SignalId signal : named) {
                if (pairing_.is_hidden(which, signal)) continue;
                add_once(facts.signals, place_of(pairing_.signals(), which, signal));
            }
            for (const model::Advice& advice : policy.advises) {
                model::for_each_advised(rules, advice, [&](model::InterventionId intervention, model::RoleId) {
                    add_once(advised_by_[pairing_.number_of(which, intervention)], i);
                });
                if (advice.plan.is_none()) continue;
                index_.collect("plan", rules.plan(advice.plan).name, facts.own);
                for (const model::SignalId signal :
                     pairing_.redactor(which).provenance().plan_signals[advice.plan.index()]) {
                    if (pairing_.is_hidden(which, signal)) continue;
                    add_once(facts.signals, place_of(pairing_.signals(), which, signal));
                }
            }
            for (const model::PolicyId other : policy.overrides) {
                add_once(overruled_by_[place_of(policies, which, other)], i);
            }
        }
        sort_out(facts.own);
        sort_out(facts.behind);
        policy_facts_.push_back(std::move(facts));
    }
    for (std::size_t i = 0; i < pairing_.interventions().size(); ++i) {
        for (const Which which : both_sides) {
            const model::InterventionId id = pairing_.interventions()[i].of(which);
            if (id.is_none()) continue;
            const model::RuleSet& rules = pairing_.rules(which);
            const ChangeNumbers behind = changes_behind(rules, index_, rules.intervention(id));
            intervention_changes_[i].insert(intervention_changes_[i].end(), behind.begin(), behind.end());
            for (const model::InterventionId other : rules.intervention(id).only_after) {
                add_once(stands_in_for_[pairing_.number_of(which, other)], i);
            }
            for (const model::InterventionId other : rules.intervention(id).not_together) {
                add_once(not_together_[i], pairing_.number_of(which, other));
            }
        }
        sort_out(intervention_changes_[i]);
    }
}

bool CauseFinder::applies(Which which, std::size_t policy, const Both& student) const {
    const model::PolicyId id = pairing_.policies()[policy].of(which);
    if (id.is_none()) return false;
    const model::PolicyOutcome& outcome = student.outcome(which).policies[id.index()];
    return outcome.condition.value == Tri::yes &&
           std::ranges::none_of(outcome.unless, [](const auto& unless) { return unless.value == Tri::yes; });
}

bool CauseFinder::differs(std::size_t policy, const Both& student) const {
    if (applies(Which::before, policy, student) != applies(Which::after, policy, student)) return true;
    const Pair<model::PolicyId>& pair = pairing_.policies()[policy];
    const model::PolicyOutcome& before = student.outcome_before.policies[pair.before.index()];
    const model::PolicyOutcome& after = student.outcome_after.policies[pair.after.index()];
    return !std::ranges::equal(before.terms, after.terms, same_term) ||
           !std::ranges::equal(plans_of(Which::before, policy, student), plans_of(Which::after, policy, student),
                               same_plan);
}

std::vector<const model::PlanOutcome*> CauseFinder::plans_of(Which which, std::size_t policy,
                                                             const Both& student) const {
    std::vector<const model::PlanOutcome*> plans;
    for (const model::Advice& advice : pairing_.rules(which).policy(pairing_.policies()[policy].of(which)).advises) {
        if (advice.plan) plans.push_back(&student.outcome(which).plans[advice.plan.index()]);
    }
    return plans;
}

bool CauseFinder::is_hidden(std::size_t policy, const Both& student) const {
    return std::ranges::any_of(both_sides, [&](Which which) {
        const model::PolicyId id = pairing_.policies()[policy].of(which);
        return !id.is_none() && !pairing_.may_see(which, id, student.outcome(which));
    });
}

void CauseFinder::add_policy(Causes& causes, std::size_t policy, const Both& student) const {
    // What applies in neither gave no advice and overruled nothing.
    if (!applies(Which::before, policy, student) && !applies(Which::after, policy, student)) return;
    const PolicyFacts& facts = policy_facts_[policy];
    const bool differs_here = differs(policy, student);
    if (is_hidden(policy, student)) {
        causes.restricted = causes.restricted || differs_here || !facts.own.empty();
        return;
    }
    add(causes, facts.own);
    if (!differs_here || !pairing_.policies()[policy].in_both()) return;
    add(causes, facts.behind);
    const auto add_signal = [&](std::size_t signal) {
        if (student.before.signals[signal] == student.after.signals[signal]) return;
        const Causes& behind = signal_causes_[signal];
        causes.changes.insert(causes.changes.end(), behind.changes.begin(), behind.changes.end());
        causes.restricted = causes.restricted || behind.restricted;
    };
    for (const std::size_t signal : facts.signals) add_signal(signal);
    for (std::size_t i = 0; facts.reads_signalen && i < pairing_.signals().size(); ++i) {
        if (pairing_.kind_of(i) == model::SignalKind::signal) add_signal(i);
    }
}

void CauseFinder::add_intervention(Causes& causes, std::size_t intervention, const Both& student,
                                   std::vector<bool>& seen) const {
    if (seen[intervention]) return;
    seen[intervention] = true;
    add(causes, intervention_changes_[intervention]);
    for (const std::size_t policy : advised_by_[intervention]) {
        add_policy(causes, policy, student);
        if (!applies(Which::before, policy, student) && !applies(Which::after, policy, student)) continue;
        for (const std::size_t other : overruled_by_[policy]) add_policy(causes, other, student);
    }
    // By `pas na` it is advised in the place of what comes after it.
    for (const std::size_t other : stands_in_for_[intervention]) add_intervention(causes, other, student, seen);
    // What excludes it matters where that has changed.
    const auto is_advised = [&](const Standing& standing, std::size_t other) {
        return std::ranges::any_of(standing.advice,
                                   [&](const AdviceState& state) { return state.intervention == other; });
    };
    for (const std::size_t other : not_together_[intervention]) {
        if (is_advised(student.before, other) != is_advised(student.after, other)) {
            add_intervention(causes, other, student, seen);
        }
    }
}

Causes CauseFinder::of_advice(std::size_t intervention, std::size_t role, const Both& student) const {
    Causes causes;
    std::vector<bool> seen(pairing_.interventions().size(), false);
    add_intervention(causes, intervention, student, seen);
    ChangeNumbers role_change;
    index_.collect("role", pairing_.roles()[role].name, role_change);
    add(causes, role_change);
    // Something of what changed it must have been.
    if (causes.changes.empty() && !causes.restricted) {
        causes.changes = all_visible_;
        causes.restricted = has_hidden_;
    }
    sort_out(causes.changes);
    return causes;
}

}  // namespace wegwijzer::comparison
