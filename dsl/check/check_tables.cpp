// tabel: cells against their column, results against the type of the table.
#include <algorithm>

#include "dsl/check/check_concepts.h"
#include "dsl/check/constants.h"
#include "dsl/check/expressions.h"

namespace wegwijzer::checking {

using model::ValueKind;

namespace {

bool is_ordered(ast::CompareOp op) { return op != ast::CompareOp::equal && op != ast::CompareOp::not_equal; }

Localized cells(std::size_t count) {
    const std::string number = std::to_string(count);
    return {number + (count == 1 ? " cel" : " cellen"), number + (count == 1 ? " cell" : " cells")};
}

// A number, percentage, date, text or ja/nee as written. A duur is none: it is taken in days.
bool is_literal(const ast::File& file, ast::ExprId id) {
    const auto& node = file.expr(id).node;
    if (const auto* negated = std::get_if<ast::Negate>(&node)) {
        return std::holds_alternative<ast::NumberLiteral>(file.expr(negated->operand).node);
    }
    return std::holds_alternative<ast::NumberLiteral>(node) || std::holds_alternative<ast::DateLiteral>(node) ||
           std::holds_alternative<ast::TextLiteral>(node) || std::holds_alternative<ast::BoolLiteral>(node);
}

}  // namespace

model::ExprId ExpressionChecker::table_test(const ast::TableTest& test, ast::ExprId column, const Typed& term) {
    using Kind = ast::TableTest::Kind;
    const Type boolean = type_of(ValueKind::boolean);
    if (test.kind == Kind::any) return {};
    if (test.kind == Kind::unknown) return add(model::Knownness{term.id, false}, boolean, test.span);
    const Expected expected{term.type, column.is_none() ? std::string() : context_.quote(file_.expr(column).span),
                            false};
    const bool ordered = test.kind == Kind::range || (test.kind == Kind::compare && is_ordered(test.op));
    std::vector<model::ExprId> values;
    // What is wrong with one value of a cell is mostly wrong with all.
    const std::size_t before = context_.diagnostics.all().size();
    for (const ast::ExprId value_id : test.values) {
        const Typed each = value(value_id, expected);
        if (context_.diagnostics.all().size() == before) compare(column, term, value_id, each, ordered, {});
        values.push_back(each.id);
    }
    if (values.empty()) return {};
    switch (test.kind) {
        case Kind::compare: return add(model::Comparison{op_of(test.op), term.id, values[0]}, boolean, test.span);
        case Kind::range:
            if (values.size() < 2) return {};
            return add(model::Between{term.id, values[0], values[1], false}, boolean, test.span);
        default: break;
    }
    if (values.size() == 1) {
        return add(model::Comparison{model::CompareOp::equal, term.id, values[0]}, boolean, test.span);
    }
    return add(model::OneOf{term.id, std::move(values), false}, boolean, test.span);
}

model::ExprId ExpressionChecker::table_result(ast::ExprId id, const ResolvedType& type, const std::string& table) {
    if (id.is_none()) return {};
    const Type& wanted = type.value;
    const Span span = file_.expr(id).span;
    if (wanted.is_sound && wanted.kind() != ValueKind::duration && is_literal(file_, id)) {
        auto constant = check_constant(context_, file_, id, type, table);
        if (!constant) return {};
        report_out_of_bounds(span, *constant, type, table);
        return add(model::Literal{std::move(*constant)}, wanted, span);
    }
    const Typed given = value(id, {wanted, table, false});
    if (!given.type.is_sound || !wanted.is_sound) return given.id;
    const bool same_values = wanted.kind() != ValueKind::choice ||
                             values_of(context_, wanted, file_) == values_of(context_, given.type, file_);
    const bool is_alike =
        given.type.kind() == wanted.kind() && given.type.value.unit == wanted.value.unit && same_values;
    const bool is_number = given.type.is_plain_number() && wanted.is_plain_number();
    const bool is_share = wanted.kind() == ValueKind::percentage && given.type.is_ratio;
    if (!given.type.calendar_unit && (is_alike || is_number || is_share)) return given.id;
    context_.report(Code::F163, span, {context_.quote(span), table, describe(given.type), describe(wanted)});
    return given.id;
}

// Bounds hold for what is written here, not for what is calculated.
void ExpressionChecker::report_out_of_bounds(Span span, const model::Constant& result, const ResolvedType& type,
                                             const std::string& table) {
    const auto* number = std::get_if<Decimal>(&result);
    const bool is_grade = type.field.kind == FieldKind::grade;
    const auto lowest = is_grade ? std::optional(Decimal::from_integer(1)) : type.field.lowest;
    const auto highest = is_grade ? std::optional(Decimal::from_integer(10)) : type.field.highest;
    if (number == nullptr || !lowest || !highest || (*lowest <= *number && *number <= *highest)) return;
    context_.report(Code::F164, span,
                    {context_.quote(span), table, write_number(file_, *lowest), write_number(file_, *highest)});
}

void check_table(Context& context, std::uint32_t index) {
    const Declared<ast::Table>& declared = context.declared.tables[index];
    context.table_states[index] = ConceptState::in_progress;
    context.open_names.push_back({NameKind::table, index});
    ExpressionChecker checker(context, *declared.file, Place::rule);
    std::vector<Typed> terms;
    std::vector<model::ExprId> columns;
    for (const ast::ExprId column : declared->columns) {
        terms.push_back(checker.value(column));
        columns.push_back(terms.back().id);
    }
    std::vector<model::TableRow> rows;
    for (const ast::TableRow& written : declared->rows) {
        model::TableRow row;
        row.origin = written.span;
        if (written.tests.size() != terms.size() && !declared.declaration->incomplete) {
            context.report(Code::F161, written.span, {cells(written.tests.size()), cells(terms.size())});
        }
        // Of a row or head that could not be read whole there is no telling which cell stands under which column.
        if (written.tests.size() != terms.size() && declared.declaration->incomplete) continue;
        for (std::size_t i = 0; i < std::min(written.tests.size(), terms.size()); ++i) {
            const ast::TableTest& test = written.tests[i];
            row.tests.push_back({checker.table_test(test, declared->columns[i], terms[i]), test.span});
        }
        row.result = checker.table_result(written.result, context.table_types[index], declared->name.text);
        rows.push_back(std::move(row));
    }
    context.rules.tables[index].columns = std::move(columns);
    context.rules.tables[index].rows = std::move(rows);
    context.open_names.pop_back();
    context.table_states[index] = ConceptState::done;
}

}  // namespace wegwijzer::checking
