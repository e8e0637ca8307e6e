// What was asked of the store, or why it could not be done.
#pragma once

#include <optional>

#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer::store {

template <class Result>
struct Answer {
    std::optional<Result> value;
    std::optional<Diagnostic> problem;
};

}  // namespace wegwijzer::store
