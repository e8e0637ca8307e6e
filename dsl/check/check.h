// From the AST of a pack's files to the resolved rule set: names, types, units, duties (motivering, grondslag, via,
// consent), cycles, and the warnings of the reference.
#pragma once

#include <memory>
#include <vector>

#include "dsl/ast/ast.h"
#include "engine/diagnostics/diagnostic.h"
#include "engine/diagnostics/source.h"
#include "engine/model/rule_set.h"

namespace wegwijzer {

// `files`: all files of the pack, in reading order. Returns nullptr when `diagnostics` got an error.
[[nodiscard]] std::shared_ptr<const model::RuleSet> check(const std::vector<ast::File>& files, const SourceMap& sources,
                                                          Diagnostics& diagnostics);

}  // namespace wegwijzer
