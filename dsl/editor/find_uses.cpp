// The names in declarations and their clauses, but for those in conditions and values (walk_expressions.cpp).
#include "dsl/editor/name_finder.h"

namespace wegwijzer::editor {

void NameFinder::use(const ast::Name& name, NameSet set, std::string_view owner) {
    if (name.text.empty() || !name.span.has_place()) return;
    if (const auto id = names_.find(set, name.text, owner)) names_.uses_.push_back({name.span, *id, false});
}

void NameFinder::use(const std::vector<ast::Name>& names, NameSet set) {
    for (const ast::Name& name : names) use(name, set);
}

void NameFinder::use_series(const ast::Name& name) { use(name, NameSet::series); }

void NameFinder::use_citation(const ast::Citation& citation) { use(citation.source, NameSet::sources); }

void NameFinder::use_length(const ast::LengthRef& length) { use(length.parameter, NameSet::values); }

void NameFinder::use_count(const ast::CountRef& count) { use(count.parameter, NameSet::values); }

void NameFinder::find_uses() {
    for (const ast::Declaration& declaration : file_.declarations) {
        declaration_ = &declaration;
        std::visit([this](const auto& node) { find_in(node); }, declaration.node);
    }
}

void NameFinder::find_in(const ast::Pack& /*node*/) {}
void NameFinder::find_in(const ast::Source& /*node*/) {}
void NameFinder::find_in(const ast::StudentData& /*node*/) {}
void NameFinder::find_in(const ast::Calendar& /*node*/) {}
void NameFinder::find_in(const ast::Phase& /*node*/) {}
void NameFinder::find_in(const ast::Cluster& /*node*/) {}
void NameFinder::find_in(const ast::Use& node) { use(node.pack, NameSet::packs); }

void NameFinder::find_in(const ast::Series& node) {
    if (node.last_counts_per) use(*node.last_counts_per, NameSet::series_fields, node.plural.text);
}

void NameFinder::find_in(const ast::Factor& node) {
    for (const ast::FactorClause& clause : node.clauses) {
        if (const auto* cluster = std::get_if<ast::Name>(&clause.value)) use(*cluster, NameSet::clusters);
        if (const auto* citation = std::get_if<ast::Citation>(&clause.value)) use_citation(*citation);
    }
}

void NameFinder::find_in(const ast::Role& node) {
    for (const ast::RoleClause& clause : node.clauses) {
        if (clause.kind == ast::RoleClause::Kind::person) use(clause.person, NameSet::values);
    }
}

void NameFinder::find_in(const ast::Parameter& node) {
    const Choices choices = names_.choices_of_name(node.name.text, {}, file_.language);
    walk(node.value, {}, choices);
    for (const ast::ParameterClause& clause : node.clauses) {
        walk(clause.low, {}, choices);
        walk(clause.high, {}, choices);
        if (clause.kind == ast::ParameterClause::Kind::source) use_citation(clause.source);
    }
}

void NameFinder::find_in(const ast::Set& node) {
    use(node.parameter, NameSet::values);
    walk(node.value, {}, names_.choices_of_name(node.parameter.text, {}, file_.language));
    walk(node.condition);
}

void NameFinder::find_in(const ast::Concept& node) { walk(node.value); }

void NameFinder::find_in(const ast::Signal& node) {
    for (const ast::SignalClause& clause : node.clauses) {
        using Kind = ast::SignalClause::Kind;
        if (clause.kind == Kind::factor) use(clause.names, NameSet::factors);
        if (clause.kind == Kind::phases) use(clause.names, NameSet::phases);
        if (clause.kind == Kind::source) use_citation(clause.source);
        walk(clause.condition);
        for (const ast::TemplatePiece& piece : clause.explanation.pieces) walk(piece.expr);
    }
}

void NameFinder::find_in(const ast::Intervention& node) {
    for (const ast::InterventionClause& clause : node.clauses) {
        using Kind = ast::InterventionClause::Kind;
        switch (clause.kind) {
            case Kind::by:
            case Kind::through: use(clause.names, NameSet::roles); break;
            case Kind::not_in_phase: use(clause.names, NameSet::phases); break;
            case Kind::factor: use(clause.names, NameSet::factors); break;
            case Kind::source: use_citation(clause.source); break;
            default: use(clause.names, NameSet::interventions);
        }
        use_length(clause.at_most_once_per);
    }
}

void NameFinder::find_in(const ast::Policy& node) {
    for (const ast::PolicyClause& clause : node.clauses) {
        using Kind = ast::PolicyClause::Kind;
        walk(clause.condition);
        if (clause.kind == Kind::advise) use(clause.names, NameSet::interventions);
        if (clause.kind == Kind::overrides) use(clause.names, NameSet::policies);
        if (clause.kind == Kind::source) use_citation(clause.source);
        if (clause.by) use(*clause.by, NameSet::roles);
        if (clause.within) use_length(*clause.within);
        walk(clause.due);
    }
}

void NameFinder::find_in(const ast::Plan& node) {
    for (const ast::PlanClause& clause : node.clauses) {
        using Kind = ast::PlanClause::Kind;
        walk(clause.condition);
        if (clause.kind == Kind::source) use_citation(clause.source);
        if (clause.kind != Kind::step) continue;
        const ast::Step& step = clause.step;
        use(step.intervention, NameSet::interventions);
        if (step.by) use(*step.by, NameSet::roles);
        if (step.within) use_length(*step.within);
        if (step.after) use_length(*step.after);
        if (step.study_week_first) use_count(*step.study_week_first);
        if (step.study_week_last) use_count(*step.study_week_last);
    }
}

void NameFinder::find_in(const ast::Table& node) {
    std::vector<Choices> choices;
    for (const ast::ExprId column : node.columns) {
        walk(column);
        choices.push_back(choices_of(column, {}));
    }
    const Choices result = names_.choices_of_name(node.name.text, {}, file_.language);
    for (const ast::TableRow& row : node.rows) {
        for (std::size_t i = 0; i < row.tests.size(); ++i) {
            for (const ast::ExprId value : row.tests[i].values)
                walk(value, {}, i < choices.size() ? choices[i] : Choices{});
        }
        walk(row.result, {}, result);
    }
}

void NameFinder::find_in(const ast::Example& node) {
    for (const ast::ExampleClause& clause : node.clauses) {
        switch (clause.kind) {
            case ast::ExampleClause::Kind::on: break;
            case ast::ExampleClause::Kind::given: find_in_given(clause.given); break;
            case ast::ExampleClause::Kind::set:
                use(clause.parameter, NameSet::values);
                walk(clause.value, {}, names_.choices_of_name(clause.parameter.text, {}, file_.language));
                break;
            case ast::ExampleClause::Kind::expect: find_in_expectation(clause.expectation); break;
        }
    }
}

void NameFinder::find_in_given(const ast::ExampleGiven& given) {
    for (const ast::ExampleValue& value : given.values) {
        use(value.field, NameSet::values);
        walk(value.value, {}, names_.choices_of_student(value.field.text));
    }
    if (given.student) return;
    use_series(given.series);
    const std::string plural = names_.series_called(given.series.text);
    if (plural.empty() || given.rows.empty()) return;
    const std::vector<ast::Cell>& head = given.rows.front();
    for (const ast::Cell& cell : head) use({cell.text, cell.span}, NameSet::series_fields, plural);
    for (std::size_t row = 1; row < given.rows.size(); ++row) {
        for (std::size_t column = 0; column < given.rows[row].size() && column < head.size(); ++column) {
            const ast::Cell& cell = given.rows[row][column];
            if (cell.quoted) continue;
            use_choice({cell.text, cell.span}, names_.choices_of_name(head[column].text, plural, file_.language));
        }
    }
}

void NameFinder::find_in_expectation(const ast::Expectation& expectation) {
    using Kind = ast::Expectation::Kind;
    if (expectation.name) {
        switch (expectation.kind) {
            case Kind::signal: use(*expectation.name, NameSet::signals); break;
            case Kind::advice:
            case Kind::plan: use(*expectation.name, NameSet::interventions); break;
            case Kind::concept_value:
            case Kind::parameter_value:
                use(*expectation.name, NameSet::values);
                walk(expectation.value, {}, names_.choices_of_name(expectation.name->text, {}, file_.language));
                break;
        }
    }
    if (expectation.by) use(*expectation.by, NameSet::roles);
    if (expectation.through) use(*expectation.through, NameSet::roles);
}

}  // namespace wegwijzer::editor
