// Where compiled rules were written.
#pragma once

#include "dsl/compile/compile.h"
#include "engine/explain/report.h"

namespace wegwijzer::run {

// Points into `compilation`.
[[nodiscard]] explain::Authorship authorship_of(const Compilation& compilation);

}  // namespace wegwijzer::run
