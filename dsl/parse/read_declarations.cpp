// Declarations up to parameters and concepts: packs, data, calendar, model.
#include <utility>

#include "dsl/parse/tree_reader.h"
#include "engine/base/unicode.h"

namespace wegwijzer::parsing {

void TreeReader::read_declaration(ast::Declaration& declaration) {
    using Kind = NodeKind;
    switch (node(0).kind) {
        case Kind::pack: declaration.node = read_pack(0); break;
        case Kind::use: declaration.node = read_use(0); break;
        case Kind::source: declaration.node = read_source(0); break;
        case Kind::student_data: declaration.node = read_student_data(0); break;
        case Kind::series: declaration.node = read_series(0); break;
        case Kind::calendar: declaration.node = read_calendar(0); break;
        case Kind::phase: declaration.node = read_phase(0); break;
        case Kind::cluster: declaration.node = read_cluster(0); break;
        case Kind::factor: declaration.node = read_factor(0); break;
        case Kind::role: declaration.node = read_role(0); break;
        case Kind::parameter: declaration.node = read_parameter(0); break;
        case Kind::set: declaration.node = read_set(0); break;
        case Kind::concept_: declaration.node = read_concept(0); break;
        case Kind::signal: declaration.node = read_signal(0, ast::SignalKind::signal); break;
        case Kind::strength: declaration.node = read_signal(0, ast::SignalKind::strength); break;
        case Kind::opportunity: declaration.node = read_signal(0, ast::SignalKind::opportunity); break;
        case Kind::intervention: declaration.node = read_intervention(0); break;
        case Kind::policy: declaration.node = read_policy(0); break;
        case Kind::plan: declaration.node = read_plan(0); break;
        case Kind::table: declaration.node = read_table(0); break;
        default: declaration.node = read_example(0); break;
    }
}

// The name, and the title when there may be one. When the head could not be read, a name may still stand behind the
// keyword: what is declared is then known to the rest of the pack.
void TreeReader::read_head(Children& rest, ast::Name& name, std::optional<ast::Text>* title) {
    if (rest.is(NodeKind::name)) {
        name = read_name(rest.take());
    } else if (!reading_.failures().empty() && reading_.failures().front().clause == 0 && reading_.is_name(1)) {
        name = {to_nfc(reading_.written(1)), lexeme_span(1)};
    }
    if (title != nullptr && rest.is(NodeKind::title)) *title = read_text(rest.take(), false);
}

ast::Citation TreeReader::read_citation(NodeId id) {
    ast::Citation result;
    Children rest = children(id);
    result.source = read_name(rest.take());
    if (!rest.done()) result.place = read_text(rest.take());
    return result;
}

ast::Justification TreeReader::read_justification(NodeId id) {
    ast::Justification result;
    result.kind = node(id).kind == NodeKind::motivation ? ast::Justification::Kind::motivation
                                                        : ast::Justification::Kind::legal_basis;
    result.text = read_text(children(id).take());
    return result;
}

// ---- pack -----------------------------------------------------------------------------------------------------------

ast::Pack TreeReader::read_pack(NodeId id) {
    using Kind = ast::PackClause::Kind;
    ast::Pack result;
    Children rest = children(id);
    read_head(rest, result.name, &result.title);
    while (!rest.done()) {
        const NodeId child = rest.take();
        Children parts = children(child);
        ast::PackClause clause;
        clause.span = span(child);
        switch (node(child).kind) {
            case NodeKind::version_clause:
                clause.kind = Kind::version;
                clause.version = reading_.written(node(parts.take()).begin);
                break;
            case NodeKind::language_clause:
                clause.kind = Kind::language;
                clause.language =
                    reading_.stands_at(Word::language_en, node(parts.take()).begin) ? Language::en : Language::nl;
                break;
            case NodeKind::valid_clause:
                clause.kind = Kind::valid;
                clause.from = date_expression(parts.take());
                if (!parts.done()) clause.to = date_expression(parts.take());
                break;
            case NodeKind::owner_clause: clause.kind = Kind::owner; break;
            case NodeKind::purpose_clause: clause.kind = Kind::purpose; break;
            case NodeKind::legal_ground_clause: clause.kind = Kind::legal_ground; break;
            case NodeKind::crisis_route_clause: clause.kind = Kind::crisis_route; break;
            case NodeKind::retain_clause:
                clause.kind = Kind::retention;
                clause.length = length_expression(parts.take());
                break;
            default: continue;
        }
        if (parts.is(NodeKind::text)) clause.text = read_text(parts.take());
        result.clauses.push_back(std::move(clause));
    }
    return result;
}

ast::Use TreeReader::read_use(NodeId id) {
    ast::Use result;
    Children rest = children(id);
    read_head(rest, result.pack, nullptr);
    return result;
}

ast::Source TreeReader::read_source(NodeId id) {
    ast::Source result;
    Children rest = children(id);
    std::optional<ast::Text> title;
    read_head(rest, result.name, &title);
    if (title) result.title = std::move(*title);
    return result;
}

// ---- data -----------------------------------------------------------------------------------------------------------

std::optional<ast::PrivacyMark> TreeReader::read_privacy(NodeId id) const {
    using Kind = ast::PrivacyMark::Kind;
    switch (node(id).kind) {
        case NodeKind::confidential: return ast::PrivacyMark{Kind::confidential, span(id)};
        case NodeKind::needs_motivation: return ast::PrivacyMark{Kind::needs_motivation, span(id)};
        case NodeKind::special: return ast::PrivacyMark{Kind::special, span(id)};
        case NodeKind::audit_only: return ast::PrivacyMark{Kind::audit_only, span(id)};
        default: return std::nullopt;
    }
}

ast::Type TreeReader::read_type(NodeId id) {
    using Kind = ast::Type::Kind;
    ast::Type result;
    result.span = span(id);
    switch (node(id).kind) {
        case NodeKind::type_key: result.kind = Kind::key; break;
        case NodeKind::type_text: result.kind = Kind::text; break;
        case NodeKind::type_number: result.kind = Kind::number; break;
        case NodeKind::type_integer: result.kind = Kind::integer; break;
        case NodeKind::type_grade: result.kind = Kind::grade; break;
        case NodeKind::type_percentage: result.kind = Kind::percentage; break;
        case NodeKind::type_date: result.kind = Kind::date; break;
        case NodeKind::type_duration: result.kind = Kind::duration; break;
        case NodeKind::type_boolean: result.kind = Kind::boolean; break;
        default: result.kind = Kind::choice; break;
    }
    for (Children rest = children(id); !rest.done();) {
        const NodeId child = rest.take();
        Children parts = children(child);
        switch (node(child).kind) {
            case NodeKind::unit: result.unit = ast::Name{read_unit(child), span(child)}; break;
            case NodeKind::bounds:
                result.low = read_expression(parts.take());
                result.high = read_expression(parts.take());
                break;
            case NodeKind::as_fraction: result.as_fraction = true; break;
            case NodeKind::ascending: result.ordered = true; break;
            case NodeKind::comma: check_comma(child); break;
            case NodeKind::choice_value: {
                ast::ChoiceValue value;
                value.name = read_name(parts.take());
                if (!parts.done()) value.written = read_text(parts.take());
                result.choices.push_back(std::move(value));
                break;
            }
            default: break;
        }
    }
    return result;
}

ast::Field TreeReader::read_field(NodeId id) {
    using Kind = ast::FieldMark::Kind;
    ast::Field result;
    result.span = span(id);
    Children rest = children(id);
    result.name = read_name(rest.take());
    result.type = read_type(rest.take());
    while (!rest.done()) {
        const NodeId child = rest.take();
        ast::FieldMark mark;
        mark.span = span(child);
        switch (node(child).kind) {
            case NodeKind::mark_start: mark.kind = Kind::start; break;
            case NodeKind::mark_mentor: mark.kind = Kind::mentor; break;
            case NodeKind::mark_name: mark.kind = Kind::name; break;
            case NodeKind::mark_from_column:
                mark.kind = Kind::from_column;
                mark.column = read_text(children(child).take());
                break;
            default:
                mark.kind = Kind::privacy;
                if (const auto privacy = read_privacy(child)) mark.privacy = *privacy;
                break;
        }
        result.marks.push_back(std::move(mark));
    }
    return result;
}

ast::StudentData TreeReader::read_student_data(NodeId id) {
    ast::StudentData result;
    for (Children rest = children(id); !rest.done();) result.fields.push_back(read_field(rest.take()));
    return result;
}

ast::Series TreeReader::read_series(NodeId id) {
    ast::Series result;
    Children rest = children(id);
    read_head(rest, result.singular, nullptr);
    if (rest.is(NodeKind::name)) result.plural = read_name(rest.take());
    while (!rest.done()) {
        const NodeId child = rest.take();
        if (const auto privacy = read_privacy(child))
            result.privacy.push_back(*privacy);
        else if (node(child).kind == NodeKind::last_counts_per)
            result.last_counts_per = read_name(children(child).take());
        else
            result.fields.push_back(read_field(child));
    }
    return result;
}

// ---- calendar -------------------------------------------------------------------------------------------------------

ast::Calendar TreeReader::read_calendar(NodeId id) {
    ast::Calendar result;
    Children rest = children(id);
    read_head(rest, result.name, nullptr);
    while (!rest.done()) {
        const NodeId child = rest.take();
        Children parts = children(child);
        if (node(child).kind == NodeKind::span_clause) {
            result.from = date_expression(parts.take());
            result.to = date_expression(parts.take());
            continue;
        }
        ast::HolidayClause holiday;
        holiday.span = span(child);
        holiday.name = read_name(parts.take());
        holiday.from = date_expression(parts.take());
        if (!parts.done()) holiday.to = date_expression(parts.take());
        result.holidays.push_back(std::move(holiday));
    }
    return result;
}

ast::Phase TreeReader::read_phase(NodeId id) {
    using Kind = ast::Phase::Kind;
    ast::Phase result;
    Children rest = children(id);
    read_head(rest, result.name, &result.title);
    if (rest.done()) return result;
    const NodeId days = rest.take();
    result.span = span(days);
    Children parts = children(days);
    switch (node(days).kind) {
        case NodeKind::phase_days: result.kind = Kind::days; break;
        case NodeKind::phase_from_day: result.kind = Kind::from_day; break;
        case NodeKind::phase_study_weeks: result.kind = Kind::study_weeks; break;
        case NodeKind::phase_before_start: result.kind = Kind::before_start; break;
        default:
            result.kind = Kind::dates;
            result.from = date_expression(parts.take());
            result.to = date_expression(parts.take());
            return result;
    }
    if (!parts.done()) result.first = read_integer(parts.take());
    if (!parts.done()) result.last = read_integer(parts.take());
    return result;
}

// ---- model ----------------------------------------------------------------------------------------------------------

ast::Cluster TreeReader::read_cluster(NodeId id) {
    ast::Cluster result;
    Children rest = children(id);
    read_head(rest, result.name, &result.title);
    return result;
}

ast::Factor TreeReader::read_factor(NodeId id) {
    ast::Factor result;
    Children rest = children(id);
    read_head(rest, result.name, &result.title);
    while (!rest.done()) {
        const NodeId child = rest.take();
        ast::FactorClause clause;
        clause.span = span(child);
        if (node(child).kind == NodeKind::in_cluster)
            clause.value = read_name(children(child).take());
        else
            clause.value = read_citation(child);
        result.clauses.push_back(std::move(clause));
    }
    return result;
}

ast::Line TreeReader::read_line(NodeId id) const {
    if (reading_.stands_at(Word::line_first, node(id).begin)) return ast::Line::first;
    if (reading_.stands_at(Word::line_second, node(id).begin)) return ast::Line::second;
    if (reading_.stands_at(Word::line_external, node(id).begin)) return ast::Line::external;
    return ast::Line::organisation;
}

ast::Role TreeReader::read_role(NodeId id) {
    using Kind = ast::RoleClause::Kind;
    ast::Role result;
    Children rest = children(id);
    read_head(rest, result.name, &result.title);
    while (!rest.done()) {
        const NodeId child = rest.take();
        const NodeId part = children(child).take();
        ast::RoleClause clause;
        clause.span = span(child);
        switch (node(child).kind) {
            case NodeKind::line:
                clause.kind = Kind::line;
                clause.line = read_line(part);
                break;
            case NodeKind::person_clause:
                clause.kind = Kind::person;
                clause.person = read_name(part);
                break;
            case NodeKind::expert_in_clause:
                clause.kind = Kind::expert_in;
                clause.expertise = read_text(part);
                break;
            default:
                clause.kind = Kind::capacity;
                clause.capacity = read_integer(part);
                break;
        }
        result.clauses.push_back(std::move(clause));
    }
    return result;
}

// ---- parameters and concepts ----------------------------------------------------------------------------------------

ast::Parameter TreeReader::read_parameter(NodeId id) {
    using Kind = ast::ParameterClause::Kind;
    ast::Parameter result;
    Children rest = children(id);
    read_head(rest, result.name, &result.title);
    while (!rest.done()) {
        const NodeId child = rest.take();
        Children parts = children(child);
        ast::ParameterClause clause;
        clause.span = span(child);
        switch (node(child).kind) {
            case NodeKind::default_value: result.value = read_expression(parts.take()); continue;
            case NodeKind::between_clause:
                clause.kind = Kind::between;
                clause.low = read_expression(parts.take());
                clause.high = read_expression(parts.take());
                break;
            case NodeKind::citation:
                clause.kind = Kind::source;
                clause.source = read_citation(child);
                break;
            case NodeKind::owner_clause:
                clause.kind = Kind::owner;
                clause.owner = read_text(parts.take());
                break;
            default: result.type = read_type(child); continue;
        }
        result.clauses.push_back(std::move(clause));
    }
    return result;
}

ast::Set TreeReader::read_set(NodeId id) {
    ast::Set result;
    Children rest = children(id);
    read_head(rest, result.parameter, nullptr);
    while (!rest.done()) {
        const NodeId child = rest.take();
        Children parts = children(child);
        ast::SetClause clause;
        clause.span = span(child);
        switch (node(child).kind) {
            case NodeKind::value_clause: result.value = read_expression(parts.take()); continue;
            case NodeKind::condition_for:
                result.condition = read_expression(parts.take());
                result.conditions.push_back(clause.span);
                continue;
            case NodeKind::because_clause: clause.value = read_text(parts.take()); break;
            default: clause.value = read_justification(child); break;
        }
        result.clauses.push_back(std::move(clause));
    }
    return result;
}

ast::Concept TreeReader::read_concept(NodeId id) {
    ast::Concept result;
    Children rest = children(id);
    read_head(rest, result.name, &result.title);
    if (!rest.done()) result.value = read_expression(children(rest.take()).take());
    return result;
}

}  // namespace wegwijzer::parsing
