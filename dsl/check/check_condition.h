// A condition that stands in no pack, checked against packs that have no errors: over the student's fields only, as
// `stel ... voor` is, but that parameters, begrippen and tabellen which read nothing else will do as well.
#pragma once

#include <memory>
#include <vector>

#include "dsl/ast/ast.h"
#include "dsl/check/check.h"

namespace wegwijzer {

struct CheckedCondition {
    // The rules of the packs with the expressions of the condition behind theirs: every id of the packs' own rule set means
    // the same here. nullptr: there was something wrong with the condition, and `diagnostics` says what.
    std::shared_ptr<const model::RuleSet> rules;
    model::ExprId condition;
};

// `packs`, `files`: as they were checked, without errors. `file`, `root`: of parse_condition; its source is in `sources`.
[[nodiscard]] CheckedCondition check_condition(const std::vector<PackFiles>& packs, const std::vector<ast::File>& files,
                                               const SourceMap& sources, const ast::File& file, ast::ExprId root,
                                               Diagnostics& diagnostics);

}  // namespace wegwijzer
