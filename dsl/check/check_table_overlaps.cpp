// Rows of a tabel with `trefwijze uniek` that hold at once: F162; W164 where it is not sure to occur; W163 for a count that is
// not known precisely.
#include <algorithm>
#include <set>

#include "dsl/check/table_at_hand.h"

namespace wegwijzer::checking {

namespace {

class OverlapFinder {
  public:
    OverlapFinder(const TableAtHand& at, NotLookedInto& rest) : at_(at), rest_(rest) {}

    void look() {
        has_count_ = std::ranges::any_of(at_.space.columns, [](const SpaceColumn& each) { return each.axis.is_count; });
        std::set<std::size_t> told;
        for (std::size_t second = 0; second < at_.space.rows.size(); ++second) {
            for (std::size_t first = 0; first < second; ++first) {
                const SpaceRow& one = at_.space.rows[first];
                const SpaceRow& other = at_.space.rows[second];
                if (told.contains(first)) continue;
                const auto both = at_.common(one, other);
                if (!both) {
                    report_overlap_of_ranges(first, second);
                    continue;
                }
                if (!one.doubtful.empty() || !other.doubtful.empty()) {
                    rest_.doubtful = true;
                    continue;
                }
                report_overlap(first, second, *both);
                told.insert(first);
                break;
            }
        }
    }

    void report_overlap(std::size_t first, std::size_t second, const Combination& both) {
        const auto columns = at_.asked_by({first, second});
        Localized where = at_.example(both, columns);
        if (where.empty()) {
            where = plain("elke combinatie", "every combination");
        }
        const Localized linked = at_.linked_columns(columns);
        Diagnostic diagnostic;
        diagnostic.code = linked.empty() ? Code::F162 : Code::W164;
        diagnostic.span = at_.row_span(second);
        diagnostic.arguments = {number_of(first), number_of(second), where, at_.first_word(), at_.unique_word()};
        diagnostic.labels = at_.labels_of(first, second);
        diagnostic.why = linked;
        at_.context.report(std::move(diagnostic));
    }

    // `onbekend` fits a count that is known as a range, and so does `>= 1` when it is 1 or 2.
    void report_overlap_of_ranges(std::size_t first, std::size_t second) {
        if (told_of_ranges_ || !has_count_) return;
        const SpaceRow& one = at_.space.rows[first];
        const SpaceRow& other = at_.space.rows[second];
        if (!one.doubtful.empty() || !other.doubtful.empty() || !at_.surely_differ(first, second)) return;
        std::optional<std::size_t> ranged;
        for (std::size_t i = 0; i < at_.space.columns.size(); ++i) {
            const SpaceColumn& column = at_.space.columns[i];
            if (one.holds[i].meets(other.holds[i])) continue;
            const bool has_unknown =
                one.holds[i].contains(column.unknown()) || other.holds[i].contains(column.unknown());
            const Bits& values = one.holds[i].contains(column.unknown()) ? other.holds[i] : one.holds[i];
            if (!column.axis.is_count || !has_unknown || !holds_a_range(column, values)) return;
            ranged = i;
        }
        if (!ranged) return;
        told_of_ranges_ = true;
        const std::string words = at_.words_of(at_.space.columns[*ranged]);
        Diagnostic diagnostic;
        diagnostic.code = Code::W163;
        diagnostic.span = at_.row_span(second);
        diagnostic.arguments = {number_of(first), number_of(second), words, at_.first_word(),
                                word(at_.file, Word::unknown)};
        diagnostic.labels = at_.labels_of(first, second);
        at_.context.report(std::move(diagnostic));
    }

    // Two whole numbers that follow each other, for all of which the cell holds.
    static bool holds_a_range(const SpaceColumn& column, const Bits& values) {
        if (!column.symbol.empty()) return values.count() > 1;
        for (std::size_t region = 0; region < column.unknown(); ++region) {
            if (!values.contains(region)) continue;
            const auto [low, high] = ends_of_region(column, region);
            if (high - low >= column.axis.step) return true;
            for (std::size_t next = region + 1; next < column.unknown(); ++next) {
                if (!column.known.contains(next)) continue;
                if (values.contains(next)) return true;
                break;
            }
        }
        return false;
    }

  private:
    const TableAtHand& at_;
    NotLookedInto& rest_;
    bool has_count_ = false;
    bool told_of_ranges_ = false;
};

}  // namespace

void report_overlaps(const TableAtHand& at, NotLookedInto& rest) { OverlapFinder(at, rest).look(); }

}  // namespace wegwijzer::checking
