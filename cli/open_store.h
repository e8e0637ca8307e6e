// The store behind `--store`, with what only its server may hear.
#pragma once

#include "cli/context.h"
#include "store/case_store.h"

namespace wegwijzer::cli {

// For commands that write: a store that isn't there is made. Looking makes none.
enum class StoreUse : std::uint8_t { read, write };
[[nodiscard]] store::Answer<store::CaseStore> open_store(const Context& context, StoreUse use);

}  // namespace wegwijzer::cli
