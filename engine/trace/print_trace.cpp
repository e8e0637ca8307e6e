#include "engine/trace/print_trace.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/model/print_model.h"

namespace wegwijzer::trace {
namespace {

std::string_view name_of(Tri truth) { return truth == Tri::yes ? "yes" : truth == Tri::no ? "no" : "unknown"; }

std::string_view name_of(model::SignalStatus status) {
    switch (status) {
        case model::SignalStatus::not_applicable: return "not applicable";
        case model::SignalStatus::undetermined: return "undetermined";
        case model::SignalStatus::not_active: return "not active";
        case model::SignalStatus::active: return "active";
    }
    return "";
}

std::string severity_name(const model::RuleSet& rules, model::Severity severity) {
    return model::print_constant(rules, {model::ValueKind::severity, {}, {}}, severity);
}

std::string joined(const std::vector<std::string>& parts) {
    std::string result;
    for (const std::string& part : parts) result += (result.empty() ? "" : ", ") + part;
    return result;
}

// The author's words on one line.
std::string one_line(std::string_view words) {
    std::string result;
    for (const char c : words) {
        const bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!is_space) {
            result += c;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    return result;
}

class Printer {
  public:
    Printer(const model::RuleSet& rules, const Cohort& cohort, const Trace& trace, const SourceMap* sources)
        : rules_(rules), cohort_(cohort), trace_(trace), sources_(sources), printed_(trace.steps.size(), false) {}

    void signal(std::size_t index) {
        const model::Signal& signal = rules_.signals[index];
        const model::SignalOutcome& outcome = trace_.outcome.signals[index];
        std::string head = "signal " + signal.name + ": " + std::string(name_of(outcome.status));
        if (outcome.status == model::SignalStatus::active) head += ' ' + severity_name(rules_, outcome.severity);
        if (outcome.possibly_higher) head += ", possibly higher";
        line(0, head + why(outcome.missing, outcome.faults));
        for (std::size_t level = 0; level < signal.levels.size(); ++level) {
            line(1, severity_name(rules_, signal.levels[level].severity));
            step(trace_.signal_levels[index][level], 2);
        }
        unless(trace_.signal_unless[index]);
    }

    void policy(std::size_t index) {
        const model::Policy& policy = rules_.policies[index];
        const model::PolicyOutcome& outcome = trace_.outcome.policies[index];
        line(0, "policy " + policy.name + ": " + std::string(name_of(outcome.condition.value)) +
                    why(outcome.condition.missing, outcome.condition.faults));
        if (!trace_.policy_conditions[index].is_none()) step(trace_.policy_conditions[index], 1);
        unless(trace_.policy_unless[index]);
        signals("reasons: ", outcome.reasons);
        signals("filtered: ", outcome.filtered_signals);
        for (std::size_t i = 0; i < outcome.terms.size(); ++i) {
            const model::Advice& advice = policy.advises[i];
            term("advises " +
                     (advice.plan ? "plan " + rules_.plan(advice.plan).name
                                  : rules_.intervention(advice.intervention).name) +
                     (advice.within ? " within" : ""),
                 outcome.terms[i]);
        }
    }

    void plan(std::size_t index) {
        const model::PlanOutcome& outcome = trace_.outcome.plans[index];
        line(0, "plan " + rules_.plans[index].name + ": goal " + std::string(name_of(outcome.goal.value)) +
                    why(outcome.goal.missing, outcome.goal.faults));
        if (!trace_.plan_goals[index].is_none()) step(trace_.plan_goals[index], 1);
        signals("filtered: ", outcome.filtered_signals);
        for (std::size_t i = 0; i < outcome.steps.size(); ++i) {
            const model::PlanStep& step = rules_.plans[index].steps[i];
            const model::StepTerms& terms = outcome.steps[i];
            const std::string head =
                "step " + std::to_string(i + 1) + " " + rules_.intervention(step.intervention).name;
            term(head + (step.after ? " after" : " within"), terms.length);
            if (step.first_week) {
                term(head + " from study week", terms.first_week);
                term(head + " to study week", terms.last_week);
            }
        }
    }

    void step(StepId id, std::size_t indent) {
        const Step& step = trace_.step(id);
        const bool is_repeated = printed_[id.index()] && !step.children.empty();
        printed_[id.index()] = true;
        std::string text = words_of(step) + " = " + print_value(rules_, step.value, type_of(step));
        if (step.days) text += " [" + interval(*step.days) + "]";
        if (step.found_days) text += " [found: " + interval(*step.found_days) + "]";
        if (step.earlier_days) text += " [before: " + interval(*step.earlier_days) + "]";
        if (!step.rows.empty()) {
            std::vector<std::string> rows;
            for (const Tri row : step.rows) rows.emplace_back(name_of(row));
            text += " [rows: " + joined(rows) + "]";
        }
        if (step.complete_to) text += " [complete to " + to_iso(*step.complete_to) + "]";
        line(indent, text + why(step.missing, step.faults) + (is_repeated ? " (above)" : ""));
        if (is_repeated) return;
        for (const StepId child : step.children) {
            if (!child.is_none()) this->step(child, indent + 1);
        }
        for (const EventSeen& seen : step.events) event(step, seen, indent + 1);
    }

    [[nodiscard]] std::string take() && { return std::move(text_); }

  private:
    void line(std::size_t indent, const std::string& text) { text_ += std::string(2 * indent, ' ') + text + '\n'; }

    static std::string interval(const DateInterval& days) { return to_iso(days.from) + ".." + to_iso(days.to); }

    [[nodiscard]] std::string why(const model::MissingSet& missing, const model::FaultSet& faults) const {
        std::string result;
        if (!missing.empty()) result += "; missing " + print_missing(*rules_.schema, missing);
        for (const model::Fault& fault : faults) {
            result += fault.kind == model::FaultKind::overflow ? "; fault overflow" : "; fault division by zero";
        }
        return result;
    }

    [[nodiscard]] model::ValueType type_of(const Step& step) const {
        if (!step.table.is_none()) return rules_.table(step.table).type;
        return step.expr.is_none() ? rules_.parameter(step.parameter).type : rules_.expr(step.expr).type;
    }

    [[nodiscard]] std::string words_of(const Step& step) const {
        if (!step.table.is_none()) return "table " + rules_.table(step.table).name;
        if (step.expr.is_none()) return "parameter " + rules_.parameter(step.parameter).name;
        const Span& origin = rules_.expr(step.expr).origin;
        if (sources_ != nullptr && origin.has_place()) return one_line(sources_->text(origin));
        return model::print_expr(rules_, step.expr);
    }

    [[nodiscard]] model::Selection selection_of(const Step& step) const {
        const model::ExprNode& node = rules_.expr(step.expr).node;
        const auto* aggregate = std::get_if<model::Aggregate>(&node);
        return aggregate != nullptr ? aggregate->selection : std::get<model::Existence>(node).selection;
    }

    void event(const Step& step, const EventSeen& seen, std::size_t indent) {
        const model::Selection selection = selection_of(step);
        std::string text = "event";
        if (selection.of_signals()) {
            text = "signal " + rules_.signals[seen.row].name;
        } else {
            const SeriesData& data = cohort_.series[selection.series.index()];
            const SeriesFieldId date_field = rules_.schema->series_of(selection.series).date_field;
            if (!date_field.is_none()) {
                const Column& dates = data.columns[date_field.index()];
                text += dates.is_known(seen.row) ? ' ' + to_iso(dates.date_at(seen.row)) : " without a date";
            }
        }
        text += ": filter " + std::string(name_of(seen.passes)) + ", period " + std::string(name_of(seen.in_period));
        if (seen.skipped) text += ", skipped";
        line(indent, text);
        if (!seen.filter.is_none()) this->step(seen.filter, indent + 1);
    }

    void unless(const std::vector<StepId>& roots) {
        for (const StepId root : roots) {
            line(1, "unless");
            step(root, 2);
        }
    }

    void signals(const std::string& head, const std::vector<model::SignalId>& signals) {
        if (signals.empty()) return;
        std::vector<std::string> names;
        for (const model::SignalId signal : signals) names.push_back(rules_.signal(signal).name);
        line(1, head + joined(names));
    }

    void term(std::string text, const model::AdviceTerm& term) {
        if (term.within) text += " " + print_value(rules_, *term.within, {model::ValueKind::duration, {}, {}});
        if (term.due) text += " due " + to_iso(*term.due);
        if (term.week) text += " " + std::to_string(*term.week);
        if (term.unknown) text += " term unknown";
        line(1, text + why(term.missing, {}));
    }

    const model::RuleSet& rules_;
    const Cohort& cohort_;
    const Trace& trace_;
    const SourceMap* sources_;
    std::vector<bool> printed_;
    std::string text_;
};

}  // namespace

std::string print_trace(const model::RuleSet& rules, const Cohort& cohort, const Trace& trace,
                        const SourceMap* sources) {
    Printer printer(rules, cohort, trace, sources);
    for (std::size_t index = 0; index < trace.outcome.signals.size(); ++index) printer.signal(index);
    for (std::size_t index = 0; index < trace.outcome.policies.size(); ++index) printer.policy(index);
    for (std::size_t index = 0; index < trace.outcome.plans.size(); ++index) printer.plan(index);
    return std::move(printer).take();
}

std::string print_steps(const model::RuleSet& rules, const Cohort& cohort, const Trace& trace, StepId root,
                        const SourceMap* sources, std::size_t indent) {
    Printer printer(rules, cohort, trace, sources);
    printer.step(root, indent);
    return std::move(printer).take();
}

std::string print_value(const model::RuleSet& rules, const Value& value, const model::ValueType& type) {
    if (is_unknown(value)) return "unknown";
    if (const auto* range = std::get_if<CountRange>(&value)) {
        return std::to_string(range->low) + ".." + (range->high ? std::to_string(*range->high) : "");
    }
    if (const auto* set = std::get_if<SeveritySet>(&value)) {
        std::vector<std::string> names;
        for (std::uint8_t level = 0; level <= 3; ++level) {
            if (((set->bits >> level) & 1u) != 0) {
                names.push_back(severity_name(rules, static_cast<model::Severity>(level)));
            }
        }
        return '{' + joined(names) + '}';
    }
    if (value == Value{no_choice}) return "none";
    return std::visit(
        [&](const auto& known) -> std::string {
            using T = std::decay_t<decltype(known)>;
            if constexpr (std::is_constructible_v<model::Constant, T> && !std::is_same_v<T, Unknown>) {
                return model::print_constant(rules, type, model::Constant{known});
            } else {
                return "unknown";
            }
        },
        value);
}

std::string print_missing(const Schema& schema, const model::MissingSet& missing) {
    std::vector<std::string> names;
    for (const model::Missing& one : missing) {
        if (one.series.is_none()) {
            names.push_back(schema.field(one.student_field).name);
            continue;
        }
        const Series& series = schema.series_of(one.series);
        names.push_back(one.series_field.is_none()
                            ? series.plural
                            : series.plural + '.' + series.fields[one.series_field.index()].name);
    }
    return joined(names);
}

}  // namespace wegwijzer::trace
