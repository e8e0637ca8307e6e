// Signals, interventions, policies, plans, tables and examples.
#include <utility>

#include "dsl/parse/tree_reader.h"
#include "engine/base/unicode.h"

namespace wegwijzer::parsing {

// ---- signals --------------------------------------------------------------------------------------------------------

ast::Level TreeReader::read_level(NodeId id) const {
    if (reading_.stands_at(Word::low, node(id).begin)) return ast::Level::low;
    return reading_.stands_at(Word::medium, node(id).begin) ? ast::Level::medium : ast::Level::high;
}

ast::Signal TreeReader::read_signal(NodeId id, ast::SignalKind kind) {
    ast::Signal result;
    result.kind = kind;
    Children rest = children(id);
    read_head(rest, result.name, &result.title);
    while (!rest.done()) result.clauses.push_back(read_signal_clause(rest.take()));
    return result;
}

ast::SignalClause TreeReader::read_signal_clause(NodeId id) {
    using Kind = ast::SignalClause::Kind;
    ast::SignalClause clause;
    clause.span = span(id);
    Children parts = children(id);
    switch (node(id).kind) {
        case NodeKind::factor_clause:
            clause.kind = Kind::factor;
            clause.names = read_names(parts);
            break;
        case NodeKind::in_phase_clause:
            clause.kind = Kind::phases;
            clause.names = read_names(parts);
            break;
        case NodeKind::if_clause:
            clause.kind = Kind::condition;
            clause.condition = read_expression(parts.take());
            break;
        case NodeKind::severity_clause:
            clause.kind = Kind::level;
            clause.level_span = {source_, clause.span.begin, span(parts.id()).end};
            clause.level = read_level(parts.take());
            clause.condition = read_expression(parts.take());
            break;
        case NodeKind::unless_clause:
            clause.kind = Kind::unless;
            clause.condition = read_expression(parts.take());
            break;
        case NodeKind::weight_clause:
            clause.kind = Kind::weight;
            clause.weight = read_expression(parts.take());
            break;
        case NodeKind::explanation_clause:
            clause.kind = Kind::explanation;
            clause.explanation = read_template(parts.take());
            break;
        case NodeKind::citation:
            clause.kind = Kind::source;
            clause.source = read_citation(id);
            break;
        default:
            clause.kind = Kind::justification;
            clause.justification = read_justification(id);
            break;
    }
    return clause;
}

// ---- interventions --------------------------------------------------------------------------------------------------

ast::Intervention TreeReader::read_intervention(NodeId id) {
    ast::Intervention result;
    Children rest = children(id);
    read_head(rest, result.name, &result.title);
    while (!rest.done()) result.clauses.push_back(read_intervention_clause(rest.take()));
    return result;
}

ast::InterventionClause TreeReader::read_intervention_clause(NodeId id) {
    using Kind = ast::InterventionClause::Kind;
    ast::InterventionClause clause;
    clause.span = span(id);
    Children parts = children(id);
    switch (node(id).kind) {
        case NodeKind::by: clause.kind = Kind::by; break;
        case NodeKind::through: clause.kind = Kind::through; break;
        case NodeKind::directly_clause: clause.kind = Kind::directly; break;
        case NodeKind::with_consent_clause: clause.kind = Kind::with_consent; break;
        case NodeKind::without_consent_clause: clause.kind = Kind::without_consent; break;
        case NodeKind::duration_clause:
            clause.kind = Kind::duration;
            clause.duration = length_expression(parts.take());
            break;
        case NodeKind::question_clause:
            clause.kind = Kind::question;
            clause.question = read_text(parts.take(), false);
            break;
        case NodeKind::not_together_clause: clause.kind = Kind::not_together; break;
        case NodeKind::not_in_phase_clause: clause.kind = Kind::not_in_phase; break;
        case NodeKind::not_before_day_clause:
            clause.kind = Kind::not_before_day;
            clause.day = read_integer(parts.take());
            break;
        case NodeKind::only_after_clause: clause.kind = Kind::only_after; break;
        case NodeKind::at_most_once_clause:
            clause.kind = Kind::at_most_once_per;
            clause.at_most_once_per = read_term_length(parts.take());
            break;
        case NodeKind::reinforces_clause: clause.kind = Kind::reinforces; break;
        case NodeKind::factor_clause: clause.kind = Kind::factor; break;
        case NodeKind::citation:
            clause.kind = Kind::source;
            clause.source = read_citation(id);
            return clause;
        default:
            clause.kind = Kind::justification;
            clause.justification = read_justification(id);
            return clause;
    }
    clause.names = read_names(parts);
    return clause;
}

// ---- policies and plans ---------------------------------------------------------------------------------------------

ast::Policy TreeReader::read_policy(NodeId id) {
    ast::Policy result;
    Children rest = children(id);
    read_head(rest, result.name, &result.title);
    while (!rest.done()) result.clauses.push_back(read_policy_clause(rest.take()));
    return result;
}

ast::PolicyClause TreeReader::read_policy_clause(NodeId id) {
    using Kind = ast::PolicyClause::Kind;
    ast::PolicyClause clause;
    clause.span = span(id);
    Children parts = children(id);
    switch (node(id).kind) {
        case NodeKind::if_clause:
            clause.kind = Kind::condition;
            clause.condition = read_expression(parts.take());
            break;
        case NodeKind::unless_clause:
            clause.kind = Kind::unless;
            clause.condition = read_expression(parts.take());
            break;
        case NodeKind::advise_clause:
            clause.kind = Kind::advise;
            clause.names = read_names(parts);
            while (!parts.done()) {
                const NodeId part = parts.take();
                const NodeId inside = children(part).take();
                if (node(part).kind == NodeKind::by)
                    clause.by = read_name(inside);
                else if (node(part).kind == NodeKind::within)
                    clause.within = read_term_length(inside);
                else
                    clause.due = read_expression(inside);
            }
            break;
        case NodeKind::priority_clause:
            clause.kind = Kind::priority;
            clause.priority = read_integer(parts.take());
            break;
        case NodeKind::urgent_clause: clause.kind = Kind::urgent; break;
        case NodeKind::overrides_clause:
            clause.kind = Kind::overrides;
            clause.names = read_names(parts);
            break;
        case NodeKind::citation:
            clause.kind = Kind::source;
            clause.source = read_citation(id);
            break;
        default:
            clause.kind = Kind::justification;
            clause.justification = read_justification(id);
            break;
    }
    return clause;
}

ast::Plan TreeReader::read_plan(NodeId id) {
    using Kind = ast::PlanClause::Kind;
    ast::Plan result;
    Children rest = children(id);
    read_head(rest, result.name, &result.title);
    while (!rest.done()) {
        const NodeId child = rest.take();
        Children parts = children(child);
        ast::PlanClause clause;
        clause.span = span(child);
        switch (node(child).kind) {
            case NodeKind::goal_clause:
                clause.kind = Kind::goal;
                clause.condition = read_expression(parts.take());
                break;
            case NodeKind::step_clause:
                clause.kind = Kind::step;
                clause.step = read_step(child);
                break;
            case NodeKind::review_clause:
                clause.kind = Kind::review_every;
                clause.length = length_expression(parts.take());
                break;
            case NodeKind::evaluate_clause:
                clause.kind = Kind::evaluate_after;
                clause.length = length_expression(parts.take());
                break;
            case NodeKind::citation:
                clause.kind = Kind::source;
                clause.source = read_citation(child);
                break;
            default:
                clause.kind = Kind::justification;
                clause.justification = read_justification(child);
                break;
        }
        result.clauses.push_back(std::move(clause));
    }
    return result;
}

ast::Step TreeReader::read_step(NodeId id) {
    ast::Step result;
    Children parts = children(id);
    result.number = read_integer(parts.take());
    result.intervention = read_name(parts.take());
    while (!parts.done()) {
        const NodeId part = parts.take();
        Children inside = children(part);
        switch (node(part).kind) {
            case NodeKind::by: result.by = read_name(inside.take()); break;
            case NodeKind::within: result.within = read_term_length(inside.take()); break;
            case NodeKind::after: result.after = read_term_length(inside.take()); break;
            default:
                result.study_week_first = read_count(inside.take());
                if (!inside.done()) result.study_week_last = read_count(inside.take());
                break;
        }
    }
    return result;
}

// ---- tables ---------------------------------------------------------------------------------------------------------

ast::Table TreeReader::read_table(NodeId id) {
    ast::Table result;
    Children rest = children(id);
    read_head(rest, result.name, &result.title);
    while (!rest.done()) {
        const NodeId child = rest.take();
        Children parts = children(child);
        switch (node(child).kind) {
            case NodeKind::hit_clause: result.unique = parts.is(NodeKind::hit_unique); break;
            case NodeKind::table_head:
                while (!parts.done()) {
                    const NodeId part = parts.take();
                    if (node(part).kind == NodeKind::name)
                        result.result = read_name(part);
                    else
                        result.columns.push_back(read_expression(part));
                }
                break;
            case NodeKind::table_row: {
                ast::TableRow row;
                row.span = span(child);
                while (!parts.done()) {
                    const NodeId part = parts.take();
                    if (node(part).kind == NodeKind::term)
                        row.result = read_expression(part);
                    else
                        row.tests.push_back(read_test(part));
                }
                result.rows.push_back(std::move(row));
                break;
            }
            default: result.type = read_type(child); break;
        }
    }
    return result;
}

ast::TableTest TreeReader::read_test(NodeId id) {
    using Kind = ast::TableTest::Kind;
    ast::TableTest result;
    result.span = span(id);
    Children parts = children(id);
    switch (node(id).kind) {
        case NodeKind::test_any: result.kind = Kind::any; return result;
        case NodeKind::test_unknown: result.kind = Kind::unknown; return result;
        case NodeKind::test_compare:
            result.kind = Kind::compare;
            switch (node(parts.take()).kind) {
                case NodeKind::less: result.op = ast::CompareOp::less; break;
                case NodeKind::less_equal: result.op = ast::CompareOp::less_equal; break;
                case NodeKind::greater: result.op = ast::CompareOp::greater; break;
                case NodeKind::greater_equal: result.op = ast::CompareOp::greater_equal; break;
                case NodeKind::equal: result.op = ast::CompareOp::equal; break;
                default: result.op = ast::CompareOp::not_equal; break;
            }
            break;
        case NodeKind::test_range: result.kind = Kind::range; break;
        default: result.kind = Kind::values; break;
    }
    result.values = read_list(parts);
    return result;
}

// ---- examples -------------------------------------------------------------------------------------------------------

ast::Example TreeReader::read_example(NodeId id) {
    using Kind = ast::ExampleClause::Kind;
    ast::Example result;
    Children rest = children(id);
    if (rest.is(NodeKind::title)) result.title = read_text(rest.take(), false);
    while (!rest.done()) {
        const NodeId child = rest.take();
        Children parts = children(child);
        ast::ExampleClause clause;
        clause.span = span(child);
        switch (node(child).kind) {
            case NodeKind::on_clause:
                clause.kind = Kind::on;
                clause.date = date_expression(parts.take());
                break;
            case NodeKind::given_student:
                clause.kind = Kind::given;
                clause.given.student = true;
                while (!parts.done()) {
                    const NodeId part = parts.take();
                    Children pair = children(part);
                    ast::ExampleValue value;
                    value.span = span(part);
                    value.field = read_name(pair.take());
                    value.value = read_expression(pair.take());
                    clause.given.values.push_back(std::move(value));
                }
                break;
            case NodeKind::given_series:
                clause.kind = Kind::given;
                clause.given = read_given_series(child);
                break;
            case NodeKind::set_clause:
                clause.kind = Kind::set;
                clause.parameter = read_name(parts.take());
                clause.value = read_expression(parts.take());
                break;
            default:
                clause.kind = Kind::expect;
                clause.expectation = read_expectation(child);
                break;
        }
        result.clauses.push_back(std::move(clause));
    }
    return result;
}

ast::ExampleGiven TreeReader::read_given_series(NodeId id) {
    ast::ExampleGiven result;
    Children parts = children(id);
    result.series = read_name(parts.take());
    while (!parts.done()) {
        const NodeId part = parts.take();
        Children inside = children(part);
        if (node(part).kind == NodeKind::complete_to) {
            result.complete_to = date_expression(inside.take());
        } else if (node(part).kind == NodeKind::given_none) {
            result.empty = true;
        } else {
            std::vector<ast::Cell> row;
            while (!inside.done()) {
                const NodeId cell_id = inside.take();
                const Lexeme& lexeme = reading_.lexemes()[node(cell_id).begin];
                const std::string_view written = reading_.written(node(cell_id).begin);
                ast::Cell cell;
                cell.span = span(cell_id);
                cell.quoted = written.starts_with('"');
                if (cell.quoted)
                    cell.text = unescape(lexeme.begin + 1, lexeme.tainted ? lexeme.end : lexeme.end - 1);
                else
                    cell.text = to_nfc_trimmed(written);
                row.push_back(std::move(cell));
            }
            result.rows.push_back(std::move(row));
        }
    }
    return result;
}

ast::Expectation TreeReader::read_expectation(NodeId id) {
    using Kind = ast::Expectation::Kind;
    ast::Expectation result;
    Children outer = children(id);
    if (outer.is(NodeKind::expect_not)) {
        result.negated = true;
        outer.take();
    }
    const NodeId what = outer.take();
    switch (node(what).kind) {
        case NodeKind::expect_signal: result.signal_kind = ast::SignalKind::signal; break;
        case NodeKind::expect_strength: result.signal_kind = ast::SignalKind::strength; break;
        case NodeKind::expect_opportunity: result.signal_kind = ast::SignalKind::opportunity; break;
        case NodeKind::expect_advice: result.kind = Kind::advice; break;
        case NodeKind::expect_plan: result.kind = Kind::plan; break;
        case NodeKind::expect_concept: result.kind = Kind::concept_value; break;
        default: result.kind = Kind::parameter_value; break;
    }
    for (Children parts = children(what); !parts.done();) {
        const NodeId part = parts.take();
        Children inside = children(part);
        switch (node(part).kind) {
            case NodeKind::name: result.name = read_name(part); break;
            case NodeKind::level: result.level = read_level(part); break;
            case NodeKind::possibly_higher: result.possibly_higher = true; break;
            case NodeKind::undetermined: result.state = ast::Expectation::State::undetermined; break;
            case NodeKind::not_applicable: result.state = ast::Expectation::State::not_applicable; break;
            case NodeKind::in_line: result.line = read_line(inside.take()); break;
            case NodeKind::by: result.by = read_name(inside.take()); break;
            case NodeKind::through: result.through = read_name(inside.take()); break;
            case NodeKind::from_date: result.from = date_expression(inside.take()); break;
            case NodeKind::due: result.due = date_expression(inside.take()); break;
            case NodeKind::priority_clause: result.priority = read_integer(inside.take()); break;
            case NodeKind::suppressed: result.suppressed = true; break;
            case NodeKind::equals_value: result.value = read_expression(inside.take()); break;
            default: break;
        }
    }
    return result;
}

}  // namespace wegwijzer::parsing
