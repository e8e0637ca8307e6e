#include "dsl/check/table_at_hand.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/model/walk.h"

namespace wegwijzer::checking {

namespace {

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

}  // namespace

Localized listed(const std::vector<std::size_t>& rows) {
    Localized result;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool is_last = i + 1 == rows.size();
        result.nl += (i == 0 ? "" : is_last ? " en " : ", ") + ("rij " + number_of(rows[i]));
        result.en += (i == 0 ? "" : is_last ? " and " : ", ") + ("row " + number_of(rows[i]));
    }
    return result;
}

std::string TableAtHand::words_of(std::size_t column) const {
    return context.quote(file.expr(declared->columns[column]).span);
}

TableAtHand::Columns TableAtHand::asked_by(const std::vector<std::size_t>& rows) const {
    Columns result;
    for (std::size_t i = 0; i < space.columns.size(); ++i) {
        const bool is_asked = std::ranges::any_of(rows, [&](std::size_t row) {
            return std::ranges::any_of(space.columns[i].columns,
                                       [&](std::size_t at) { return !table.rows[row].tests[at].condition.is_none(); });
        });
        if (is_asked) result.push_back(i);
    }
    return result;
}

TableAtHand::Columns TableAtHand::asked_by_any() const {
    std::vector<std::size_t> rows(table.rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row) rows[row] = row;
    return asked_by(rows);
}

std::vector<Label> TableAtHand::labels_of(std::size_t first, std::size_t second) const {
    return {{row_span(first), plain("rij " + number_of(first), "row " + number_of(first))},
            {row_span(second), plain("rij " + number_of(second), "row " + number_of(second))}};
}

Localized TableAtHand::example(const Combination& combination, const Columns& columns) const {
    Localized result;
    for (const std::size_t i : columns) {
        const SpaceColumn& column = space.columns[i];
        const Localized one = describe_region(context, file, column, combination[i], words_of(column));
        result.nl += (result.nl.empty() ? "" : ", ") + one.nl;
        result.en += (result.en.empty() ? "" : ", ") + one.en;
    }
    return result;
}

Localized TableAtHand::linked_columns(const Columns& columns) const {
    LeafFinder finder(context.rules);
    std::map<std::string, std::size_t> readers;
    for (const std::size_t i : columns) {
        const SpaceColumn& column = space.columns[i];
        for (const std::string& leaf : finder.leaves_of(table.columns[column.columns.front()])) {
            const auto [place, is_new] = readers.try_emplace(leaf, i);
            if (is_new) continue;
            const std::string other = words_of(space.columns[place->second]);
            const std::string own = words_of(column);
            const auto said = [&](const char* joined, const char* rest) {
                std::string text = "`";
                return text.append(other).append(joined).append(own).append(rest);
            };
            return {said("` en `", "` lezen dezelfde gegevens; of zij samen zo voorkomen is niet nagegaan"),
                    said("` and `", "` read the same data; whether they occur like this together was not looked into")};
        }
    }
    return {};
}

Localized TableAtHand::reserve(const Columns& columns) const {
    Localized linked = linked_columns(columns);
    if (!linked.empty()) return linked;
    for (const std::size_t i : columns) {
        const SpaceColumn& column = space.columns[i];
        if (column.axis.is_exact) continue;
        return {"`" + words_of(column) + "` wordt berekend; of deze waarde voorkomt is niet nagegaan",
                "`" + words_of(column) + "` is calculated; whether this value occurs was not looked into"};
    }
    return {};
}

std::optional<Combination> TableAtHand::common(const SpaceRow& first, const SpaceRow& second) const {
    for (std::size_t i = 0; i < space.columns.size(); ++i) {
        if (!first.holds[i].meets(second.holds[i])) return std::nullopt;
    }
    Combination result;
    for (std::size_t i = 0; i < space.columns.size(); ++i) {
        const Bits both = first.holds[i] & second.holds[i];
        const SpaceColumn& column = space.columns[i];
        std::optional<std::size_t> best;
        for (std::size_t region = 0; region < column.regions; ++region) {
            if (!both.contains(region)) continue;
            const bool is_better =
                best && !column.likely.contains(*best) &&
                (column.likely.contains(region) || (column.known.contains(region) && !column.known.contains(*best)));
            if (!best || is_better) best = region;
        }
        result.push_back(*best);
    }
    return result;
}

bool TableAtHand::surely_differ(std::size_t first, std::size_t second) const {
    const auto left = analyse::fixed_value(context.rules, table.rows[first].result);
    const auto right = analyse::fixed_value(context.rules, table.rows[second].result);
    return left && right && !(*left == *right);
}

}  // namespace wegwijzer::checking
