// Decision tables (language.md section 5, "Tables"; docs/semantics.md).
#include <utility>

#include "engine/trace/evaluation.h"

namespace wegwijzer::trace {

Step Evaluation::step_of(const model::TableValue& node, const model::Expr& /*expr*/) {
    Step step;
    step.value = use(step, evaluate(node.table)).value;
    return step;
}

StepId Evaluation::evaluate(model::TableId id) {
    if (const StepId known = tables_[id.index()]) return known;
    const std::optional<EventAtHand> event = std::exchange(event_, std::nullopt);
    const model::Table& table = rules_.table(id);
    Step step;
    step.table = id;
    struct Row {
        Tri holds = Tri::yes;
        std::vector<StepId> tests;
        StepId result;
    };
    std::vector<Row> rows;
    for (const model::TableRow& declared : table.rows) {
        Row row;
        for (const model::TableTest& test : declared.tests) {
            const StepId one = test.condition.is_none() ? StepId{} : evaluate(test.condition);
            if (one) row.holds = tri_and(row.holds, truth_of(this->step(one).value));
            row.tests.push_back(one);
            step.children.push_back(one);
        }
        row.result = evaluate(declared.result);
        step.children.push_back(row.result);
        step.rows.push_back(row.holds);
        rows.push_back(std::move(row));
    }
    event_ = event;

    // The rows that have a say: with `eerste` up to the first that is true, with `uniek` those that are true, or without
    // any those that may be.
    std::vector<const Row*> heard;
    bool some_true = false;
    for (const Row& row : rows) some_true = some_true || row.holds == Tri::yes;
    for (const Row& row : rows) {
        if (row.holds == Tri::no) continue;
        const bool overruled = table.hit == model::HitPolicy::unique && some_true && row.holds == Tri::unknown;
        if (!overruled) heard.push_back(&row);
        if (table.hit == model::HitPolicy::first && row.holds == Tri::yes) break;
    }
    // All must give the same, and one of them must be true.
    bool agree = some_true;
    for (const Row* row : heard) {
        const Value& value = this->step(row->result).value;
        const Value& first = this->step(heard.front()->result).value;
        agree = agree && is_known(value) && is_known(first) && order({value, {}}, {first, {}}) == 0;
    }
    if (agree) step.value = this->step(heard.front()->result).value;
    for (const Row* row : heard) {
        std::vector<StepId> parts = {row->result};
        if (row->holds == Tri::unknown) parts.insert(parts.end(), row->tests.begin(), row->tests.end());
        for (const StepId part : parts) {
            if (part.is_none()) continue;
            add(step.missing, this->step(part).missing);
            add(step.faults, this->step(part).faults);
        }
    }
    // Not before its parts: a begrip in them may have read other tables.
    const StepId recorded = record(std::move(step));
    tables_[id.index()] = recorded;
    return recorded;
}

}  // namespace wegwijzer::trace
