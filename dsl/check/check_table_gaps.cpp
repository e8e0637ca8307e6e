// W162: a combination of known values that no row of a tabel fits, and a row for it.
#include <algorithm>

#include "dsl/check/table_at_hand.h"
#include "dsl/check/uncovered.h"

namespace wegwijzer::checking {

namespace {

class GapFinder {
  public:
    GapFinder(const TableAtHand& at, NotLookedInto& rest) : at_(at), rest_(rest) {}

    [[nodiscard]] std::vector<Bits> known_values(bool likely) const {
        std::vector<Bits> within;
        for (const SpaceColumn& column : at_.space.columns) within.push_back(likely ? column.likely : column.known);
        return within;
    }

    void look() {
        std::vector<const std::vector<Bits>*> boxes;
        for (const SpaceRow& row : at_.space.rows) boxes.push_back(&row.holds);
        Uncovered search(at_.space, boxes);
        std::vector<std::size_t> all;
        std::vector<std::size_t> sure;
        for (std::size_t row = 0; row < boxes.size(); ++row) {
            all.push_back(row);
            if (at_.space.rows[row].doubtful.empty()) sure.push_back(row);
        }
        auto gap = search.find(known_values(true), all);
        if (!gap) gap = search.find(known_values(false), all);
        if (gap) {
            report(*gap);
            return;
        }
        if (sure.size() < all.size() && search.find(known_values(false), sure)) rest_.doubtful = true;
        if (search.gave_up()) rest_.too_large = true;
    }

    void report(const Combination& gap) {
        const auto columns = at_.asked_by_any();
        const Localized where = at_.example(gap, columns);
        const std::string row = row_for(gap);
        Diagnostic diagnostic;
        diagnostic.code = Code::W162;
        diagnostic.span = at_.declared->name.span;
        diagnostic.arguments = {at_.table.name, where, row};
        diagnostic.why =
            joined(plain("de uitkomst is dan onbekend", "the result is unknown then"), at_.reserve(columns));
        if (row.empty()) {
            diagnostic.way_out = plain("laat de rijen op elkaar aansluiten, bijvoorbeeld met `<` en `>=`",
                                       "let the rows meet, for instance with `<` and `>=`");
        }
        at_.context.report(std::move(diagnostic));
    }

    // A row for the gap around this combination, as wide as it can be; empty where no cell can say it.
    [[nodiscard]] std::string row_for(const Combination& gap) const {
        std::vector<Bits> box;
        for (std::size_t i = 0; i < at_.space.columns.size(); ++i) {
            Bits one(at_.space.columns[i].regions);
            one.insert(gap[i]);
            box.push_back(std::move(one));
        }
        for (std::size_t i = 0; i < at_.space.columns.size(); ++i) {
            const auto widen = [&](std::size_t region) {
                if (!at_.space.columns[i].known.contains(region)) return true;
                box[i].insert(region);
                const bool meets_row =
                    std::ranges::any_of(at_.space.rows, [&](const SpaceRow& row) { return meet(row, box); });
                if (meets_row) box[i].erase(region);
                return !meets_row;
            };
            for (std::size_t region = gap[i]; region-- > 0 && widen(region);) {
            }
            for (std::size_t region = gap[i] + 1; region < at_.space.columns[i].unknown() && widen(region); ++region) {
            }
        }
        // `-` fits onbekend as well.
        for (std::size_t i = 0; i < at_.space.columns.size(); ++i) {
            const SpaceColumn& column = at_.space.columns[i];
            if (column.known.is_within(box[i]) && column.axis.can_be_unknown) box[i].insert(column.unknown());
        }
        const bool would_overlap =
            at_.table.hit == model::HitPolicy::unique &&
            std::ranges::any_of(at_.space.rows, [&](const SpaceRow& row) { return meet(row, box); });
        if (would_overlap) return {};
        std::string row = "|";
        for (std::size_t at = 0; at < at_.table.columns.size(); ++at) {
            std::string cell = "-";
            for (std::size_t i = 0; i < at_.space.columns.size(); ++i) {
                if (at_.space.columns[i].columns.front() == at)
                    cell = cell_of(at_.context, at_.file, at_.space.columns[i], box[i]);
            }
            if (cell.empty()) return {};
            row += (at == 0 ? " " : " | ") + cell;
        }
        return row + " || … |";
    }

    static bool meet(const SpaceRow& row, const std::vector<Bits>& box) {
        for (std::size_t i = 0; i < box.size(); ++i) {
            if (!row.holds[i].meets(box[i])) return false;
        }
        return true;
    }

    static Localized joined(const Localized& first, const Localized& second) {
        if (second.empty()) return first;
        return {first.nl + "; " + second.nl, first.en + "; " + second.en};
    }

  private:
    const TableAtHand& at_;
    NotLookedInto& rest_;
};

}  // namespace

void report_gap(const TableAtHand& at, NotLookedInto& rest) { GapFinder(at, rest).look(); }

}  // namespace wegwijzer::checking
