// Random rule sets over the records of rule_writer.h: every construct of the model, in every place where the language lets
// it stand, with enough zeros, large numbers and unknowns that every way of not knowing comes up.
#pragma once

#include <optional>
#include <vector>

#include "engine/model/rule_set.h"
#include "tests/differential/rule_writer.h"
#include "tests/support/random.h"

namespace wegwijzer::test {

inline constexpr std::int32_t some_monday = 20'694;  // 2026-08-31

// Where an expression will stand: what it may read.
struct Scope {
    SeriesId events;                // in a filter over this series
    bool in_signal_filter = false;  // in a filter over signalen
    bool is_policy = false;         // signals may be read
    bool fields_only = false;       // the condition of a `stel`: student's fields alone
};

class RandomRules {
  public:
    RandomRules(Random& random, std::shared_ptr<const Schema> schema) : random_(random), write_(std::move(schema)) {}
    [[nodiscard]] model::RuleSet make();

  private:
    using Kind = model::ValueKind;
    using ExprId = model::ExprId;

    // random_rules.cpp
    void make_calendars();
    void make_model();
    void make_parameters();
    void make_parameter(Kind kind);
    void make_table();
    [[nodiscard]] ExprId cell(ExprId column);
    void make_signal();
    void make_plan();
    void make_policy();
    [[nodiscard]] Length length();
    [[nodiscard]] model::LengthSource parameter_length();
    [[nodiscard]] model::LengthSource some_length();
    [[nodiscard]] model::Constant constant(Kind kind);

    // random_conditions.cpp
    [[nodiscard]] ExprId condition(Scope scope, int depth);
    [[nodiscard]] ExprId leaf_condition(Scope scope);
    [[nodiscard]] ExprId relation(Scope scope, int depth);
    [[nodiscard]] ExprId quantified(Scope scope, int depth);
    [[nodiscard]] ExprId whole_number(Scope scope);
    // `takes_any`: may its period be `in enige`?
    [[nodiscard]] model::Selection selection(Scope scope, bool takes_any = false);
    [[nodiscard]] ExprId filter(SeriesId series);
    [[nodiscard]] ExprId signal_filter();
    [[nodiscard]] model::PeriodId period(bool takes_any);
    [[nodiscard]] ExprId existence(Scope scope);

    // random_values.cpp
    [[nodiscard]] ExprId value(Kind kind, Scope scope, int depth);
    [[nodiscard]] ExprId number(Scope scope, int depth);
    [[nodiscard]] ExprId date(Scope scope, int depth);
    [[nodiscard]] ExprId severity(Scope scope, int depth);
    [[nodiscard]] ExprId literal(Kind kind);
    [[nodiscard]] std::optional<ExprId> field_of(Kind kind, Scope scope);
    [[nodiscard]] std::optional<ExprId> named(Kind kind, Scope scope);
    [[nodiscard]] std::optional<ExprId> aggregate(Kind kind, Scope scope);
    [[nodiscard]] std::optional<ExprId> signal_aggregate(Kind kind);
    [[nodiscard]] ExprId special_number(Scope scope);
    [[nodiscard]] ExprId failing(Kind kind);
    [[nodiscard]] ExprId conditional(Kind kind, Scope scope, int depth);
    [[nodiscard]] std::int64_t some_micros();

    [[nodiscard]] bool may_aggregate(Scope scope) const {
        return scope.events.is_none() && !scope.in_signal_filter && !scope.fields_only;
    }
    template <class Item>
    [[nodiscard]] const Item& pick(const std::vector<Item>& items) {
        return items[random_.below(items.size())];
    }

    Random& random_;
    RuleWriter write_;
};

// Is a kind calculated with as a number?
[[nodiscard]] bool is_numeric(model::ValueKind kind);

}  // namespace wegwijzer::test
