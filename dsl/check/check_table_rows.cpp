// The rows of a tabel together (language.md section 5, "Tables"): combinations that no row fits, rows that hold at once where
// only one may, rows that never count. Every column counts as independent of the others; where they read the same data, the
// finding says that whether the combination occurs was not looked into.
#include <algorithm>
#include <map>
#include <set>

#include "dsl/check/passes.h"
#include "dsl/check/uncovered.h"
#include "engine/model/walk.h"

namespace wegwijzer::checking {

namespace {

constexpr std::size_t most_named = 3;  // rows in one sentence

std::string number_of(std::size_t row) { return std::to_string(row + 1); }

// "rij 1, rij 2 en rij 4".
Localized listed(const std::vector<std::size_t>& rows) {
    Localized result;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool is_last = i + 1 == rows.size();
        result.nl += (i == 0 ? "" : is_last ? " en " : ", ") + ("rij " + number_of(rows[i]));
        result.en += (i == 0 ? "" : is_last ? " and " : ", ") + ("row " + number_of(rows[i]));
    }
    return result;
}

// What an expression reads: students' fields, series, the peildatum.
class LeafFinder {
  public:
    explicit LeafFinder(const model::RuleSet& rules) : rules_(rules) {}

    std::set<std::string> leaves_of(model::ExprId id) {
        leaves_.clear();
        seen_.clear();
        walk(id);
        return leaves_;
    }

  private:
    void walk(model::ExprId id) {
        if (id.is_none() || !seen_.insert(id.value).second) return;
        const model::ExprNode& node = rules_.expr(id).node;
        if (const auto* field = std::get_if<model::StudentFieldValue>(&node)) {
            leaves_.insert("f" + std::to_string(field->field.value));
        } else if (const auto* aggregate = std::get_if<model::Aggregate>(&node)) {
            add(aggregate->selection);
        } else if (const auto* existence = std::get_if<model::Existence>(&node)) {
            add(existence->selection);
        } else if (std::holds_alternative<model::ReferenceDate>(node)) {
            leaves_.insert("p");
        } else if (const auto* name = std::get_if<model::ConceptValue>(&node)) {
            walk(rules_.concept_of(name->concept_id).expr);
        } else if (const auto* table = std::get_if<model::TableValue>(&node)) {
            model::for_each_child(rules_.table(table->table), [this](model::ExprId child) { walk(child); });
        } else if (const auto* parameter = std::get_if<model::ParameterValue>(&node)) {
            for (const model::Override& line : rules_.parameter(parameter->parameter).overrides) walk(line.condition);
        }
        model::for_each_child(rules_, node, [this](model::ExprId child) { walk(child); });
    }
    void add(const model::Selection& selection) {
        if (!selection.of_signals()) leaves_.insert("s" + std::to_string(selection.series.value));
    }

    const model::RuleSet& rules_;
    std::set<std::string> leaves_;
    std::set<std::uint32_t> seen_;
};

class TableChecker {
  public:
    TableChecker(Context& context, std::size_t index)
        : context_(context),
          declared_(context.declared.tables[index]),
          file_(*declared_.file),
          table_(context.rules.tables[index]) {}

    void check() {
        auto space = space_of(context_, table_);
        if (!space || space->rows.size() != declared_->rows.size()) return;
        space_ = std::move(*space);
        report_cells_that_never_hold();
        report_gap();
        if (table_.hit == model::HitPolicy::unique) {
            report_overlaps();
        } else {
            report_rows_that_never_count();
        }
        report_what_was_left_out();
    }

  private:
    // ---- words --------------------------------------------------------------------------------------------------------

    [[nodiscard]] std::string words_of(std::size_t column) const {
        return context_.quote(file_.expr(declared_->columns[column]).span);
    }
    [[nodiscard]] std::string words_of(const SpaceColumn& column) const { return words_of(column.columns.front()); }
    [[nodiscard]] Span cell_span(std::size_t row, std::size_t column) const {
        return declared_->rows[row].tests[column].span;
    }
    [[nodiscard]] bool is_asked(const SpaceColumn& column, std::size_t row) const {
        return std::ranges::any_of(column.columns,
                                   [&](std::size_t at) { return !table_.rows[row].tests[at].condition.is_none(); });
    }
    [[nodiscard]] bool is_asked(const SpaceColumn& column) const {
        for (std::size_t row = 0; row < table_.rows.size(); ++row) {
            if (is_asked(column, row)) return true;
        }
        return false;
    }

    // "`aantal = 3`, `presentie = 84%`", of the columns that have a say.
    template <class HasSay>
    [[nodiscard]] Localized example(const Combination& combination, HasSay&& has_say) const {
        Localized result;
        for (std::size_t i = 0; i < space_.columns.size(); ++i) {
            const SpaceColumn& column = space_.columns[i];
            if (!has_say(column)) continue;
            const Localized one = describe_region(context_, file_, column, combination[i], words_of(column));
            result.nl += (result.nl.empty() ? "" : ", ") + one.nl;
            result.en += (result.en.empty() ? "" : ", ") + one.en;
        }
        return result;
    }

    // Two of these columns read the same data, so that not every combination needs to occur; empty: they don't.
    template <class HasSay>
    [[nodiscard]] Localized linked_columns(HasSay&& has_say) const {
        LeafFinder finder(context_.rules);
        std::map<std::string, std::size_t> readers;
        for (std::size_t i = 0; i < space_.columns.size(); ++i) {
            const SpaceColumn& column = space_.columns[i];
            if (!has_say(column)) continue;
            for (const std::string& leaf : finder.leaves_of(table_.columns[column.columns.front()])) {
                const auto [place, is_new] = readers.try_emplace(leaf, i);
                if (is_new) continue;
                const std::string other = words_of(space_.columns[place->second]);
                const std::string own = words_of(column);
                return {"`" + other + "` en `" + own +
                            "` lezen dezelfde gegevens; of zij samen zo voorkomen is niet nagegaan",
                        "`" + other + "` and `" + own +
                            "` read the same data; whether they occur like this together was not looked into"};
            }
        }
        return {};
    }

    // What an example of these columns rests on without knowing; empty when it can occur.
    template <class HasSay>
    [[nodiscard]] Localized reserve(HasSay&& has_say) const {
        const Localized linked = linked_columns(has_say);
        if (!linked.empty()) return linked;
        for (const SpaceColumn& column : space_.columns) {
            if (!has_say(column) || column.axis.is_exact) continue;
            return {"`" + words_of(column) + "` wordt berekend; of deze waarde voorkomt is niet nagegaan",
                    "`" + words_of(column) + "` is calculated; whether this value occurs was not looked into"};
        }
        return {};
    }

    static Localized joined(const Localized& first, const Localized& second) {
        if (second.empty()) return first;
        return {first.nl + "; " + second.nl, first.en + "; " + second.en};
    }

    // ---- one cell -----------------------------------------------------------------------------------------------------

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
            return write_number(file_, Decimal::from_micros(is_share ? place * 100 : place)) + (is_share ? "%" : "");
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
        for (std::size_t row = 0; row < space_.rows.size(); ++row) {
            for (const std::size_t at : space_.rows[row].never) report_cell(row, at);
            if (!space_.rows[row].never.empty()) continue;
            for (std::size_t i = 0; i < space_.columns.size(); ++i) {
                if (!space_.rows[row].holds[i].is_empty()) continue;
                const SpaceColumn& column = space_.columns[i];
                const std::string words = words_of(column);
                context_.report(
                    {.code = Code::W161,
                     .span = cell_span(row, column.columns.back()),
                     .arguments = {context_.quote(cell_span(row, column.columns.back()))},
                     .labels = {{cell_span(row, column.columns.front()), plain("hier ook", "here too")}},
                     .why = plain("`" + words + "` staat in meer kolommen, en geen waarde past op al deze cellen",
                                  "`" + words + "` is in more columns, and no value fits all these cells"),
                     .way_out = plain("zet `" + words + "` in één kolom", "put `" + words + "` in one column")});
            }
        }
    }

    void report_cell(std::size_t row, std::size_t at) {
        const auto found = std::ranges::find_if(space_.columns, [&](const SpaceColumn& column) {
            return std::ranges::find(column.columns, at) != column.columns.end();
        });
        const SpaceColumn& column = *found;
        const Span span = cell_span(row, at);
        const ast::TableTest& test = declared_->rows[row].tests[at];
        const std::string words = words_of(at);
        Diagnostic diagnostic;
        diagnostic.code = Code::W161;
        diagnostic.span = span;
        diagnostic.arguments = {context_.quote(span)};
        if (test.kind == ast::TableTest::Kind::unknown) {
            diagnostic.why = plain("`" + words + "` is nooit onbekend", "`" + words + "` is never unknown");
            diagnostic.way_out = plain("laat deze rij weg", "remove this row");
        } else if (is_turned_round(row, at, column)) {
            const std::string turned = context_.quote(file_.expr(test.values[1]).span) + ' ' + word(file_, Word::to) +
                                       ' ' + context_.quote(file_.expr(test.values[0]).span);
            diagnostic.why = plain("de laagste waarde staat voorop", "the lowest value comes first");
            diagnostic.way_out = plain("schrijf `" + turned + "`", "write `" + turned + "`");
            diagnostic.fix = turned;
        } else {
            const Localized what = values_of_axis(column);
            diagnostic.why = plain("`" + words + "` is " + what.nl, "`" + words + "` is " + what.en);
            diagnostic.way_out = plain("kies een waarde die voorkomt, of laat deze rij weg",
                                       "choose a value that occurs, or remove this row");
        }
        context_.report(std::move(diagnostic));
    }

    // `5 t/m 3`.
    [[nodiscard]] bool is_turned_round(std::size_t row, std::size_t at, const SpaceColumn& column) const {
        const auto* between =
            std::get_if<model::Between>(&context_.rules.expr(table_.rows[row].tests[at].condition).node);
        if (between == nullptr) return false;
        const auto low = fixed_value(context_, between->low);
        const auto high = fixed_value(context_, between->high);
        if (!low || !high) return false;
        if (column.axis.kind == Axis::Kind::choice) {
            const auto* first = std::get_if<model::ChoiceValue>(&*low);
            const auto* last = std::get_if<model::ChoiceValue>(&*high);
            return first != nullptr && last != nullptr && *last < *first;
        }
        const auto first = place_on_line(*low);
        const auto last = place_on_line(*high);
        return first && last && *last < *first;
    }

    // ---- gaps ---------------------------------------------------------------------------------------------------------

    [[nodiscard]] std::vector<Bits> known_values(bool likely) const {
        std::vector<Bits> within;
        for (const SpaceColumn& column : space_.columns) within.push_back(likely ? column.likely : column.known);
        return within;
    }

    void report_gap() {
        std::vector<const std::vector<Bits>*> boxes;
        for (const SpaceRow& row : space_.rows) boxes.push_back(&row.holds);
        Uncovered search(space_, boxes);
        std::vector<std::size_t> all;
        std::vector<std::size_t> sure;
        for (std::size_t row = 0; row < boxes.size(); ++row) {
            all.push_back(row);
            if (space_.rows[row].doubtful.empty()) sure.push_back(row);
        }
        auto gap = search.find(known_values(true), all);
        if (!gap) gap = search.find(known_values(false), all);
        if (gap) {
            report_gap(*gap);
            return;
        }
        if (sure.size() < all.size() && search.find(known_values(false), sure)) may_have_gap_ = true;
        if (search.gave_up()) report_too_large();
    }

    void report_gap(const Combination& gap) {
        const auto has_say = [this](const SpaceColumn& column) { return is_asked(column); };
        const Localized where = example(gap, has_say);
        const std::string row = row_for(gap);
        Diagnostic diagnostic;
        diagnostic.code = Code::W162;
        diagnostic.span = declared_->name.span;
        diagnostic.arguments = {table_.name, where, row};
        diagnostic.why = joined(plain("de uitkomst is dan onbekend", "the result is unknown then"), reserve(has_say));
        if (row.empty()) {
            diagnostic.way_out = plain("laat de rijen op elkaar aansluiten, bijvoorbeeld met `<` en `>=`",
                                       "let the rows meet, for instance with `<` and `>=`");
        }
        context_.report(std::move(diagnostic));
    }

    // A row for the gap around this combination, as wide as it can be; empty where no cell can say it.
    [[nodiscard]] std::string row_for(const Combination& gap) const {
        std::vector<Bits> box;
        for (std::size_t i = 0; i < space_.columns.size(); ++i) {
            Bits one(space_.columns[i].regions);
            one.insert(gap[i]);
            box.push_back(std::move(one));
        }
        for (std::size_t i = 0; i < space_.columns.size(); ++i) {
            const auto widen = [&](std::size_t region) {
                if (!space_.columns[i].known.contains(region)) return true;
                box[i].insert(region);
                const bool meets_row =
                    std::ranges::any_of(space_.rows, [&](const SpaceRow& row) { return meet(row, box); });
                if (meets_row) box[i].erase(region);
                return !meets_row;
            };
            for (std::size_t region = gap[i]; region-- > 0 && widen(region);) {
            }
            for (std::size_t region = gap[i] + 1; region < space_.columns[i].unknown() && widen(region); ++region) {
            }
        }
        // `-` fits onbekend as well.
        for (std::size_t i = 0; i < space_.columns.size(); ++i) {
            const SpaceColumn& column = space_.columns[i];
            if (column.known.is_within(box[i]) && column.axis.can_be_unknown) box[i].insert(column.unknown());
        }
        const bool would_overlap =
            table_.hit == model::HitPolicy::unique &&
            std::ranges::any_of(space_.rows, [&](const SpaceRow& row) { return meet(row, box); });
        if (would_overlap) return {};
        std::string row = "|";
        for (std::size_t at = 0; at < table_.columns.size(); ++at) {
            std::string cell = "-";
            for (std::size_t i = 0; i < space_.columns.size(); ++i) {
                if (space_.columns[i].columns.front() == at) cell = cell_of(context_, file_, space_.columns[i], box[i]);
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

    void report_too_large() {
        if (is_too_large_) return;
        is_too_large_ = true;
        context_.report(Code::N161, declared_->name.span, {table_.name});
    }

    // ---- uniek: rows that hold at once ----------------------------------------------------------------------------------

    [[nodiscard]] std::optional<Combination> common(const SpaceRow& first, const SpaceRow& second) const {
        for (std::size_t i = 0; i < space_.columns.size(); ++i) {
            if (!first.holds[i].meets(second.holds[i])) return std::nullopt;
        }
        Combination result;
        for (std::size_t i = 0; i < space_.columns.size(); ++i) {
            const Bits both = first.holds[i] & second.holds[i];
            const SpaceColumn& column = space_.columns[i];
            std::optional<std::size_t> best;
            for (std::size_t region = 0; region < column.regions; ++region) {
                if (!both.contains(region)) continue;
                const bool is_better = best && !column.likely.contains(*best) &&
                                       (column.likely.contains(region) ||
                                        (column.known.contains(region) && !column.known.contains(*best)));
                if (!best || is_better) best = region;
            }
            result.push_back(*best);
        }
        return result;
    }

    void report_overlaps() {
        has_count_ = std::ranges::any_of(space_.columns, [](const SpaceColumn& each) { return each.axis.is_count; });
        std::set<std::size_t> told;
        for (std::size_t second = 0; second < space_.rows.size(); ++second) {
            for (std::size_t first = 0; first < second; ++first) {
                const SpaceRow& one = space_.rows[first];
                const SpaceRow& other = space_.rows[second];
                if (told.contains(first)) continue;
                const auto both = common(one, other);
                if (!both) {
                    report_overlap_of_ranges(first, second);
                    continue;
                }
                if (!one.doubtful.empty() || !other.doubtful.empty()) {
                    may_overlap_ = true;
                    continue;
                }
                report_overlap(first, second, *both);
                told.insert(first);
                break;
            }
        }
    }

    void report_overlap(std::size_t first, std::size_t second, const Combination& both) {
        const auto has_say = [&](const SpaceColumn& column) {
            return is_asked(column, first) || is_asked(column, second);
        };
        Localized where = example(both, has_say);
        if (where.empty()) {
            where = plain("elke combinatie", "every combination");
        }
        const Localized linked = linked_columns(has_say);
        Diagnostic diagnostic;
        diagnostic.code = linked.empty() ? Code::F162 : Code::W164;
        diagnostic.span = row_span(second);
        diagnostic.arguments = {number_of(first), number_of(second), where, first_word(), unique_word()};
        diagnostic.labels = labels_of(first, second);
        diagnostic.why = linked;
        context_.report(std::move(diagnostic));
    }

    [[nodiscard]] std::vector<Label> labels_of(std::size_t first, std::size_t second) const {
        return {{row_span(first), plain("rij " + number_of(first), "row " + number_of(first))},
                {row_span(second), plain("rij " + number_of(second), "row " + number_of(second))}};
    }

    // `onbekend` fits a count that is known as a range, and so does `>= 1` when it is 1 or 2.
    void report_overlap_of_ranges(std::size_t first, std::size_t second) {
        if (told_of_ranges_ || !has_count_) return;
        const SpaceRow& one = space_.rows[first];
        const SpaceRow& other = space_.rows[second];
        if (!one.doubtful.empty() || !other.doubtful.empty() || !surely_differ(first, second)) return;
        std::optional<std::size_t> ranged;
        for (std::size_t i = 0; i < space_.columns.size(); ++i) {
            const SpaceColumn& column = space_.columns[i];
            if (one.holds[i].meets(other.holds[i])) continue;
            const bool has_unknown =
                one.holds[i].contains(column.unknown()) || other.holds[i].contains(column.unknown());
            const Bits& values = one.holds[i].contains(column.unknown()) ? other.holds[i] : one.holds[i];
            if (!column.axis.is_count || !has_unknown || !holds_a_range(column, values)) return;
            ranged = i;
        }
        if (!ranged) return;
        told_of_ranges_ = true;
        const std::string words = words_of(space_.columns[*ranged]);
        Diagnostic diagnostic;
        diagnostic.code = Code::W163;
        diagnostic.span = row_span(second);
        diagnostic.arguments = {number_of(first), number_of(second), words, first_word(), word(file_, Word::unknown)};
        diagnostic.labels = labels_of(first, second);
        context_.report(std::move(diagnostic));
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

    // ---- eerste: rows that never count ----------------------------------------------------------------------------------

    // Do two rows surely give another result? Then an unknown one above leaves the outcome unknown.
    [[nodiscard]] bool surely_differ(std::size_t first, std::size_t second) const {
        const auto left = fixed_value(context_, table_.rows[first].result);
        const auto right = fixed_value(context_, table_.rows[second].result);
        return left && right && !(*left == *right);
    }

    void report_rows_that_never_count() {
        const std::size_t count = space_.rows.size();
        std::vector<const std::vector<Bits>*> boxes;
        for (const SpaceRow& row : space_.rows) boxes.push_back(&row.holds);
        for (const SpaceRow& row : space_.rows) boxes.push_back(&row.not_false);
        Uncovered search(space_, boxes);
        for (std::size_t row = 1; row < count; ++row) {
            const SpaceRow& own = space_.rows[row];
            const bool is_empty = std::ranges::any_of(own.holds, [](const Bits& each) { return each.is_empty(); });
            if (is_empty || !own.doubtful.empty()) continue;
            std::vector<std::size_t> covered;
            std::vector<std::size_t> silenced;
            for (std::size_t above = 0; above < row; ++above) {
                if (!space_.rows[above].doubtful.empty()) continue;
                covered.push_back(above);
                // When it is unknown, and gives something else, the outcome is unknown whatever this row says.
                silenced.push_back(surely_differ(above, row) ? count + above : above);
            }
            if (search.find(own.holds, silenced)) continue;
            if (search.gave_up()) {
                report_too_large();
                return;
            }
            const auto unknown = search.find(own.holds, covered);
            if (search.gave_up()) {
                report_too_large();
                return;
            }
            report_row(row, unknown);
        }
    }

    // `unknown`: a combination with something unknown that only this row fits, though rows above may.
    void report_row(std::size_t row, const std::optional<Combination>& unknown) {
        Diagnostic diagnostic;
        diagnostic.code = Code::W160;
        diagnostic.span = row_span(row);
        diagnostic.arguments = {number_of(row)};
        std::vector<std::size_t> above;
        for (std::size_t other = 0; other < row; ++other) {
            const bool has_part = space_.rows[other].doubtful.empty() && common(space_.rows[other], space_.rows[row]);
            if (has_part) above.push_back(other);
        }
        if (!unknown) {
            const Localized rows =
                above.size() > most_named ? plain("de rijen erboven", "the rows above") : listed(above);
            diagnostic.why = plain("alles wat hierop past, past al op " + rows.nl,
                                   "everything that fits this row already fits " + rows.en);
            context_.report(std::move(diagnostic));
            return;
        }
        std::string column_words;
        for (std::size_t i = 0; i < space_.columns.size(); ++i) {
            const SpaceColumn& column = space_.columns[i];
            if ((*unknown)[i] == column.unknown() && column_words.empty()) column_words = words_of(column);
        }
        const bool asks_unknown = std::ranges::any_of(declared_->rows[row].tests, [](const ast::TableTest& test) {
            return test.kind == ast::TableTest::Kind::unknown;
        });
        const std::string is_unknown =
            '`' + column_words + ' ' + word(file_, Word::is) + ' ' + word(file_, Word::unknown) + '`';
        std::size_t silencing = row;
        for (std::size_t other = row; other-- > 0;) {
            if (!space_.rows[other].doubtful.empty() || !surely_differ(other, row)) continue;
            bool may_hold = true;
            for (std::size_t i = 0; i < space_.columns.size(); ++i) {
                const std::size_t none = space_.columns[i].unknown();
                const Bits both = space_.rows[other].not_false[i] & space_.rows[row].holds[i];
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
                : plain("laat deze rij weg, of zet bovenaan een rij met `" + word(file_, Word::unknown) + '`',
                        "remove this row, or put a row with `" + word(file_, Word::unknown) + "` on top");
        context_.report(std::move(diagnostic));
    }

    // ---- what was left out --------------------------------------------------------------------------------------------

    void report_what_was_left_out() {
        if (!may_have_gap_ && !may_overlap_) return;
        Diagnostic diagnostic;
        diagnostic.code = Code::N160;
        std::vector<std::size_t> rows;
        std::string values;
        for (std::size_t row = 0; row < space_.rows.size(); ++row) {
            if (space_.rows[row].doubtful.empty()) continue;
            const std::size_t at = space_.rows[row].doubtful.front();
            if (rows.empty()) {
                diagnostic.span = cell_span(row, at);
            } else {
                diagnostic.labels.push_back({cell_span(row, at), {}});
            }
            rows.push_back(row);
        }
        diagnostic.arguments = {table_.name, context_.quote(diagnostic.span), listed(rows)};
        context_.report(std::move(diagnostic));
    }

    [[nodiscard]] Span row_span(std::size_t row) const { return declared_->rows[row].span; }
    [[nodiscard]] std::string first_word() const { return word(file_, Word::hit) + ' ' + word(file_, Word::first_hit); }
    [[nodiscard]] std::string unique_word() const { return word(file_, Word::hit) + ' ' + word(file_, Word::unique); }

    Context& context_;
    const Declared<ast::Table>& declared_;
    const ast::File& file_;
    const model::Table& table_;
    TableSpace space_;
    bool may_have_gap_ = false;
    bool may_overlap_ = false;
    bool has_count_ = false;
    bool told_of_ranges_ = false;
    bool is_too_large_ = false;
};

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
        if (!has_error) TableChecker(context, index).check();
    }
}

}  // namespace wegwijzer::checking
