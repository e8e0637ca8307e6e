// The data of `--data`, for commands that only need to know who and what is in them.
#pragma once

#include <memory>
#include <optional>

#include "cli/context.h"
#include "engine/io/read.h"

namespace wegwijzer::cli {

// std::nullopt: they can't be read, that has been said, and `status` is what the run ends with. What is wrong with single rows
// is not said.
[[nodiscard]] std::optional<io::ReadResult> read_students(const Context& context,
                                                          const std::shared_ptr<const Schema>& schema, Status& status);

}  // namespace wegwijzer::cli
