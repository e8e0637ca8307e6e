// The rows of a tabel together (language.md section 5, "Tables"): combinations that no row fits, rows that hold at once where
// only one may, rows that never count. Every column counts as independent of the others; where they read the same data, the
// finding says that whether the combination occurs was not looked into.
#include <algorithm>

#include "dsl/check/passes.h"
#include "dsl/check/table_at_hand.h"

namespace wegwijzer::checking {

namespace {

// N160: rows with a cell that compares with no fixed value.
void report_doubtful_rows(const TableAtHand& at) {
    Diagnostic diagnostic;
    diagnostic.code = Code::N160;
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < at.space.rows.size(); ++row) {
        if (at.space.rows[row].doubtful.empty()) continue;
        const std::size_t cell = at.space.rows[row].doubtful.front();
        if (rows.empty()) {
            diagnostic.span = at.cell_span(row, cell);
        } else {
            diagnostic.labels.push_back({at.cell_span(row, cell), {}});
        }
        rows.push_back(row);
    }
    diagnostic.arguments = {at.table.name, at.context.quote(diagnostic.span), listed(rows)};
    at.context.report(std::move(diagnostic));
}

void check_table(Context& context, std::size_t index) {
    const auto& declared = context.declared.tables[index];
    const model::Table& table = context.rules.tables[index];
    auto space = space_of(context, table);
    if (!space || space->rows.size() != declared->rows.size()) return;
    const TableAtHand at(context, declared, table, std::move(*space));
    NotLookedInto rest;
    report_cells_that_never_hold(at);
    report_gap(at, rest);
    if (table.hit == model::HitPolicy::unique) {
        report_overlaps(at, rest);
    } else {
        report_rows_that_never_count(at, rest);
    }
    if (rest.doubtful) report_doubtful_rows(at);
    if (rest.too_large) context.report(Code::N161, declared->name.span, {table.name});
}

bool holds(Span outer, Span inner) {
    return outer.source == inner.source && outer.begin <= inner.begin && inner.end <= outer.end;
}

}  // namespace

void check_table_rows(Context& context) {
    for (std::size_t index = 0; index < context.declared.tables.size(); ++index) {
        const auto& declared = context.declared.tables[index];
        if (declared.declaration->incomplete) continue;
        const auto& found = context.diagnostics.all();
        const bool has_error = std::any_of(found.begin(), found.end(), [&](const Diagnostic& diagnostic) {
            return entry(diagnostic.code).kind == FindingKind::error &&
                   holds(declared.declaration->span, diagnostic.span);
        });
        if (!has_error) check_table(context, index);
    }
}

}  // namespace wegwijzer::checking
