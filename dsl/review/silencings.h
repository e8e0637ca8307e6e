// Findings that the author allows, each with a reason in a comment (docs/language.md section 9):
//
//   behind the finding, or in the comment lines directly above it     the part it stands in: a clause, field, row or bullet
//   directly above a declaration, or behind its first line            the whole declaration
//
// A comment without a reason, with an unknown code, or of an error that nobody may allow, allows nothing and is itself a finding.
#pragma once

#include <vector>

#include "dsl/ast/ast.h"
#include "dsl/compile/compile.h"
#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer::review {

// Can this be allowed at all? Warnings and notes of `check`, and the guards.
[[nodiscard]] bool can_be_silenced(Code code);

struct Silenced {
    Diagnostics left;                  // what nobody allowed, with what is wrong about the comments
    std::vector<Diagnostic> silenced;  // what was allowed, in the order of `findings`
};
// `is_complete`: `findings` is all there is, so that a comment that none of them needs is itself a finding.
[[nodiscard]] Silenced silence(const Compilation& compilation, const std::vector<Diagnostic>& findings,
                               bool is_complete = true);

}  // namespace wegwijzer::review
