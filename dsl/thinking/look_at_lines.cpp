// W120: a beleid that advises the second line, or someone outside, where nothing in the first line is advised for the same reason.
// A hand-over by the first line (`via`) is demanded elsewhere; it doesn't say that the first line tried something.
//
// Something comes before it where the interventie says so (`pas na`) or goes there directly with a motivering (`rechtstreeks`),
// where the beleid itself advises the first line, looks at the opvolgingen, has spoed, or goes before one that advises the first
// line, and where another beleid advises the first line because of something that this one reads. Asked of packs with voorbeelden.
#include <algorithm>

#include "dsl/thinking/at_hand.h"
#include "dsl/thinking/signals_read.h"
#include "engine/model/provenance.h"
#include "engine/model/reach.h"

namespace wegwijzer::thinking {

namespace {

bool is_far(model::Line line) { return line == model::Line::second || line == model::Line::external; }

// The signals that a condition names. (What it counts among `signalen` may be there or not.)
class NamedSignals {
  public:
    void reached(const model::ExprNode& node) {
        if (const auto* state = std::get_if<model::SignalState>(&node)) add(state->signal);
        if (const auto* severity = std::get_if<model::SignalSeverity>(&node)) add(severity->signal);
    }
    void reached(model::ConceptId) {}
    void reached(model::TableId) {}
    void reached(model::ParameterId) {}

    [[nodiscard]] const std::vector<model::SignalId>& found() const { return found_; }

  private:
    void add(model::SignalId signal) {
        if (signal) found_.push_back(signal);
    }

    std::vector<model::SignalId> found_;
};

std::vector<model::SignalId> signals_named(const model::RuleSet& rules, model::ExprId condition) {
    NamedSignals named;
    model::Reach(rules, named).read(condition);
    return named.found();
}

// What the `als` of a beleid reads, as far as it may be a reason that two share. (A `tenzij` is none.)
struct Reasons {
    SignalSet signals;
    model::FieldUses fields;  // by itself and through these signals
};

struct FarAdvice {
    model::InterventionId intervention;
    model::Line line = model::Line::second;
    bool is_first_step = true;
    Span place;
};

class LineLook {
  public:
    explicit LineLook(AtHand& at)
        : at_(at),
          rules_(at.rules()),
          provenance_(model::find_provenance(at.rules())),
          reads_signals_(at.rules().policies.size()) {
        for (std::size_t i = 0; i < rules_.policies.size(); ++i) {
            const model::Policy& policy = rules_.policies[i];
            Reasons reasons;
            reasons.signals = signals_read(
                rules_, policy.condition ? std::vector<model::ExprId>{policy.condition} : std::vector<model::ExprId>());
            if (policy.condition) reasons.fields = model::fields_behind(rules_, policy.condition);
            for (std::size_t signal = 0; signal < reasons.signals.size(); ++signal) {
                if (!reasons.signals[signal]) continue;
                reads_signals_[i] = true;
                const model::FieldUses& its = provenance_.signals[signal];
                reasons.fields.insert(reasons.fields.end(), its.begin(), its.end());
            }
            reasons_.push_back(std::move(reasons));
            const bool advises_near = std::ranges::any_of(policy.advises, [this](const model::Advice& advice) {
                bool is_near = false;
                model::for_each_advised(rules_, advice, [&](model::InterventionId id, model::RoleId by) {
                    is_near =
                        is_near || (by && rules_.role(by).line == model::Line::first) || comes_after_the_first_line(id);
                });
                return is_near;
            });
            advises_near_.push_back(advises_near);
        }
    }

    void look() {
        for (std::size_t i = 0; i < rules_.policies.size(); ++i) {
            const model::Policy& policy = rules_.policies[i];
            const ast::Declaration* declared = at_.policy(policy.name);
            if (policy.urgent || declared == nullptr || !at_.is_ours_and_tried(declared->span.source)) continue;
            if (advises_near_[i] || looks_at_what_was_done(i) || comes_after_another(i)) continue;
            if (const std::optional<FarAdvice> far = far_advice(policy)) report(policy, *far);
        }
    }

  private:
    // The first of its advice that goes there without more.
    [[nodiscard]] std::optional<FarAdvice> far_advice(const model::Policy& policy) const {
        for (const model::Advice& advice : policy.advises) {
            std::optional<FarAdvice> found;
            bool is_first_step = true;
            model::for_each_advised(rules_, advice, [&](model::InterventionId id, model::RoleId by) {
                const model::Line line = by ? rules_.role(by).line : model::Line::first;
                if (!found && is_far(line) && !rules_.intervention(id).directly && !comes_after_the_first_line(id)) {
                    found = FarAdvice{id, line, is_first_step, place_of(policy, advice)};
                }
                is_first_step = false;
            });
            if (found) return found;
        }
        return std::nullopt;
    }
    // The name behind `adviseer`.
    [[nodiscard]] Span place_of(const model::Policy& policy, const model::Advice& advice) const {
        const std::string& name =
            advice.plan ? rules_.plan(advice.plan).name : rules_.intervention(advice.intervention).name;
        for (const ast::PolicyClause& clause : std::get<ast::Policy>(at_.policy(policy.name)->node).clauses) {
            if (clause.kind != ast::PolicyClause::Kind::advise) continue;
            for (const ast::Name& written : clause.names) {
                if (written.text == name) return written.span;
            }
        }
        return advice.origin;
    }
    [[nodiscard]] bool comes_after_the_first_line(model::InterventionId id) const {
        return std::ranges::any_of(rules_.intervention(id).only_after, [this](model::InterventionId before) {
            const model::RoleId by = rules_.intervention(before).by;
            return (by && rules_.role(by).line == model::Line::first) || comes_after_the_first_line(before);
        });
    }
    // Its `als`, or a signal that it names, asks what was proposed or done. (A `tenzij` asks what was not.)
    [[nodiscard]] bool looks_at_what_was_done(std::size_t policy) const {
        const model::ExprId condition = rules_.policies[policy].condition;
        if (condition.is_none()) return false;
        const auto holds_follow_ups = [this](const model::FieldUses& uses) {
            return std::ranges::any_of(uses, [this](const model::FieldUse& use) {
                return use.series && use.series == rules_.schema->followups;
            });
        };
        return holds_follow_ups(model::fields_behind(rules_, condition)) ||
               std::ranges::any_of(signals_named(rules_, condition), [&](model::SignalId signal) {
                   return holds_follow_ups(provenance_.signals[signal.index()]);
               });
    }
    // It goes before one that advises the first line, or shares a reason with one.
    [[nodiscard]] bool comes_after_another(std::size_t policy) const {
        for (std::size_t other = 0; other < rules_.policies.size(); ++other) {
            if (!advises_near_[other]) continue;
            const auto& overridden = rules_.policies[policy].overrides;
            const bool goes_before =
                std::ranges::any_of(overridden, [other](model::PolicyId id) { return id.index() == other; });
            if (goes_before || share_a_reason(policy, other)) return true;
        }
        return false;
    }
    // A signal; or, where one of them reads none, a field.
    [[nodiscard]] bool share_a_reason(std::size_t one, std::size_t other) const {
        if (reads_signals_[one] && reads_signals_[other]) {
            for (std::size_t i = 0; i < rules_.signals.size(); ++i) {
                if (reasons_[one].signals[i] && reasons_[other].signals[i]) return true;
            }
            return false;
        }
        const model::FieldUses& fields = reasons_[other].fields;
        return std::ranges::any_of(reasons_[one].fields, [&](const model::FieldUse& use) {
            // What was done is no reason, and everybody has a start.
            const bool is_reason =
                use.student_field ? use.student_field != rules_.schema->start : use.series != rules_.schema->followups;
            return is_reason && std::ranges::find(fields, use) != fields.end();
        });
    }

    void report(const model::Policy& policy, const FarAdvice& far) {
        Diagnostic diagnostic;
        diagnostic.code = Code::W120;
        diagnostic.span = far.place;
        const std::string& name = rules_.intervention(far.intervention).name;
        const Localized whom = far.line == model::Line::second
                                   ? Localized("iemand uit de tweede lijn", "someone of the second line")
                                   : Localized("iemand van buiten", "someone outside");
        diagnostic.arguments = {policy.name, whom, at_.word(far.place, Word::only_after), name};
        if (far.is_first_step) add_witness(diagnostic, policy, far);
        at_.report(std::move(diagnostic));
    }
    // A student who gets this advice, and none of the first line; or, where another beleid always gives some, this advice.
    void add_witness(Diagnostic& diagnostic, const model::Policy& policy, const FarAdvice& far) {
        Wants wants;
        if (policy.condition) wants.push_back({at_.formulas().of(policy.condition), yes});
        for (const model::ExprId unless : policy.unless) {
            wants.push_back({at_.formulas().of(unless), static_cast<std::uint8_t>(Answers::no)});
        }
        model::AdviceExpectation advice;
        advice.intervention = far.intervention;
        model::AdviceExpectation near;
        near.line = model::Line::first;
        model::Expectation one;
        one.what = advice;
        model::Expectation none;
        none.what = near;
        none.negated = true;
        const Localized title = far.line == model::Line::second
                                    ? Localized("geeft meteen de tweede lijn", "gives the second line at once")
                                    : Localized("geeft meteen iemand van buiten", "gives someone outside at once");
        at_.add_witness(diagnostic, {wants}, {one, none}, title);
        if (diagnostic.example.empty()) at_.add_witness(diagnostic, {wants}, {one}, title);
    }

    AtHand& at_;
    const model::RuleSet& rules_;
    model::Provenance provenance_;
    std::vector<Reasons> reasons_;  // by PolicyId
    std::vector<bool> reads_signals_;
    std::vector<bool> advises_near_;
};

}  // namespace

void look_at_lines(AtHand& at) {
    const bool has_far_role =
        std::ranges::any_of(at.rules().roles, [](const model::Role& role) { return is_far(role.line); });
    if (has_far_role) LineLook(at).look();
}

}  // namespace wegwijzer::thinking
