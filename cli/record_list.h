// `record --import`: a list that somebody kept elsewhere, taken in as a whole or not at all.
#pragma once

#include "cli/context.h"
#include "store/entry_rules.h"

namespace wegwijzer::cli {

[[nodiscard]] Status record_list(const Context& context, const store::NamesInUse* names);

}  // namespace wegwijzer::cli
