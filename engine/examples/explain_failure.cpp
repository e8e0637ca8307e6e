#include "engine/examples/explain_failure.h"

#include <algorithm>
#include <string>

#include "engine/explain/condition_lines.h"
#include "engine/explain/format_value.h"
#include "engine/explain/texts.h"

namespace wegwijzer::examples {
namespace {

using explain::ConditionLine;

const char* mark_of(Tri holds) { return holds == Tri::yes ? "✓ " : holds == Tri::no ? "✗ " : "? "; }

// In one language.
class Tree {
  public:
    Tree(const CameOut& came_out, const explain::Redactor& redactor, const trace::Trace& trace, Language language)
        : it_(came_out),
          redactor_(redactor),
          rules_(redactor.rules()),
          language_(language),
          explanation_(explain::Explainer(redactor).explain(came_out.subject.cohort, 0, came_out.subject.on,
                                                            came_out.advice, trace, language)) {}

    [[nodiscard]] std::vector<std::string> lines_for(const model::Expectation& expectation) {
        std::visit([&](const auto& expected) { add(expected); }, expectation.what);
        return std::move(lines_);
    }

  private:
    [[nodiscard]] std::string say(const char* nl, const char* en) const { return language_ == Language::nl ? nl : en; }

    void add(const ConditionLine& line, std::size_t indent, const std::string& before = {}) {
        // A value that is known is no condition: it has no mark.
        const bool is_value = line.holds == Tri::unknown && line.missing.empty() && !line.value.empty();
        std::string text = std::string(indent, ' ') + (is_value ? "" : mark_of(line.holds)) + before + line.words;
        std::string behind = line.value.text();
        if (!line.threshold.empty()) behind += say(" (grens ", " (threshold ") + line.threshold.text() + ")";
        if (!line.change.empty()) behind += (behind.empty() ? "" : "; ") + line.change.text();
        if (!line.missing.empty() && line.children.empty()) {
            behind += (behind.empty() ? "" : "; ") + say("er ontbreekt: ", "missing: ") +
                      explain::texts::list_of(line.missing).in(language_);
        }
        if (!behind.empty()) text += "  →  " + behind;
        lines_.push_back(std::move(text));
        const auto add_below = [&](const explain::Phrase& detail) {
            lines_.push_back(std::string(indent + 4, ' ') + detail.text());
        };
        for (const explain::Detail& detail : line.details) {
            if (const auto* words = std::get_if<explain::Phrase>(&detail)) {
                add_below(*words);
            } else {
                const auto& events = std::get<explain::EventsShown>(detail);
                for (const explain::Phrase& phrase : phrases_of(events, language_)) add_below(phrase);
            }
        }
        for (const ConditionLine& child : line.children) add(child, indent + 2);
    }

    void add(model::SignalId id) {
        const auto found = std::ranges::find_if(
            explanation_->signals, [&](const explain::SignalExplanation& each) { return each.signal == id; });
        if (found == explanation_->signals.end()) return;
        const model::Signal& signal = rules_.signal(id);
        lines_.push_back(explain::texts::kind_of(signal.kind).in(language_) + " `" + signal.name + "`");
        for (const explain::PhaseLine& phase : found->phases) {
            lines_.push_back(std::string("  ") + mark_of(phase.holds) + say("in fase ", "in phase ") +
                             rules_.phase(phase.phase).name);
        }
        for (const explain::LevelExplanation& level : found->levels) {
            const std::string severity = explain::format_severity(level.severity, language_) + ": ";
            add(level.condition, 2, found->levels.size() > 1 ? severity : std::string());
        }
        for (const ConditionLine& unless : found->unless) add(unless, 2, say("tenzij ", "unless "));
        for (const explain::ParameterLine& parameter : found->parameters) {
            std::string text = "    `" + rules_.parameter(parameter.parameter).name + "`: " + parameter.value.text();
            if (!parameter.reason.empty()) text += say(", omdat ", ", because ") + parameter.reason;
            lines_.push_back(std::move(text));
        }
    }

    void add(model::PolicyId id) {
        const auto found = std::ranges::find_if(
            explanation_->policies, [&](const explain::PolicyExplanation& each) { return each.policy == id; });
        if (found == explanation_->policies.end()) return;
        lines_.push_back(mark_of(found->applies) + say("beleid `", "policy `") + rules_.policy(id).name + "`");
        if (found->condition) add(*found->condition, 2);
        for (const ConditionLine& unless : found->unless) add(unless, 2, say("tenzij ", "unless "));
        for (const model::SignalId signal : redactor_.provenance().policy_signals[id.index()]) {
            if (std::ranges::find(shown_, signal) != shown_.end()) continue;
            shown_.push_back(signal);
            add(signal);
        }
    }

    void add(const model::SignalExpectation& expected) {
        if (expected.signal) {
            add(expected.signal);
            return;
        }
        for (std::size_t i = 0; i < rules_.signals.size(); ++i) {
            if (rules_.signals[i].kind == expected.kind) add(model::SignalId(i));
        }
    }
    void add(const model::AdviceExpectation& expected) {
        for (std::size_t i = 0; i < rules_.policies.size(); ++i) {
            const auto& advises = rules_.policies[i].advises;
            const bool concerns = !expected.intervention || std::ranges::any_of(advises, [&](const model::Advice& one) {
                bool is_advised = false;
                model::for_each_advised(rules_, one, [&](model::InterventionId intervention, model::RoleId) {
                    is_advised = is_advised || intervention == expected.intervention;
                });
                return is_advised;
            });
            if (concerns || led_to(model::PolicyId(i), expected.intervention)) add(model::PolicyId(i));
        }
    }
    void add(const model::PlanExpectation& expected) {
        for (std::size_t i = 0; i < rules_.policies.size(); ++i) {
            const auto& advises = rules_.policies[i].advises;
            const bool concerns = std::ranges::any_of(advises, [&](const model::Advice& one) {
                return one.plan && (!expected.plan || one.plan == expected.plan);
            });
            if (concerns) add(model::PolicyId(i));
        }
        for (const explain::PlanExplanation& plan : explanation_->plans) {
            if (expected.plan && plan.plan != expected.plan) continue;
            lines_.push_back(say("aanpak `", "plan `") + rules_.plan(plan.plan).name + "`");
            if (plan.goal) add(*plan.goal, 2, say("doel: ", "goal: "));
        }
    }
    // Also in the place of what it advises (`pas na`).
    [[nodiscard]] bool led_to(model::PolicyId policy, model::InterventionId intervention) const {
        const auto& advice = it_.advice;
        return std::ranges::any_of(advice.suppressed,
                                   [&](const advise::Suppression& each) {
                                       return each.intervention == intervention && each.policy == policy;
                                   }) ||
               std::ranges::any_of(advice.recommendations, [&](const advise::Recommendation& each) {
                   return each.intervention == intervention &&
                          std::ranges::find(each.policies, policy) != each.policies.end();
               });
    }
    void add_tree(model::ExprId expr) {
        trace::StepId root;
        const trace::Trace trace = trace::evaluate_expr(rules_, it_.subject.cohort, 0, it_.subject.on, expr, &root);
        explain::ConditionLines conditions(redactor_, it_.subject.cohort, 0, it_.subject.on, trace, language_);
        conditions.start_rule({expr});
        add(conditions.line_of(root, "expression"), 0);
    }
    void add(const model::ConceptExpectation& expected) { add_tree(expected.expr); }
    void add(const model::ParameterExpectation& expected) {
        const model::Parameter& parameter = rules_.parameter(expected.parameter);
        if (parameter.value) {
            lines_.push_back(say("waarde in het pakket: ", "value in the pack: ") +
                             explain::format_constant(rules_, *parameter.value, parameter.type, language_));
        }
        for (const model::Override& line : parameter.overrides) {
            lines_.push_back(say("gezet op ", "set to ") +
                             explain::format_constant(rules_, line.value, parameter.type, language_) +
                             (line.condition.is_none() ? "" : say(" voor:", " for:")));
            if (line.condition) add_tree(line.condition);
        }
    }

    const CameOut& it_;
    const explain::Redactor& redactor_;
    const model::RuleSet& rules_;
    Language language_;
    explain::Visible<explain::StudentExplanation> explanation_;
    std::vector<model::SignalId> shown_;
    std::vector<std::string> lines_;
};

}  // namespace

std::vector<Localized> explain_failure(const CameOut& came_out, const model::Expectation& expectation,
                                       const explain::Redactor& redactor, const trace::Trace& trace) {
    const std::vector<std::string> nl = Tree(came_out, redactor, trace, Language::nl).lines_for(expectation);
    const std::vector<std::string> en = Tree(came_out, redactor, trace, Language::en).lines_for(expectation);
    std::vector<Localized> lines;
    for (std::size_t i = 0; i < std::max(nl.size(), en.size()); ++i) {
        lines.emplace_back(i < nl.size() ? nl[i] : std::string(), i < en.size() ? en[i] : std::string());
    }
    return lines;
}

}  // namespace wegwijzer::examples
