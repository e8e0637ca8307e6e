#include "dsl/format/clashes.h"

#include <algorithm>

namespace wegwijzer {
namespace {

bool becomes_word(std::string_view name, ValueWords words, Language from, Language to) {
    const auto is_word = [&](auto translate) {
        return translate(name, from, to) == name && translate(name, to, from) != name;
    };
    if (words == ValueWords::levels) return is_word(translate_level);
    return words == ValueWords::statuses && is_word(translate_status);
}

class ClashFinder {
  public:
    ClashFinder(const ast::File& file, const Scope& scope, Language to) : file_(file), scope_(scope), to_(to) {}

    std::vector<ast::Name> find() {
        for (const ast::Expr& expr : file_.exprs) {
            if (const auto* aggregate = std::get_if<ast::Aggregate>(&expr.node)) check_filter(aggregate->selection);
            if (const auto* exists = std::get_if<ast::Exists>(&expr.node)) check_filter(exists->selection);
            check_values(expr, std::nullopt);
        }
        std::ranges::sort(clashes_, {}, [](const ast::Name& name) { return name.span.begin; });
        const auto doubles = std::ranges::unique(clashes_, {}, [](const ast::Name& name) { return name.span.begin; });
        clashes_.erase(doubles.begin(), doubles.end());
        return std::move(clashes_);
    }

  private:
    // The values that something is compared with, by their ids.
    static std::vector<ast::ExprId> values_of(const ast::Expr& expr, ast::ExprId& compared) {
        if (const auto* compare = std::get_if<ast::Compare>(&expr.node)) {
            compared = compare->left;
            return {compare->right};
        }
        if (const auto* one_of = std::get_if<ast::OneOf>(&expr.node)) {
            compared = one_of->value;
            return one_of->options;
        }
        if (const auto* between = std::get_if<ast::Between>(&expr.node)) {
            compared = between->value;
            return {between->low, between->high};
        }
        return {};
    }

    void check_values(const ast::Expr& expr, std::optional<BuiltInSeries> series) {
        ast::ExprId compared;
        for (const ast::ExprId value : values_of(expr, compared)) {
            const auto* name = std::get_if<ast::NameRef>(&file_.expr(value).node);
            const ValueWords words = scope_.words_of(file_, compared, series);
            if (name != nullptr && becomes_word(name->name.text, words, file_.language, to_))
                clashes_.push_back(name->name);
        }
    }

    void check_filter(const ast::Selection& selection) {
        const auto series = scope_.find_series(selection, file_.language);
        if (!series || !selection.filter) return;
        const Span filter = selection.filter->span;
        const auto is_inside = [&](const ast::Expr& expr) {
            return expr.span.begin >= filter.begin && expr.span.end <= filter.end;
        };
        std::vector<std::uint32_t> values;  // where a name is a value, not a field
        for (const ast::Expr& expr : file_.exprs) {
            if (!is_inside(expr)) continue;
            check_values(expr, series);
            ast::ExprId compared;
            for (const ast::ExprId value : values_of(expr, compared))
                if (scope_.words_of(file_, compared, series) != ValueWords::none)
                    values.push_back(file_.expr(value).span.begin);
        }
        for (const ast::Expr& expr : file_.exprs) {
            const auto* name = std::get_if<ast::NameRef>(&expr.node);
            if (name == nullptr || !is_inside(expr) || std::ranges::find(values, expr.span.begin) != values.end())
                continue;
            if (!is_built_in_field(name->name.text, *series, file_.language) &&
                is_built_in_field(name->name.text, *series, to_))
                clashes_.push_back(name->name);
        }
    }

    const ast::File& file_;
    const Scope& scope_;
    Language to_;
    std::vector<ast::Name> clashes_;
};

}  // namespace

std::vector<ast::Name> find_clashes(const ast::File& file, const Scope& scope, Language to) {
    if (file.language == to) return {};
    return ClashFinder(file, scope, to).find();
}

}  // namespace wegwijzer
