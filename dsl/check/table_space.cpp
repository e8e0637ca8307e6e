#include "dsl/check/table_space.h"

#include <algorithm>
#include <map>

#include "engine/model/print_model.h"

namespace wegwijzer::checking {

using model::CompareOp;
using model::ValueKind;

namespace {

constexpr std::int64_t lowest_of_all = -9'000'000'000'000'000'000;
constexpr std::int64_t highest_of_all = 9'000'000'000'000'000'000;

// A cell, taken apart. No values: `onbekend`.
struct CellTest {
    enum class Kind : std::uint8_t { unknown, compare, between, one_of };
    Kind kind = Kind::unknown;
    CompareOp op = CompareOp::equal;
    std::vector<model::ExprId> values;
};

std::optional<CellTest> taken_apart(const model::RuleSet& rules, model::ExprId condition) {
    const model::ExprNode& node = rules.expr(condition).node;
    if (std::holds_alternative<model::Knownness>(node)) return CellTest{};
    std::optional<CellTest> test;
    if (const auto* comparison = std::get_if<model::Comparison>(&node)) {
        test = CellTest{CellTest::Kind::compare, comparison->op, {comparison->right}};
    } else if (const auto* between = std::get_if<model::Between>(&node)) {
        test = CellTest{CellTest::Kind::between, CompareOp::equal, {between->low, between->high}};
    } else if (const auto* one_of = std::get_if<model::OneOf>(&node)) {
        test = CellTest{CellTest::Kind::one_of, CompareOp::equal, one_of->options};
    }
    if (test) {
        for (const model::ExprId value : test->values) {
            if (value.is_none()) return std::nullopt;
        }
    }
    return test;
}

class SpaceBuilder {
  public:
    SpaceBuilder(const Context& context, const model::Table& table) : context_(context), table_(table) {}

    std::optional<TableSpace> build() {
        if (!group_columns()) return std::nullopt;
        for (SpaceColumn& column : space_.columns) find_regions(column);
        for (std::size_t row = 0; row < table_.rows.size(); ++row) add_row(row);
        return std::move(space_);
    }

  private:
    [[nodiscard]] std::string text_of(model::ExprId id) const { return model::print_expr(context_.rules, id); }

    // Takes all cells apart too.
    bool group_columns() {
        std::map<std::string, std::size_t> places;
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            if (table_.columns[i].is_none()) return false;
            const auto [place, is_new] = places.try_emplace(text_of(table_.columns[i]), space_.columns.size());
            if (is_new) {
                auto axis = analyse::axis_of(context_.rules, context_.schema, table_.columns[i]);
                if (!axis) return false;
                SpaceColumn column;
                column.axis = std::move(*axis);
                space_.columns.push_back(std::move(column));
            }
            space_.columns[place->second].columns.push_back(i);
        }
        for (const model::TableRow& row : table_.rows) {
            if (row.tests.size() != table_.columns.size() || row.result.is_none()) return false;
            std::vector<std::optional<CellTest>>& cells = cells_.emplace_back();
            for (const model::TableTest& test : row.tests) {
                cells.emplace_back();
                if (test.condition.is_none()) continue;
                cells.back() = taken_apart(context_.rules, test.condition);
                if (!cells.back()) return false;
            }
        }
        return true;
    }

    template <class Visit>
    void for_each_value(const SpaceColumn& column, Visit&& visit) const {
        for (const auto& cells : cells_) {
            for (const std::size_t at : column.columns) {
                if (!cells[at]) continue;
                for (const model::ExprId value : cells[at]->values) visit(value);
            }
        }
    }

    // A term that every cell of the column compares with, where none has a fixed value.
    [[nodiscard]] std::string symbol_of(const SpaceColumn& column) const {
        std::string symbol;
        std::string words;
        bool is_one = true;
        for_each_value(column, [&](model::ExprId value) {
            if (analyse::fixed_value(context_.rules, value)) {
                is_one = false;
                return;
            }
            const std::string text = text_of(value);
            is_one = is_one && (symbol.empty() || symbol == text);
            symbol = text;
            words = context_.quote(context_.rules.expr(value).origin);
        });
        return is_one ? words : std::string();
    }

    void find_regions(SpaceColumn& column) {
        column.symbol = symbol_of(column);
        const bool is_line = column.axis.kind == Axis::Kind::line;
        if (!column.symbol.empty()) {
            if (is_line) column.borders = {0};
            column.regions = is_line ? 4 : 3;
        } else if (is_line) {
            for_each_value(column, [&](model::ExprId value) {
                const auto fixed = analyse::fixed_value(context_.rules, value);
                if (const auto place = fixed ? analyse::place_on_line(*fixed) : std::nullopt)
                    column.borders.push_back(*place);
            });
            std::sort(column.borders.begin(), column.borders.end());
            column.borders.erase(std::unique(column.borders.begin(), column.borders.end()), column.borders.end());
            column.regions = 2 * column.borders.size() + 2;
        } else {
            find_names(column);
            column.regions = column.names.size() + 1;
        }
        column.known = Bits(column.regions);
        column.likely = Bits(column.regions);
        for (std::size_t region = 0; region < column.unknown(); ++region) {
            if (!column.symbol.empty() || !is_line) {
                column.known.insert(region);
                column.likely.insert(region);
                continue;
            }
            const auto [low, high] = ends_of_region(column, region);
            const bool is_point = region % 2 == 1;
            const std::int64_t border = is_point ? column.borders[region / 2] : 0;
            const bool is_between_steps = is_point && !column.axis.is_dense && border % column.axis.step != 0;
            if (is_between_steps || !low_fits(column, region, low, high)) continue;
            column.known.insert(region);
            const bool is_share = column.axis.type.kind == ValueKind::percentage;
            const bool is_odd = high < 0 || (is_share && low > Decimal::one_in_micros);
            if (!is_odd || column.axis.is_date()) column.likely.insert(region);
        }
        column.all = column.known;
        if (column.axis.can_be_unknown) column.all.insert(column.unknown());
    }

    static bool low_fits(const SpaceColumn& column, std::size_t region, std::int64_t low, std::int64_t high) {
        if (low <= high) return true;
        if (!column.axis.is_dense || region % 2 == 1) return false;
        // Between two borders that are one step apart.
        const std::size_t at = region / 2;
        const bool has_both = at > 0 && at < column.borders.size();
        const std::int64_t lowest = column.axis.lowest.value_or(lowest_of_all);
        const std::int64_t highest = column.axis.highest.value_or(highest_of_all);
        return has_both && column.borders[at - 1] >= lowest && column.borders[at] <= highest;
    }

    void find_names(SpaceColumn& column) const {
        switch (column.axis.kind) {
            case Axis::Kind::boolean: column.names = {"", ""}; break;
            case Axis::Kind::choice:
                if (!column.axis.type.choices.is_none()) {
                    column.names = context_.rules.choice_domains[column.axis.type.choices.index()].names;
                }
                break;
            case Axis::Kind::text:
                for_each_value(column, [&](model::ExprId value) {
                    const auto fixed = analyse::fixed_value(context_.rules, value);
                    const auto* text = fixed ? std::get_if<std::string>(&*fixed) : nullptr;
                    if (text == nullptr) return;
                    if (std::find(column.names.begin(), column.names.end(), *text) == column.names.end()) {
                        column.names.push_back(*text);
                    }
                });
                column.names.emplace_back();  // any other
                break;
            case Axis::Kind::line: break;
        }
    }

    // Where a value lies; nothing when it is not fixed.
    [[nodiscard]] std::optional<std::size_t> region_of(const SpaceColumn& column, model::ExprId value) const {
        const bool is_line = column.axis.kind == Axis::Kind::line;
        if (!column.symbol.empty()) return is_line ? 1 : 0;
        const auto fixed = analyse::fixed_value(context_.rules, value);
        if (!fixed) return std::nullopt;
        if (is_line) {
            const auto place = analyse::place_on_line(*fixed);
            if (!place) return std::nullopt;
            const auto border = std::lower_bound(column.borders.begin(), column.borders.end(), *place);
            return 2 * static_cast<std::size_t>(border - column.borders.begin()) + 1;
        }
        if (const auto* truth = std::get_if<bool>(&*fixed)) return *truth ? 1 : 0;
        if (const auto* choice = std::get_if<model::ChoiceValue>(&*fixed)) {
            return choice->index < column.names.size() ? std::optional<std::size_t>(choice->index) : std::nullopt;
        }
        const auto* text = std::get_if<std::string>(&*fixed);
        if (text == nullptr) return std::nullopt;
        const auto place = std::find(column.names.begin(), column.names.end(), *text);
        return static_cast<std::size_t>(place - column.names.begin());
    }

    static bool holds(CompareOp op, std::size_t region, std::size_t value) {
        switch (op) {
            case CompareOp::less: return region < value;
            case CompareOp::less_equal: return region <= value;
            case CompareOp::greater: return region > value;
            case CompareOp::greater_equal: return region >= value;
            case CompareOp::equal: return region == value;
            case CompareOp::not_equal: return region != value;
        }
        return false;
    }

    // Where a cell holds; nothing when it compares with no fixed value.
    [[nodiscard]] std::optional<Bits> where(const SpaceColumn& column, const CellTest& test) const {
        Bits result(column.regions);
        if (test.kind == CellTest::Kind::unknown) {
            result.insert(column.unknown());
            return result &= column.all;
        }
        std::vector<std::size_t> values;
        for (const model::ExprId value : test.values) {
            const auto region = region_of(column, value);
            if (!region) return std::nullopt;
            values.push_back(*region);
        }
        for (std::size_t region = 0; region < column.unknown(); ++region) {
            bool fits = false;
            switch (test.kind) {
                case CellTest::Kind::compare: fits = holds(test.op, region, values[0]); break;
                case CellTest::Kind::between: fits = values[0] <= region && region <= values[1]; break;
                case CellTest::Kind::one_of:
                    fits = std::find(values.begin(), values.end(), region) != values.end();
                    break;
                case CellTest::Kind::unknown: break;
            }
            if (fits) result.insert(region);
        }
        return result &= column.all;
    }

    void add_row(std::size_t index) {
        SpaceRow row;
        for (const SpaceColumn& column : space_.columns) {
            Bits holds = column.all;
            Bits not_false = column.all;
            for (const std::size_t at : column.columns) {
                const auto& cell = cells_[index][at];
                if (!cell) continue;
                auto where_it_holds = where(column, *cell);
                if (!where_it_holds) {
                    row.doubtful.push_back(at);
                    continue;
                }
                if (where_it_holds->is_empty()) row.never.push_back(at);
                holds &= *where_it_holds;
                if (column.axis.can_be_unknown) where_it_holds->insert(column.unknown());
                not_false &= *where_it_holds;
            }
            row.holds.push_back(std::move(holds));
            row.not_false.push_back(std::move(not_false));
        }
        space_.rows.push_back(std::move(row));
    }

    const Context& context_;
    const model::Table& table_;
    TableSpace space_;
    std::vector<std::vector<std::optional<CellTest>>> cells_;  // per row, per column; none: `-`
};

// ---- showing a value ------------------------------------------------------------------------------------------------

// The roundest number from `low` to `high`, with `unit` as the roundest of all.
std::int64_t roundest(std::int64_t low, std::int64_t high, std::int64_t unit) {
    for (std::int64_t step = unit; step > 1; step /= 10) {
        const std::int64_t rest = ((low % step) + step) % step;
        const std::int64_t first = rest == 0 ? low : low - rest + step;
        if (first <= high) return first;
    }
    return low;
}

std::string write_on_line(const ast::File& file, const Axis& axis, std::int64_t place) {
    const auto number = [&](std::int64_t micros) { return write_number(file, Decimal::from_micros(micros)); };
    switch (axis.type.kind) {
        case ValueKind::date: return to_iso(Date::from_days(static_cast<std::int32_t>(place)));
        case ValueKind::percentage: return number(place * 100) + '%';
        case ValueKind::points: return number(place * 100) + ' ' + word(file, Word::percentage_points);
        case ValueKind::duration:
            if (place % Decimal::one_in_micros != 0) return number(place) + ' ' + word(file, Word::days);
            return write_length(file, place / Decimal::one_in_micros, LengthUnit::days);
        default: break;
    }
    const std::string& unit = axis.type.unit;
    if (unit.empty()) return number(place);
    return number(place) + ' ' + (unit == "uur" ? word(file, Word::hours) : unit);
}

std::string shown_value(const Context& context, const ast::File& file, const SpaceColumn& column, std::size_t region) {
    const Axis& axis = column.axis;
    Type type;
    type.value = axis.type;
    switch (axis.kind) {
        case Axis::Kind::boolean: return word(file, region == 1 ? Word::yes : Word::no);
        case Axis::Kind::choice: {
            const auto names = values_of(context, type, file);
            return region < names.size() ? names[region] : std::string();
        }
        case Axis::Kind::text: return '"' + column.names[region] + '"';
        case Axis::Kind::line: break;
    }
    auto [low, high] = ends_of_region(column, region);
    const bool is_share = axis.type.kind == ValueKind::percentage || axis.type.kind == ValueKind::points;
    if (low > high) return {};  // between two borders that are one step apart
    const std::int64_t unit = axis.is_date() ? 1 : is_share ? Decimal::one_in_micros / 100 : Decimal::one_in_micros;
    // Without an end on one side: close to the other.
    if (low == lowest_of_all && high == highest_of_all) {
        low = high = 0;
    } else if (low == lowest_of_all) {
        low = high % unit == 0 ? high : high - unit + 1;
        if (high >= 0 && low < 0) low = 0;
    }
    if (axis.is_date()) return write_on_line(file, axis, region == 0 && !column.borders.empty() ? high : low);
    return write_on_line(file, axis, roundest(low, high, std::max(unit, axis.step)));
}

std::string cell_of_symbol(const SpaceColumn& column, const Bits& regions) {
    if (column.axis.kind != Axis::Kind::line) return (regions.contains(0) ? "" : "<> ") + column.symbol;
    const bool at = regions.contains(1);
    if (regions.contains(0)) return (at ? "<= " : "< ") + column.symbol;
    if (regions.contains(2)) return (at ? ">= " : "> ") + column.symbol;
    return column.symbol;
}

std::string cell_of_names(const Context& context, const ast::File& file, const SpaceColumn& column,
                          const Bits& regions) {
    const std::size_t other = column.names.size() - 1;
    if (column.axis.kind == Axis::Kind::text && regions.contains(other)) {
        // Any text but one.
        if (regions.count() != other) return {};
        for (std::size_t region = 0; region < other; ++region) {
            if (!regions.contains(region)) return "<> " + shown_value(context, file, column, region);
        }
    }
    std::string cell;
    for (std::size_t region = 0; region < column.names.size(); ++region) {
        if (regions.contains(region)) cell += (cell.empty() ? "" : ", ") + shown_value(context, file, column, region);
    }
    return cell;
}

// Is there a value in the regions from `first` up to `end`?
bool has_known(const SpaceColumn& column, std::size_t first, std::size_t end) {
    for (std::size_t region = first; region < end; ++region) {
        if (column.known.contains(region)) return true;
    }
    return false;
}

std::string of_border(const ast::File& file, const SpaceColumn& column, std::size_t border) {
    return write_on_line(file, column.axis, column.borders[border]);
}

}  // namespace

std::pair<std::int64_t, std::int64_t> ends_of_region(const SpaceColumn& column, std::size_t region) {
    const Axis& axis = column.axis;
    const std::size_t at = region / 2;
    std::int64_t low = axis.lowest.value_or(lowest_of_all);
    std::int64_t high = axis.highest.value_or(highest_of_all);
    if (region % 2 == 1) {
        const std::int64_t border = column.borders[at];
        return {std::max(low, border), std::min(high, border)};
    }
    const auto up = [&](std::int64_t value) {  // the first step above it
        const std::int64_t rest = ((value % axis.step) + axis.step) % axis.step;
        return value - rest + axis.step;
    };
    if (at > 0) low = std::max(low, up(column.borders[at - 1]));
    if (at < column.borders.size()) high = std::min(high, up(column.borders[at] - 1) - axis.step);
    return {low, high};
}

std::optional<TableSpace> space_of(const Context& context, const model::Table& table) {
    return SpaceBuilder(context, table).build();
}

Localized describe_region(const Context& context, const ast::File& file, const SpaceColumn& column, std::size_t region,
                          const std::string& words) {
    const auto quoted = [](const std::string& text) { return '`' + text + '`'; };
    if (region == column.unknown()) return quoted(words + ' ' + word(file, Word::is) + ' ' + word(file, Word::unknown));
    if (!column.symbol.empty()) {
        const char* const marks[] = {" < ", " = ", " > "};
        const char* const names[] = {" = ", " <> "};
        return quoted(words + (column.axis.kind == Axis::Kind::line ? marks[region] : names[region]) + column.symbol);
    }
    if (column.axis.kind == Axis::Kind::text && region + 1 == column.names.size()) {
        return {quoted(words) + " met een andere tekst", quoted(words) + " with another text"};
    }
    const std::string value = shown_value(context, file, column, region);
    if (!value.empty()) return quoted(words + " = " + value);
    const std::string low = of_border(file, column, region / 2 - 1);
    const std::string high = of_border(file, column, region / 2);
    return {quoted(words) + " tussen " + low + " en " + high, quoted(words) + " between " + low + " and " + high};
}

std::string cell_of(const Context& context, const ast::File& file, const SpaceColumn& column, const Bits& regions) {
    if (column.known.is_within(regions)) return "-";
    if (!column.symbol.empty()) return cell_of_symbol(column, regions);
    if (column.axis.kind != Axis::Kind::line) return cell_of_names(context, file, column, regions);
    std::size_t first = 0;
    while (!regions.contains(first)) ++first;
    std::size_t last = column.unknown() - 1;
    while (!regions.contains(last)) --last;
    const bool is_open_below = !has_known(column, 0, first);
    const bool is_open_above = !has_known(column, last + 1, column.unknown());
    if (is_open_below) return (last % 2 == 1 ? "<= " : "< ") + of_border(file, column, last / 2);
    if (is_open_above) {
        return (first % 2 == 1 ? ">= " : "> ") + of_border(file, column, first % 2 == 1 ? first / 2 : first / 2 - 1);
    }
    const bool has_ends = first % 2 == 1 && last % 2 == 1;
    if (column.axis.is_dense && !has_ends) return {};
    const std::int64_t low = ends_of_region(column, first).first;
    const std::int64_t high = ends_of_region(column, last).second;
    const std::string from = write_on_line(file, column.axis, low);
    return low == high ? from : from + ' ' + word(file, Word::to) + ' ' + write_on_line(file, column.axis, high);
}

}  // namespace wegwijzer::checking
