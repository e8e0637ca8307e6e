#include "dsl/thinking/signals_read.h"

#include <algorithm>

#include "engine/analyse/axis.h"
#include "engine/base/tri.h"
#include "engine/model/compare_op.h"
#include "engine/model/reach.h"

namespace wegwijzer::thinking {

namespace {

// A filter over `signalen`, with all that is certain of one signal before there is a student.
class Filter {
  public:
    Filter(const model::RuleSet& rules, const model::Signal& signal) : rules_(rules), signal_(signal) {}

    [[nodiscard]] Tri of(model::ExprId id) const {
        const model::ExprNode& node = rules_.expr(id).node;
        if (const auto* denied = std::get_if<model::Not>(&node)) return tri_not(of(denied->operand));
        if (const auto* both = std::get_if<model::And>(&node)) {
            Tri result = Tri::yes;
            for (const model::ExprId part : both->operands) result = tri_and(result, of(part));
            return result;
        }
        if (const auto* either = std::get_if<model::Or>(&node)) {
            Tri result = Tri::no;
            for (const model::ExprId part : either->operands) result = tri_or(result, of(part));
            return result;
        }
        if (const auto* comparison = std::get_if<model::Comparison>(&node)) {
            return compare(comparison->left, comparison->op, comparison->right);
        }
        if (const auto* among = std::get_if<model::OneOf>(&node)) {
            Tri result = Tri::no;
            for (const model::ExprId option : among->options) {
                result = tri_or(result, compare(among->value, model::CompareOp::equal, option));
            }
            return among->negated ? tri_not(result) : result;
        }
        return Tri::unknown;
    }

  private:
    [[nodiscard]] Tri compare(model::ExprId left, model::CompareOp op, model::ExprId right) const {
        const auto* field = std::get_if<model::SignalFieldValue>(&rules_.expr(left).node);
        const std::optional<model::Constant> with = analyse::fixed_value(rules_, right);
        if (field == nullptr || !with) return Tri::unknown;
        switch (field->field) {
            case model::SignalField::severity: return compare_level(op, *with);
            case model::SignalField::factor:
                return is_name(signal_.factor ? std::optional(signal_.factor.index()) : std::nullopt, op, *with);
            case model::SignalField::cluster: {
                const model::ClusterId cluster =
                    signal_.factor ? rules_.factors[signal_.factor.index()].cluster : model::ClusterId();
                return is_name(cluster ? std::optional(cluster.index()) : std::nullopt, op, *with);
            }
            case model::SignalField::weight: break;
        }
        const auto* number = std::get_if<Decimal>(&*with);
        return number == nullptr ? Tri::unknown
                                 : tri_of(model::holds(op, signal_.weight.micros() <=> number->micros()));
    }
    [[nodiscard]] Tri compare_level(model::CompareOp op, const model::Constant& with) const {
        const auto* than = std::get_if<model::Severity>(&with);
        if (than == nullptr) return Tri::unknown;
        const auto holding = std::ranges::count_if(signal_.levels, [&](const model::SeverityLevel& level) {
            return model::holds(op, static_cast<int>(level.severity) <=> static_cast<int>(*than));
        });
        if (holding == 0) return Tri::no;
        return static_cast<std::size_t>(holding) == signal_.levels.size() ? Tri::yes : Tri::unknown;
    }
    [[nodiscard]] static Tri is_name(std::optional<std::size_t> name, model::CompareOp op,
                                     const model::Constant& with) {
        const auto* choice = std::get_if<model::ChoiceValue>(&with);
        if (choice == nullptr) return Tri::unknown;
        const bool is_equal = name && *name == choice->index;
        return tri_of(is_equal == (op == model::CompareOp::equal));
    }

    const model::RuleSet& rules_;
    const model::Signal& signal_;
};

class Reader {
  public:
    explicit Reader(const model::RuleSet& rules) : rules_(rules), read_(rules.signals.size()) {}

    void reached(const model::ExprNode& node) {
        if (const auto* state = std::get_if<model::SignalState>(&node)) {
            if (state->signal) read_[state->signal.index()] = true;
        } else if (const auto* severity = std::get_if<model::SignalSeverity>(&node)) {
            if (severity->signal) read_[severity->signal.index()] = true;
        } else if (const model::Selection* selection = model::selection_of(node)) {
            if (selection->of_signals()) read_those_that_pass(selection->filter);
        }
    }
    void reached(model::ConceptId) {}
    void reached(model::TableId) {}
    void reached(model::ParameterId) {}

    [[nodiscard]] SignalSet take() { return std::move(read_); }

  private:
    void read_those_that_pass(model::ExprId filter) {
        for (std::size_t i = 0; i < rules_.signals.size(); ++i) {
            const model::Signal& signal = rules_.signals[i];
            if (signal.kind != model::SignalKind::signal) continue;
            if (filter.is_none() || Filter(rules_, signal).of(filter) != Tri::no) read_[i] = true;
        }
    }

    const model::RuleSet& rules_;
    SignalSet read_;
};

}  // namespace

SignalSet signals_read(const model::RuleSet& rules, const std::vector<model::ExprId>& roots) {
    Reader reader(rules);
    model::Reach reach(rules, reader);
    for (const model::ExprId root : roots) reach.read(root);
    return reader.take();
}

std::vector<model::ExprId> conditions_of(const model::Policy& policy) {
    std::vector<model::ExprId> conditions = policy.unless;
    if (policy.condition) conditions.push_back(policy.condition);
    return conditions;
}

}  // namespace wegwijzer::thinking
