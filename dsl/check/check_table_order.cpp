// W160: a row of a tabel with `trefwijze eerste` that gives the result for no combination, known or unknown: those above fit
// it first, or leave the outcome unknown.
#include <algorithm>

#include "dsl/check/table_at_hand.h"
#include "dsl/check/uncovered.h"

namespace wegwijzer::checking {

namespace {

constexpr std::size_t most_named = 3;  // rows in one sentence

class OrderChecker {
  public:
    OrderChecker(const TableAtHand& at, NotLookedInto& rest) : at_(at), rest_(rest) {}

    void look() {
        const std::size_t count = at_.space.rows.size();
        std::vector<const std::vector<Bits>*> boxes;
        for (const SpaceRow& row : at_.space.rows) boxes.push_back(&row.holds);
        for (const SpaceRow& row : at_.space.rows) boxes.push_back(&row.not_false);
        Uncovered search(at_.space, boxes);
        for (std::size_t row = 1; row < count; ++row) {
            const SpaceRow& own = at_.space.rows[row];
            const bool is_empty = std::ranges::any_of(own.holds, [](const Bits& each) { return each.is_empty(); });
            if (is_empty || !own.doubtful.empty()) continue;
            std::vector<std::size_t> covered;
            std::vector<std::size_t> silenced;
            for (std::size_t above = 0; above < row; ++above) {
                if (!at_.space.rows[above].doubtful.empty()) continue;
                covered.push_back(above);
                // When it is unknown, and gives something else, the outcome is unknown whatever this row says.
                silenced.push_back(at_.surely_differ(above, row) ? count + above : above);
            }
            if (search.find(own.holds, silenced)) continue;
            if (search.gave_up()) {
                rest_.too_large = true;
                return;
            }
            const auto unknown = search.find(own.holds, covered);
            if (search.gave_up()) {
                rest_.too_large = true;
                return;
            }
            report_row(row, unknown);
        }
    }

    // `unknown`: a combination with something unknown that only this row fits, though rows above may.
    void report_row(std::size_t row, const std::optional<Combination>& unknown) {
        Diagnostic diagnostic;
        diagnostic.code = Code::W160;
        diagnostic.span = at_.row_span(row);
        diagnostic.arguments = {number_of(row)};
        std::vector<std::size_t> above;
        for (std::size_t other = 0; other < row; ++other) {
            const bool has_part =
                at_.space.rows[other].doubtful.empty() && at_.common(at_.space.rows[other], at_.space.rows[row]);
            if (has_part) above.push_back(other);
        }
        if (!unknown) {
            const Localized rows =
                above.size() > most_named ? plain("de rijen erboven", "the rows above") : listed(above);
            diagnostic.why = plain("alles wat hierop past, past al op " + rows.nl,
                                   "everything that fits this row already fits " + rows.en);
            at_.context.report(std::move(diagnostic));
            return;
        }
        std::string column_words;
        for (std::size_t i = 0; i < at_.space.columns.size(); ++i) {
            const SpaceColumn& column = at_.space.columns[i];
            if ((*unknown)[i] == column.unknown() && column_words.empty()) column_words = at_.words_of(column);
        }
        const bool asks_unknown = std::ranges::any_of(at_.declared->rows[row].tests, [](const ast::TableTest& test) {
            return test.kind == ast::TableTest::Kind::unknown;
        });
        const std::string is_unknown =
            '`' + column_words + ' ' + word(at_.file, Word::is) + ' ' + word(at_.file, Word::unknown) + '`';
        std::size_t silencing = row;
        for (std::size_t other = row; other-- > 0;) {
            if (!at_.space.rows[other].doubtful.empty() || !at_.surely_differ(other, row)) continue;
            bool may_hold = true;
            for (std::size_t i = 0; i < at_.space.columns.size(); ++i) {
                const std::size_t none = at_.space.columns[i].unknown();
                const Bits both = at_.space.rows[other].not_false[i] & at_.space.rows[row].holds[i];
                may_hold = may_hold && ((*unknown)[i] == none ? both.contains(none) : !both.is_empty());
            }
            if (may_hold) silencing = other;
        }
        diagnostic.why =
            plain((asks_unknown ? "" : "wat bekend is past al op een rij erboven; ") + ("bij " + is_unknown) + " is " +
                      listed({silencing}).nl + " niet te bepalen, en de uitkomst dus onbekend",
                  (asks_unknown ? "" : "what is known already fits a row above; ") + ("with " + is_unknown) + " " +
                      listed({silencing}).en + " can't be told, so the result is unknown");
        diagnostic.way_out =
            asks_unknown
                ? plain("zet deze rij boven " + listed({silencing}).nl, "put this row above " + listed({silencing}).en)
                : plain("laat deze rij weg, of zet bovenaan een rij met `" + word(at_.file, Word::unknown) + '`',
                        "remove this row, or put a row with `" + word(at_.file, Word::unknown) + "` on top");
        at_.context.report(std::move(diagnostic));
    }

  private:
    const TableAtHand& at_;
    NotLookedInto& rest_;
};

}  // namespace

void report_rows_that_never_count(const TableAtHand& at, NotLookedInto& rest) { OrderChecker(at, rest).look(); }

}  // namespace wegwijzer::checking
