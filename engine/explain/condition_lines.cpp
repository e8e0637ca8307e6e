#include "engine/explain/condition_lines.h"

#include <algorithm>

#include "engine/explain/comparisons.h"
#include "engine/explain/format_value.h"
#include "engine/explain/texts.h"
#include "engine/model/walk.h"

namespace wegwijzer::explain {
namespace {

constexpr std::size_t most_events = 8;

model::CompareOp turned(model::CompareOp op) {
    switch (op) {
        case model::CompareOp::less: return model::CompareOp::greater;
        case model::CompareOp::less_equal: return model::CompareOp::greater_equal;
        case model::CompareOp::greater: return model::CompareOp::less;
        case model::CompareOp::greater_equal: return model::CompareOp::less_equal;
        case model::CompareOp::equal:
        case model::CompareOp::not_equal: break;
    }
    return op;
}

}  // namespace

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
      opened_tables_(redactor.rules().tables.size()) {}

void ConditionLines::start_rule(std::vector<model::ExprId> conditions) {
    conditions_ = std::move(conditions);
    opened_concepts_.assign(opened_concepts_.size(), false);
    opened_tables_.assign(opened_tables_.size(), false);
}

ConditionLine ConditionLines::line_of(trace::StepId id) {
    const trace::Step& step = trace_.step(id);
    const model::Expr& expr = rules_.expr(step.expr);
    ConditionLine line;
    line.holds = trace::truth_of(step.value);
    line.origin = expr.origin;
    line.words = redactor_.words_of(expr.origin);
    if (line.holds == Tri::unknown) {
        for (const model::Missing& missing : step.missing) {
            if (redactor_.may_see(missing)) line.missing.push_back(name_of(*rules_.schema, missing));
        }
    }
    std::visit([&](const auto& node) { look(node, step, line); }, expr.node);
    if (line.children.empty()) {
        for (const model::Fault& fault : step.faults) line.details.push_back(texts::fault(fault.kind).in(language_));
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
    for (const model::ExprId operand : operands) {
        const trace::StepId child = child_of(step, operand);
        if (!child.is_none()) line.children.push_back(line_of(child));
    }
}

std::string ConditionLines::head_of(const model::Quantified& node, const trace::Step& step,
                                    const model::Expr& expr) const {
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
    line.value = std::to_string(holding) + say(" van de ", " of ") + std::to_string(line.children.size());
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
    add_children({rules_.concepts[index].expr}, step, line);
}

// ---- values ---------------------------------------------------------------------------------------------------------

const trace::Step* ConditionLines::value_step(const trace::Step& step, model::ExprId expr) const {
    const trace::StepId child = child_of(step, expr);
    return child.is_none() ? nullptr : &trace_.step(child);
}

ConditionLines::Shown ConditionLines::show(const trace::Step* step, model::ExprId expr, model::ExprId beside) const {
    const model::Expr& declared = rules_.expr(expr);
    Shown shown;
    shown.is_written = std::holds_alternative<model::Literal>(declared.node);
    if (step == nullptr) return shown;
    model::ValueType type = declared.type;
    const bool is_plain = type.kind == model::ValueKind::number && type.unit.empty();
    if (is_plain && !beside.is_none() && rules_.expr(beside).type.kind == model::ValueKind::percentage) {
        type.kind = model::ValueKind::percentage;
    }
    shown.text =
        format_value(rules_, step->value, type, language_, thresholds_of(expr), step->exact ? &*step->exact : nullptr);
    return shown;
}

std::vector<Ratio> ConditionLines::thresholds_of(model::ExprId expr) const {
    return threshold_values(rules_, cohort_, student_, reference_date_, compared_with(rules_, conditions_, expr));
}

void ConditionLines::look(const model::Comparison& node, const trace::Step& step, ConditionLine& line) {
    const trace::Step* left = value_step(step, node.left);
    const trace::Step* right = value_step(step, node.right);
    const Shown left_shown = show(left, node.left, node.right);
    const Shown right_shown = show(right, node.right, node.left);
    const bool is_turned = left_shown.is_written && !right_shown.is_written;
    const Shown& value = is_turned ? right_shown : left_shown;
    const Shown& threshold = is_turned ? left_shown : right_shown;
    line.value = value.text;
    if (!threshold.is_written) line.threshold = threshold.text;
    const trace::Step* threshold_step = is_turned ? left : right;
    if (threshold_step != nullptr && trace::is_known(threshold_step->value)) {
        line.change = change_of(is_turned ? turned(node.op) : node.op, threshold.text, line.holds);
    }
    add_details(left, line);
    add_details(right, line);
}

void ConditionLines::look(const model::Between& node, const trace::Step& step, ConditionLine& line) {
    const trace::Step* value = value_step(step, node.value);
    const trace::Step* low = value_step(step, node.low);
    const trace::Step* high = value_step(step, node.high);
    line.value = show(value, node.value).text;
    const Shown from = show(low, node.low, node.value);
    const Shown to = show(high, node.high, node.value);
    if (!from.is_written || !to.is_written) line.threshold = from.text + say(" t/m ", " to ") + to.text;
    add_details(value, line);
}

void ConditionLines::look(const model::OneOf& node, const trace::Step& step, ConditionLine& line) {
    const trace::Step* value = value_step(step, node.value);
    line.value = show(value, node.value).text;
    add_details(value, line);
}

void ConditionLines::look(const model::Knownness& node, const trace::Step& step, ConditionLine& line) {
    line.value = show(value_step(step, node.value), node.value).text;
    add_details(value_step(step, node.value), line);
}

Tri ConditionLines::counts_of(const model::Selection& selection, const trace::EventSeen& event) const {
    const Tri counts = tri_and(event.passes, event.in_period);
    if (!selection.of_signals()) return counts;
    // An undetermined signal may or may not be there.
    const bool is_open = trace_.outcome.signals[event.row].status == model::SignalStatus::undetermined;
    return is_open ? tri_and(counts, Tri::unknown) : counts;
}

void ConditionLines::look(const model::Existence& node, const trace::Step& step, ConditionLine& line) {
    if (!trace::is_unknown(step.count)) {
        line.value = format_value(rules_, step.count, {model::ValueKind::number, {}, {}}, language_);
    }
    std::string number;
    if (!node.count.is_none()) {
        const Shown shown = show(value_step(step, node.count), node.count);
        number = shown.text;
        if (!shown.is_written) line.threshold = shown.text;
    }
    line.change = change_of(node, number, line.holds);
    add_events(node.selection, {}, step, line);
}

void ConditionLines::look(const model::SignalState& node, const trace::Step& /*step*/, ConditionLine& line) {
    const model::SignalOutcome& outcome = trace_.outcome.signals[node.signal.index()];
    switch (outcome.status) {
        case model::SignalStatus::active:
            line.value = say("actief", "active");
            if (rules_.signal(node.signal).kind == model::SignalKind::signal) {
                line.value += ", " + format_severity(outcome.severity, language_);
            }
            break;
        case model::SignalStatus::not_active: line.value = say("niet actief", "not active"); break;
        case model::SignalStatus::undetermined: line.value = say("onbepaald", "undetermined"); break;
        case model::SignalStatus::not_applicable: line.value = say("niet van toepassing", "not applicable"); break;
    }
}

// A value used as a condition by itself: a ja/nee.
template <class Other>
void ConditionLines::look(const Other& /*node*/, const trace::Step& step, ConditionLine& line) {
    line.value = show(&step, step.expr).text;
    add_details(&step, line);
}

// ---- what stands behind a value -------------------------------------------------------------------------------------

void ConditionLines::add_details(const trace::Step* step, ConditionLine& line) {
    if (step == nullptr || step->expr.is_none()) return;
    const model::ExprNode& node = rules_.expr(step->expr).node;
    if (const auto* named = std::get_if<model::ConceptValue>(&node)) {
        const model::Concept& declared = rules_.concept_of(named->concept_id);
        const std::string words = redactor_.words_of(rules_.expr(declared.expr).origin);
        // Once per rule: the second level that reads it shows its value alone.
        if (opened_concepts_[named->concept_id.index()]) return;
        opened_concepts_[named->concept_id.index()] = true;
        if (!words.empty()) line.details.push_back(declared.name + " = " + words);
        for (const trace::StepId child : step->children) {
            if (!child.is_none()) add_details(&trace_.step(child), line);
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
        if (!child.is_none()) add_details(&trace_.step(child), line);
    }
}

std::vector<ConditionLines::LookedAt> ConditionLines::fields_looked_at(const model::Selection& selection,
                                                                       SeriesFieldId field,
                                                                       const std::vector<Ratio>& thresholds) const {
    const Series& series = rules_.schema->series_of(selection.series);
    std::vector<LookedAt> all(series.fields.size());
    const auto look_at = [&](SeriesFieldId id, const std::vector<Ratio>& more) {
        LookedAt& one = all[id.index()];
        one.field = id;
        one.thresholds.insert(one.thresholds.end(), more.begin(), more.end());
    };
    if (!field.is_none()) look_at(field, thresholds);
    std::vector<model::ExprId> work;
    if (!selection.filter.is_none()) work.push_back(selection.filter);
    while (!work.empty()) {
        const model::ExprId id = work.back();
        work.pop_back();
        const model::ExprNode& node = rules_.expr(id).node;
        if (const auto* event = std::get_if<model::EventFieldValue>(&node)) {
            // Only what does not change from event to event is a threshold.
            std::vector<model::ExprId> others = compared_with(rules_, {selection.filter}, id);
            std::erase_if(others, [&](model::ExprId other) {
                const model::ExprNode& written = rules_.expr(other).node;
                return !std::holds_alternative<model::Literal>(written) &&
                       !std::holds_alternative<model::ParameterValue>(written);
            });
            look_at(event->field, threshold_values(rules_, cohort_, student_, reference_date_, others));
        }
        model::for_each_child(rules_, node, [&](model::ExprId child) { work.push_back(child); });
    }
    std::erase_if(all, [&](const LookedAt& one) { return one.field.is_none() || one.field == series.date_field; });
    return all;
}

std::string ConditionLines::event_words(SeriesId id, const std::vector<LookedAt>& fields, std::uint32_t row) const {
    const Series& series = rules_.schema->series_of(id);
    const SeriesData& data = cohort_.series[id.index()];
    const Column& dates = data.columns[series.date_field.index()];
    std::string words =
        dates.is_known(row) ? format_short_date(dates.date_at(row), language_) : say("zonder datum", "without a date");
    for (const auto& [field, thresholds] : fields) {
        words += " " + format_field(series.fields[field.index()].type, data.columns[field.index()], row, language_,
                                    thresholds);
    }
    return words;
}

// Of a window or a row only the events in it are shown.
bool ConditionLines::lies_in(const std::optional<DateInterval>& days, const model::Selection& selection,
                             const trace::EventSeen& event) const {
    if (!days || selection.of_signals()) return true;
    const SeriesFieldId date_field = rules_.schema->series_of(selection.series).date_field;
    const Column& dates = cohort_.series[selection.series.index()].columns[date_field.index()];
    return !dates.is_known(event.row) || days->contains(dates.date_at(event.row));
}

void ConditionLines::add_events(const model::Selection& selection, SeriesFieldId field, const trace::Step& step,
                                ConditionLine& line) const {
    std::vector<std::string> words;
    const std::vector<LookedAt> fields =
        selection.of_signals() ? std::vector<LookedAt>{} : fields_looked_at(selection, field, thresholds_of(step.expr));
    for (const trace::EventSeen& event : step.events) {
        const Tri counts = counts_of(selection, event);
        if (counts == Tri::no || event.skipped) continue;
        if (counts == Tri::yes && !lies_in(step.found_days, selection, event)) continue;
        if (selection.of_signals()) {
            words.push_back(title_of(rules_.signals[event.row]));
        } else {
            words.push_back(event_words(selection.series, fields, event.row));
        }
        if (counts == Tri::unknown) words.back() += " (?)";
    }
    const auto say_days = [&](const std::string& before, const DateInterval& days) {
        line.details.push_back(before + format_date(days.from, language_) + say(" t/m ", " to ") +
                               format_date(days.to, language_));
    };
    // Without a year to cut it off, `in enige` looks at all days there are.
    if (step.days && step.days->from > Date::earliest()) say_days(say("van ", "from "), *step.days);
    if (step.found_days) {
        const bool is_any =
            !selection.period.is_none() && rules_.period(selection.period).kind == model::Period::Kind::any;
        say_days(is_any ? say("de hoogste uitkomst: van ", "the highest outcome: from ")
                        : say("de langste rij: van ", "the longest run: from "),
                 *step.found_days);
    }
    if (!words.empty()) {
        std::string text;
        const std::size_t first = words.size() > most_events ? words.size() - most_events : 0;
        if (first > 0) text = std::to_string(first) + say(" eerder · ", " earlier · ");
        for (std::size_t i = first; i < words.size(); ++i) text += (i > first ? " · " : "") + words[i];
        line.details.push_back(text);
    }
    if (step.complete_to && !selection.of_signals()) {
        line.details.push_back(rules_.schema->series_of(selection.series).plural +
                               say(" zijn bekend t/m ", " are known up to ") +
                               format_date(*step.complete_to, language_));
    }
}

// ---- what would turn it round ---------------------------------------------------------------------------------------

std::string ConditionLines::change_of(model::CompareOp op, const std::string& threshold, Tri holds) const {
    if (holds == Tri::unknown || threshold.empty()) return {};
    const bool yes = holds == Tri::yes;
    switch (op) {
        case model::CompareOp::less:
            return (yes ? say("niet meer vanaf ", "no longer from ") : say("wel onder ", "would be below ")) +
                   threshold;
        case model::CompareOp::less_equal:
            return (yes ? say("niet meer boven ", "no longer above ") : say("wel t/m ", "would be up to ")) + threshold;
        case model::CompareOp::greater:
            return (yes ? say("niet meer t/m ", "no longer up to ") : say("wel boven ", "would be above ")) + threshold;
        case model::CompareOp::greater_equal:
            return (yes ? say("niet meer onder ", "no longer below ") : say("wel vanaf ", "would be from ")) +
                   threshold;
        case model::CompareOp::equal: return yes ? std::string() : say("wel bij ", "would be at ") + threshold;
        case model::CompareOp::not_equal: break;
    }
    return yes ? say("niet meer bij ", "no longer at ") + threshold : std::string();
}

std::string ConditionLines::change_of(const model::Existence& node, const std::string& number, Tri holds) const {
    if (holds == Tri::unknown) return {};
    switch (node.quantifier) {
        case model::Quantifier::at_least: return change_of(model::CompareOp::greater_equal, number, holds);
        case model::Quantifier::at_most: return change_of(model::CompareOp::less_equal, number, holds);
        case model::Quantifier::exactly: return change_of(model::CompareOp::equal, number, holds);
        case model::Quantifier::none:
        case model::Quantifier::all: break;
    }
    return holds == Tri::yes ? say("niet meer vanaf 1", "no longer from 1") : say("wel bij 0", "would be at 0");
}

// ---- parameters -----------------------------------------------------------------------------------------------------

namespace {

class ParameterSearch {
  public:
    explicit ParameterSearch(const model::RuleSet& rules)
        : rules_(rules),
          seen_concepts_(rules.concepts.size()),
          seen_tables_(rules.tables.size()),
          found_(rules.parameters.size()) {}

    void visit(model::ExprId id) {
        const model::ExprNode& node = rules_.expr(id).node;
        if (const auto* parameter = std::get_if<model::ParameterValue>(&node)) mark(parameter->parameter);
        if (const auto* aggregate = std::get_if<model::Aggregate>(&node)) mark_period(aggregate->selection);
        if (const auto* existence = std::get_if<model::Existence>(&node)) mark_period(existence->selection);
        if (const auto* named = std::get_if<model::ConceptValue>(&node)) {
            if (!seen_concepts_[named->concept_id.index()]) {
                seen_concepts_[named->concept_id.index()] = true;
                visit(rules_.concept_of(named->concept_id).expr);
            }
        }
        if (const auto* table = std::get_if<model::TableValue>(&node)) {
            if (!seen_tables_[table->table.index()]) {
                seen_tables_[table->table.index()] = true;
                model::for_each_child(rules_.table(table->table), [this](model::ExprId child) { visit(child); });
            }
        }
        model::for_each_child(rules_, node, [this](model::ExprId child) { visit(child); });
    }
    [[nodiscard]] const std::vector<bool>& found() const { return found_; }

  private:
    void mark(model::ParameterId id) {
        if (!id.is_none()) found_[id.index()] = true;
    }
    void mark_period(const model::Selection& selection) {
        if (!selection.period.is_none()) mark(rules_.period(selection.period).length.parameter);
    }
    const model::RuleSet& rules_;
    std::vector<bool> seen_concepts_;
    std::vector<bool> seen_tables_;
    std::vector<bool> found_;
};

}  // namespace

std::vector<ParameterLine> ConditionLines::parameters_below(const std::vector<model::ExprId>& roots) const {
    ParameterSearch search(rules_);
    for (const model::ExprId root : roots) search.visit(root);
    std::vector<ParameterLine> lines;
    for (std::size_t i = 0; i < rules_.parameters.size(); ++i) {
        if (!search.found()[i]) continue;
        const model::Parameter& parameter = rules_.parameters[i];
        const trace::Value value =
            trace::parameter_value(rules_, cohort_, student_, reference_date_, model::ParameterId(i));
        ParameterLine line;
        line.parameter = model::ParameterId(i);
        line.value = format_value(rules_, value, parameter.type, language_);
        for (const model::Override& set : parameter.overrides) {
            Tri holds = Tri::yes;
            if (!set.condition.is_none()) {
                trace::StepId root;
                const trace::Trace trace =
                    trace::evaluate_expr(rules_, cohort_, student_, reference_date_, set.condition, &root);
                holds = trace::truth_of(trace.step(root).value);
            }
            if (holds == Tri::yes) line.reason = set.reason;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace wegwijzer::explain
