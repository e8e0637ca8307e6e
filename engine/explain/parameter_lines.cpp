// The parameters a rule reads, with the value they have for this student and whose that value is.
#include "engine/explain/condition_lines.h"
#include "engine/explain/format_value.h"
#include "engine/model/walk.h"

namespace wegwijzer::explain {
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

const ConditionLines::Setting& ConditionLines::setting_of(model::ParameterId id) {
    std::optional<Setting>& known = settings_[id.index()];
    if (known) return *known;
    const model::Parameter& parameter = rules_.parameter(id);
    known.emplace();
    const trace::Value value = trace::parameter_value(rules_, cohort_, student_, reference_date_, id);
    known->text = format_value(rules_, value, parameter.type, language_);
    known->number = as_threshold(value, {});
    if (!trace::is_known(value)) {
        known->origin = ThresholdOrigin::undecided;
        return *known;
    }
    for (const model::Override& set : parameter.overrides) {
        Tri holds = Tri::yes;
        if (!set.condition.is_none()) {
            trace::StepId root;
            const trace::Trace trace =
                trace::evaluate_expr(rules_, cohort_, student_, reference_date_, set.condition, &root);
            holds = trace::truth_of(trace.step(root).value);
        }
        if (holds != Tri::yes) continue;
        known->reason = set.reason;
        known->origin = ThresholdOrigin::institution;
    }
    return *known;
}

std::vector<ParameterLine> ConditionLines::parameters_below(const std::vector<model::ExprId>& roots,
                                                            const std::string& node) {
    ParameterSearch search(rules_);
    for (const model::ExprId root : roots) search.visit(root);
    std::vector<ParameterLine> lines;
    for (std::size_t i = 0; i < rules_.parameters.size(); ++i) {
        if (!search.found()[i]) continue;
        const model::ParameterId id(i);
        const Setting& setting = setting_of(id);
        const Node place = Node(node) / "parameters" / rules_.parameter(id).name / "value";
        lines.push_back({id, place.shows(setting.text), setting.reason, setting.origin});
    }
    return lines;
}

}  // namespace wegwijzer::explain
