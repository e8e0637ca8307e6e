#include "engine/examples/judge.h"

#include <algorithm>
#include <string>
#include <variant>

#include "engine/explain/format_value.h"
#include "engine/explain/texts.h"

namespace wegwijzer::examples {
namespace {

using model::SignalStatus;

// ---- signals --------------------------------------------------------------------------------------------------------

bool fits(const model::SignalOutcome& outcome, const model::SignalExpectation& expected) {
    switch (expected.state) {
        case model::SignalExpectation::State::undetermined: return outcome.status == SignalStatus::undetermined;
        case model::SignalExpectation::State::not_applicable: return outcome.status == SignalStatus::not_applicable;
        case model::SignalExpectation::State::active: break;
    }
    if (outcome.status != SignalStatus::active) return false;
    if (expected.severity && outcome.severity != *expected.severity) return false;
    return !expected.possibly_higher || outcome.possibly_higher;
}

Localized missing_words(const model::RuleSet& rules, const model::MissingSet& missing) {
    if (missing.empty()) return {};
    std::vector<std::string> names;
    for (const model::Missing& one : missing) names.push_back(explain::name_of(*rules.schema, one));
    const Localized list = explain::texts::list_of(names);
    return {" (er ontbreekt: " + list.nl + ")", " (missing: " + list.en + ")"};
}

Localized state_words(const model::RuleSet& rules, const model::Signal& signal, const model::SignalOutcome& outcome) {
    switch (outcome.status) {
        case SignalStatus::not_applicable: return {"niet van toepassing", "not applicable"};
        case SignalStatus::not_active: return {"niet actief", "not active"};
        case SignalStatus::undetermined: {
            const Localized missing = missing_words(rules, outcome.missing);
            return {"onbepaald" + missing.nl, "undetermined" + missing.en};
        }
        case SignalStatus::active: break;
    }
    if (signal.kind == model::SignalKind::opportunity) return {"actief", "active"};
    return {"actief, ernst " + explain::format_severity(outcome.severity, Language::nl) +
                (outcome.possibly_higher ? ", mogelijk hoger" : ""),
            "active, severity " + explain::format_severity(outcome.severity, Language::en) +
                (outcome.possibly_higher ? ", possibly higher" : "")};
}

// ---- advice ---------------------------------------------------------------------------------------------------------

bool has_role(const model::RuleSet& rules, const model::AdviceParts& expected, model::InterventionId intervention,
              model::RoleId by) {
    if (expected.by && expected.by != by) return false;
    if (expected.line && rules.role(by).line != *expected.line) return false;
    return !expected.through || rules.intervention(intervention).through == expected.through;
}

bool fits(const model::RuleSet& rules, const advise::Recommendation& advice, const model::AdviceExpectation& expected) {
    if (expected.intervention && advice.intervention != expected.intervention) return false;
    if (!has_role(rules, expected, advice.intervention, advice.by)) return false;
    if (expected.from && advice.not_before != expected.from) return false;
    if (expected.due && advice.due != expected.due) return false;
    return !expected.priority || advice.priority == *expected.priority;
}

bool fits(const model::RuleSet& rules, const advise::Suppression& advice, const model::AdviceExpectation& expected) {
    if (expected.intervention && advice.intervention != expected.intervention) return false;
    const model::Policy& policy = rules.policy(advice.policy);
    if (expected.priority && policy.priority != *expected.priority) return false;
    bool is_written = false;
    bool fits = false;
    for (const model::Advice& one : policy.advises) {
        model::for_each_advised(rules, one, [&](model::InterventionId intervention, model::RoleId by) {
            if (intervention != advice.intervention) return;
            is_written = true;
            fits = fits || has_role(rules, expected, intervention, by);
        });
    }
    if (fits) return true;
    // Advised in the place of another one: by its own role.
    return !is_written && has_role(rules, expected, advice.intervention, rules.intervention(advice.intervention).by);
}

Localized advice_words(const model::RuleSet& rules, const advise::Recommendation& advice) {
    const model::Intervention& intervention = rules.intervention(advice.intervention);
    std::string nl = "`" + intervention.name + "` door " + rules.role(advice.by).name;
    std::string en = "`" + intervention.name + "` by " + rules.role(advice.by).name;
    if (intervention.through) {
        nl += " via " + rules.role(intervention.through).name;
        en += " through " + rules.role(intervention.through).name;
    }
    if (advice.not_before) {
        nl += " vanaf " + to_iso(*advice.not_before);
        en += " from " + to_iso(*advice.not_before);
    }
    if (advice.due) {
        nl += " uiterlijk " + to_iso(*advice.due);
        en += " due " + to_iso(*advice.due);
    }
    nl += " prioriteit " + std::to_string(advice.priority);
    en += " priority " + std::to_string(advice.priority);
    return {nl, en};
}

// ---- plans ----------------------------------------------------------------------------------------------------------

bool has_terms(const model::PlanExpectation& expected) {
    return expected.line || expected.by || expected.through || expected.from || expected.due;
}

int priority_of(const model::RuleSet& rules, const advise::PlanState& state) {
    int priority = rules.policy(state.policies.front()).priority;
    for (const model::PolicyId policy : state.policies) priority = std::min(priority, rules.policy(policy).priority);
    return priority;
}

bool fits(const model::RuleSet& rules, const advise::PlanState& state, const model::PlanExpectation& expected) {
    if (expected.plan && expected.plan != state.plan) return false;
    if (expected.priority && priority_of(rules, state) != *expected.priority) return false;
    if (!has_terms(expected)) return true;
    if (!state.current_step) return false;
    const model::PlanStep& step = rules.plan(state.plan).steps[*state.current_step];
    const advise::StepState& terms = state.steps[*state.current_step];
    if (!has_role(rules, expected, step.intervention, step.by)) return false;
    if (expected.from && terms.not_before != expected.from) return false;
    return !expected.due || terms.due == expected.due;
}

// A step of such a plan is among what was suppressed, whether the plan is listed or its policy was overruled.
bool is_suppressed(const CameOut& it, const model::PlanExpectation& expected) {
    const model::RuleSet& rules = *it.subject.rules;
    return std::ranges::any_of(it.advice.suppressed, [&](const advise::Suppression& one) {
        const model::Policy& policy = rules.policy(one.policy);
        if (expected.priority && policy.priority != *expected.priority) return false;
        return std::ranges::any_of(policy.advises, [&](const model::Advice& advice) {
            if (advice.plan.is_none() || (expected.plan && advice.plan != expected.plan)) return false;
            return std::ranges::any_of(rules.plan(advice.plan).steps, [&](const model::PlanStep& step) {
                return step.intervention == one.intervention && has_role(rules, expected, step.intervention, step.by);
            });
        });
    });
}

Localized plan_words(const model::RuleSet& rules, const advise::PlanState& state) {
    const model::Plan& plan = rules.plan(state.plan);
    const std::string name = "`" + plan.name + "`";
    if (!state.current_step) {
        return state.goal == Tri::yes ? Localized{name + ": het doel is bereikt", name + ": the goal is reached"}
                                      : Localized{name + ": alle stappen zijn gedaan", name + ": all steps are done"};
    }
    const model::PlanStep& step = plan.steps[*state.current_step];
    const advise::StepState& terms = state.steps[*state.current_step];
    const std::string number = std::to_string(*state.current_step + 1);
    std::string nl = name + " stap " + number + " `" + rules.intervention(step.intervention).name + "` door " +
                     rules.role(step.by).name;
    std::string en = name + " step " + number + " `" + rules.intervention(step.intervention).name + "` by " +
                     rules.role(step.by).name;
    if (terms.not_before) {
        nl += " vanaf " + to_iso(*terms.not_before);
        en += " from " + to_iso(*terms.not_before);
    }
    if (terms.due) {
        nl += " uiterlijk " + to_iso(*terms.due);
        en += " due " + to_iso(*terms.due);
    }
    const std::string priority = std::to_string(priority_of(rules, state));
    return {nl + " prioriteit " + priority, en + " priority " + priority};
}

void add(Localized& list, const Localized& one) {
    list.nl += (list.nl.empty() ? "" : "; ") + one.nl;
    list.en += (list.en.empty() ? "" : "; ") + one.en;
}

// ---- values ---------------------------------------------------------------------------------------------------------

bool same(const trace::Value& value, const model::Constant& expected) {
    return std::visit(
        [&](const auto& wanted) {
            using Wanted = std::decay_t<decltype(wanted)>;
            if constexpr (std::is_same_v<Wanted, model::Severity>) {
                return false;  // no begrip or parameter has an ernst
            } else {
                const auto* found = std::get_if<Wanted>(&value);
                return found != nullptr && *found == wanted;
            }
        },
        expected);
}

bool fits(const trace::Value& value, const std::optional<model::Constant>& expected) {
    return expected ? same(value, *expected) : !trace::is_known(value);
}

struct Found {
    trace::Value value;
    model::ValueType type;
    std::vector<Ratio> thresholds;  // so that what is shown never reads as what was expected when it is not
};

void add_threshold(const std::optional<model::Constant>& expected, Found& found) {
    if (!expected) return;
    const auto* number = std::get_if<Decimal>(&*expected);
    if (number == nullptr) return;
    if (const auto threshold = explain::as_threshold(trace::Value{*number}, std::nullopt)) {
        found.thresholds.push_back(*threshold);
    }
}

Found find(const CameOut& came_out, const model::ConceptExpectation& expected) {
    const model::RuleSet& rules = *came_out.subject.rules;
    trace::StepId root;
    const trace::Trace trace =
        trace::evaluate_expr(rules, came_out.subject.cohort, 0, came_out.subject.on, expected.expr, &root);
    Found found{trace.step(root).value, rules.expr(expected.expr).type, {}};
    add_threshold(expected.value, found);
    return found;
}
Found find(const CameOut& came_out, const model::ParameterExpectation& expected) {
    const model::RuleSet& rules = *came_out.subject.rules;
    Found found{trace::parameter_value(rules, came_out.subject.cohort, 0, came_out.subject.on, expected.parameter),
                rules.parameter(expected.parameter).type,
                {}};
    add_threshold(expected.value, found);
    return found;
}

// ---- all kinds ------------------------------------------------------------------------------------------------------

struct Holds {
    const CameOut& it;

    bool operator()(const model::SignalExpectation& expected) const {
        const model::RuleSet& rules = *it.subject.rules;
        if (expected.signal) return fits(it.outcome.signals[expected.signal.index()], expected);
        for (std::size_t i = 0; i < rules.signals.size(); ++i) {
            if (rules.signals[i].kind == expected.kind && fits(it.outcome.signals[i], expected)) return true;
        }
        return false;
    }
    bool operator()(const model::AdviceExpectation& expected) const {
        const auto holds = [&](const auto& advice) { return fits(*it.subject.rules, advice, expected); };
        return expected.suppressed ? std::ranges::any_of(it.advice.suppressed, holds)
                                   : std::ranges::any_of(it.advice.recommendations, holds);
    }
    bool operator()(const model::PlanExpectation& expected) const {
        if (expected.suppressed) return is_suppressed(it, expected);
        return std::ranges::any_of(
            it.advice.plans, [&](const advise::PlanState& state) { return fits(*it.subject.rules, state, expected); });
    }
    bool operator()(const model::ConceptExpectation& expected) const {
        return fits(find(it, expected).value, expected.value);
    }
    bool operator()(const model::ParameterExpectation& expected) const {
        return fits(find(it, expected).value, expected.value);
    }
};

struct Describe {
    const CameOut& it;

    Localized operator()(const model::SignalExpectation& expected) const {
        const model::RuleSet& rules = *it.subject.rules;
        if (expected.signal) {
            const std::size_t index = expected.signal.index();
            return state_words(rules, rules.signals[index], it.outcome.signals[index]);
        }
        Localized list;
        for (std::size_t i = 0; i < rules.signals.size(); ++i) {
            const model::Signal& signal = rules.signals[i];
            if (signal.kind != expected.kind || it.outcome.signals[i].status == SignalStatus::not_active) continue;
            const Localized state = state_words(rules, signal, it.outcome.signals[i]);
            add(list, {"`" + signal.name + "` " + state.nl, "`" + signal.name + "` " + state.en});
        }
        return list.empty() ? Localized{"niets is actief", "nothing is active"} : list;
    }
    Localized operator()(const model::AdviceExpectation& expected) const {
        const model::RuleSet& rules = *it.subject.rules;
        Localized list;
        for (const advise::Recommendation& advice : it.advice.recommendations) {
            if (!expected.intervention || advice.intervention == expected.intervention) {
                add(list, advice_words(rules, advice));
            }
        }
        if (list.empty()) add_what_comes_first(list, expected.intervention);
        if (list.empty()) list = {"geen advies", "no advice"};
        for (const explain::SuppressionReport& advice : it.report.suppressed) {
            if (expected.intervention && advice.intervention != expected.intervention) continue;
            const std::string name = "`" + rules.intervention(advice.intervention).name + "`";
            add(list, {name + " onderdrukt: " + advice.because.nl, name + " suppressed: " + advice.because.en});
        }
        return list;
    }
    Localized operator()(const model::PlanExpectation& expected) const {
        const model::RuleSet& rules = *it.subject.rules;
        Localized list;
        for (const advise::PlanState& state : it.advice.plans) {
            if (!expected.plan || state.plan == expected.plan) add(list, plan_words(rules, state));
        }
        if (list.empty()) list = {"geen aanpak", "no plan"};
        for (const explain::SuppressionReport& advice : it.report.suppressed) {
            const auto& advised = rules.policy(advice.policy).advises;
            const bool concerns = std::ranges::any_of(advised, [&](const model::Advice& one) {
                return one.plan && (!expected.plan || one.plan == expected.plan);
            });
            if (!concerns) continue;
            const std::string name = "`" + rules.intervention(advice.intervention).name + "`";
            add(list, {name + " onderdrukt: " + advice.because.nl, name + " suppressed: " + advice.because.en});
        }
        return list;
    }
    // The advice that `pas na` puts in the place of this one.
    void add_what_comes_first(Localized& list, model::InterventionId expected) const {
        const model::RuleSet& rules = *it.subject.rules;
        for (const advise::Recommendation& advice : it.advice.recommendations) {
            const bool is_instead = std::ranges::any_of(advice.notes, [&](const advise::Note& note) {
                return note.kind == advise::NoteKind::comes_first && expected && note.intervention == expected;
            });
            if (!is_instead) continue;
            const std::string name = "`" + rules.intervention(expected).name + "`";
            const Localized words = advice_words(rules, advice);
            add(list, {words.nl + " (" + name + " komt pas daarna)", words.en + " (" + name + " comes only after it)"});
        }
    }
    Localized operator()(const model::ConceptExpectation& expected) const { return value_words(find(it, expected)); }
    Localized operator()(const model::ParameterExpectation& expected) const { return value_words(find(it, expected)); }

    [[nodiscard]] Localized value_words(const Found& found) const {
        const model::RuleSet& rules = *it.subject.rules;
        return {explain::format_value(rules, found.value, found.type, Language::nl, found.thresholds),
                explain::format_value(rules, found.value, found.type, Language::en, found.thresholds)};
    }
};

}  // namespace

bool holds(const CameOut& came_out, const model::Expectation& expectation) {
    return std::visit(Holds{came_out}, expectation.what) != expectation.negated;
}

Localized describe(const CameOut& came_out, const model::Expectation& expectation) {
    return std::visit(Describe{came_out}, expectation.what);
}

}  // namespace wegwijzer::examples
