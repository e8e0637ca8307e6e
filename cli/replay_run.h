// A kept run, done once more.
#pragma once

#include "cli/context.h"
#include "store/case_store.h"

namespace wegwijzer::cli {

// With the rules and data of the options, on the day and with the entries of the run. Status::findings: something else came out, or
// the run is not as it was kept.
[[nodiscard]] Status replay_run(const Context& context, store::CaseStore& store);

// The run of this number. std::nullopt: there is none, or it is no number, and that has been said.
[[nodiscard]] std::optional<store::RunHeader> find_run(const Context& context, store::CaseStore& store,
                                                       const std::string& written);

}  // namespace wegwijzer::cli
