#include "api/run/select_where.h"

#include <algorithm>
#include <utility>

#include "engine/explain/report.h"
#include "engine/explain/texts.h"
#include "engine/model/provenance.h"
#include "engine/model/walk.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::run {
namespace {

// What the author of the condition wrote and the reader may not see.
const model::Expr* find_hidden(const model::RuleSet& rules, model::ExprId id, const explain::Reader& reader) {
    const model::Expr& expr = rules.expr(id);
    const model::Expr* found = nullptr;
    model::for_each_child(rules, expr.node, [&](model::ExprId child) {
        if (found == nullptr) found = find_hidden(rules, child, reader);
    });
    if (found != nullptr) return found;
    return reader.may_see_all(*rules.schema, model::fields_behind(rules, id)) ? nullptr : &expr;
}

}  // namespace

std::optional<Diagnostic> problem_of_condition(const CompiledCondition& where, const explain::Reader& reader) {
    const model::Expr* hidden = find_hidden(*where.rules, where.condition, reader);
    if (hidden == nullptr) return std::nullopt;
    Diagnostic problem;
    problem.code = Code::F232;
    problem.span = hidden->origin;
    problem.arguments = {std::string(where.sources.text(hidden->origin))};
    return problem;
}

SelectedWhere select_where(const CompiledCondition& where, const Cohort& cohort, std::span<const std::size_t> rows,
                           Date reference_date) {
    SelectedWhere selected;
    for (const std::size_t row : rows) {
        trace::StepId root;
        const trace::Trace trace =
            trace::evaluate_expr(*where.rules, cohort, row, reference_date, where.condition, &root);
        const trace::Step& step = trace.step(root);
        const Tri holds = trace::truth_of(step.value);
        if (holds == Tri::yes) selected.rows.push_back(row);
        if (holds != Tri::unknown) continue;
        ++selected.unplaced;
        selected.missing.insert(selected.missing.end(), step.missing.begin(), step.missing.end());
    }
    std::ranges::sort(selected.missing,
                      [](const model::Missing& left, const model::Missing& right) { return left < right; });
    const auto repeated = std::ranges::unique(selected.missing);
    selected.missing.erase(repeated.begin(), repeated.end());
    return selected;
}

std::vector<Diagnostic> notes_of_selection(const CompiledCondition& where, const SelectedWhere& selected) {
    std::vector<Diagnostic> notes;
    if (selected.unplaced > 0) {
        const std::string number = std::to_string(selected.unplaced);
        const bool one = selected.unplaced == 1;
        Diagnostic note;
        note.code = Code::N232;
        note.arguments = {{one ? "1 student is" : number + " studenten zijn", one ? "1 student" : number + " students"},
                          where.sources.name(where.source)};
        std::vector<std::string> names;
        for (const model::Missing& missing : selected.missing) {
            names.push_back(explain::name_of(*where.rules->schema, missing));
        }
        if (!names.empty()) {
            const Localized list = explain::texts::list_of(names);
            note.why = {"niet bekend: " + list.nl, "not known: " + list.en};
        }
        notes.push_back(std::move(note));
    }
    if (selected.rows.empty()) {
        Diagnostic nobody;
        nobody.code = Code::N231;
        nobody.arguments = {where.sources.name(where.source)};
        notes.push_back(std::move(nobody));
    }
    return notes;
}

}  // namespace wegwijzer::run
