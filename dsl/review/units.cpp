#include "dsl/review/units.h"

#include <algorithm>

namespace wegwijzer::review {

namespace {

using Beginnings = std::vector<std::uint32_t>;

template <class Parts>
void add_all(Beginnings& found, const Parts& parts) {
    for (const auto& part : parts) found.push_back(part.span.begin);
}

// The beginnings of the parts of one declaration.
struct PartFinder {
    Beginnings& found;

    template <class Node>
    void operator()(const Node& node) const {
        if constexpr (requires { node.clauses; }) add_all(found, node.clauses);
        if constexpr (requires { node.fields; }) add_all(found, node.fields);
        if constexpr (requires { node.holidays; }) add_all(found, node.holidays);
        if constexpr (requires { node.rows; }) add_all(found, node.rows);
        if constexpr (requires { node.conditions; }) {
            for (const Span& condition : node.conditions) found.push_back(condition.begin);
        }
        if constexpr (std::is_same_v<Node, ast::Example>) {
            for (const ast::ExampleClause& clause : node.clauses) add_all(found, clause.given.values);
        }
    }
};

}  // namespace

Units::Units(const ast::File& file) {
    for (const ast::Declaration& declaration : file.declarations) {
        const Span& whole = declaration.span;
        Beginnings parts;
        std::visit(PartFinder{parts}, declaration.node);
        for (std::uint32_t token = declaration.first_token; token < declaration.last_token; ++token) {
            if (file.tokens[token].kind == ast::TokenKind::bullet) parts.push_back(file.tokens[token].begin);
        }
        std::sort(parts.begin(), parts.end());
        parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
        units_.push_back({whole.begin, whole.end, true});
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (parts[i] <= whole.begin || parts[i] >= whole.end) continue;
            units_.push_back({parts[i], i + 1 < parts.size() ? parts[i + 1] : whole.end, false});
        }
    }
    std::stable_sort(units_.begin(), units_.end(),
                     [](const Unit& left, const Unit& right) { return left.begin < right.begin; });
}

std::optional<Unit> Units::at(std::uint32_t offset) const {
    const auto behind = std::upper_bound(units_.begin(), units_.end(), offset,
                                         [](std::uint32_t place, const Unit& unit) { return place < unit.begin; });
    if (behind == units_.begin() || offset >= std::prev(behind)->end) return std::nullopt;
    return *std::prev(behind);
}

std::optional<Unit> Units::declaration_from(std::uint32_t begin) const {
    for (const Unit& unit : units_) {
        if (unit.is_declaration && unit.begin == begin) return unit;
    }
    return std::nullopt;
}

}  // namespace wegwijzer::review
