// `diff RUN1 RUN2`: two kept runs, read from the store.
#pragma once

#include "cli/context.h"

namespace wegwijzer::cli {

[[nodiscard]] Status compare_kept(const Context& context);

}  // namespace wegwijzer::cli
