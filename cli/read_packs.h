// The packs of `--rules`, for commands that need their names and terms and no data.
#pragma once

#include <optional>

#include "cli/context.h"
#include "dsl/compile/compile.h"

namespace wegwijzer::cli {

// With rules. std::nullopt: there is something wrong with them, it has been said, and `status` is what the run ends with.
[[nodiscard]] std::optional<Compilation> read_packs(const Context& context, Status& status);

}  // namespace wegwijzer::cli
