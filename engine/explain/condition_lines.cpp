#include "engine/explain/condition_lines.h"

#include <algorithm>

#include "engine/explain/comparisons.h"
#include "engine/explain/deciding.h"
#include "engine/explain/format_value.h"
#include "engine/explain/texts.h"
#include "engine/model/compare_op.h"
#include "engine/model/walk.h"

namespace wegwijzer::explain {
ConditionLines::ConditionLines(const Redactor& redactor, const Cohort& cohort, std::size_t student, Date reference_date,
                               const trace::Trace& trace, Language language)
    : redactor_(redactor),
      rules_(redactor.rules()),
      cohort_(cohort),
      student_(student),
      reference_date_(reference_date),
      trace_(trace),
      language_(language),
      opened_concepts_(redactor.rules().concepts.size()),
      opened_tables_(redactor.rules().tables.size()),
      settings_(redactor.rules().parameters.size()) {}

void ConditionLines::start_rule(std::vector<model::ExprId> conditions) {
    conditions_ = std::move(conditions);
    opened_concepts_.assign(opened_concepts_.size(), false);
    opened_tables_.assign(opened_tables_.size(), false);
}

ConditionLine ConditionLines::line_of(trace::StepId id, const std::string& node) {
    const trace::Step& step = trace_.step(id);
    const model::Expr& expr = rules_.expr(step.expr);
    ConditionLine line;
    line.node = node;
    line.holds = trace::truth_of(step.value);
    line.expr = step.expr;
    line.origin = expr.origin;
    line.words = redactor_.words_of(expr.origin);
    if (line.holds == Tri::unknown) {
        for (const model::Missing& missing : step.missing) {
            if (redactor_.may_see(missing)) line.missing.push_back(name_of(*rules_.schema, missing));
        }
    }
    std::visit([&](const auto& written) { look(written, step, line); }, expr.node);
    set_margin(step, line);
    if (line.children.empty()) {
        for (const model::Fault& fault : step.faults)
            line.details.emplace_back(Phrase(texts::fault(fault.kind).in(language_)));
    }
    return line;
}

// ---- logic ----------------------------------------------------------------------------------------------------------

trace::StepId ConditionLines::child_of(const trace::Step& step, model::ExprId expr) const {
    const auto child = std::ranges::find_if(
        step.children, [&](trace::StepId id) { return !id.is_none() && trace_.step(id).expr == expr; });
    return child == step.children.end() ? trace::StepId{} : *child;
}

void ConditionLines::add_children(const std::vector<model::ExprId>& operands, const trace::Step& step,
                                  ConditionLine& line) {
    std::vector<trace::StepId> parts;
    for (const model::ExprId operand : operands) {
        if (const trace::StepId child = child_of(step, operand); !child.is_none()) parts.push_back(child);
    }
    line.children.resize(parts.size());
    // What decides comes first, so that a begrip is opened there rather than on a line that may be left out.
    for (const bool deciding : {true, false}) {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const Tri holds = trace::truth_of(trace_.step(parts[i]).value);
            if (carries(rules_.expr(step.expr).node, line.holds, holds) != deciding) continue;
            line.children[i] = line_of(parts[i], line.node + "/" + std::to_string(i));
            line.children[i].in_brief = deciding ? InBrief::whole : InBrief::left_out;
        }
    }
}

std::string ConditionLines::head_of(const model::Quantified& node, const trace::Step& step, const model::Expr& expr) {
    const bool dutch = redactor_.language_of(expr.origin) == Language::nl;
    std::string number;
    if (!node.count.is_none()) number = show(value_step(step, node.count), node.count).text + " ";
    switch (node.quantifier) {
        case model::Quantifier::all: return dutch ? "alle van:" : "all of:";
        case model::Quantifier::at_least:
            return (dutch ? "minstens " : "at least ") + number + (dutch ? "van:" : "of:");
        case model::Quantifier::at_most: return (dutch ? "hoogstens " : "at most ") + number + (dutch ? "van:" : "of:");
        case model::Quantifier::exactly: return (dutch ? "precies " : "exactly ") + number + (dutch ? "van:" : "of:");
        case model::Quantifier::none: break;
    }
    return dutch ? "geen van:" : "none of:";
}

void ConditionLines::look(const model::Quantified& node, const trace::Step& step, ConditionLine& line) {
    line.words = head_of(node, step, rules_.expr(step.expr));
    add_children(node.operands, step, line);
    const auto holding = std::ranges::count(line.children, Tri::yes, &ConditionLine::holds);
    line.value = at(line, "value")
                     .shows(std::to_string(holding) + say(" van de ", " of ") + std::to_string(line.children.size()));
    if (node.count.is_none()) return;
    const trace::Step* number = value_step(step, node.count);
    set_threshold(node.count, show(number, node.count), line);
}

void ConditionLines::look(const model::And& node, const trace::Step& step, ConditionLine& line) {
    add_children(node.operands, step, line);
}
void ConditionLines::look(const model::Or& node, const trace::Step& step, ConditionLine& line) {
    add_children(node.operands, step, line);
}
void ConditionLines::look(const model::Not& node, const trace::Step& step, ConditionLine& line) {
    add_children({node.operand}, step, line);
}

void ConditionLines::look(const model::ConceptValue& node, const trace::Step& step, ConditionLine& line) {
    const auto index = node.concept_id.index();
    if (opened_concepts_[index]) return;
    opened_concepts_[index] = true;
    line.opened.push_back(node.concept_id);
    add_children({rules_.concepts[index].expr}, step, line);
}

// ---- values ---------------------------------------------------------------------------------------------------------

const trace::Step* ConditionLines::value_step(const trace::Step& step, model::ExprId expr) const {
    const trace::StepId child = child_of(step, expr);
    return child.is_none() ? nullptr : &trace_.step(child);
}

ConditionLines::Shown ConditionLines::show(const trace::Step* step, model::ExprId expr, model::ExprId beside) {
    const model::Expr& declared = rules_.expr(expr);
    Shown shown;
    shown.is_written = std::holds_alternative<model::Literal>(declared.node);
    if (step == nullptr) return shown;
    shown.text = format_value(rules_, step->value, type_beside(rules_, expr, beside), language_, thresholds_of(expr),
                              step->exact ? &*step->exact : nullptr);
    shown.number = as_threshold(step->value, step->exact);
    return shown;
}

std::vector<Ratio> ConditionLines::thresholds_of(model::ExprId expr) {
    return values_of(compared_with(rules_, conditions_, expr));
}

std::vector<Ratio> ConditionLines::values_of(const std::vector<model::ExprId>& others) {
    std::vector<Ratio> values;
    for (const model::ExprId other : others) {
        const auto [known, is_new] = threshold_values_.try_emplace(other.index());
        if (is_new) known->second = worked_out(other);
        values.insert(values.end(), known->second.begin(), known->second.end());
    }
    return values;
}

// Most are written there, a parameter, or in the trace: then there is nothing to evaluate.
std::vector<Ratio> ConditionLines::worked_out(model::ExprId other) {
    std::optional<Ratio> value;
    if (const auto* literal = std::get_if<model::Literal>(&rules_.expr(other).node)) {
        value =
            as_threshold(std::visit([](const auto& constant) { return trace::Value{constant}; }, literal->value), {});
    } else if (const auto* parameter = std::get_if<model::ParameterValue>(&rules_.expr(other).node)) {
        value = setting_of(parameter->parameter).number;
    } else if (const trace::Step* step = step_of(other)) {
        if (!reads_signals(rules_, other)) value = as_threshold(step->value, step->exact);
    } else {
        return threshold_values(rules_, cohort_, student_, reference_date_, {other});
    }
    return value ? std::vector<Ratio>{*value} : std::vector<Ratio>{};
}

const trace::Step* ConditionLines::step_of(model::ExprId expr) {
    if (steps_.empty()) {
        steps_.resize(rules_.exprs.size());
        for (std::size_t i = 0; i < trace_.steps.size(); ++i) {
            if (const model::ExprId id = trace_.steps[i].expr) steps_[id.index()] = trace::StepId(i);
        }
    }
    const trace::StepId id = steps_[expr.index()];
    return id ? &trace_.step(id) : nullptr;
}

void ConditionLines::set_value(const Shown& shown, ConditionLine& line) {
    line.value = at(line, "value").shows(shown.text);
    line.value_number = shown.number;
}

// Where it is written, the author's words say it already.
void ConditionLines::set_threshold(model::ExprId expr, const Shown& shown, ConditionLine& line) {
    line.threshold_number = shown.number;
    if (shown.is_written) return;
    line.threshold = at(line, "threshold").shows(shown.text);
    while (const auto* named = std::get_if<model::ConceptValue>(&rules_.expr(expr).node)) {
        expr = rules_.concept_of(named->concept_id).expr;
    }
    if (const auto* parameter = std::get_if<model::ParameterValue>(&rules_.expr(expr).node)) {
        line.threshold_parameter = parameter->parameter;
        line.threshold_origin = setting_of(parameter->parameter).origin;
    }
}

void ConditionLines::look(const model::Comparison& node, const trace::Step& step, ConditionLine& line) {
    const trace::Step* left = value_step(step, node.left);
    const trace::Step* right = value_step(step, node.right);
    const Shown left_shown = show(left, node.left, node.right);
    const Shown right_shown = show(right, node.right, node.left);
    const bool is_turned = left_shown.is_written && !right_shown.is_written;
    const Shown& value = is_turned ? right_shown : left_shown;
    const Shown& threshold = is_turned ? left_shown : right_shown;
    set_value(value, line);
    set_threshold(is_turned ? node.left : node.right, threshold, line);
    const trace::Step* threshold_step = is_turned ? left : right;
    if (threshold_step != nullptr && trace::is_known(threshold_step->value)) {
        const bool is_date = rules_.expr(node.left).type.kind == model::ValueKind::date;
        line.change = change_of(is_turned ? mirrored(node.op) : node.op, at(line, "threshold").shows(threshold.text),
                                line.holds, is_date);
    }
    add_details(left, line);
    add_details(right, line);
}

void ConditionLines::look(const model::Between& node, const trace::Step& step, ConditionLine& line) {
    const trace::Step* value = value_step(step, node.value);
    const trace::Step* low = value_step(step, node.low);
    const trace::Step* high = value_step(step, node.high);
    set_value(show(value, node.value), line);
    const Shown from = show(low, node.low, node.value);
    const Shown to = show(high, node.high, node.value);
    if (!from.is_written || !to.is_written) {
        line.threshold = at(line, "threshold").shows(from.text + say(" t/m ", " to ") + to.text);
    }
    line.change = change_of(node, at(line, "from").shows(from.text), at(line, "to").shows(to.text), step, line);
    add_details(value, line);
}

void ConditionLines::look(const model::OneOf& node, const trace::Step& step, ConditionLine& line) {
    const trace::Step* value = value_step(step, node.value);
    set_value(show(value, node.value), line);
    add_details(value, line);
}

void ConditionLines::look(const model::Knownness& node, const trace::Step& step, ConditionLine& line) {
    set_value(show(value_step(step, node.value), node.value), line);
    add_details(value_step(step, node.value), line);
}

void ConditionLines::look(const model::Existence& node, const trace::Step& step, ConditionLine& line) {
    if (!trace::is_unknown(step.count)) {
        line.value =
            at(line, "value").shows(format_value(rules_, step.count, {model::ValueKind::number, {}, {}}, language_));
        line.value_number = as_threshold(step.count, {});
    }
    std::string number;
    if (!node.count.is_none()) {
        const Shown shown = show(value_step(step, node.count), node.count);
        number = shown.text;
        set_threshold(node.count, shown, line);
    }
    line.change = change_of(node, at(line, "threshold"), number, line.holds);
    add_events(node.selection, {}, step, line);
}

void ConditionLines::look(const model::SignalState& node, const trace::Step& /*step*/, ConditionLine& line) {
    const model::SignalOutcome& outcome = trace_.outcome.signals[node.signal.index()];
    std::string words;
    switch (outcome.status) {
        case model::SignalStatus::active:
            words = say("actief", "active");
            if (rules_.signal(node.signal).kind == model::SignalKind::signal) {
                words += ", " + format_severity(outcome.severity, language_);
            }
            break;
        case model::SignalStatus::not_active: words = say("niet actief", "not active"); break;
        case model::SignalStatus::undetermined: words = say("onbepaald", "undetermined"); break;
        case model::SignalStatus::not_applicable: words = say("niet van toepassing", "not applicable"); break;
    }
    line.value = at(line, "value").shows(std::move(words));
}

// A value used as a condition by itself: a ja/nee.
template <class Other>
void ConditionLines::look(const Other& /*node*/, const trace::Step& step, ConditionLine& line) {
    set_value(show(&step, step.expr), line);
    add_details(&step, line);
}

// ---- what stands behind a value -------------------------------------------------------------------------------------

void ConditionLines::add_details(const trace::Step* step, ConditionLine& line, bool is_inner) {
    if (step == nullptr || step->expr.is_none()) return;
    const model::ExprNode& node = rules_.expr(step->expr).node;
    if (const auto* named = std::get_if<model::ConceptValue>(&node)) {
        const model::Concept& declared = rules_.concept_of(named->concept_id);
        const std::string words = redactor_.words_of(rules_.expr(declared.expr).origin);
        // Once per rule: the second level that reads it shows its value alone.
        if (opened_concepts_[named->concept_id.index()]) return;
        opened_concepts_[named->concept_id.index()] = true;
        line.opened.push_back(named->concept_id);
        if (!words.empty()) {
            if (is_inner) line.inner.push_back(line.details.size());
            line.details.emplace_back(Phrase(declared.name + " = " + words));
        }
        for (const trace::StepId child : step->children) {
            if (!child.is_none()) add_details(&trace_.step(child), line, true);
        }
        return;
    }
    if (const auto* table = std::get_if<model::TableValue>(&node)) {
        if (opened_tables_[table->table.index()]) return;
        opened_tables_[table->table.index()] = true;
        for (const trace::StepId child : step->children) add_table(trace_.step(child), line);
        return;
    }
    if (const auto* aggregate = std::get_if<model::Aggregate>(&node)) {
        add_events(aggregate->selection, aggregate->field, *step, line);
        return;
    }
    const bool is_calculation = std::holds_alternative<model::Arithmetic>(node) ||
                                std::holds_alternative<model::Negation>(node) ||
                                std::holds_alternative<model::Conditional>(node);
    if (!is_calculation) return;
    for (const trace::StepId child : step->children) {
        if (!child.is_none()) add_details(&trace_.step(child), line, is_inner);
    }
}

// ---- what would turn it round ---------------------------------------------------------------------------------------

Phrase ConditionLines::change_of(model::CompareOp op, const ShownValue& threshold, Tri holds, bool is_date) const {
    if (holds == Tri::unknown || threshold.empty()) return {};
    const bool yes = holds == Tri::yes;
    const auto phrase = [&](const std::string& words) { return Phrase(words).add(threshold); };
    const std::string below = is_date ? say("vóór ", "before ") : say("onder ", "below ");
    const std::string above = is_date ? say("na ", "after ") : say("boven ", "above ");
    switch (op) {
        case model::CompareOp::less:
            return phrase(yes ? say("niet meer vanaf ", "no longer from ") : say("wel ", "would be ") + below);
        case model::CompareOp::less_equal:
            return phrase(yes ? say("niet meer ", "no longer ") + above : say("wel t/m ", "would be up to "));
        case model::CompareOp::greater:
            return phrase(yes ? say("niet meer t/m ", "no longer up to ") : say("wel ", "would be ") + above);
        case model::CompareOp::greater_equal:
            return phrase(yes ? say("niet meer ", "no longer ") + below : say("wel vanaf ", "would be from "));
        case model::CompareOp::equal: return yes ? Phrase() : phrase(say("wel bij ", "would be at "));
        case model::CompareOp::not_equal: break;
    }
    return yes ? phrase(say("niet meer bij ", "no longer at ")) : Phrase();
}

Phrase ConditionLines::change_of(const model::Existence& node, const Node& place, const std::string& number,
                                 Tri holds) const {
    if (holds == Tri::unknown) return {};
    switch (node.quantifier) {
        case model::Quantifier::at_least: return change_of(model::CompareOp::greater_equal, place.shows(number), holds);
        case model::Quantifier::at_most: return change_of(model::CompareOp::less_equal, place.shows(number), holds);
        case model::Quantifier::exactly: return change_of(model::CompareOp::equal, place.shows(number), holds);
        case model::Quantifier::none:
        case model::Quantifier::all: break;
    }
    return holds == Tri::yes ? Phrase(say("niet meer vanaf ", "no longer from ")).add(place.shows("1"))
                             : Phrase(say("wel bij ", "would be at ")).add(place.shows("0"));
}

}  // namespace wegwijzer::explain
