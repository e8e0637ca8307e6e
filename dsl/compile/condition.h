// A condition that stands in no pack (`--where`): text in, an expression against compiled packs out.
#pragma once

#include <memory>
#include <string>

#include "dsl/compile/compile.h"

namespace wegwijzer {

struct CompiledCondition {
    SourceMap sources;        // of the packs, and behind them the condition under its own name
    SourceId source;          // of the condition
    Diagnostics diagnostics;  // about the condition alone; sorted
    // The rules of the packs with the expressions of the condition behind theirs: every id of the packs' own rule set means
    // the same in it, so that a cohort and a trace go with both. nullptr when there are errors.
    std::shared_ptr<const model::RuleSet> rules;
    model::ExprId condition;
};

// `name`: how the condition is called in messages, as in `--where:1:5`. In the words of the main pack; over the student's
// fields, and parameters, begrippen and tabellen that read nothing else. Who may see those fields is for the caller.
// Precondition: `packs` has no errors. Never throws on bad input.
[[nodiscard]] CompiledCondition compile_condition(const Compilation& packs, std::string name, std::string text);

}  // namespace wegwijzer
