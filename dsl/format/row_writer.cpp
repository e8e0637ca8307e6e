// Declarations of one line.
#include <algorithm>

#include "dsl/format/declaration_writer.h"

namespace wegwijzer {
namespace {

using layout::Row;
using layout::RowKind;

void add_part(Row& row, std::size_t slot, std::string text) {
    if (text.find(layout::next_text) != std::string::npos) row.is_one_line = false;
    row.parts.push_back({slot, std::move(text)});
}

}  // namespace

Row DeclarationWriter::begin_row(RowKind kind, Word keyword, const ast::Name& name,
                                 const std::optional<ast::Text>& title) const {
    Row row{.kind = kind, .keyword = word(keyword), .parts = {}};
    add_part(row, 0, name.text);
    if (title) add_part(row, 1, text(*title));
    return row;
}

std::optional<Row> DeclarationWriter::write_row(const ast::Declaration& declaration) const {
    const auto& node = declaration.node;
    if (const auto* source = std::get_if<ast::Source>(&node))
        return begin_row(RowKind::source, Word::source, source->name, source->title);
    if (const auto* cluster = std::get_if<ast::Cluster>(&node))
        return begin_row(RowKind::cluster, Word::cluster, cluster->name, cluster->title);
    if (const auto* phase = std::get_if<ast::Phase>(&node)) return row_of(*phase);
    if (const auto* factor = std::get_if<ast::Factor>(&node)) return row_of(*factor);
    if (const auto* role = std::get_if<ast::Role>(&node)) return row_of(*role);
    return std::nullopt;
}

Row DeclarationWriter::row_of(const ast::Phase& it) const {
    using Kind = ast::Phase::Kind;
    Row row = begin_row(RowKind::phase, Word::phase, it.name, it.title);
    const std::string first = " " + std::to_string(it.first);
    const std::string last = " " + std::to_string(it.last);
    std::string days;
    switch (it.kind) {
        case Kind::days: days = word(Word::from_day) + first + " " + word(Word::to_day) + last; break;
        case Kind::from_day: days = word(Word::from_day_on) + first; break;
        case Kind::before_start: days = word(Word::before_start); break;
        case Kind::study_weeks:
            days = word(Word::from_study_week) + first + " " + word(Word::to_study_week) + last;
            break;
        case Kind::dates: days = word(Word::from) + " " + span(it.from, it.to); break;
    }
    add_part(row, 2, std::move(days));
    return row;
}

// In the author's order: `in` and `bron` have columns of their own as long as they come in that order.
Row DeclarationWriter::row_of(const ast::Factor& it) const {
    Row row = begin_row(RowKind::factor, Word::factor, it.name, it.title);
    for (const ast::FactorClause& clause : it.clauses) {
        std::size_t slot = 2;
        std::string text;
        if (const auto* cluster = std::get_if<ast::Name>(&clause.value)) {
            text = word(Word::in_) + " " + cluster->text;
        } else {
            const Clause cited = citation(std::get<ast::Citation>(clause.value));
            text = cited.word + " " + cited.rest;
            slot = 3;
        }
        add_part(row, std::max(slot, row.parts.back().slot + 1), std::move(text));
    }
    return row;
}

Row DeclarationWriter::row_of(const ast::Role& it) const {
    using Kind = ast::RoleClause::Kind;
    Row row = begin_row(RowKind::role, Word::role, it.name, it.title);
    std::size_t slot = 2;
    for (const ast::RoleClause& clause : it.clauses) {
        std::string part;
        switch (clause.kind) {
            case Kind::line: part = word(Word::line) + " " + line(clause.line); break;
            case Kind::person: part = word(Word::person) + " " + clause.person.text; break;
            case Kind::expert_in: part = word(Word::expert_in) + " " + text(clause.expertise); break;
            case Kind::capacity:
                part = word(Word::capacity) + " " + std::to_string(clause.capacity) + " " + word(Word::per_week);
                break;
        }
        add_part(row, slot++, std::move(part));
    }
    return row;
}

std::string DeclarationWriter::line(ast::Line it) const {
    constexpr Word words[] = {Word::line_first, Word::line_second, Word::line_external, Word::line_organisation};
    return word(words[static_cast<std::size_t>(it)]);
}

}  // namespace wegwijzer
