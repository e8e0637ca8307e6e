// What `purge` and `forget` share: who erases, and when.
#pragma once

#include "cli/context.h"
#include "store/case_store.h"

namespace wegwijzer::cli {

// Who carries it out, as `--by` says, now. std::nullopt: that can't be kept, and has been said.
[[nodiscard]] std::optional<store::ErasedBy> erased_by(const Context& context);
// The words of the command line for a ground, in either language or as programs write them.
[[nodiscard]] std::optional<store::ForgetGround> ground_named(const std::string& written);

// What a carried-out erasing makes of the run: what could not be finished is said, and is no success.
[[nodiscard]] Status status_of(const Context& context, const store::ErasingDone& done);

}  // namespace wegwijzer::cli
