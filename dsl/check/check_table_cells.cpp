// W161: a cell of a tabel that no value of its column fits, or a row whose cells of one term contradict each other.
#include <algorithm>

#include "dsl/check/table_at_hand.h"

namespace wegwijzer::checking {

namespace {

class CellChecker {
  public:
    explicit CellChecker(const TableAtHand& at) : at_(at) {}

    // "is een geheel getal van 0 of meer".
    [[nodiscard]] Localized values_of_axis(const SpaceColumn& column) const {
        const Axis& axis = column.axis;
        Type type;
        type.value = axis.type;
        Localized what = describe(type);
        const bool is_whole = axis.kind == Axis::Kind::line && !axis.is_date() && !axis.is_dense &&
                              axis.step == Decimal::one_in_micros && type.is_numeric();
        if (is_whole) what = plain("een geheel getal", "a whole number");
        if (axis.kind != Axis::Kind::line || axis.is_date()) return what;
        const auto write = [&](std::int64_t place) {
            const bool is_share = axis.type.kind == model::ValueKind::percentage;
            return write_number(at_.file, Decimal::from_micros(is_share ? place * 100 : place)) + (is_share ? "%" : "");
        };
        if (axis.lowest && axis.highest) {
            what.nl += " van " + write(*axis.lowest) + " t/m " + write(*axis.highest);
            what.en += " from " + write(*axis.lowest) + " to " + write(*axis.highest);
        } else if (axis.lowest) {
            what.nl += " van " + write(*axis.lowest) + " of meer";
            what.en += " of " + write(*axis.lowest) + " or more";
        }
        return what;
    }

    void report_cells_that_never_hold() {
        for (std::size_t row = 0; row < at_.space.rows.size(); ++row) {
            for (const std::size_t at : at_.space.rows[row].never) report_cell(row, at);
            if (!at_.space.rows[row].never.empty()) continue;
            for (std::size_t i = 0; i < at_.space.columns.size(); ++i) {
                if (!at_.space.rows[row].holds[i].is_empty()) continue;
                const SpaceColumn& column = at_.space.columns[i];
                const std::string words = at_.words_of(column);
                at_.context.report(
                    {.code = Code::W161,
                     .span = at_.cell_span(row, column.columns.back()),
                     .arguments = {at_.context.quote(at_.cell_span(row, column.columns.back()))},
                     .labels = {{at_.cell_span(row, column.columns.front()), plain("hier ook", "here too")}},
                     .why = plain("`" + words + "` staat in meer kolommen, en geen waarde past op al deze cellen",
                                  "`" + words + "` is in more columns, and no value fits all these cells"),
                     .way_out = plain("zet `" + words + "` in één kolom", "put `" + words + "` in one column")});
            }
        }
    }

    void report_cell(std::size_t row, std::size_t at) {
        const auto found = std::ranges::find_if(at_.space.columns, [&](const SpaceColumn& column) {
            return std::ranges::find(column.columns, at) != column.columns.end();
        });
        const SpaceColumn& column = *found;
        const Span span = at_.cell_span(row, at);
        const ast::TableTest& test = at_.declared->rows[row].tests[at];
        const std::string words = at_.words_of(at);
        Diagnostic diagnostic;
        diagnostic.code = Code::W161;
        diagnostic.span = span;
        diagnostic.arguments = {at_.context.quote(span)};
        if (test.kind == ast::TableTest::Kind::unknown) {
            diagnostic.why = plain("`" + words + "` is nooit onbekend", "`" + words + "` is never unknown");
            diagnostic.way_out = plain("laat deze rij weg", "remove this row");
        } else if (is_turned_round(row, at, column)) {
            const std::string turned = at_.context.quote(at_.file.expr(test.values[1]).span) + ' ' +
                                       word(at_.file, Word::to) + ' ' +
                                       at_.context.quote(at_.file.expr(test.values[0]).span);
            diagnostic.why = plain("de laagste waarde staat voorop", "the lowest value comes first");
            diagnostic.way_out = plain("schrijf `" + turned + "`", "write `" + turned + "`");
            diagnostic.fix = turned;
        } else {
            const Localized what = values_of_axis(column);
            diagnostic.why = plain("`" + words + "` is " + what.nl, "`" + words + "` is " + what.en);
            diagnostic.way_out = plain("kies een waarde die voorkomt, of laat deze rij weg",
                                       "choose a value that occurs, or remove this row");
        }
        at_.context.report(std::move(diagnostic));
    }

    // `5 t/m 3`.
    [[nodiscard]] bool is_turned_round(std::size_t row, std::size_t at, const SpaceColumn& column) const {
        const auto* between =
            std::get_if<model::Between>(&at_.context.rules.expr(at_.table.rows[row].tests[at].condition).node);
        if (between == nullptr) return false;
        const auto low = analyse::fixed_value(at_.context.rules, between->low);
        const auto high = analyse::fixed_value(at_.context.rules, between->high);
        if (!low || !high) return false;
        if (column.axis.kind == Axis::Kind::choice) {
            const auto* first = std::get_if<model::ChoiceValue>(&*low);
            const auto* last = std::get_if<model::ChoiceValue>(&*high);
            return first != nullptr && last != nullptr && *last < *first;
        }
        const auto first = analyse::place_on_line(*low);
        const auto last = analyse::place_on_line(*high);
        return first && last && *last < *first;
    }

  private:
    const TableAtHand& at_;
};

}  // namespace

void report_cells_that_never_hold(const TableAtHand& at) { CellChecker(at).report_cells_that_never_hold(); }

}  // namespace wegwijzer::checking
